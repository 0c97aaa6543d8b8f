"""Tests of quizapp.supervision.service: extensions and late answers, on both databases."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.attempts import service as attempts
from quizapp.attempts.finishing import is_receipt_valid
from quizapp.attempts.late_decisions import Decider, NothingToDecide, StillOpen
from quizapp.attempts.models import Attempt, LateAnswer, ScoreChange
from quizapp.attempts.rules import TimeIsUp
from quizapp.columns import MILLION
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.quizzes.models import Extension
from quizapp.quizzes.rules import Extras, FeedbackPolicy, When
from quizapp.supervision import service
from quizapp.supervision.service import KeyWasVisible
from tests.attempts.builders import (
    AS_WRITTEN,
    TWO_CHOICES,
    get_attempt,
    given,
    sitting,
    stored_answers,
)
from tests.factories import NOON, make_user

MINUTE = timedelta(minutes=1)
LATE = NOON + 32 * MINUTE
KEPT_BACK = FeedbackPolicy(when=When.NEVER)
MORE = Extras(extra=30 * MINUTE)


class Case:
    """A student's attempt of thirty minutes, begun at noon, and somebody who decides."""

    def __init__(self, feedback: FeedbackPolicy = KEPT_BACK) -> None:
        quiz, student = sitting(
            TWO_CHOICES, time_limit=30 * MINUTE, feedback=feedback, **AS_WRITTEN
        )
        self.quiz_id, self.student_id = quiz.id, student.id
        self.decider = Decider(make_user().id, LATE + MINUTE)
        self.id = attempts.start(self.student_id, self.quiz_id, NOON)

    def save(self, posted: dict[int, tuple[str, ...]], now: Any = NOON) -> None:
        attempts.save_responses(self.student_id, self.id, given(posted), now)

    def save_late(self, posted: dict[int, tuple[str, ...]], now: Any = LATE) -> None:
        with pytest.raises(TimeIsUp):
            self.save(posted, now)

    def extend(self, extras: Extras = MORE) -> bool:
        return service.extend(self.quiz_id, self.student_id, extras, "ill", self.decider)

    def accept(self, slot: int = 1) -> None:
        service.accept_late(self.quiz_id, self.id, slot, self.decider)

    @property
    def attempt(self) -> Attempt:
        return get_attempt(self.id)


@pytest.fixture
def case(any_app: Flask) -> Case:
    return Case()


def decisions() -> list[tuple[int, list[str], str | None]]:
    db.session.rollback()
    rows = db.session.scalars(select(LateAnswer).order_by(LateAnswer.slot, LateAnswer.number))
    return [(row.slot, row.answer, row.decision) for row in rows]


def ledger() -> list[tuple[int, int, int, int, int]]:
    rows = db.session.scalars(select(ScoreChange).order_by(ScoreChange.slot))
    return [(row.slot, row.old, row.new, row.old_total, row.new_total) for row in rows]


def test_extension_moves_the_deadline_at_the_next_save(case: Case) -> None:
    case.extend()
    case.save({1: ("1",)}, NOON + 61 * MINUTE)
    assert stored_answers(case.id) == {1: ["b"]}


def test_extension_opens_again_what_the_clock_ended(case: Case) -> None:
    attempts.settle(case.quiz_id, LATE)
    assert case.extend()
    attempt = case.attempt
    assert (attempt.submitted_at, attempt.earned, attempt.receipt, attempt.ran_out) == (
        None,
        None,
        None,
        False,
    )


def test_extension_given_twice_opens_an_attempt_once(case: Case) -> None:
    attempts.settle(case.quiz_id, LATE)
    assert [case.extend(), case.extend()] == [True, False]


def test_extension_leaves_what_a_student_has_submitted(case: Case) -> None:
    receipt = attempts.submit(case.student_id, case.id, NOON)
    assert not case.extend()
    assert case.attempt.receipt == receipt


def test_extension_that_ends_before_now_opens_nothing(case: Case) -> None:
    attempts.settle(case.quiz_id, LATE)
    assert not case.extend(Extras(extra=MINUTE))
    assert case.attempt.ran_out


def test_reopened_attempt_is_graded_at_its_new_end(case: Case) -> None:
    attempts.settle(case.quiz_id, LATE)
    case.extend()
    case.save({1: ("1",)}, LATE + 2 * MINUTE)
    attempts.settle(case.quiz_id, NOON + 62 * MINUTE)
    attempt = case.attempt
    assert (attempt.submitted_at, attempt.earned) == (NOON + 60 * MINUTE, MILLION)


