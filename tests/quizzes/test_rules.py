"""Tests of quizapp.quizzes.rules."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.quizzes.rules import (
    NO_EXTRAS,
    Extras,
    FeedbackPolicy,
    Part,
    QuizSettings,
    When,
    Window,
    attempts_left,
    last_moment,
    personal,
    shown,
    shows_from,
    stretch,
    window,
)

NOON = datetime(2026, 2, 13, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
NORMAL, HALF_MORE = Fraction(1), Fraction(3, 2)

instants = st.integers(0, 365 * 24 * 3600).map(lambda seconds: NOON + timedelta(seconds=seconds))
lengths = st.timedeltas(timedelta(seconds=1), timedelta(days=30))
factors = st.integers(100, 300).map(lambda percent: Fraction(percent, 100))


def test_quiz_without_times_is_always_open() -> None:
    assert window(QuizSettings(), NOON) is Window.OPEN


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (NOON - timedelta(microseconds=1), Window.LATER),
        (NOON, Window.OPEN),
        (NOON + HOUR - timedelta(microseconds=1), Window.OPEN),
        (NOON + HOUR, Window.CLOSED),
    ],
)
def test_window_includes_its_opening_and_excludes_its_closing(
    now: datetime, expected: Window
) -> None:
    assert window(QuizSettings(opens_at=NOON, closes_at=NOON + HOUR), now) is expected


def test_closing_moves_by_what_the_factor_adds_to_the_limit() -> None:
    settings = QuizSettings(opens_at=NOON, closes_at=NOON + HOUR, time_limit=30 * MINUTE)
    assert personal(settings, HALF_MORE).closes_at == NOON + HOUR + 15 * MINUTE


def test_without_limit_closing_moves_by_what_the_factor_adds_to_a_short_window() -> None:
    settings = QuizSettings(opens_at=NOON, closes_at=NOON + 6 * HOUR)
    assert personal(settings, HALF_MORE).closes_at == NOON + 9 * HOUR


def test_without_limit_a_window_over_six_hours_closes_for_all_alike() -> None:
    closes_at = NOON + 6 * HOUR + timedelta(seconds=1)
    settings = QuizSettings(opens_at=NOON, closes_at=closes_at)
    assert personal(settings, HALF_MORE).closes_at == closes_at


def test_without_opening_and_limit_closing_is_for_all_alike() -> None:
    assert personal(QuizSettings(closes_at=NOON), HALF_MORE).closes_at == NOON


def test_window_closes_later_for_somebody_with_extra_time() -> None:
    settings = QuizSettings(opens_at=NOON, closes_at=NOON + HOUR, time_limit=30 * MINUTE)
    late = NOON + HOUR + 10 * MINUTE
    assert [window(personal(settings, factor), late) for factor in (NORMAL, HALF_MORE)] == [
        Window.CLOSED,
        Window.OPEN,
    ]


@given(instants, lengths, st.none() | lengths, factors)
def test_extra_time_never_closes_a_quiz_earlier(
    opens_at: datetime, length: timedelta, limit: timedelta | None, factor: Fraction
) -> None:
    settings = QuizSettings(opens_at=opens_at, closes_at=opens_at + length, time_limit=limit)
    closing = personal(settings, factor).closes_at
    assert closing is not None
    assert closing >= opens_at + length


@given(lengths, factors)
def test_stretching_is_exact_to_the_microsecond(length: timedelta, factor: Fraction) -> None:
    exact = Fraction(length // timedelta(microseconds=1)) * factor
    assert 0 <= exact - stretch(length, factor) // timedelta(microseconds=1) < 1


def test_last_moment_is_the_last_personal_closing_and_its_grace() -> None:
    settings = QuizSettings(closes_at=NOON, time_limit=HOUR, grace=MINUTE)
    assert last_moment(settings, [(Fraction(2), NO_EXTRAS)]) == NOON + HOUR + MINUTE


def test_attempts_left_never_fall_below_none() -> None:
    assert [attempts_left(QuizSettings(attempts_allowed=2), used) for used in range(4)] == [
        2,
        1,
        0,
        0,
    ]


def test_any_number_of_attempts_stays_any_number() -> None:
    assert attempts_left(QuizSettings(attempts_allowed=None), 99) is None


policies = st.builds(
    FeedbackPolicy,
    what=st.frozensets(st.sampled_from(Part)),
    when=st.sampled_from(When),
    at=st.none() | instants,
    score_at_once=st.booleans(),
)


@given(policies, instants, st.none() | instants)
def test_nothing_shows_before_submitting(
    policy: FeedbackPolicy, now: datetime, closing: datetime | None
) -> None:
    assert shown(policy, now, closing, submitted=False) == frozenset()


@given(policies, instants, st.none() | instants)
def test_nothing_shows_that_the_policy_does_not_name(
    policy: FeedbackPolicy, now: datetime, closing: datetime | None
) -> None:
    assert shown(policy, now, closing, submitted=True) <= policy.what


@given(policies, instants, st.none() | instants, lengths)
def test_what_shows_stays(
    policy: FeedbackPolicy, now: datetime, closing: datetime | None, later: timedelta
) -> None:
    before = shown(policy, now, closing, submitted=True)
    assert before <= shown(policy, now + later, closing, submitted=True)


@pytest.mark.parametrize("when", [When.AFTER_CLOSING, When.AT_TIME])
def test_all_shows_from_the_moment_on(when: When) -> None:
    policy = FeedbackPolicy(when=when, at=NOON)
    seen = [
        shown(policy, now, NOON, submitted=True) for now in (NOON - timedelta(microseconds=1), NOON)
    ]
    assert seen == [frozenset(), frozenset(Part)]


def test_after_closing_never_comes_for_a_quiz_that_never_closes() -> None:
    policy = FeedbackPolicy(when=When.AFTER_CLOSING)
    assert shown(policy, NOON, None, submitted=True) == frozenset()


def test_never_is_never() -> None:
    assert shown(FeedbackPolicy(when=When.NEVER), NOON, NOON, submitted=True) == frozenset()


def test_score_alone_may_come_at_once() -> None:
    policy = FeedbackPolicy(when=When.AFTER_CLOSING, score_at_once=True)
    assert shown(policy, NOON, NOON + HOUR, submitted=True) == {Part.SCORE}


def test_score_does_not_come_at_once_if_it_never_comes() -> None:
    policy = FeedbackPolicy(frozenset({Part.MARKS}), When.AFTER_CLOSING, score_at_once=True)
    assert shown(policy, NOON, NOON + HOUR, submitted=True) == frozenset()


def test_moment_of_release_is_told_when_it_is_known() -> None:
    policies = [FeedbackPolicy(when=when, at=NOON) for when in When]
    assert [shows_from(policy, NOON + HOUR) for policy in policies] == [
        None,
        NOON + HOUR,
        NOON,
        None,
    ]


extensions = st.builds(
    Extras,
    time_percent=st.none() | st.integers(100, 400),
    extra=st.timedeltas(timedelta(), 5 * HOUR),
    opens_at=st.none() | instants,
    closes_at=st.none() | instants,
    more_attempts=st.integers(0, 5),
)
quizzes = st.builds(
    QuizSettings,
    opens_at=st.none() | instants,
    closes_at=st.none() | instants,
    time_limit=st.none() | lengths,
    attempts_allowed=st.none() | st.integers(1, 5),
)
