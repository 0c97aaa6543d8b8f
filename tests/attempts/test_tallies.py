"""How long people were at a question, from when their answers arrived."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quizapp.attempts import tallies
from tests.factories import NOON

ARRIVALS = st.lists(st.tuples(st.integers(0, 5_000), st.integers(1, 5)), max_size=20)


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def spent(*arrivals: tuple[int, int]) -> dict[int, float]:
    took = tallies.spent(NOON, [(at(seconds), slot) for seconds, slot in sorted(arrivals)])
    return {slot: length.total_seconds() for slot, length in took.items()}


def test_an_answer_took_the_time_since_the_one_before() -> None:
    assert spent((20, 1), (50, 2)) == {1: 20, 2: 30}


def test_answering_again_adds_up() -> None:
    assert spent((20, 1), (50, 2), (60, 1)) == {1: 30, 2: 30}


def test_what_arrives_together_shares_the_time() -> None:
    assert spent((30, 1), (30, 2), (50, 3)) == {1: 15, 2: 15, 3: 20}


def test_what_arrived_before_the_start_is_not_known() -> None:
    assert spent((-5, 1), (20, 2)) == {2: 20}


def test_shares_of_a_second_are_cut_to_whole_ones() -> None:
    took = tallies.spent(NOON, [(at(5), slot) for slot in (1, 2, 3)])
    assert [tallies.whole_seconds(length) for length in took.values()] == [1, 1, 1]


def test_without_answers_nothing_is_known() -> None:
    assert spent() == {}


@given(ARRIVALS)
def test_all_times_together_are_the_time_to_the_last_answer(
    arrivals: list[tuple[int, int]],
) -> None:
    found = spent(*arrivals)

    assert all(seconds >= 0 for seconds in found.values())
    whole = max((seconds for seconds, _ in arrivals), default=0)
    assert abs(sum(found.values()) - whole) < 0.001  # shares are whole microseconds
