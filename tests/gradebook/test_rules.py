"""What stands in a cell, and what goes into averages."""

from datetime import timedelta
from fractions import Fraction

import pytest

from quizapp.attempts.rules import AttemptScore
from quizapp.gradebook.rules import Cell, State, average, judge
from quizapp.quizzes.rules import Counts, QuizSettings
from tests.factories import NOON

HOUR = timedelta(hours=1)
OPEN = QuizSettings()
LATER = QuizSettings(opens_at=NOON + HOUR)
CLOSED = QuizSettings(closes_at=NOON - HOUR)


def score(earned: int, unmarked: int = 0) -> AttemptScore:
    return AttemptScore(Fraction(earned), Fraction(10), Fraction(unmarked))


@pytest.mark.parametrize(
    ("settings", "is_working", "state"),
    [
        (OPEN, False, State.OPEN),
        (OPEN, True, State.WORKING),
        (CLOSED, False, State.MISSED),
        (LATER, False, State.LATER),
    ],
)
def test_without_a_score_a_word_says_why(
    settings: QuizSettings, is_working: bool, state: State
) -> None:
    cell = judge([], settings, NOON, is_working=is_working)
    assert (cell.state, cell.score) == (state, None)


@pytest.mark.parametrize(
    ("counts", "earned"),
    [(Counts.BEST, 9), (Counts.LAST, 6), (Counts.FIRST, 3), (Counts.AVERAGE, 6)],
)
def test_the_quiz_says_which_attempt_counts(counts: Counts, earned: int) -> None:
    scores = [score(3), score(9), score(6)]
    cell = judge(scores, QuizSettings(counts=counts), NOON, is_working=True)
    assert cell.score and cell.score.earned == earned
    assert cell.is_working


def test_score_with_something_to_mark_is_not_final() -> None:
    cell = judge([score(3, unmarked=5)], CLOSED, NOON, is_working=False)
    assert (cell.state, cell.decided, cell.final, cell.share) == (State.TO_BE_MARKED, 5, None, None)


def test_average_is_of_final_scores_and_what_was_missed() -> None:
    final = Cell(State.FINAL, score(8))
    others = [Cell(State.OPEN), Cell(State.WORKING), Cell(State.TO_BE_MARKED, score(3, 5))]
    assert average([final, *others]) == Fraction(4, 5)
    assert average([final, Cell(State.MISSED), *others]) == Fraction(2, 5)
    assert average(others) is None


def test_quiz_worth_nothing_is_in_no_average() -> None:
    assert Cell(State.FINAL, AttemptScore(Fraction(0), Fraction(0))).share is None
