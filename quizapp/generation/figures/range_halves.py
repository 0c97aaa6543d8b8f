"""Numbers that are one end of a range which isn't read as a whole: the 30 of 20-30 boats."""

from quizapp.generation.figures.dates import year_at
from quizapp.generation.figures.numbers import SCALES, number_at
from quizapp.generation.figures.tokens import HYPHENS, Tokens
from quizapp.generation.figures.units import CURRENCY_LETTERS, CURRENCY_SIGNS
from quizapp.generation.findings import Figure

_JOINTS = HYPHENS | {"\u2014", "/"}
_SIGNS = frozenset(CURRENCY_SIGNS) | CURRENCY_LETTERS
_SELF_CONTAINED = ("range", "date", "year")


def is_half_of_range(figure: Figure, tokens: Tokens, start: int, end: int) -> bool:
    """Whether the figure from the token `start` up to `end` says only half of what is meant."""
    if figure.kind in _SELF_CONTAINED or figure.unit == "share":
        return False
    return _is_first(figure, tokens, start, end) or _is_second(tokens, start)


def _is_first(figure: Figure, tokens: Tokens, start: int, end: int) -> bool:
    number = number_at(tokens, _past_signs(tokens, end + 1))
    if number is None:
        return False
    if tokens.raw(end) in _JOINTS:
        return True
    if tokens.word(end) not in ("to", "or") or figure.text != figure.amount:
        return False
    is_change = tokens.word(start - 1) == "from"
    return not is_change or (number.scale in SCALES and not figure.scale)


def _is_second(tokens: Tokens, start: int) -> bool:
    at = start - 2
    first = tokens.at(at)
    if at < 0 or first is None or not first.is_number:
        return False
    if tokens.raw(start - 1) in _JOINTS:
        return True
    if tokens.word(at - 1) == "in" and year_at(tokens, at) is not None:
        return False  # from 19 percent in 1980 to 27 percent
    before = at - 1
    while before >= 0 and tokens.raw(before) in _SIGNS:
        before -= 1
    return tokens.word(start - 1) in ("to", "or") and tokens.word(before) != "from"


def _past_signs(tokens: Tokens, at: int) -> int:
    while tokens.raw(at) in _SIGNS:
        at += 1
    return at
