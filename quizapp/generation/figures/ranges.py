"""Ranges: between 4,000 and 6,000 officers, 20 to 30 percent, 4-6 weeks, 1939-45."""

from decimal import Decimal

from quizapp.generation.english.words import word_set
from quizapp.generation.figures.dates import year_at
from quizapp.generation.figures.numbers import Number, number_at
from quizapp.generation.figures.quantities import Quantity, money_at, quantity_at
from quizapp.generation.figures.tokens import Tokens
from quizapp.generation.figures.units import CURRENCY_SIGNS, unit_at

RANGING = word_set("range ranges ranged ranging vary varies varied varying anywhere")
SCORED = word_set("beat defeated won win lost lose led voted score scored vote passed")


def range_at(tokens: Tokens, index: int) -> Quantity | None:
    """The range that begins with that token."""
    first = index + 1 if tokens.word(index) == "between" else index
    joint = _first_end(tokens, first)
    if joint is None or not _is_joint(tokens, index, joint, is_between=first > index):
        return None
    years = _years(tokens, index, first, joint)
    if years is not None:
        return years
    sign = money_at(tokens, first)
    last = _last(tokens, joint + 1, is_money=sign is not None)
    if last is None:
        return None
    lower = _lower(tokens, first, joint, last)
    unit = last.unit or (sign.unit if sign else "")
    if lower is None or not lower < last.value or not (unit or first > index):
        return None
    return Quantity("range", lower, index, last.end, last.amount_end, unit, last.scale, last.value)


def _first_end(tokens: Tokens, first: int) -> int | None:
    """Where the lower end stops: with its sign or unit if it has one of its own."""
    money = money_at(tokens, first)
    if money is not None:
        return money.end
    number = number_at(tokens, first)
    if number is None or tokens.is_glued(first) and tokens.raw(first - 1) not in ('"', "("):
        return None
    unit = unit_at(tokens, number.end)
    if unit is not None and not tokens.is_hyphen(number.end):
        return unit.end
    return number.end


def _is_joint(tokens: Tokens, index: int, joint: int, *, is_between: bool) -> bool:
    if is_between:
        return tokens.word(joint) == "and"
    before = tokens.word(index - 1)
    if tokens.word(joint) == "to":
        came_from = before == "from" and tokens.word(index - 2) not in RANGING
        return not came_from and before not in SCORED
    return tokens.is_hyphen(joint) or tokens.word(joint) == "or" or _is_spaced_dash(tokens, joint)


def _is_spaced_dash(tokens: Tokens, joint: int) -> bool:
    """Whether a dash with spaces stands between two numbers in digits: £35 million – £40 million.

    Behind a lone year it may begin an aside.
    """
    after = tokens.raw(joint + 1)
    is_amount = after in CURRENCY_SIGNS or after[:1].isdecimal()
    return tokens.raw(joint) == "\u2013" and is_amount and year_at(tokens, joint - 1) is None


def _years(tokens: Tokens, index: int, first: int, joint: int) -> Quantity | None:
    start, end = year_at(tokens, first), year_at(tokens, joint + 1)
    digits = tokens.raw(joint + 1)
    if start is None or joint != first + 1:
        return None
    if end is None and tokens.is_hyphen(joint) and len(digits) == 2 and digits.isdecimal():
        end = start // 100 * 100 + int(digits)
    if end is None or end <= start or unit_at(tokens, joint + 2) is not None:
        return None
    lower, upper, after = Decimal(start * 10000), Decimal(end * 10000), joint + 2
    return Quantity("range", lower, index, after, after, "year", upper=upper)


def _last(tokens: Tokens, index: int, *, is_money: bool) -> Quantity | None:
    if not tokens.is_hyphen(index - 1):
        short = number_at(tokens, index, after_currency=True) if is_money else None
        if short is not None and short.scale and not short.in_words:
            return Quantity("count", short.value, index, short.end, short.end, "", short.scale)
        return quantity_at(tokens, index) or _bare_number(tokens, index)
    money = money_at(tokens, index)
    number = number_at(tokens, index, after_currency=is_money)
    if money is not None or number is None:
        return money
    # Behind a hyphen a number is part of a word for `quantity_at`, so only units count.
    unit = unit_at(tokens, number.end)
    if is_money and number.scale:
        return Quantity("count", number.value, index, number.end, number.end, "", number.scale)
    if unit is None:
        return _bare_number(tokens, index) if is_money else None
    kind, end = unit.kind, unit.end
    return Quantity(kind, number.value, index, end, number.end, unit.name, number.scale)


def _bare_number(tokens: Tokens, index: int) -> Quantity | None:
    number = number_at(tokens, index)
    if number is None or year_at(tokens, index) is not None or tokens.word(number.end) in "ap":
        return None
    return Quantity("count", number.value, index, number.end, number.end, scale=number.scale)


def _lower(tokens: Tokens, first: int, joint: int, last: Quantity) -> Decimal | None:
    """The lower end's worth; None if the two ends measure different things."""
    money = money_at(tokens, first)
    if money is not None:
        if last.unit not in ("", money.unit) and last.kind != "money":
            return None
        return _scaled(money.value, money.scale, last)
    number = number_at(tokens, first)
    assert isinstance(number, Number)
    unit = unit_at(tokens, number.end)
    if unit is not None and joint > number.end and unit.name != last.unit:
        return None
    return _scaled(number.value, number.scale, last)


def _scaled(value: Decimal, scale: str, last: Quantity) -> Decimal:
    """In "4 to 6 million" both ends are millions."""
    if scale or not last.scale:
        return value
    factor = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
    return value * factor[last.scale]
