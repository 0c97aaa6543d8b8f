"""A number with its unit or with what it counts, as one sentence writes it."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from quizapp.generation.english.words import word_set
from quizapp.generation.figures.hedges import PLACES, hedge_before
from quizapp.generation.figures.nouns import STOPS, counted_noun_at, is_plural
from quizapp.generation.figures.numbers import Number, number_at
from quizapp.generation.figures.shares import share_at
from quizapp.generation.figures.tokens import Tokens
from quizapp.generation.figures.units import (
    CURRENCY_LETTERS,
    CURRENCY_SIGNS,
    DURATIONS,
    Unit,
    unit_at,
)
from quizapp.generation.findings import FigureKind

# What a number after them names rather than counts: Section 3, flight 370.
LABELS = word_set(
    "day week section chapter figure table no number nos page pages article room route highway "
    "flight "
    "version volume part phase level grade type step game episode channel bus gate line "
    "paragraph appendix exhibit item question rule chapter district ward precinct unit "
    "apartment suite box interstate exit model class category magnitude"
)
# After these "three friends" is known from elsewhere: the three friends.
BEFORE_KNOWN = word_set(
    "the these those both his her its their our my your last past first next other top "
    "final previous following same all another every each"
)
BEFORE_COUNTS = word_set("only just even and or exactly also then now yet still")
BEFORE_AMOUNTS = word_set("of to at from by is was averaged reached")
_BEING = word_set("is was are were be been")
TOTALS = word_set("total toll tally average median age population")
FARTHEST_TOTAL = 9  # words from what is counted to its number
BOUNDS = frozenset({"at least", "at most", "no more than", "no fewer than", "up to"})
FARTHEST_NOUN = 8  # words from a number to "of which"
FARTHEST_WHOLE = 3  # words, as in "740 of the company's 16,300 employees"
_BEHIND_BARE = word_set("in by since over after within during while as and")
JOINTS = frozenset(":/.@#_&'+=*\\")
CLOCK = frozenset({"am", "pm", "a.m", "p.m", "o'clock"})


@dataclass(frozen=True)
class Quantity:
    """What stands from the token `start` up to the token `end`."""

    kind: FigureKind
    value: Decimal
    start: int
    end: int
    amount_end: int  # where the number ends and its unit begins
    unit: str = ""
    scale: str = ""
    upper: Decimal | None = None


def quantity_at(tokens: Tokens, index: int) -> Quantity | None:
    """The quantity that begins with that token."""
    share = share_at(tokens, index)
    if share is not None:
        return Quantity("percent", share.percent, index, share.end, share.end, "share")
    money = money_at(tokens, index)
    if money is not None:
        return money
    number = number_at(tokens, index)
    if number is None or _is_part_of_a_word(tokens, index, number):
        return None
    unit = unit_at(tokens, number.end)
    if unit is not None and not _is_label(tokens, index, number, unit):
        return _with_unit(index, number, unit)
    if unit is None and not _is_label(tokens, index, number, None):
        return _counted(tokens, index, number) or _bare(tokens, index, number)
    return None


def money_at(tokens: Tokens, index: int) -> Quantity | None:
    """Money with its sign in front: $3.5 million, US$40."""
    at = index
    if tokens.raw(at) in CURRENCY_LETTERS and tokens.is_glued(at + 1):
        at += 1
    elif tokens.is_glued(at) and tokens.raw(at - 1) in CURRENCY_LETTERS:
        return None
    unit = CURRENCY_SIGNS.get(tokens.raw(at))
    number = number_at(tokens, at + 1, after_currency=True) if unit else None
    if number is None or unit is None or number.in_words:
        return None
    return Quantity("money", number.value, index, number.end, number.end, unit, number.scale)


def _with_unit(index: int, number: Number, unit: Unit) -> Quantity:
    return Quantity(unit.kind, number.value, index, unit.end, number.end, unit.name, number.scale)


def _counted(tokens: Tokens, index: int, number: Number) -> Quantity | None:
    if number.value in (0, 1) or tokens.word(index - 1) in BEFORE_KNOWN:
        return None
    if tokens.is_hyphen(number.end):
        return _compound(tokens, index, number)
    noun = counted_noun_at(tokens, number.end)
    if noun is not None:
        return Quantity("count", number.value, index, noun.end, number.end, noun.head, number.scale)
    whole = _whole_of(tokens, index, number) or _whole_of_them(tokens, index, number)
    if whole:
        return Quantity("count", number.value, index, number.end, number.end, whole, number.scale)
    return _out_of_known(tokens, index, number)


def _compound(tokens: Tokens, index: int, number: Number) -> Quantity | None:
    """A 12-member council."""
    at = number.end + 1
    token = tokens.at(at)
    if number.in_words or token is None or not token.is_word or len(token.text) < 3:
        return None
    if is_plural(token.text) or token.text[0].isupper() or tokens.is_hyphen(at + 1):
        return None
    return Quantity("count", number.value, index, at + 1, number.end, f"{token.text}s")


def _out_of_known(tokens: Tokens, index: int, number: Number) -> Quantity | None:
    """Five of the seven judges: the noun is known, the number counts some of it."""
    at = number.end
    if tokens.word(at) != "of" or not _is_known(tokens, at + 1):
        return None
    places = range(at + 2, at + 2 + FARTHEST_WHOLE)
    whole = next((found for place in places if (found := number_at(tokens, place))), None)
    noun = counted_noun_at(tokens, whole.end if whole else at + 2)
    if noun is None:
        return None
    return Quantity("count", number.value, index, number.end, number.end, noun.head, number.scale)


def _whole_of(tokens: Tokens, index: int, number: Number) -> str:
    """The noun told right before: 61 fishes, 38 of which; of the 21 authors, seven were."""
    whom = ("which", "whom")
    is_second = tokens.word(index - 2) == "of" and tokens.word(index - 1) in whom
    if tokens.raw(index - 1) != "," and not is_second:
        return ""
    if is_second or (tokens.word(number.end) == "of" and tokens.word(number.end + 1) in whom):
        places = range(max(0, index - FARTHEST_NOUN), index - 2)
    elif tokens.word(0) == "of" and tokens.word(1) == "the":
        places = range(2, min(3, index - 2))
    else:
        return ""
    for at in places:
        many = number_at(tokens, at)
        noun = counted_noun_at(tokens, many.end) if many and many.value > number.value else None
        if noun is not None and noun.end < index:
            return noun.head
    return ""


def _whole_of_them(tokens: Tokens, index: int, number: Number) -> str:
    """The only noun that was counted before, or else what begins the sentence: 64 of them."""
    if (tokens.word(number.end), tokens.word(number.end + 1)) != ("of", "them"):
        return ""
    found = []
    for at in range(index):
        many = number_at(tokens, at)
        noun = counted_noun_at(tokens, many.end) if many and many.value > number.value else None
        if noun is not None and not tokens.is_hyphen(at - 1):
            found.append((at, noun.head))
    if len(found) > 1:
        found = [each for each in found if each[0] == 0]
    return found[0][1] if len(found) == 1 else ""


def _is_known(tokens: Tokens, at: int) -> bool:
    """Whether a word says that what follows was told of: the, their, Orrin's."""
    return tokens.word(at) in BEFORE_KNOWN or "'" in tokens.word(at)


