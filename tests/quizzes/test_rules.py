"""Tests of quizapp.quizzes.rules."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.attempts.rules import deadline
from quizapp.quizzes.local_times import clock_changes, to_instant
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


def ending(settings: QuizSettings, factor: Fraction, extras: Extras) -> datetime:
    """The deadline of an attempt begun at noon; none is the latest of all."""
    found = deadline(personal(settings, factor, extras), NOON)
    return datetime.max.replace(tzinfo=UTC) if found is None else found


def test_without_extras_and_factor_the_settings_are_the_quizs() -> None:
    settings = QuizSettings(opens_at=NOON, closes_at=NOON + HOUR, time_limit=30 * MINUTE)
    assert personal(settings, NORMAL) == settings


def test_extras_may_replace_the_factor_of_the_enrollment() -> None:
    settings = QuizSettings(time_limit=30 * MINUTE)
    assert personal(settings, HALF_MORE, Extras(time_percent=200)).time_limit == HOUR


def test_extra_minutes_lengthen_the_limit_and_move_the_closing_with_it() -> None:
    settings = QuizSettings(opens_at=NOON, closes_at=NOON + HOUR, time_limit=30 * MINUTE)
    own = personal(settings, HALF_MORE, Extras(extra=5 * MINUTE))
    assert (own.time_limit, own.closes_at) == (50 * MINUTE, NOON + HOUR + 20 * MINUTE)


def test_extra_minutes_without_limit_move_the_closing() -> None:
    settings = QuizSettings(closes_at=NOON)
    assert personal(settings, NORMAL, Extras(extra=5 * MINUTE)).closes_at == NOON + 5 * MINUTE


def test_extra_time_comes_on_top_of_an_own_closing() -> None:
    settings = QuizSettings(opens_at=NOON, closes_at=NOON + HOUR, time_limit=30 * MINUTE)
    own = personal(settings, HALF_MORE, Extras(closes_at=NOON + 24 * HOUR))
    assert own.closes_at == NOON + 24 * HOUR + 15 * MINUTE


def test_later_own_closing_takes_no_extra_time_away() -> None:
    exam = QuizSettings(opens_at=NOON, closes_at=NOON + 6 * HOUR)
    own = personal(exam, HALF_MORE, Extras(closes_at=NOON + 7 * HOUR))
    assert own.closes_at == NOON + 10 * HOUR


def test_own_opening_takes_the_place_of_the_quizs() -> None:
    own = personal(QuizSettings(opens_at=NOON), NORMAL, Extras(opens_at=NOON - HOUR))
    assert window(own, NOON - MINUTE) is Window.OPEN


def test_more_attempts_come_on_top() -> None:
    own = personal(QuizSettings(attempts_allowed=1), NORMAL, Extras(more_attempts=2))
    assert attempts_left(own, used=1) == 2


@given(quizzes, factors, extensions, st.timedeltas(timedelta(), 24 * HOUR))
def test_extending_anything_never_moves_a_deadline_back(
    settings: QuizSettings, factor: Fraction, extras: Extras, more: timedelta
) -> None:
    before = ending(settings, factor, extras)
    percent = None if extras.time_percent is None else extras.time_percent + 25
    closes_at = None if extras.closes_at is None else extras.closes_at + more
    extended = [
        replace(extras, extra=extras.extra + more),
        replace(extras, time_percent=percent),
        replace(extras, closes_at=closes_at),
        replace(extras, more_attempts=extras.more_attempts + 1),
        replace(extras, opens_at=None),
    ]
    assert all(ending(settings, factor, each) >= before for each in extended)


@given(quizzes, factors, factors, extensions)
def test_larger_factor_never_gives_less_time(
    settings: QuizSettings, one: Fraction, other: Fraction, extras: Extras
) -> None:
    smaller, larger = sorted((one, other))
    assert ending(settings, smaller, extras) <= ending(settings, larger, extras)


# A quiz of 90 minutes that begins shortly before the clocks change.
NIGHTS = [
    ("Europe/London", "2026-03-29 00:30"),
    ("Europe/London", "2026-10-25 00:30"),
    ("America/New_York", "2026-03-08 01:30"),
    ("America/New_York", "2026-11-01 00:30"),
    ("Australia/Lord_Howe", "2026-10-04 01:30"),
    ("Australia/Lord_Howe", "2026-04-05 01:00"),
]


@pytest.mark.parametrize(("zone", "opens"), NIGHTS)
def test_extra_time_is_real_minutes_while_clocks_change(zone: str, opens: str) -> None:
    opens_at = to_instant(datetime.fromisoformat(opens), zone)
    settings = QuizSettings(opens_at, opens_at + 2 * HOUR, time_limit=90 * MINUTE)
    own = personal(settings, HALF_MORE)
    end = deadline(own, opens_at)
    assert end is not None
    assert (end - opens_at, clock_changes(opens_at, end, zone)) == (135 * MINUTE, True)


@given(quizzes, st.lists(st.tuples(factors, extensions), max_size=5))
def test_last_moment_is_never_before_anybodys_own_closing(
    settings: QuizSettings, people: list[tuple[Fraction, Extras]]
) -> None:
    moment = last_moment(settings, people)
    closings = [personal(settings, *person).closes_at for person in people]
    assert moment is None or all(closing is None or closing < moment for closing in closings)
