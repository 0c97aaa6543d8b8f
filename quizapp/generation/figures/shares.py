"""Parts of a whole that are written without a percent sign: two-thirds, one in five."""

from dataclasses import dataclass
from decimal import Decimal

from quizapp.generation.figures.numbers import number_at
from quizapp.generation.figures.tokens import Tokens
from quizapp.generation.figures.units import unit_at

PARTS = {
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000, 10000})
AFTER_A_SHARE = frozenset({"of", "the", "its", "their", "all"})
AFTER_A_CHANGE = frozenset({"to", "from", "in", "since", "over", "between", "and", "by", "after"})
# Behind these a half is one of two pieces, not a share of something.
BEFORE_A_PIECE = frozenset({"first", "second", "other", "latter", "top", "bottom", "a", "one"})


@dataclass(frozen=True)
class Share:
    """A share that ends before the token `end`; `percent` is rounded to two places."""

    percent: Decimal
    end: int


def share_at(tokens: Tokens, index: int) -> Share | None:
    """The share that begins with that token."""
    return _half(tokens, index) or _fraction(tokens, index) or _one_in_many(tokens, index)


def _half(tokens: Tokens, index: int) -> Share | None:
    if tokens.word(index) != "half" or tokens.word(index + 1) not in AFTER_A_SHARE:
        return None
    if tokens.word(index - 1) in BEFORE_A_PIECE or tokens.is_hyphen(index - 1):
        return None
    return Share(Decimal(50), index + 1)


def _fraction(tokens: Tokens, index: int) -> Share | None:
    word = tokens.word(index)
    is_single = word in ("a", "an")
    number = None if is_single else number_at(tokens, index)
    count, at = (Decimal(1), index + 1) if is_single else (Decimal(0), index)
    if number is not None and number.in_words:
        count, at = number.value, number.end
    if not 1 <= count <= 9:
        return None
    at += 1 if tokens.is_hyphen(at) else 0
    part = tokens.word(at).removesuffix("s")
    whole = PARTS.get(part)
    if whole is None or count >= whole or (count > 1) != (tokens.word(at) != part):
        return None
    is_change = tokens.word(index - 1) == "by" and not tokens.raw(at + 1)[:1].isalpha()
    is_change = is_change or (
        tokens.word(index - 1) == "by" and tokens.word(at + 1) in AFTER_A_CHANGE
    )
    is_short = word in ("a", "an", "one") or part == "quarter"
    if tokens.word(at + 1) != "of" and is_short and not is_change:
        return None
    return Share(_percent(count, Decimal(whole)), at + 1)


def _one_in_many(tokens: Tokens, index: int) -> Share | None:
    few = number_at(tokens, index)
    if few is None or few.value > 10 or few.value < 1:
        return None
    at = few.end
    if tokens.word(at) == "out" and tokens.word(at + 1) == "of":
        at += 1
    elif tokens.word(at) != "in":
        return None
    many = number_at(tokens, at + 1)
    if many is None or many.value not in WHOLES or many.value <= few.value:
        return None
    if tokens.is_hyphen(many.end) or unit_at(tokens, many.end) is not None:
        return None
    return Share(_percent(few.value, many.value), many.end)


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    percent = (part * 100 / whole).quantize(Decimal("0.01"))
    return percent.quantize(Decimal(1)) if percent == percent.to_integral() else percent
