"""Quizzes and graded attempts as rows; points are given as people write them."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from hashlib import sha256
from typing import Any

from sqlalchemy import delete

from quizapp.accounts.models import User
from quizapp.attempts.models import Attempt, Response
from quizapp.attempts.tally_models import QuizTally
from quizapp.columns import MILLION
from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.quizzes.composition import Selection
from quizapp.quizzes.models import QuestionSnapshot, Quiz, Slot
from quizapp.quizzes.rules import QuizSettings
from tests.factories import NOON, make_enrollment, make_user

SNAPSHOT = """\
---
title: Week 3
---

## What about {id}?
`id: {id}` `points: {points}`

- (x) a) Right {id}
- ( ) b) Wrong {id}
"""


def publish(course: Course, points: Mapping[str, int], **given: Any) -> Quiz:
    """A quiz with a question for each id in `points`."""
    values = {"title": "Week 3: Cells", "bank": "week-03", "made_at": NOON, "published_at": NOON}
    quiz = Quiz(course_id=course.id, version=0)
    quiz.settings = QuizSettings()
    for name, value in {**values, **given}.items():
        setattr(quiz, name, value)
    quiz.selections = (Selection(quiz.bank),)
    db.session.add(quiz)
    db.session.commit()
    publish_again(quiz, points)
    return quiz


def publish_again(quiz: Quiz, points: Mapping[str, int]) -> None:
    """Give `quiz` a next version with these questions."""
    quiz.version += 1
    for number, (id, worth) in enumerate(points.items(), 1):
        content = SNAPSHOT.format(id=id, points=worth)
        digest = sha256(content.encode()).hexdigest()
        db.session.merge(QuestionSnapshot(digest=digest, content=content))
        db.session.add(
            Slot(
                quiz_id=quiz.id,
                version=quiz.version,
                number=number,
                section=0,
                question_id=id,
                points=worth * MILLION,
                digest=digest,
            )
        )
    db.session.commit()


def make_student(course: Course, name: str = "Ada Obi", **given: Any) -> User:
    user = make_user(name=name, **given)
    make_enrollment(course, user)
    return user


def make_attempt(
    quiz: Quiz, user: User, *points: float | None, answers: Sequence[str] = (), **given: Any
) -> Attempt:
    """A submitted attempt that earned `points`, slot by slot; None is an answer to be marked.

    `answers`: the letters chosen, "" for a blank; all chose a unless they are given.
    """
    slots = db.session.query(Slot).filter_by(quiz_id=quiz.id, version=quiz.version).all()
    worth = {slot.number: slot.points for slot in slots}
    earned = {number: _millionths(value) for number, value in enumerate(points, 1)}
    values = {
        "number": 1,
        "version": quiz.version,
        "seed": "seed",
        "layout": [{"slot": number, "order": ["a", "b"]} for number in worth],
        "started_at": NOON,
        "submitted_at": NOON + timedelta(minutes=20),
        "earned": sum(value or 0 for value in earned.values()),
        "possible": sum(worth.values()),
        "unmarked": sum(worth[number] for number, value in earned.items() if value is None),
    }
    attempt = Attempt(quiz_id=quiz.id, user_id=user.id, **{**values, **given})
    db.session.add(attempt)
    db.session.execute(delete(QuizTally))  # what is written past the service isn't counted
    db.session.flush()
    for number, value in earned.items():
        db.session.add(
            Response(
                attempt_id=attempt.id,
                slot=number,
                answer=_answer(answers, number),
                earned=value or 0,
                needs_marking=value is None,
            )
        )
    db.session.commit()
    return attempt


def make_working_attempt(quiz: Quiz, user: User, now: datetime, **given: Any) -> Attempt:
    """An attempt that began just now."""
    return make_attempt(quiz, user, started_at=now, submitted_at=None, earned=None, **given)


def _answer(answers: Sequence[str], number: int) -> list[str]:
    if len(answers) < number:
        return ["a"]
    return [answers[number - 1]] if answers[number - 1] else []


def _millionths(points: float | None) -> int | None:
    return None if points is None else int(Fraction(str(points)) * MILLION)
