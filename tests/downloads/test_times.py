"""How long people were at a question, from when their answers arrived."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quizapp.downloads.times import seconds_by_slot
from tests.factories import NOON

ARRIVALS = st.lists(st.tuples(st.integers(0, 5_000), st.integers(1, 5)), max_size=20)


def at(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def spent(*arrivals: tuple[int, int]) -> dict[int, int]:
    return seconds_by_slot(NOON, [(at(seconds), slot) for seconds, slot in arrivals], at(3_600))


def test_an_answer_took_the_time_since_the_one_before() -> None:
    assert spent((20, 1), (50, 2)) == {1: 20, 2: 30}


def test_answering_again_adds_up() -> None:
    assert spent((20, 1), (50, 2), (60, 1)) == {1: 30, 2: 30}


def test_what_arrives_together_shares_the_time() -> None:
    assert spent((30, 1), (30, 2), (50, 3)) == {1: 15, 2: 15, 3: 20}


def test_what_arrives_after_the_end_is_left_out() -> None:
    assert spent((20, 1), (3_601, 2)) == {1: 20}


def test_without_answers_nothing_is_known() -> None:
    assert spent() == {}


@given(ARRIVALS)
def test_all_times_together_are_the_time_to_the_last_answer(
    arrivals: list[tuple[int, int]],
) -> None:
    on_time = [seconds for seconds, _ in arrivals if seconds <= 3_600]

    found = spent(*arrivals)

    assert all(seconds >= 0 for seconds in found.values())
    assert abs(sum(found.values()) - max(on_time, default=0)) <= len(found)  # each is rounded
