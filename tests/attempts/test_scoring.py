"""Tests of quizapp.attempts.scoring."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from quizapp.attempts.scoring import (
    MILLION,
    SlotScore,
    Totals,
    add_up,
    millionths,
    score_attempt,
    score_slot,
    total,
)
from quizapp.banks.model import Question
from quizapp.question_types.essay import Essay
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.options import Option
from quizapp.quizzes.slots import PublishedSlot

CHOICE = MultipleChoice((Option("Right", True, "a"), Option("Wrong", False, "b")))
ESSAY = Essay()


def make_slot(
    number: int, points: Fraction, body: MultipleChoice | Essay = CHOICE
) -> PublishedSlot:
    question = Question("Which?", body, id=f"q{number}", points=points)
    return PublishedSlot(number, 0, "", "", points, question, (), "en", "")


def test_fraction_is_multiplied_by_the_points() -> None:
    assert score_slot(make_slot(1, Fraction(5, 2)), ("a",)).earned == Fraction(5, 2)


def test_unanswered_slot_counts_as_nothing() -> None:
    (score,) = score_attempt([make_slot(1, Fraction(1))], {})
    assert (score.earned, score.possible) == (0, 1)


def test_answered_essay_waits_to_be_marked() -> None:
    score = score_slot(make_slot(1, Fraction(5), ESSAY), ("Because.",))
    assert (score.earned, score.unmarked) == (0, 5)


def test_blank_essay_leaves_nothing_to_mark() -> None:
    assert score_slot(make_slot(1, Fraction(5), ESSAY), (" \n",)).unmarked == 0


def test_marked_essay_earns_what_a_person_gave() -> None:
    score = score_slot(make_slot(1, Fraction(5), ESSAY), ("Because.",), Fraction(7, 2))
    assert (score.earned, score.unmarked) == (Fraction(7, 2), 0)


def test_blank_essay_earns_nothing_whatever_was_given_before() -> None:
    assert score_slot(make_slot(1, Fraction(5), ESSAY), (" ",), Fraction(5)).earned == 0


def test_mark_changes_nothing_where_the_program_grades() -> None:
    assert score_slot(make_slot(1, Fraction(1)), ("b",), Fraction(1)).earned == 0


def test_thirds_that_make_a_whole_do() -> None:
    thirds = [SlotScore(number, Fraction(1, 3), Fraction(1)) for number in range(3)]
    assert add_up(thirds) == Totals(MILLION, 3 * MILLION, 0)


points = st.fractions(0, 100, max_denominator=50)


@given(st.lists(st.tuples(points, points, st.booleans())))
def test_sums_are_off_by_at_most_half_a_millionth(
    given_scores: list[tuple[Fraction, Fraction, bool]],
) -> None:
    scores = [
        SlotScore(number, earned, possible, marking)
        for number, (earned, possible, marking) in enumerate(given_scores)
    ]
    exact = sum((score.earned for score in scores), Fraction(0)) * MILLION
    assert abs(add_up(scores).earned - exact) <= Fraction(1, 2)


@given(st.integers(0, 10**9))
def test_millionths_come_back(count: int) -> None:
    assert millionths(Fraction(count, MILLION)) == count


@given(st.lists(st.fractions()))
def test_total_is_the_exact_sum(points: list[Fraction]) -> None:
    assert total(points) == sum(points)
