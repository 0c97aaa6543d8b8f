"""Other dates as exact as a given one: first those of the article, then its neighbours."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from quizapp.generation.figures.date_writing import Day, parts_of
from quizapp.generation.figures.dates import date_at
from quizapp.generation.figures.tokens import Tokens
from quizapp.generation.findings import Figure, Findings

_AHEAD = re.compile(r"\b(?:will|would|by|until|due|plans?|planned|hopes?|expects?|expected)\b")
LEAP_YEAR = 2024  # stands in where a day has no year, so that February 29 is one
YOUNG = 6  # a month before which too few of its year are left to choose wrong ones from
RECENT = 1990  # from here on a wrong year may be the future, which can't be a wrong option
MOST_YEARS_APART = 25
DAYS_APART = 3  # years between days and months that can be taken for each other
YEAR_SHIFTS = (-12, -9, -7, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 7, 9, 12)
DECADE_SHIFTS = (-4, -3, -2, -1, 1, 2, 3, 4)
DAY_SHIFTS = (-47, -33, -21, -12, -9, -5, 5, 8, 12, 19, 33, 46)
MONTH_SHIFTS = (-8, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 8)


def other_dates(figure: Figure, findings: Findings) -> Iterator[Decimal]:
    """Places in time that are neither the figure's nor another one's in its sentence."""
    taken = {each.value for each in findings.figures_in(figure.sentence)}
    latest = _latest(findings, figure.value)
    latest_day = _latest_day(findings, figure.value)
    for value in (*_of_article(figure, findings), *_neighbours(figure)):
        day = parts_of(value)
        is_future = figure.value // 10000 >= RECENT and value > latest
        is_future = is_future or (not day.year and value > latest_day)
        if value not in taken and not is_future and (day.year or not figure.value // 10000):
            yield value


def _latest(findings: Findings, key: Decimal) -> Decimal:
    """The article's own date; where that isn't known or the key is beyond it, its latest one.

    Of a mere year it's the latest that the article tells of it: its own month isn't known.
    """
    past = (each for each in findings.figures if _is_dated(each) and not _is_ahead(each, findings))
    told = max((each.value for each in past), default=key)
    own = _own_date(findings.article.date)
    if own < key and own // 10000 != key // 10000:
        return max(told, key)
    if own % 10000:
        return max(own, key)
    in_year = [each.value for each in findings.figures if _is_dated(each)]
    return max((value for value in in_year if value // 10000 == own // 10000), default=own)


def _latest_day(findings: Findings, key: Decimal) -> Decimal:
    """Of days and months without a year: the article's own, unless the year was young then."""
    own = _own_date(findings.article.date) % 10000
    return own if own >= max(key, Decimal(YOUNG * 100)) else Decimal(1300)


def _is_dated(figure: Figure) -> bool:
    return figure.kind in ("date", "year")


def _is_ahead(figure: Figure, findings: Findings) -> bool:
    """Whether its sentence tells of what is to come."""
    return _AHEAD.search(findings.article.sentences[figure.sentence].text) is not None


def _own_date(written: str) -> Decimal:
    """The most exact date in an article's line of its date; 0 without any."""
    tokens = Tokens(written)
    found = (date_at(tokens, at) for at in range(len(tokens)))
    return max((each.value for each in found if each), default=Decimal(0))


def _of_article(figure: Figure, findings: Findings) -> Iterator[Decimal]:
    own = parts_of(figure.value)
    for other in findings.figures_like(figure):
        if other.sentence == figure.sentence:
            continue
        day = parts_of(other.value)
        apart = DAYS_APART if figure.unit in ("day", "month") else MOST_YEARS_APART
        if bool(day.year) == bool(own.year) and abs(day.year - own.year) <= apart:
            yield other.value


def _neighbours(figure: Figure) -> Iterator[Decimal]:
    own = parts_of(figure.value)
    if figure.unit == "day":
        yield from _days(own)
    elif figure.unit == "month":
        yield from _months(own)
    elif figure.unit == "decade":
        yield from (Day(own.year + 10 * shift).value for shift in DECADE_SHIFTS)
    else:
        yield from (Day(own.year + shift).value for shift in YEAR_SHIFTS)


def _days(own: Day) -> Iterator[Decimal]:
    try:
        start = date(own.year or LEAP_YEAR, own.month, own.day)
    except ValueError:
        return
    for shift in DAY_SHIFTS:
        other = start + timedelta(days=shift)
        if own.year or other.year == start.year:
            yield Day(other.year if own.year else 0, other.month, other.day).value


def _months(own: Day) -> Iterator[Decimal]:
    for shift in MONTH_SHIFTS:
        years, month = divmod(own.month - 1 + shift, 12)
        if own.year or years == 0:
            yield Day(own.year + years if own.year else 0, month + 1).value
