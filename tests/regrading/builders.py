"""A quiz whose first key is wrong, students who answered it, and instructors who mend it."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from quizapp.attempts import service as attempts
from quizapp.attempts.models import Attempt, Response, ScoreChange
from quizapp.columns import random_id
from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.question_types.base import Answer
from quizapp.quizzes.models import Correction, Quiz
from quizapp.quizzes.rulings import Kind
from quizapp.regrading import service
from quizapp.regrading.service import Maker, Order
from quizapp.regrading.wishes import Wish
from tests.attempts.builders import AS_WRITTEN, given, make_quiz
from tests.factories import NOON, make_course, make_enrollment, make_user
from tests.marking.builders import MINUTE

LATER = NOON + 60 * MINUTE

WRONG_KEY = """\
---
title: Week 3
---

## Water moves by what?
`id: water`

- (x) a) ZqXjdiffusion
  > ZqXjfeedback
- ( ) b) Osmosis
- ( ) c) Magic

> **Explanation:** ZqXjexplained

## Who has led since 1994?
`id: leader` `points: 2`

- = Lukashenko
- ! Putin

## Explain.
`id: essay` `points: 5`

____ (10 words)
"""


@dataclass(frozen=True)
class Scene:
    """The ids of what is there."""

    course_id: str
    quiz_id: str
    maker_id: str

    @property
    def course(self) -> Course:
        return db.session.get_one(Course, self.course_id)

    @property
    def quiz(self) -> Quiz:
        return db.session.get_one(Quiz, self.quiz_id)

    @property
    def maker(self) -> Maker:
        return Maker(self.maker_id, LATER)

    def student(self, name: str) -> str:
        """The id of a new student in the course."""
        user = make_user(name=name)
        make_enrollment(self.course, user)
        return user.id

    def submit(self, student_id: str, *answers: str) -> str:
        """A new submitted attempt with these answers as a form sends them; its id."""
        attempt_id = self.start(student_id, *answers)
        attempts.submit(student_id, attempt_id, NOON + 2 * MINUTE)
        return attempt_id

    def start(self, student_id: str, *answers: str) -> str:
        """The same, not submitted yet."""
        attempt_id = attempts.start(student_id, self.quiz_id, NOON)
        sent = given({at: (value,) for at, value in enumerate(answers, 1)})
        attempts.save_responses(student_id, attempt_id, sent, NOON + MINUTE)
        return attempt_id

    def correct(self, kind: Kind, *key: str, question_id: str = "water", **more: Any) -> Correction:
        """Make a correction as its preview shows it now."""
        wish = Wish(question_id, kind, key=tuple(key), **more)
        return self.grant(wish)

    def grant(self, wish: Wish) -> Correction:
        """Preview a wish and confirm it."""
        return service.apply(self.quiz_id, self.order(wish), self.maker)

    def order(self, wish: Wish) -> Order:
        """A wish with the preview that there is of it now."""
        plan = service.preview(self.quiz_id, wish, LATER)
        return Order(random_id(), wish, plan.fingerprint)

    def undo(self, correction_id: str) -> Correction:
        return service.undo(self.quiz_id, correction_id, self.maker)


def make_scene(text: str = WRONG_KEY, **settings: Any) -> Scene:
    course = make_course()
    quiz_id = make_quiz(course, text, **{**AS_WRITTEN, "attempts_allowed": None, **settings}).id
    maker = make_user(name="Dr Okafor")
    make_enrollment(course, maker, "instructor")
    return Scene(course.id, quiz_id, maker.id)


def new_key(*key: str, **more: Any) -> Wish:
    return Wish("water", Kind.NEW_KEY, key=tuple(key), **more)


def points(attempt_id: str) -> tuple[float, float]:
    """Earned and possible, as stored now."""
    db.session.rollback()
    row = db.session.get_one(Attempt, attempt_id, populate_existing=True)
    return (row.earned or 0) / 1_000_000, row.possible / 1_000_000


def everything() -> list[tuple[Any, ...]]:
    """All points and sums as they are stored now."""
    db.session.rollback()
    sums = select(
        Attempt.id, Attempt.earned, Attempt.possible, Attempt.unmarked, Attempt.receipt
    ).order_by(Attempt.id)
    slots = select(
        Response.attempt_id, Response.slot, Response.earned, Response.needs_marking, Response.answer
    ).order_by(Response.attempt_id, Response.slot)
    return [tuple(row) for row in (*db.session.execute(sums), *db.session.execute(slots))]


def ledger(attempt_id: str) -> list[tuple[int, int, int, int, str]]:
    """Slot, old and new points in the whole attempt, and why, the oldest first."""
    db.session.rollback()
    rows = db.session.scalars(select(ScoreChange).where(ScoreChange.attempt_id == attempt_id))
    million = 1_000_000
    return [
        (row.slot, row.old // million, row.new // million, row.new_total // million, row.why)
        for row in sorted(rows, key=lambda row: row.made_at)
    ]


def answer(*values: str) -> Answer:
    return tuple(values)
