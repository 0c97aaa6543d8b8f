"""Tests of quizapp.marking.rules."""

from fractions import Fraction

import pytest

from quizapp.banks.model import Question
from quizapp.marking.rules import (
    LONGEST_COMMENT,
    Line,
    UnfitComment,
    UnfitPoints,
    earned,
    fit_comment,
    is_scaled,
    list_lines,
    read_points,
)
from quizapp.question_types.base import Criterion
from quizapp.question_types.essay import Essay
from quizapp.quizzes.slots import PublishedSlot

RUBRIC = (Criterion("Names it", Fraction(2)), Criterion("Proves it", Fraction(3)))
LINE = Line("Names it", Fraction(2))


def make_slot(points: int, *rubric: Criterion) -> PublishedSlot:
    question = Question("Why?", Essay(rubric=rubric), id="why")
    return PublishedSlot(1, 0, "", "", Fraction(points), question, (), "en", "")


@pytest.mark.parametrize(
    ("typed", "points"),
    [
        ("0", 0),
        ("2", 2),
        ("0.5", Fraction(1, 2)),
        ("0,5", Fraction(1, 2)),
        (".5", Fraction(1, 2)),
        ("1.", 1),
        (" 1.25 ", Fraction(5, 4)),
        ("１", 1),
        ("١٫٥", Fraction(3, 2)),
    ],
)
def test_points_are_read_with_comma_or_point(typed: str, points: Fraction) -> None:
    assert read_points(typed, LINE, "") == points


@pytest.mark.parametrize(
    "typed", ["two", "-1", "1/2", "1.2.3", "1,000,000", "1e1", "nan", "½", "."]
)
def test_points_that_are_no_number_are_refused(typed: str) -> None:
    with pytest.raises(UnfitPoints, match="as a number like 2 or 0.5, from 0 to 2"):
        read_points(typed, LINE, "")


def test_points_beyond_the_line_are_refused() -> None:
    with pytest.raises(UnfitPoints, match=r"2\.01 is too many points for “Names it”"):
        read_points("2.01", LINE, "Names it")


@pytest.mark.parametrize("typed", ["", "  "])
def test_no_points_are_refused_with_the_range(typed: str) -> None:
    with pytest.raises(UnfitPoints, match="Enter the points for “Names it”, from 0 to 2"):
        read_points(typed, LINE, "Names it")


def test_rubric_has_a_line_for_each_criterion() -> None:
    assert list_lines(make_slot(5, *RUBRIC)) == (LINE, Line("Proves it", Fraction(3)))


def test_without_a_rubric_there_is_one_line_of_all_points() -> None:
    assert list_lines(make_slot(5)) == (Line("", Fraction(5)),)


def test_points_of_a_rubric_that_adds_up_are_added() -> None:
    assert earned(make_slot(5, *RUBRIC), (Fraction(1, 2), Fraction(3))) == Fraction(7, 2)


def test_rubric_of_other_points_than_the_question_is_scaled() -> None:
    slot = make_slot(10, *RUBRIC)
    assert (is_scaled(slot), earned(slot, (Fraction(1), Fraction(2)))) == (True, 6)


def test_essay_worth_nothing_earns_nothing() -> None:
    assert earned(make_slot(0), (Fraction(0),)) == 0


@pytest.mark.parametrize("given", [(3, 0), (0, 4), (-1, 0), (1,), (1, 1, 1)])
def test_points_that_do_not_fit_the_lines_are_refused(given: tuple[int, ...]) -> None:
    with pytest.raises(UnfitPoints, match="don't fit"):
        earned(make_slot(5, *RUBRIC), tuple(map(Fraction, given)))


def test_comment_keeps_its_line_breaks() -> None:
    assert fit_comment(" One\r\n\r\nTwo\0\n") == "One\n\nTwo"


def test_comment_that_is_too_long_is_refused() -> None:
    with pytest.raises(UnfitComment, match="10,001 characters; 10,000 is the most"):
        fit_comment("x" * (LONGEST_COMMENT + 1))