def _bare(tokens: Tokens, index: int, number: Number) -> Quantity | None:
    """A number that is surely an amount, though nothing says of what."""
    following = tokens.word(number.end)
    is_clock = following in CLOCK or (following in ("a", "p") and tokens.raw(number.end + 1) == ".")
    if is_clock or not _is_amount(tokens, index, number):
        return None
    return Quantity("count", number.value, index, number.end, number.end, scale=number.scale)


def _is_amount(tokens: Tokens, index: int, number: Number) -> bool:
    """As about 45,500, a crew of at least seven and a ratio of 3.9 are; those under 35 are not."""
    if number.value >= 10 and not number.in_words and _is_end_of_change(tokens, index, number):
        return True
    if number.value >= 10 and not number.in_words and _is_told_of_total(tokens, index, number):
        return True
    digits, hedge = tokens.raw(index), hedge_before(tokens, index)
    if hedge in PLACES and number.value < 100:
        return False
    if "." in digits:
        return bool(hedge) or tokens.word(index - 1) in BEFORE_AMOUNTS
    if number.in_words or number.value < 10:
        return hedge in BOUNDS
    return bool(number.scale) or "," in digits or " " in digits or bool(hedge)


def _is_told_of_total(tokens: Tokens, index: int, number: Number) -> bool:
    """Whether it is what a number of things is: the official number of deaths is 96."""
    if tokens.word(index - 1) not in _BEING or not _stands_alone(tokens, number):
        return False
    before = [tokens.word(at) for at in range(max(0, index - FARTHEST_TOTAL), index - 1)]
    is_total = not TOTALS.isdisjoint(before) or ("number", "of") in pairwise(before)
    return is_total and not {",", ";", ":"} & {*before}


