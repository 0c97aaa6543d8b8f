"""Tests of quizapp.attempts.marks."""

from fractions import Fraction

from flask import Flask

from quizapp.attempts.marks import digest, newest_marks, that_count
from quizapp.attempts.models import Mark
from quizapp.attempts.queries import StoredResponse
from quizapp.extensions import db
from tests.attempts.builders import statements
from tests.attempts.student import Student
from tests.factories import NOON


def add_mark(attempt_id: str, number: int, points: int, *answer: str, slot: int = 1) -> None:
    db.session.add(
        Mark(
            attempt_id=attempt_id,
            slot=slot,
            number=number,
            answer_digest=digest(answer),
            points=points * 1_000_000,
            rubric=[points * 1_000_000],
            comment="",
            marked_by=None,
            marked_at=NOON,
        )
    )
    db.session.commit()


def test_newest_mark_is_the_one_with_the_highest_number(student: Student) -> None:
    attempt_id = student.start(student.quiz())
    add_mark(attempt_id, 2, 4, "x")
    add_mark(attempt_id, 1, 3, "x")
    mark = newest_marks([attempt_id])[attempt_id][1]
    assert (mark.points, mark.rubric, mark.marker) == (4, (Fraction(4),), None)


def test_marks_of_many_attempts_are_one_query(student: Student) -> None:
    ids = [student.start(student.quiz()) for _ in range(3)]
    for attempt_id in ids:
        add_mark(attempt_id, 1, 1, "x")
    with statements() as found:
        assert all(newest_marks(ids).values())
    assert len(found) == 1


def test_no_attempts_are_no_query(app: Flask) -> None:
    with statements() as found:
        assert newest_marks([]) == {}
    assert found == []


def test_mark_counts_for_the_very_answer_it_judged(student: Student) -> None:
    attempt_id = student.start(student.quiz())
    add_mark(attempt_id, 1, 1, "x", slot=1)
    add_mark(attempt_id, 1, 1, "y", slot=2)
    responses = {1: StoredResponse(1, ("x",)), 2: StoredResponse(2, ("y ",))}
    assert list(that_count(newest_marks([attempt_id])[attempt_id], responses)) == [1]


def test_answers_with_other_parts_have_other_digests() -> None:
    assert len({digest(answer) for answer in ((), ("",), ("a", "b"), ("ab",), ("a\nb",))}) == 5
