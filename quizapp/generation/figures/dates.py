"""Dates of any exactness: a day, a month, a year, a decade."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from quizapp.generation.english.month_names import is_first_name
from quizapp.generation.english.words import word_set
from quizapp.generation.figures.nouns import counted_noun_at
from quizapp.generation.figures.tokens import HYPHENS, Tokens
from quizapp.generation.figures.units import unit_at

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTH_NUMBERS = {
    **{month: number for number, month in enumerate(MONTHS, start=1)},
    **{month[:3]: number for number, month in enumerate(MONTHS, start=1)},
    "Sept": 9,
}
SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
ERAS = {"BC": -1, "BCE": -1, "AD": 1, "CE": 1}
EARLIEST, LATEST = 1000, 2100  # four digits between them may be a year
BEFORE_MONTHS = word_set(
    "in since by until till through during after before late early mid from of around"
)
# After these words four digits are a year even if a plural follows: "the 2020 elections".
BEFORE_YEARS = word_set("in by since until during the early late mid circa spring summer")
BEFORE_COUNTS = word_set("over nearly almost than least most some about roughly")

DateUnit = Literal["day", "month", "season", "year", "decade", "span"]


@dataclass(frozen=True)
class FoundDate:
    """A date that ends before the token `end`; `value` is yyyymmdd with 0 where it is open."""

    value: Decimal
    unit: DateUnit  # how exact it is; a "span" of days is no date
    end: int


def date_at(tokens: Tokens, index: int) -> FoundDate | None:
    """The date that begins with that token."""
    token = tokens.at(index)
    if token is None or not (token.is_number or token.is_word):
        return None
    if token.is_word:
        return _month_first(tokens, index) or _season(tokens, index) or _era_first(tokens, index)
    return (
        _iso(tokens, index)
        or _day_first(tokens, index)
        or _decade(tokens, index)
        or _era_last(tokens, index)
        or _lone_year(tokens, index)
    )


def year_at(tokens: Tokens, index: int) -> int | None:
    """Four digits that can be a year, whatever stands around them."""
    digits = tokens.raw(index)
    if len(digits) != 4 or not digits.isdecimal():
        return None
    return int(digits) if EARLIEST <= int(digits) <= LATEST else None


def _place(year: int, month: int = 0, day: int = 0) -> Decimal:
    return Decimal(year * 10000 + month * 100 + day)


def _day(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A day of the month, and where it ends."""
    digits = tokens.raw(index)
    if not digits.isdecimal() or len(digits) > 2 or not 1 <= int(digits) <= 31:
        return None
    is_ordinal = tokens.is_glued(index + 1) and tokens.word(index + 1) in ORDINAL_ENDINGS
    return int(digits), index + (2 if is_ordinal else 1)


def _month(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A month, and where it ends; the full stop of a short form is part of it."""
    month = MONTH_NUMBERS.get(tokens.raw(index))
    if month is None:
        return None
    is_short = tokens.raw(index) not in MONTHS
    has_stop = tokens.raw(index + 1) == "." and tokens.is_glued(index + 1)
    return month, index + (2 if is_short and has_stop else 1)


def _year_after(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A year, perhaps behind a comma, and where it ends."""
    at = index + 1 if tokens.raw(index) == "," else index
    year = year_at(tokens, at)
    return None if year is None else (year, at + 1)


def _month_first(tokens: Tokens, index: int) -> FoundDate | None:
    month = _month(tokens, index)
    if month is None:
        return None
    number, end = month
    day = _day(tokens, end)
    if day is not None and unit_at(tokens, day[1]) is None:
        return _with_year(tokens, number, *day)
    year = _year_after(tokens, end + 1 if tokens.word(end) == "of" else end)
    if year is not None:
        return FoundDate(_place(year[0], number), "month", year[1])
    if tokens.word(index - 1) not in BEFORE_MONTHS or tokens.is_hyphen(end):
        return None
    following = (tokens.raw(end), tokens.raw(end + 1))
    if is_first_name(tokens.raw(index), tokens.raw(index - 1), following, is_first=False):
        return None
    return FoundDate(_place(0, number), "month", end)


def _with_year(tokens: Tokens, month: int, day: int, end: int) -> FoundDate:
    if tokens.is_hyphen(end) or (tokens.word(end) == "to" and _day(tokens, end + 1)):
        return FoundDate(_place(0, month, day), "span", end + 2)
    year = _year_after(tokens, end)
    if year is not None:
        return FoundDate(_place(year[0], month, day), "day", year[1])
    return FoundDate(_place(0, month, day), "day", end)


def _day_first(tokens: Tokens, index: int) -> FoundDate | None:
    day = _day(tokens, index)
    if day is None:
        return None
    month = _month(tokens, day[1] + 1 if tokens.word(day[1]) == "of" else day[1])
    if month is None:
        return None
    year = _year_after(tokens, month[1])
    if year is not None:
        return FoundDate(_place(year[0], month[0], day[0]), "day", year[1])
    return FoundDate(_place(0, month[0], day[0]), "day", month[1])


def _iso(tokens: Tokens, index: int) -> FoundDate | None:
    year = year_at(tokens, index)
    if year is None or not (tokens.is_hyphen(index + 1) and tokens.is_hyphen(index + 3)):
        return None
    month, day = tokens.raw(index + 2), tokens.raw(index + 4)
    if not (month.isdecimal() and day.isdecimal() and len(month) == len(day) == 2):
        return None
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return FoundDate(_place(year, int(month), int(day)), "day", index + 5)


def _season(tokens: Tokens, index: int) -> FoundDate | None:
    if tokens.word(index) not in SEASONS:
        return None
    at = index + 2 if tokens.word(index + 1) == "of" else index + 1
    year = year_at(tokens, at)
    return None if year is None else FoundDate(_place(year), "season", at + 1)


def _decade(tokens: Tokens, index: int) -> FoundDate | None:
    year = year_at(tokens, index)
    if year is None or year % 10 or tokens.word(index + 1) != "s":
        return None
    return FoundDate(_place(year), "decade", index + 2) if tokens.is_glued(index + 1) else None


def _era_first(tokens: Tokens, index: int) -> FoundDate | None:
    digits = tokens.raw(index + 1)
    if tokens.raw(index) not in ("AD", "A") or not digits.isdecimal() or len(digits) > 4:
        return None
    return FoundDate(_place(int(digits)), "year", index + 2) if tokens.raw(index) == "AD" else None


def _era_last(tokens: Tokens, index: int) -> FoundDate | None:
    digits = tokens.raw(index).replace(",", "")
    sign = ERAS.get(tokens.raw(index + 1))
    if sign is None or not digits.isdecimal() or len(digits) > 5:
        return None
    return FoundDate(_place(sign * int(digits)), "year", index + 2)


_ZONES = frozenset({"GMT", "UTC", "CET", "BST", "EST", "EDT", "ET", "PT", "hours", "hrs"})


def _lone_year(tokens: Tokens, index: int) -> FoundDate | None:
    year = year_at(tokens, index)
    before = tokens.word(index - 1)
    if year is None or unit_at(tokens, index + 1) is not None:
        return None
    if tokens.raw(index + 1) in _ZONES:
        return None
    if before not in BEFORE_YEARS and (
        before in BEFORE_COUNTS or counted_noun_at(tokens, index + 1) is not None
    ):
        return None
    is_compound = tokens.is_glued(index) and before in HYPHENS and tokens.word(index - 2) != "mid"
    if is_compound or tokens.is_hyphen(index + 1) or tokens.raw(index + 1) == "'":
        return None
    return FoundDate(_place(year), "year", index + 1)
