"""What was counted for and against, and scores of games: by 131 to 98, voted 5-2, won 3-1."""

from decimal import Decimal

from quizapp.generation.english.words import word_set
from quizapp.generation.figures.nouns import counted_noun_at
from quizapp.generation.figures.numbers import Number, number_at
from quizapp.generation.figures.quantities import Quantity
from quizapp.generation.figures.tokens import Tokens
from quizapp.generation.figures.units import unit_at

VOTES, POINTS = "vote", "score"  # no counted noun is called so
SCORES = frozenset({VOTES, POINTS})
NOUNS = word_set("vote majority decision ruling margin win victory defeat loss draw")
_VOTING = word_set(
    "voted vote votes passed failed approved rejected carried adopted ratified upheld ruled ballot "
    "motion backed endorsed confirmed voters board council committee parliament senate jury court"
)
_PLAYING = word_set("won win wins beat beats lost drew defeated victory score scored match game")
_BEFORE = word_set("by voted ruled split won lost drew")
_FARTHEST = 14  # words from what was decided to the numbers
_ALL = range(90, 102)  # percent that both sides have together


def score_at(tokens: Tokens, index: int) -> Quantity | None:
    """The two numbers that begin there; None where nobody voted or played."""
    first = _side(tokens, index)
    if first is None or (tokens.is_glued(index) and tokens.raw(index - 1) not in ('"', "(")):
        return None
    number, joint = first
    is_dash = tokens.is_hyphen(joint)
    last = _side(tokens, joint + 1) if is_dash or tokens.word(joint) in ("to", "against") else None
    is_plain = joint == number.end
    if last is None or (is_plain and last[1] > last[0].end):
        return None  # 20 to 10 percent
    if not _are_sides(number.value, last[0].value, is_share=not is_plain):
        return None
    end = last[1]
    unit = _unit(tokens, index, is_dash=is_dash)
    if not unit or not _is_told(tokens, index, end) or _goes_on(tokens, end):
        return None
    return Quantity("range", number.value, index, end, end, unit, upper=last[0].value)


def _side(tokens: Tokens, index: int) -> tuple[Number, int] | None:
    """A number, and where it ends with its votes or percent."""
    number = number_at(tokens, index)
    if number is None or number.scale:
        return None
    unit = unit_at(tokens, number.end)
    if unit is not None and unit.name == "percent":
        return number, unit.end
    return number, number.end + (1 if tokens.word(number.end) == "votes" else 0)


def _are_sides(one: Decimal, other: Decimal, *, is_share: bool) -> bool:
    if one < other:  # else it is a range
        return is_share and int(one + other) in _ALL
    is_whole = one == one.to_integral() and other == other.to_integral()
    return is_whole or (is_share and int(one + other) in _ALL)


def _unit(tokens: Tokens, index: int, *, is_dash: bool) -> str:
    """What is counted, by the nearest word that tells it."""
    for at in range(index - 1, max(-1, index - _FARTHEST), -1):
        word = tokens.word(at)
        if word in _PLAYING and (is_dash or word != "defeated"):
            return POINTS
        if word in _VOTING or word == "defeated":
            return VOTES
    return ""


def _is_told(tokens: Tokens, index: int, end: int) -> bool:
    """Whether the words beside them say that they are two sides."""
    before, following = tokens.word(index - 1), tokens.word(end)
    if before in _BEFORE or (before in ("a", "an") and following in NOUNS):
        return True
    is_of = before == "of" and tokens.word(index - 2) in ("vote", "score", "margin")
    is_beaten = tokens.raw(index - 1)[:1].isupper() and tokens.is_hyphen(end - 2)
    return is_of or is_beaten


def _goes_on(tokens: Tokens, end: int) -> bool:
    """Whether more belongs to the last number: 5-2 million, 4-3-3, three to one boats."""
    if tokens.is_hyphen(end) or unit_at(tokens, end) is not None:
        return True
    return counted_noun_at(tokens, end) is not None
