"""Tests of quizapp.marking.service; they run on SQLite and, where there is one, on PostgreSQL."""

from datetime import timedelta
from fractions import Fraction

import pytest
from sqlalchemy import func, select

from quizapp.attempts import service as attempts
from quizapp.attempts.models import Mark
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.marking import service
from quizapp.marking.queries import NotSubmitted, find_answer
from quizapp.marking.rules import UnfitPoints
from quizapp.marking.service import MovedOn, NothingToMark
from tests.attempts.builders import get_attempt
from tests.factories import NOON, make_course
from tests.marking.builders import (
    LATER,
    TWO_LINES,
    judgment,
    make_course_quiz,
    make_member,
    seen,
    stored,
    submit,
    sums,
)
from tests.marking.conftest import Scene

THIRDS = """\
---
title: Thirds
---

## One?
`id: one`

- [x] a) A
- [x] b) B
- [x] c) C

## Two?
`id: two`

- [x] a) A
- [x] b) B
- [x] c) C

## Why?
`id: why`

____ (50 words)
"""


def give(scene: Scene, *points: Fraction | int, slot: int = 2, comment: str = "") -> None:
    place = seen(scene.quiz_id, slot, scene.attempt_id)
    service.mark(scene.marker_id, place, judgment(*points, comment=comment), LATER)


def count_marks() -> int:
    return db.session.scalar(select(func.count()).select_from(Mark)) or 0


def test_mark_is_kept_with_who_and_when(any_scene: Scene) -> None:
    give(any_scene, *TWO_LINES, comment="Good.")
    mark = db.session.scalars(select(Mark)).one()
    assert (mark.points, mark.rubric) == (3_500_000, [1_000_000, 2_500_000])
    assert (mark.comment, mark.marked_by, mark.marked_at) == ("Good.", any_scene.marker_id, LATER)


def test_mark_brings_response_and_attempt_up_to_date(any_scene: Scene) -> None:
    assert sums(any_scene.attempt_id) == (1, 7)
    give(any_scene, *TWO_LINES)
    assert stored(any_scene.attempt_id, 2) == (Fraction(7, 2), False)
    assert sums(any_scene.attempt_id) == (Fraction(9, 2), 2)


def test_last_mark_makes_the_score_final(any_scene: Scene) -> None:
    give(any_scene, *TWO_LINES)
    give(any_scene, 2, slot=3)
    assert sums(any_scene.attempt_id) == (Fraction(13, 2), 0)


def test_mark_without_a_rubric_keeps_no_lines(scene: Scene) -> None:
    give(scene, 1, slot=3)
    assert db.session.scalars(select(Mark.rubric)).all() == [[]]


def test_nothing_is_a_mark_too(scene: Scene) -> None:
    give(scene, 0, 0)
    assert (stored(scene.attempt_id, 2), sums(scene.attempt_id)) == ((0, False), (1, 2))


def test_mark_can_be_changed_and_the_old_one_is_kept(any_scene: Scene) -> None:
    give(any_scene, *TWO_LINES)
    give(any_scene, 2, 3)
    assert (sums(any_scene.attempt_id), count_marks()) == ((6, 2), 2)


def test_sums_are_rounded_once_from_exact_points(scene: Scene) -> None:
    course = make_course()
    quiz_id, student_id = make_course_quiz(course, THIRDS).id, make_member(course, "Bo Lee").id
    attempt_id = submit(quiz_id, student_id, {1: "0", 2: "1", 3: "Because."})
    assert sums(attempt_id) == (Fraction(666_667, 1_000_000), 1)
    service.mark(scene.marker_id, seen(quiz_id, 3, attempt_id), judgment(Fraction(1, 3)), LATER)
    assert [stored(attempt_id, slot)[0] for slot in (1, 2, 3)] == [Fraction(333_333, 10**6)] * 3
    assert sums(attempt_id) == (1, 0)


