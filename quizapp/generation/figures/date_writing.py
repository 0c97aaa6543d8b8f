"""Another date in the writing of a given one: its order, its short or full month, its ending."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from quizapp.generation.figures.dates import (
    ERAS,
    MONTH_NUMBERS,
    MONTHS,
    ORDINAL_ENDINGS,
    date_at,
)
from quizapp.generation.figures.tokens import Tokens

# Short months as newspapers write them; the others stay as they are.
SHORT = {1: "Jan.", 2: "Feb.", 8: "Aug.", 9: "Sept.", 10: "Oct.", 11: "Nov.", 12: "Dec."}
IRREGULAR_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


@dataclass(frozen=True)
class Day:
    """A date's parts, 0 where it is open; a year before our era is negative."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def value(self) -> Decimal:
        """Its place in time as a figure has it."""
        return Decimal(self.year * 10000 + self.month * 100 + self.day)


def parts_of(value: Decimal) -> Day:
    """The reverse of `Day.value`."""
    whole = int(value)
    if whole < 0:
        return Day(-(-whole // 10000))
    return Day(whole // 10000, whole // 100 % 100, whole % 100)


def write_date_like(text: str, day: Day) -> str | None:
    """`text`, which is a date, with another day, month and year; None if that can't be said."""
    tokens = Tokens(text)
    written = "".join(_parts(tokens, day)).strip()
    found = _date_within(written)
    return written if found == day.value else None


def _date_within(text: str) -> Decimal | None:
    """The place in time of a date as it stands alone; a lone month needs no word before it."""
    tokens = Tokens(f"in {text}")
    at = 2 if tokens.word(1) == "the" else 1
    found = date_at(tokens, at)
    return found.value if found is not None and found.end == len(tokens) else None


def _parts(tokens: Tokens, day: Day) -> Iterator[str]:
    at, place = 0, 0
    while at < len(tokens):
        token = tokens.all[at]
        yield tokens.text[place : token.start]
        part, end = _part(tokens, at, day)
        yield part
        place, at = tokens.all[end - 1].end, end


def _part(tokens: Tokens, at: int, day: Day) -> tuple[str, int]:
    """What stands in the place of a token, and behind which token to go on."""
    raw = tokens.raw(at)
    if raw in MONTH_NUMBERS:
        has_stop = tokens.raw(at + 1) == "."
        month = SHORT.get(day.month, MONTHS[day.month - 1]) if has_stop else _month(raw, day)
        return month, at + (2 if has_stop else 1)
    if not raw.isdecimal():
        return raw, at + 1
    is_iso_month = len(raw) == 2 and tokens.is_hyphen(at + 1)
    if is_iso_month:
        return f"{day.month:02}", at + 1
    if len(raw) > 2 or tokens.raw(at + 1) in ERAS:
        return str(abs(day.year)), at + 1
    if tokens.word(at + 1) in ORDINAL_ENDINGS:
        return f"{day.day}{IRREGULAR_ENDINGS.get(day.day, 'th')}", at + 2
    return (f"{day.day:02}" if raw.startswith("0") else str(day.day)), at + 1


def _month(raw: str, day: Day) -> str:
    """As short as the given one."""
    month = MONTHS[day.month - 1]
    return month if raw in MONTHS else month[:3]
