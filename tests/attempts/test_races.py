"""Tests of quizapp.attempts.service when twenty threads do the same in one moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from flask import Flask
from sqlalchemy import func, select

from quizapp.attempts import service
from quizapp.attempts.models import Attempt
from quizapp.clock import utc_now
from quizapp.extensions import db
from tests.attempts.builders import (
    AS_WRITTEN,
    NINE_TYPES,
    TWO_CHOICES,
    get_attempt,
    given,
    logged,
    sitting,
)
from tests.factories import NOON

Result = TypeVar("Result")
THREADS = 20


def at_once(app: Flask, act: Callable[[], Result]) -> list[Result]:
    """What `act` gives when twenty threads do it in the same moment."""
    barrier = Barrier(THREADS)

    def run(_number: int) -> Result:
        with app.app_context():
            barrier.wait()
            try:
                return act()
            finally:
                db.session.remove()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(run, range(THREADS)))


def test_start_in_the_same_moment_gives_one_attempt(any_app: Flask) -> None:
    quiz, student = sitting(attempts_allowed=None)
    quiz_id, student_id = quiz.id, student.id
    found = at_once(any_app, lambda: service.start(student_id, quiz_id, NOON))
    assert (len(set(found)), db.session.scalar(select(func.count(Attempt.id)))) == (1, 1)


def test_answers_saved_from_two_tabs_in_the_same_moment_are_all_logged(any_app: Flask) -> None:
    quiz, student = sitting(TWO_CHOICES, **AS_WRITTEN)
    student_id, quiz_id = student.id, quiz.id
    attempt_id = service.start(student_id, quiz_id, NOON)
    values = iter(["0", "1"] * (THREADS // 2))
    at_once(
        any_app,
        lambda: service.save_responses(student_id, attempt_id, given({1: (next(values),)}), NOON),
    )
    revision = get_attempt(attempt_id).revision
    assert [number for _, number, _ in logged()] == list(range(1, revision + 1))


def test_submit_in_the_same_moment_gives_one_receipt(any_app: Flask) -> None:
    quiz, student = sitting(NINE_TYPES)
    student_id, quiz_id = student.id, quiz.id
    attempt_id = service.start(student_id, quiz_id, NOON)
    receipts = at_once(any_app, lambda: service.submit(student_id, attempt_id, utc_now()))
    assert set(receipts) == {get_attempt(attempt_id).receipt}
