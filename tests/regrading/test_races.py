"""Tests of quizapp.regrading.service when others act in the same moment."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from flask import Flask
from sqlalchemy import func, select

from quizapp.attempts import service as attempts
from quizapp.extensions import db
from quizapp.quizzes.models import Correction
from quizapp.quizzes.rulings import Kind
from quizapp.regrading import service
from quizapp.regrading.service import MovedOn
from tests.factories import NOON
from tests.regrading.builders import everything, make_scene, new_key, points
from tests.regrading.test_service import NEW, OLD

STUDENTS = 12


def at_once(app: Flask, acts: Sequence[Callable[[], Any]]) -> list[Any]:
    """What they give when each runs in a thread of its own, from the same moment on."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        with app.app_context():
            barrier.wait()
            try:
                return act()
            finally:
                db.session.remove()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def count_corrections() -> int | None:
    db.session.rollback()
    return db.session.scalar(select(func.count(Correction.id)))


def test_no_submission_slips_past_a_correction(any_app: Flask) -> None:
    scene = make_scene()
    people = [scene.student(f"Person {number}") for number in range(STUDENTS)]
    begun = {person: scene.start(person, NEW) for person in people}

    def submit(person: str) -> Callable[[], Any]:
        return lambda: attempts.submit(person, begun[person], NOON)

    def correct() -> None:
        while True:
            try:
                scene.correct(Kind.NEW_KEY, "b")
                return
            except MovedOn:
                db.session.rollback()

    at_once(any_app, [*map(submit, people), correct])
    assert {points(attempt_id)[0] for attempt_id in begun.values()} == {1}


def test_of_two_instructors_at_once_the_second_sees_a_fresh_preview(any_app: Flask) -> None:
    scene = make_scene()
    scene.submit(scene.student("Ada"), NEW)
    orders = [scene.order(new_key("b")), scene.order(new_key("c"))]
    quiz_id, maker = scene.quiz_id, scene.maker

    def apply(number: int) -> Callable[[], bool]:
        def act() -> bool:
            try:
                service.apply(quiz_id, orders[number], maker)
            except MovedOn:
                return False
            return True

        return act

    assert sorted(at_once(any_app, [apply(0), apply(1)])) == [False, True]
    assert count_corrections() == 1


def test_one_order_sent_many_times_at_once_makes_one_correction(any_app: Flask) -> None:
    scene = make_scene()
    attempt_id = scene.submit(scene.student("Ada"), NEW)
    quiz_id, maker, order = scene.quiz_id, scene.maker, scene.order(new_key("b"))
    at_once(any_app, [lambda: service.apply(quiz_id, order, maker)] * 8)
    assert count_corrections() == 1
    assert points(attempt_id)[0] == 1


def test_undone_many_times_at_once_is_undone_once(any_app: Flask) -> None:
    scene = make_scene()
    scene.submit(scene.student("Ada"), OLD)
    before = everything()
    correction_id = scene.correct(Kind.NEW_KEY, "b").id
    quiz_id, maker = scene.quiz_id, scene.maker
    at_once(any_app, [lambda: service.undo(quiz_id, correction_id, maker)] * 8)
    assert count_corrections() == 2
    assert everything() == before
