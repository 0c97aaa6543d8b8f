"""Extra time and other terms of one person."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.attempts.rules import deadline
from quizapp.quizzes.local_times import clock_changes, to_instant
from quizapp.quizzes.rules import (
    Extras,
    QuizSettings,
    Window,
    attempts_left,
    last_moment,
    personal,
    window,
)
from tests.quizzes.test_rules import (
    HALF_MORE,
    HOUR,
    MINUTE,
    NOON,
    NORMAL,
    extensions,
    factors,
    quizzes,
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