def test_extension_takes_in_what_came_late_meanwhile(case: Case) -> None:
    case.save_late({1: ("1",)})
    case.extend()
    assert (stored_answers(case.id)[1], decisions()) == (["b"], [(1, ["b"], "accepted")])


def test_extension_leaves_late_answers_that_the_key_may_have_helped(any_app: Flask) -> None:
    case = Case(FeedbackPolicy())
    case.save_late({1: ("1",)})
    case.extend()
    assert decisions() == [(1, ["b"], None)]


def test_extension_of_a_stranger_is_refused(case: Case) -> None:
    with pytest.raises(NotFound):
        service.extend(case.quiz_id, make_user().id, MORE, "ill", case.decider)


def test_second_extension_takes_the_place_of_the_first(case: Case) -> None:
    case.extend()
    case.extend(Extras(more_attempts=1))
    rows = db.session.scalars(select(Extension)).all()
    assert [(row.extra, row.more_attempts) for row in rows] == [(0, 1)]


def test_withdrawn_extension_ends_the_attempt_at_its_old_deadline(case: Case) -> None:
    case.extend()
    service.withdraw_extension(case.quiz_id, case.student_id, case.decider)
    attempts.settle(case.quiz_id, LATE)
    assert case.attempt.submitted_at == NOON + 30 * MINUTE


def test_earlier_own_closing_is_settled_too(case: Case) -> None:
    case.extend(Extras(closes_at=NOON + 10 * MINUTE))
    assert attempts.settle(case.quiz_id, NOON + 12 * MINUTE) == 1


def test_accepted_late_answer_counts(case: Case) -> None:
    case.save_late({1: ("1",)})
    case.accept()
    assert (case.attempt.earned, stored_answers(case.id)[1]) == (MILLION, ["b"])


def test_accepting_writes_a_line_of_the_ledger(case: Case) -> None:
    case.save({2: ("0",)})
    case.save_late({1: ("1",)})
    case.accept()
    assert ledger() == [(1, 0, MILLION, 2 * MILLION, 3 * MILLION)]


def test_accepting_lets_the_receipt_stand(case: Case) -> None:
    case.save({1: ("0",)})
    case.save_late({1: ("1",)})
    case.accept()
    assert is_receipt_valid(case.id)


def test_accepting_takes_the_newest_of_several(case: Case) -> None:
    case.save_late({1: ("0",)})
    case.save_late({1: ("1",)}, LATE + MINUTE)
    case.accept()
    assert decisions() == [(1, ["a"], "left"), (1, ["b"], "accepted")]


def test_late_answer_is_decided_on_once(case: Case) -> None:
    case.save_late({1: ("1",)})
    case.accept()
    with pytest.raises(NothingToDecide):
        case.accept()


def test_left_answer_changes_nothing(case: Case) -> None:
    case.save_late({1: ("1",)})
    service.leave_late(case.quiz_id, case.id, 1, case.decider)
    assert (case.attempt.earned, ledger(), decisions()) == (0, [], [(1, ["b"], "left")])


def test_all_of_a_student_are_accepted_at_once(case: Case) -> None:
    case.save_late({1: ("1",), 2: ("0",)})
    count = service.accept_all_late(case.quiz_id, case.id, case.decider)
    assert (count, case.attempt.earned) == (2, 3 * MILLION)


def test_answers_that_the_key_may_have_helped_are_not_accepted_at_once(any_app: Flask) -> None:
    case = Case(FeedbackPolicy())
    case.save_late({1: ("1",), 2: ("0",)})
    with pytest.raises(KeyWasVisible):
        service.accept_all_late(case.quiz_id, case.id, case.decider)
    assert case.attempt.earned == 0


def test_late_answer_of_an_open_attempt_waits(any_app: Flask) -> None:
    case = Case(FeedbackPolicy())
    case.save_late({1: ("1",)})
    case.extend()
    with pytest.raises(StillOpen):
        case.accept()


def test_late_answer_of_another_quiz_is_not_found(case: Case) -> None:
    case.save_late({1: ("1",)})
    with pytest.raises(NotFound):
        service.accept_late("another", case.id, 1, case.decider)
