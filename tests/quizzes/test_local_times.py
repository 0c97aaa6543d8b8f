"""Tests of quizapp.quizzes.local_times on the nights when clocks change."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.quizzes.local_times import NoSuchTime, clock_changes, comes_twice, to_instant, to_local

ZONES = ("Europe/London", "America/New_York", "Australia/Lord_Howe")
instants = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)).map(  # noqa: DTZ001
    lambda naive: naive.replace(tzinfo=UTC, microsecond=0)
)

# Local times that the clocks skip, with the sentence's times.
SKIPPED = [
    ("Europe/London", datetime(2026, 3, 29, 1, 30), "from 01:00 to 02:00"),  # noqa: DTZ001
    ("America/New_York", datetime(2026, 3, 8, 2, 30), "from 02:00 to 03:00"),  # noqa: DTZ001
    ("Australia/Lord_Howe", datetime(2026, 10, 4, 2, 10), "from 02:00 to 02:30"),  # noqa: DTZ001
]
# Local times that come twice, and by how much the second comes later.
TWICE = [
    ("Europe/London", datetime(2026, 10, 25, 1, 30), 60),  # noqa: DTZ001
    ("America/New_York", datetime(2026, 11, 1, 1, 30), 60),  # noqa: DTZ001
    ("Australia/Lord_Howe", datetime(2026, 4, 5, 1, 45), 30),  # noqa: DTZ001
]


@pytest.mark.parametrize(("zone", "local", "words"), SKIPPED)
def test_time_that_the_clocks_skip_is_refused_with_a_sentence(
    zone: str, local: datetime, words: str
) -> None:
    with pytest.raises(NoSuchTime, match=words):
        to_instant(local, zone)


@pytest.mark.parametrize(("zone", "local", "minutes"), TWICE)
def test_time_that_comes_twice_opens_at_the_first_and_closes_at_the_second(
    zone: str, local: datetime, minutes: int
) -> None:
    first, second = to_instant(local, zone), to_instant(local, zone, is_end=True)
    assert second - first == timedelta(minutes=minutes)


@given(st.sampled_from(ZONES), instants)
def test_instant_comes_back_from_its_local_time(zone: str, instant: datetime) -> None:
    local = to_local(instant, zone)
    assert instant in (to_instant(local, zone), to_instant(local, zone, is_end=True))


@pytest.mark.parametrize(("zone", "local", "_minutes"), TWICE)
def test_change_of_clocks_in_a_window_is_noticed(zone: str, local: datetime, _minutes: int) -> None:
    night = to_instant(local - timedelta(hours=3), zone), to_instant(local, zone, is_end=True)
    assert clock_changes(*night, zone)


def test_a_time_that_comes_twice_is_known_from_either_side() -> None:
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    later = timedelta(hours=1)
    twice = [comes_twice(first + later * at, "Europe/London") for at in (-1, 0, 1, 2)]
    assert twice == [False, True, True, False]