def test_same_mark_again_changes_nothing(any_scene: Scene) -> None:
    place = seen(any_scene.quiz_id, 2, any_scene.attempt_id)
    for _ in range(2):
        service.mark(any_scene.marker_id, place, judgment(*TWO_LINES), LATER)
    assert (count_marks(), sums(any_scene.attempt_id)) == (1, (Fraction(9, 2), 2))


def test_mark_from_a_page_that_has_moved_on_is_refused(any_scene: Scene) -> None:
    place = seen(any_scene.quiz_id, 2, any_scene.attempt_id)
    service.mark(any_scene.marker_id, place, judgment(2, 3), LATER)
    with pytest.raises(MovedOn):
        service.mark(any_scene.marker_id, place, judgment(0, 0), LATER)
    assert sums(any_scene.attempt_id) == (6, 2)


def test_points_beyond_the_rubric_are_refused(scene: Scene) -> None:
    with pytest.raises(UnfitPoints):
        give(scene, 3, 0)
    assert sums(scene.attempt_id) == (1, 7)


@pytest.mark.parametrize("slot", [0, 1, 4])
def test_what_people_do_not_mark_is_not_found(scene: Scene, slot: int) -> None:
    place = service.Seen(scene.quiz_id, slot, scene.attempt_id, "")
    with pytest.raises(NotFound):
        service.mark(scene.marker_id, place, judgment(1), LATER)


def test_attempt_at_another_quiz_is_not_found(scene: Scene) -> None:
    other = make_course_quiz(make_course()).id
    with pytest.raises(NotFound):
        service.mark(
            scene.marker_id, service.Seen(other, 2, scene.attempt_id, ""), judgment(1, 1), LATER
        )


def test_blank_answer_leaves_nothing_to_mark(scene: Scene) -> None:
    student_id = make_member(scene.course, "Bo Lee").id
    attempt_id = submit(scene.quiz_id, student_id, {2: "  "})
    with pytest.raises(NothingToMark):
        service.mark(scene.marker_id, seen(scene.quiz_id, 2, attempt_id), judgment(1, 1), LATER)


def test_attempt_that_is_not_submitted_is_not_marked(scene: Scene) -> None:
    student_id = make_member(scene.course, "Bo Lee").id
    attempt_id = attempts.start(student_id, scene.quiz_id, NOON)
    with pytest.raises(NotSubmitted):
        service.mark(
            scene.marker_id, service.Seen(scene.quiz_id, 2, attempt_id, ""), judgment(1, 1), LATER
        )


def reopen(scene: Scene, answer: str) -> None:
    """As after an extension: the student answers the first essay again, and submits."""
    attempt = get_attempt(scene.attempt_id)
    attempt.submitted_at = attempt.earned = attempt.receipt = None
    db.session.commit()
    given = {2: attempts.Given((answer,))}
    attempts.save_responses(scene.student_id, scene.attempt_id, given, NOON + timedelta(hours=2))
    attempts.submit(scene.student_id, scene.attempt_id, NOON + timedelta(hours=2))


def test_mark_outlives_reopening_while_its_answer_stays(scene: Scene) -> None:
    give(scene, *TWO_LINES)
    give(scene, 2, slot=3)
    reopen(scene, "Something else.")
    assert (stored(scene.attempt_id, 3), sums(scene.attempt_id)) == ((2, False), (3, 5))


def test_mark_of_an_answer_that_has_changed_does_not_count(scene: Scene) -> None:
    give(scene, *TWO_LINES)
    reopen(scene, "Something else.")
    assert stored(scene.attempt_id, 2) == (0, True)
    assert find_answer(scene.quiz_id, 2, scene.attempt_id).mark is None


def test_changed_answer_can_be_marked_anew(scene: Scene) -> None:
    give(scene, *TWO_LINES)
    reopen(scene, "Something else.")
    give(scene, 2, 3)
    assert (stored(scene.attempt_id, 2), count_marks()) == ((5, False), 2)
