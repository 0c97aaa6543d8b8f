"""Tests of quizapp.marking.service when several people mark the same attempt in one moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from flask import Flask
from sqlalchemy import select

from quizapp.attempts.models import Mark
from quizapp.extensions import db
from quizapp.marking import service
from quizapp.marking.rules import Judgment
from quizapp.marking.service import MovedOn, Seen
from tests.marking.builders import LATER, judgment, make_member, seen, sums
from tests.marking.conftest import Scene

Marking = tuple[str, Seen, Judgment]


def at_once(app: Flask, markings: list[Marking]) -> list[bool]:
    """Whether each was taken, all done in the same moment."""
    barrier = Barrier(len(markings))

    def run(marking: Marking) -> bool:
        with app.app_context():
            barrier.wait()
            try:
                service.mark(*marking, LATER)
            except MovedOn:
                return False
            finally:
                db.session.remove()
            return True

    with ThreadPoolExecutor(len(markings)) as pool:
        taken = list(pool.map(run, markings))
    db.session.rollback()  # what this thread read before is old
    return taken


def test_one_of_several_markers_of_an_answer_wins(any_app: Flask, any_scene: Scene) -> None:
    place = seen(any_scene.quiz_id, 2, any_scene.attempt_id)
    markers = [make_member(any_scene.course, f"M{at}", "assistant").id for at in range(4)]
    taken = at_once(
        any_app, [(marker, place, judgment(at / 2, 0)) for at, marker in enumerate(markers)]
    )
    (mark,) = db.session.scalars(select(Mark)).all()
    assert (sum(taken), mark.marked_by) == (1, markers[taken.index(True)])
    assert sums(any_scene.attempt_id) == (1 + taken.index(True) / 2, 2)


def test_two_answers_of_an_attempt_marked_at_once_both_count(
    any_app: Flask, any_scene: Scene
) -> None:
    places = [seen(any_scene.quiz_id, slot, any_scene.attempt_id) for slot in (2, 3)]
    taken = at_once(
        any_app,
        [
            (any_scene.marker_id, places[0], judgment(2, 3)),
            (any_scene.marker_id, places[1], judgment(2)),
        ],
    )
    assert (taken, sums(any_scene.attempt_id)) == ([True, True], (8, 0))


def test_double_click_is_one_mark(any_app: Flask, any_scene: Scene) -> None:
    place = seen(any_scene.quiz_id, 2, any_scene.attempt_id)
    taken = at_once(any_app, [(any_scene.marker_id, place, judgment(1, 1))] * 4)
    assert (taken, len(db.session.scalars(select(Mark)).all())) == ([True] * 4, 1)
