"""Counts stay exact when they are made anew while students submit and staff change scores."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.attempts import service, sum_service, sums, tally_tables
from quizapp.attempts.models import Attempt
from quizapp.attempts.sum_service import refresh
from quizapp.errors import UserError
from quizapp.extensions import db, snapshot, transaction
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import Counts
from tests.attempts.builders import AS_WRITTEN, given, make_student, sitting
from tests.attempts.test_sums import MINUTE, ensure_they_agree, kept, take
from tests.factories import NOON

STUDENTS, ATTEMPTS = 6, 2


@pytest.fixture
def class_of(any_app: Flask) -> tuple[str, list[str]]:
    """A quiz that somebody has taken, and students who haven't."""
    quiz, first = sitting(**AS_WRITTEN, attempts_allowed=None, counts=Counts.BEST)
    students = [make_student(quiz.course).id for _ in range(STUDENTS)]
    quiz_id, first_id = quiz.id, first.id
    take(quiz_id, first_id, NOON)
    return quiz_id, students


def recount(quiz_id: str) -> sums.Recount:
    with snapshot():
        return sums.recount(quiz_id)


@transaction
def store(quiz_id: str, made: sums.Recount) -> bool:
    return sums.bring_up_to_date(quiz_id, made)


@transaction
def change_points(quiz_id: str) -> None:
    """As a correction would, past `following`."""
    sums.forget(quiz_id)
    for attempt in db.session.scalars(select(Attempt).where(Attempt.quiz_id == quiz_id)):
        if attempt.submitted_at is not None:
            attempt.earned = (attempt.earned or 0) + 1


def test_what_is_submitted_during_a_recount_is_added(class_of: tuple[str, list[str]]) -> None:
    quiz_id, students = class_of
    sum_service.forget(quiz_id)
    made = recount(quiz_id)
    take(quiz_id, students[0], NOON)
    assert store(quiz_id, made)
    ensure_they_agree(quiz_id)


def test_a_recount_from_before_a_correction_is_not_stored(
    class_of: tuple[str, list[str]],
) -> None:
    quiz_id, _ = class_of
    sum_service.forget(quiz_id)
    made = recount(quiz_id)
    change_points(quiz_id)
    assert not store(quiz_id, made)
    refresh(quiz_id, made)
    ensure_they_agree(quiz_id)


def test_a_recount_by_other_rules_is_not_stored(class_of: tuple[str, list[str]]) -> None:
    quiz_id, _ = class_of
    sum_service.forget(quiz_id)
    made = recount(quiz_id)
    db.session.get_one(Quiz, quiz_id).counts = Counts.AVERAGE
    db.session.commit()
    assert not store(quiz_id, made)


def test_of_two_recounts_the_second_takes_nothing_away(class_of: tuple[str, list[str]]) -> None:
    quiz_id, students = class_of
    sum_service.forget(quiz_id)
    older = recount(quiz_id)
    take(quiz_id, students[0], NOON)
    refresh(quiz_id)
    take(quiz_id, students[1], NOON)
    assert store(quiz_id, older)
    ensure_they_agree(quiz_id)


def test_counts_are_exact_after_everybody_acted_at_once(
    any_app: Flask, class_of: tuple[str, list[str]]
) -> None:
    quiz_id, students = class_of

    def sit(student_id: str) -> None:
        for number in range(ATTEMPTS):
            with suppress(UserError):
                take(quiz_id, student_id, NOON + number * 3 * MINUTE)

    def correct() -> None:
        for _ in range(3):
            change_points(quiz_id)

    def read() -> None:
        for _ in range(6):
            refresh(quiz_id)

    def alone(act: Callable[[], None]) -> None:
        with any_app.app_context():
            try:
                act()
            finally:
                db.session.remove()

    acts = [*(lambda id=id: sit(id) for id in students), correct, read, read]
    with ThreadPoolExecutor(len(acts)) as pool:
        list(pool.map(alone, acts))
    refresh(quiz_id)
    ensure_they_agree(quiz_id)
    assert sum(each.n for key, each in kept(quiz_id).items() if is_score(key)) == (
        STUDENTS * ATTEMPTS + 1
    )


def is_score(key: object) -> bool:
    return isinstance(key, tally_tables.ScoreKey)


def test_two_attempts_of_a_student_that_change_at_once_are_counted_once(
    any_app: Flask, class_of: tuple[str, list[str]]
) -> None:
    quiz_id, (student_id, *_) = class_of
    take(quiz_id, student_id, NOON)
    attempt_id = service.start(student_id, quiz_id, NOON + 5 * MINUTE)
    service.save_responses(student_id, attempt_id, given({1: ("1",)}), NOON + 6 * MINUTE)
    first = db.session.scalars(
        select(Attempt.id).where(Attempt.user_id == student_id, Attempt.number == 1)
    ).one()
    db.session.rollback()

    @transaction
    def mark() -> None:
        with sums.following(quiz_id, [student_id]):
            attempt = db.session.get_one(Attempt, first, populate_existing=True)
            attempt.earned = (attempt.earned or 0) + 1

    def submit() -> None:
        service.submit(student_id, attempt_id, NOON + 7 * MINUTE)

    def alone(act: Callable[[], None]) -> None:
        with any_app.app_context():
            try:
                act()
            finally:
                db.session.remove()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(alone, [mark, submit]))
    refresh(quiz_id)
    ensure_they_agree(quiz_id)
