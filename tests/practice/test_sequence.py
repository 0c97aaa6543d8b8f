"""What is asked next, and the figures at the end."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from quizapp.practice.sequence import GAP, Figures, Outcome, Step, figures, next_slot

R, M, C, S = Outcome.RIGHT, Outcome.MISSED, Outcome.COMPARED, Outcome.SKIPPED
ORDER = (3, 1, 5, 2, 4)

orders = st.lists(st.integers(1, 30), unique=True, max_size=12).map(tuple)


def steps(*pairs: tuple[int, Outcome]) -> tuple[Step, ...]:
    return tuple(Step(slot, outcome) for slot, outcome in pairs)


def play(order: tuple[int, ...], outcome_of: Callable[[], Outcome], most: int) -> list[Step]:
    """Go on until nothing is asked any more, at most `most` steps."""
    done: list[Step] = []
    while len(done) < most and (slot := next_slot(order, done)) is not None:
        done.append(Step(slot, outcome_of()))
    return done


def test_the_first_question_is_the_first_of_the_order() -> None:
    assert next_slot(ORDER, ()) == 3


def test_what_was_right_is_followed_by_the_next_of_the_order() -> None:
    assert next_slot(ORDER, steps((3, R))) == 1


def test_a_missed_question_returns_after_three_others() -> None:
    assert next_slot(ORDER, steps((3, M), (1, R), (5, R), (2, R))) == 3


def test_a_missed_question_does_not_return_after_two_others() -> None:
    assert next_slot(ORDER, steps((3, M), (1, R), (5, R))) == 2


def test_a_question_missed_again_waits_again() -> None:
    done = steps((3, M), (1, R), (5, R), (2, R), (3, M))
    assert next_slot(ORDER, done) == 4


def test_what_was_missed_longest_ago_returns_first() -> None:
    done = steps((3, M), (1, M), (5, R), (2, R), (3, R))
    assert next_slot(ORDER, done) == 1


def test_a_missed_question_returns_sooner_when_no_other_is_left() -> None:
    assert next_slot((7,), steps((7, M))) == 7


def test_a_missed_question_that_was_right_since_does_not_return() -> None:
    assert next_slot((7, 8), steps((7, M), (8, R), (7, R))) is None


def test_a_skipped_question_does_not_return() -> None:
    assert next_slot((7, 8), steps((7, S), (8, R))) is None


def test_an_essay_does_not_return() -> None:
    assert next_slot((7,), steps((7, C))) is None


def test_nothing_is_asked_of_nobody() -> None:
    assert next_slot((), ()) is None


def test_steps_of_questions_that_are_gone_are_never_asked_again() -> None:
    assert next_slot((8,), steps((7, M), (8, R))) is None


def test_figures_count_what_was_right_first_time() -> None:
    done = steps((3, M), (1, R), (5, R), (2, C), (3, R), (4, S))
    assert figures(ORDER, done) == Figures(total=5, seen=5, right_first=2, compared=1, skipped=1)


def test_figures_before_the_first_step() -> None:
    assert figures(ORDER, ()) == Figures(total=5, seen=0, right_first=0, compared=0, skipped=0)


def test_a_question_missed_and_then_skipped_counts_as_skipped() -> None:
    assert figures((7,), steps((7, M), (7, S))).skipped == 1


@given(orders, st.data())
def test_practice_ends_once_every_question_was_right_or_skipped(
    order: tuple[int, ...], data: st.DataObject
) -> None:
    misses = iter(data.draw(st.lists(st.booleans(), max_size=40)))
    done = play(order, lambda: M if next(misses, False) else R, most=1000)
    assert next_slot(order, done) is None
    assert len(done) <= len(order) + 40


@given(orders, st.lists(st.sampled_from(Outcome), max_size=200))
def test_every_question_is_seen_by_the_end(order: tuple[int, ...], outcomes: list[Outcome]) -> None:
    coming = iter(outcomes)
    done = play(order, lambda: next(coming, R), most=1000)
    assert figures(order, done).seen == len(order)


@given(orders, st.lists(st.sampled_from(Outcome), max_size=200))
def test_questions_are_first_seen_in_their_order(
    order: tuple[int, ...], outcomes: list[Outcome]
) -> None:
    coming = iter(outcomes)
    done = play(order, lambda: next(coming, R), most=1000)
    assert tuple(dict.fromkeys(step.slot for step in done)) == order


@given(orders, st.lists(st.sampled_from(Outcome), max_size=200))
def test_a_missed_question_returns_before_three_others_only_if_nothing_else_can_be_asked(
    order: tuple[int, ...], outcomes: list[Outcome]
) -> None:
    coming = iter(outcomes)
    done = play(order, lambda: next(coming, R), most=1000)
    for at, step in enumerate(done):
        before = [other.slot for other in done[:at]]
        if step.slot not in before:
            continue
        others = before[::-1].index(step.slot)
        if others < GAP:
            waiting = {each.slot for each in done[:at] if is_missed(done[:at], each.slot)}
            assert set(before) == set(order)
            assert waiting <= set(before[-others - 1 :])


def is_missed(done: list[Step], slot: int) -> bool:
    return [step.outcome for step in done if step.slot == slot][-1] is M


@given(orders, st.lists(st.sampled_from(Outcome), max_size=200))
def test_every_missed_question_is_asked_until_it_is_right_skipped_or_compared(
    order: tuple[int, ...], outcomes: list[Outcome]
) -> None:
    coming = iter(outcomes)
    done = play(order, lambda: next(coming, R), most=1000)
    assert not any(is_missed(done, slot) for slot in order)
