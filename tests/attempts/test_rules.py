"""Tests of quizapp.attempts.rules."""

from datetime import datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.attempts.rules import (
    AttemptScore,
    NoAttemptsLeft,
    NotOpenYet,
    QuizClosed,
    Timing,
    counted,
    deadline,
    final_score,
    may_start,
    timing,
)
from quizapp.quizzes.rules import Counts, QuizSettings, personal
from tests.factories import NOON

MINUTE = timedelta(minutes=1)
NORMAL, HALF_MORE = Fraction(1), Fraction(3, 2)
LIMITED = QuizSettings(time_limit=30 * MINUTE)


def score(earned: int, possible: int = 10, unmarked: int = 0) -> AttemptScore:
    return AttemptScore(Fraction(earned), Fraction(possible), Fraction(unmarked))


def test_attempt_without_limit_and_closing_never_ends() -> None:
    assert deadline(QuizSettings(), NOON) is None


def test_limit_runs_from_the_start() -> None:
    assert deadline(LIMITED, NOON) == NOON + 30 * MINUTE


def test_limit_is_stretched_by_the_factor() -> None:
    assert deadline(personal(LIMITED, HALF_MORE), NOON) == NOON + 45 * MINUTE


def test_closing_cuts_the_limit() -> None:
    settings = QuizSettings(closes_at=NOON + 10 * MINUTE, time_limit=30 * MINUTE)
    assert deadline(settings, NOON) == NOON + 10 * MINUTE


def test_closing_alone_ends_an_attempt() -> None:
    assert deadline(QuizSettings(closes_at=NOON), NOON - MINUTE) == NOON


@given(st.integers(100, 300), st.integers(0, 120), st.integers(1, 120), st.integers(0, 240))
def test_extra_time_never_brings_the_deadline_nearer(
    percent: int, started: int, limit: int, closing: int
) -> None:
    settings = QuizSettings(
        opens_at=NOON, closes_at=NOON + closing * MINUTE, time_limit=limit * MINUTE
    )
    start = NOON + started * MINUTE
    factors = (NORMAL, Fraction(percent, 100))
    usual, own = (deadline(personal(settings, factor), start) for factor in factors)
    assert usual is not None
    assert own is not None
    assert own >= usual


def test_changed_settings_act_at_once() -> None:
    shorter = QuizSettings(time_limit=20 * MINUTE)
    assert deadline(shorter, NOON) == NOON + 20 * MINUTE


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (NOON, Timing.ON_TIME),
        (NOON + MINUTE, Timing.ON_TIME),
        (NOON + MINUTE + timedelta(microseconds=1), Timing.LATE),
    ],
)
def test_grace_includes_its_last_instant(now: datetime, expected: Timing) -> None:
    assert timing(NOON, QuizSettings(grace=MINUTE), now) is expected


def test_without_deadline_nothing_is_late() -> None:
    assert timing(None, QuizSettings(), NOON) is Timing.ON_TIME


@pytest.mark.parametrize(
    ("settings", "used", "reason"),
    [
        (QuizSettings(), 0, None),
        (QuizSettings(), 1, NoAttemptsLeft),
        (QuizSettings(attempts_allowed=None), 50, None),
        (QuizSettings(opens_at=NOON + MINUTE), 0, NotOpenYet),
        (QuizSettings(closes_at=NOON), 0, QuizClosed),
        (QuizSettings(closes_at=NOON), 1, QuizClosed),
    ],
)
def test_refusal_has_its_reason(
    settings: QuizSettings, used: int, reason: type[Exception] | None
) -> None:
    assert may_start(settings, used, NOON) is reason


def test_extra_time_opens_a_closed_quiz_a_little_longer() -> None:
    settings = QuizSettings(closes_at=NOON, time_limit=30 * MINUTE)
    people = [personal(settings, factor) for factor in (NORMAL, HALF_MORE)]
    found = [may_start(own, 0, NOON + MINUTE) for own in people]
    assert found == [QuizClosed, None]


SCORES = [score(6), score(9), score(9), score(7)]


@pytest.mark.parametrize(
    ("counts", "at"),
    [(Counts.BEST, 1), (Counts.FIRST, 0), (Counts.LAST, 3), (Counts.AVERAGE, None)],
)
def test_attempt_that_counts(counts: Counts, at: int | None) -> None:
    assert counted(SCORES, counts) == at


def test_best_is_the_best_share_when_attempts_drew_other_questions() -> None:
    assert counted([score(6, 10), score(5, 6)], Counts.BEST) == 1


def test_average_is_exact() -> None:
    final = final_score([score(1), score(0), score(0)], Counts.AVERAGE)
    assert final is not None
    assert final.earned == Fraction(1, 3)


@pytest.mark.parametrize("counts", Counts)
def test_no_attempt_has_no_score(counts: Counts) -> None:
    assert final_score([], counts) is None
