"""When sign-ins end, and how long guessers wait."""

from datetime import timedelta

import pytest

from quizapp.accounts.rules import (
    Failures,
    Seen,
    account_wait,
    has_ended,
    is_surely_alive,
    network_wait,
    wait_sentence,
)
from tests.factories import NOON

SECOND = timedelta(seconds=1)


def seen(*, made_ago: timedelta, seen_ago: timedelta, is_shared: bool = False) -> Seen:
    return Seen(NOON - made_ago, NOON - seen_ago, is_shared)


@pytest.mark.parametrize(
    ("is_staff", "idle"), [(False, timedelta(days=7)), (True, timedelta(hours=12))]
)
def test_sign_in_ends_after_its_idle_time(is_staff: bool, idle: timedelta) -> None:
    before = seen(made_ago=idle, seen_ago=idle - SECOND)
    after = seen(made_ago=idle, seen_ago=idle)
    assert not has_ended(before, NOON, is_staff=is_staff, is_taking=False)
    assert has_ended(after, NOON, is_staff=is_staff, is_taking=False)


@pytest.mark.parametrize(
    ("is_staff", "longest"), [(False, timedelta(days=30)), (True, timedelta(days=7))]
)
def test_sign_in_in_use_ends_at_its_longest(is_staff: bool, longest: timedelta) -> None:
    before = seen(made_ago=longest - SECOND, seen_ago=SECOND)
    after = seen(made_ago=longest, seen_ago=SECOND)
    assert not has_ended(before, NOON, is_staff=is_staff, is_taking=False)
    assert has_ended(after, NOON, is_staff=is_staff, is_taking=False)


def test_shared_computer_is_signed_out_after_two_hours_even_in_use() -> None:
    two = timedelta(hours=2)
    before = seen(made_ago=two - SECOND, seen_ago=SECOND, is_shared=True)
    after = seen(made_ago=two, seen_ago=SECOND, is_shared=True)
    assert not has_ended(before, NOON, is_staff=False, is_taking=False)
    assert has_ended(after, NOON, is_staff=False, is_taking=False)


@pytest.mark.parametrize("is_shared", [False, True])
def test_open_attempt_is_never_cut_off(is_shared: bool) -> None:
    old = seen(made_ago=timedelta(days=40), seen_ago=timedelta(hours=3), is_shared=is_shared)
    assert has_ended(old, NOON, is_staff=False, is_taking=False)
    assert not has_ended(old, NOON, is_staff=False, is_taking=True)


def test_attempt_left_open_on_a_shared_computer_is_closed_to_the_next_day() -> None:
    left = seen(made_ago=timedelta(days=1), seen_ago=timedelta(hours=12), is_shared=True)
    assert has_ended(left, NOON, is_staff=False, is_taking=True)


@pytest.mark.parametrize("is_staff", [False, True])
@pytest.mark.parametrize("hours", [0, 1, 11, 13, 24 * 8, 24 * 31])
@pytest.mark.parametrize("is_shared", [False, True])
def test_surely_alive_is_alive_for_anybody(hours: int, is_staff: bool, is_shared: bool) -> None:
    ago = timedelta(hours=hours)
    candidate = seen(made_ago=ago, seen_ago=ago, is_shared=is_shared)
    if is_surely_alive(candidate, NOON):
        assert not has_ended(candidate, NOON, is_staff=is_staff, is_taking=False)
        assert not has_ended(candidate, NOON, is_staff=is_staff, is_taking=True)


@pytest.mark.parametrize(
    ("count", "seconds"),
    [(0, 0), (4, 0), (5, 32), (6, 64), (9, 512), (10, 900), (1_000, 900), (10**9, 900)],
)
def test_wait_of_an_account_doubles_up_to_fifteen_minutes(count: int, seconds: int) -> None:
    assert account_wait(Failures(count, NOON, NOON), NOON) == timedelta(seconds=seconds)


def test_wait_of_an_account_runs_from_its_last_failure() -> None:
    failures = Failures(5, NOON, NOON)
    assert account_wait(failures, NOON + timedelta(seconds=31)) == SECOND
    assert account_wait(failures, NOON + timedelta(seconds=32)) == timedelta(0)


def test_failures_of_an_account_are_forgotten_after_a_day() -> None:
    assert account_wait(Failures(50, NOON, NOON), NOON + timedelta(days=1)) == timedelta(0)


def test_network_waits_until_ten_minutes_after_its_first_of_300_failures() -> None:
    now = NOON + timedelta(minutes=4)
    assert network_wait(Failures(299, NOON, now), now) == timedelta(0)
    assert network_wait(Failures(300, NOON, now), now) == timedelta(minutes=6)


def test_clock_set_back_makes_no_wait_longer() -> None:
    earlier = NOON - timedelta(hours=2)
    assert account_wait(Failures(5, NOON, NOON), earlier) == timedelta(minutes=15)
    assert network_wait(Failures(300, NOON, NOON), earlier) == timedelta(minutes=10)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "1 second"), (32, "32 seconds"), (60, "1 minute"), (61, "2 minutes"), (300, "5 minutes")],
)
def test_wait_is_said_in_whole_units(seconds: int, words: str) -> None:
    assert wait_sentence(seconds) == f"Too many tries. Wait {words}, then try again."