def _is_end_of_change(tokens: Tokens, index: int, number: Number) -> bool:
    """Whether it is one of two bare numbers, as in rose from 312 to 447."""
    if tokens.word(index - 1) == "from":
        to = number.end + (2 if _is_rate(tokens, number.end) else 0)
        last = number_at(tokens, to + 1)
        return tokens.word(to) == "to" and last is not None and _stands_alone(tokens, last)
    if tokens.word(index - 1) != "to" or tokens.word(index - 3) != "from":
        return False
    return number_at(tokens, index - 2) is not None and _stands_alone(tokens, number)


def _is_rate(tokens: Tokens, at: int) -> bool:
    """Whether "a year" stands there."""
    return tokens.word(at) in ("a", "per") and tokens.word(at + 1) in DURATIONS


def _stands_alone(tokens: Tokens, number: Number) -> bool:
    """Whether no unit and no noun follows."""
    return not tokens.raw(number.end)[:1].isalpha() or tokens.word(number.end) in _BEHIND_BARE


def _is_part_of_a_word(tokens: Tokens, index: int, number: Number) -> bool:
    """COVID-19, @user42, 555-1234, 3:30, 5G, 21st."""
    before, after = tokens.raw(index - 1), tokens.at(number.end)
    if index and tokens.is_glued(index) and (before in JOINTS or before[0].isalnum()):
        return True
    if tokens.is_hyphen(index - 1) and tokens.word(index - 2) not in ("mid", "pre", "post"):
        return True
    if after is None or not tokens.is_glued(number.end):
        return False
    if after.text in JOINTS:
        return tokens.is_glued(number.end + 1)
    if tokens.is_hyphen(number.end):
        following = tokens.at(number.end + 1)
        return following is not None and following.is_number
    return after.is_word and unit_at(tokens, number.end) is None


def _is_label(tokens: Tokens, index: int, number: Number, unit: Unit | None) -> bool:
    """Whether the number names something: Chapter 4, Apollo 11."""
    before = tokens.raw(index - 1)
    if not before or (unit is not None and unit.kind == "percent"):
        return False
    if before == "." and tokens.word(index - 2) in ("no", "nos", "art", "sec", "ch", "fig", "p"):
        return True
    if before.lower() in LABELS:
        return unit is None
    if number.in_words or number.scale or "," in tokens.raw(index):
        return False
    is_name = before[0].isupper() and before.lower() not in STOPS | BEFORE_COUNTS | BEFORE_KNOWN
    return is_name and not hedge_before(tokens, index)
