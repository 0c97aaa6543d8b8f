"""Tests of attempts that end by the clock: quizapp.attempts.service and finishing."""

from datetime import timedelta

import pytest
from flask import Flask

from quizapp.attempts import service
from quizapp.attempts.overdue import list_overdue
from quizapp.columns import MILLION
from quizapp.courses.models import Enrollment
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from tests.attempts.builders import (
    close,
    get_attempt,
    given,
    make_quiz,
    make_student,
    sitting,
    statements,
)
from tests.factories import NOON, make_course

MINUTE = timedelta(minutes=1)
LIMIT = 30 * MINUTE
AFTER_GRACE = NOON + LIMIT + MINUTE + timedelta(microseconds=1)


def quiz_of(attempt_id: str) -> str:
    return get_attempt(attempt_id).quiz_id


def test_settling_ends_an_attempt_at_its_deadline_with_what_was_stored(
    begun: tuple[str, str],
) -> None:
    service.save_responses(*begun, given({1: ("1",)}), NOON)
    service.settle(quiz_of(begun[1]), AFTER_GRACE)
    attempt = get_attempt(begun[1])
    assert (attempt.submitted_at, attempt.ran_out, attempt.earned) == (
        NOON + LIMIT,
        True,
        MILLION,
    )


def test_settling_twice_finds_nothing_the_second_time(begun: tuple[str, str]) -> None:
    quiz_id = quiz_of(begun[1])
    assert [service.settle(quiz_id, AFTER_GRACE) for _ in range(2)] == [1, 0]


def test_settling_leaves_attempts_in_their_grace_period(begun: tuple[str, str]) -> None:
    assert service.settle(quiz_of(begun[1]), NOON + LIMIT + MINUTE) == 0


def test_settling_leaves_somebody_with_extra_time(app: Flask) -> None:
    course = make_course()
    quiz_id = make_quiz(course, time_limit=LIMIT).id
    people = [make_student(course).id, make_student(course, time_percent=150).id]
    attempts = [service.start(person, quiz_id, NOON) for person in people]
    service.settle(quiz_id, AFTER_GRACE)
    assert [get_attempt(each).submitted_at is None for each in attempts] == [False, True]


def test_settling_more_than_one_transaction_holds_settles_all(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MANY", 2)
    course = make_course()
    quiz_id = make_quiz(course, time_limit=LIMIT).id
    for _ in range(5):
        service.start(make_student(course).id, quiz_id, NOON)
    assert service.settle(quiz_id, AFTER_GRACE) == 5


def test_settling_looks_past_those_with_extra_time_and_at_each_once(
    any_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MANY", 2)
    quiz_id = half_with_extra_time(people=8)
    with statements() as found:
        assert service.settle(quiz_id, AFTER_GRACE) == 4
    assert sum("ORDER BY attempt.user_id" in each for each in found) == 5


def test_few_overdue_are_found_past_those_with_extra_time(app: Flask) -> None:
    quiz = db.session.get_one(Quiz, half_with_extra_time(people=8))
    assert [len(list_overdue(quiz, AFTER_GRACE, most)) for most in (1, 3, 20)] == [1, 3, 4]


def half_with_extra_time(people: int) -> str:
    """The id of a quiz that so many are in; every second one has twice the time."""
    course = make_course()
    quiz_id = make_quiz(course, time_limit=LIMIT).id
    for number in range(people):
        student = make_student(course, time_percent=200 if number % 2 else 100)
        service.start(student.id, quiz_id, NOON)
    return quiz_id


def test_settling_by_a_closing_time_needs_no_limit(app: Flask) -> None:
    quiz, student = sitting(closes_at=NOON + MINUTE)
    quiz_id, student_id = quiz.id, student.id
    service.start(student_id, quiz_id, NOON)
    assert service.settle(quiz_id, NOON + 3 * MINUTE) == 1


def test_next_submit_on_the_quiz_settles_others(app: Flask) -> None:
    course = make_course()
    quiz_id = make_quiz(course, time_limit=LIMIT).id
    late, punctual = make_student(course).id, make_student(course).id
    left_open = service.start(late, quiz_id, NOON)
    attempt_id = service.start(punctual, quiz_id, NOON + LIMIT)
    service.submit(punctual, attempt_id, AFTER_GRACE)
    assert get_attempt(left_open).ran_out


def test_next_start_on_the_quiz_settles_ones_own(app: Flask) -> None:
    quiz, student = sitting(time_limit=LIMIT, attempts_allowed=2)
    quiz_id, student_id = quiz.id, student.id
    first = service.start(student_id, quiz_id, NOON)
    second = service.start(student_id, quiz_id, AFTER_GRACE)
    assert (get_attempt(first).ran_out, get_attempt(second).number) == (True, 2)


def test_submit_after_the_grace_period_ends_it_at_the_deadline(begun: tuple[str, str]) -> None:
    receipt = service.submit(*begun, AFTER_GRACE + 60 * MINUTE)
    attempt = get_attempt(begun[1])
    assert (attempt.submitted_at, attempt.ran_out, attempt.receipt) == (
        NOON + LIMIT,
        True,
        receipt,
    )


def test_closing_moved_before_the_start_ends_an_attempt_no_earlier_than_it_began(
    begun: tuple[str, str],
) -> None:
    quiz_id = quiz_of(begun[1])
    close(quiz_id, NOON - MINUTE)
    service.settle(quiz_id, NOON + MINUTE)
    assert get_attempt(begun[1]).submitted_at == NOON


def test_person_erased_from_the_course_is_settled_too(begun: tuple[str, str]) -> None:
    db.session.query(Enrollment).delete()
    db.session.commit()
    assert service.settle(quiz_of(begun[1]), AFTER_GRACE) == 1
