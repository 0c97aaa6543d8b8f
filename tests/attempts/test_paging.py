"""Which question may be answered in a fixed order."""

import pytest

from quizapp.attempts.paging import may_answer, steps_on
from quizapp.quizzes.rules import Paging


@pytest.mark.parametrize("paging", [Paging.ALL, Paging.ONE])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_every_question_may_be_answered_where_none_is_behind(paging: Paging, number: int) -> None:
    assert may_answer(paging, number, furthest=2)


@pytest.mark.parametrize(("number", "may"), [(1, False), (2, True), (3, False)])
def test_in_a_fixed_order_only_the_question_shown_may_be_answered(number: int, may: bool) -> None:
    assert may_answer(Paging.FIXED, number, furthest=2) is may


@pytest.mark.parametrize(("asked", "steps"), [(0, False), (2, False), (3, True), (4, False)])
def test_a_person_comes_one_question_further_at_a_time(asked: int, steps: bool) -> None:
    assert steps_on(Paging.FIXED, 2, asked, count=9) is steps


def test_nobody_comes_past_the_last_question() -> None:
    assert not steps_on(Paging.FIXED, 9, 10, count=9)


@pytest.mark.parametrize("paging", [Paging.ALL, Paging.ONE])
def test_without_a_fixed_order_nobody_is_held(paging: Paging) -> None:
    assert not steps_on(paging, 2, 3, count=9)
