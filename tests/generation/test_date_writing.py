"""Other dates in the writing of a given one."""

import pytest

from quizapp.generation.figures.date_writing import Day, parts_of, write_date_like

WRITTEN = [
    ("Feb. 24", Day(0, 3, 7), "March 7"),
    ("Feb. 24", Day(0, 9, 7), "Sept. 7"),
    ("February 24", Day(0, 9, 7), "September 7"),
    ("6 April 1917", Day(1918, 5, 16), "16 May 1918"),
    ("April 6, 1917", Day(1918, 5, 16), "May 16, 1918"),
    ("6th of April", Day(0, 5, 21), "21st of May"),
    ("April 2nd", Day(0, 5, 13), "May 13th"),
    ("2021-11-05", Day(2022, 1, 9), "2022-01-09"),
    ("Nov 2021", Day(2020, 6), "Jun 2020"),
    ("summer of 1866", Day(1867), "summer of 1867"),
    ("1990s", Day(1970), "1970s"),
    ("480 BC", Day(-460), "460 BC"),
]


@pytest.mark.parametrize(("text", "day", "written"), WRITTEN)
def test_date_is_written_like_the_given_one(text: str, day: Day, written: str) -> None:
    assert write_date_like(text, day) == written


@pytest.mark.parametrize("day", [Day(1999, 4, 6), Day(0, 4, 6), Day(1999), Day(-480)])
def test_value_keeps_the_parts(day: Day) -> None:
    assert parts_of(day.value) == day


def test_date_that_would_read_otherwise_is_not_written() -> None:
    assert write_date_like("1999", Day(12)) is None
