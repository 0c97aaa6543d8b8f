"""A quiz with two essays, students who wrote them, and staff who mark."""

from datetime import timedelta
from fractions import Fraction
from typing import Any

from quizapp.accounts.models import User
from quizapp.attempts import service as attempts
from quizapp.attempts.answers import Given
from quizapp.attempts.models import Attempt, Response
from quizapp.columns import MILLION
from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.marking import service
from quizapp.marking.queries import find_answer
from quizapp.marking.rules import Judgment
from quizapp.quizzes.models import Quiz
from tests.attempts.builders import AS_WRITTEN, get_attempt, make_quiz
from tests.factories import NOON, make_enrollment, make_user

MINUTE = timedelta(minutes=1)
LATER = NOON + timedelta(hours=1)

# Slot 1 is graded by the program, 2 has a rubric, 3 has none.
ESSAYS = """\
---
title: Week 3
---

## Which is it?
`id: choice`

- ( ) a) First
- (x) b) Second

## Explain *two* constraints.
`id: constraints` `points: 5`

Think of both.

____ (3-6 words)

| Rubric | Points |
|---|---:|
| Names a constraint ZqXj-names | 2 |
| Uses **evidence** | 3 |

> **Explanation:** ZqXj-explained

## Tell a story.
`id: story` `points: 2`

____ (50 words)
"""
TWO_LINES = (Fraction(1), Fraction(5, 2))


def make_course_quiz(course: Course, text: str = ESSAYS, **settings: Any) -> Quiz:
    """An open quiz whose questions come as written."""
    return make_quiz(course, text, **{**AS_WRITTEN, **settings})


def make_member(course: Course, name: str, role: str = "student") -> User:
    user = make_user(name=name)
    make_enrollment(course, user, role)
    return user


def submit(quiz_id: str, student_id: str, answers: dict[int, str]) -> str:
    """A new submitted attempt with these answers as a form sends them; its id."""
    attempt_id = attempts.start(student_id, quiz_id, NOON)
    given = {number: Given((text,)) for number, text in answers.items()}
    attempts.save_responses(student_id, attempt_id, given, NOON + MINUTE)
    attempts.submit(student_id, attempt_id, NOON + 2 * MINUTE)
    return attempt_id


def judgment(*points: Fraction | int, comment: str = "") -> Judgment:
    return Judgment(tuple(map(Fraction, points)), comment)


def seen(quiz_id: str, slot: int, attempt_id: str) -> service.Seen:
    """The answer as a page opened now shows it."""
    db.session.rollback()
    return service.Seen(quiz_id, slot, attempt_id, find_answer(quiz_id, slot, attempt_id).state)


def sums(attempt_id: str) -> tuple[Fraction, Fraction]:
    """What the attempt earned and what is unmarked, as stored now, in points."""
    attempt: Attempt = get_attempt(attempt_id)
    assert attempt.earned is not None
    return Fraction(attempt.earned, MILLION), Fraction(attempt.unmarked, MILLION)


def stored(attempt_id: str, slot: int) -> tuple[Fraction, bool]:
    """What a response earned as stored now, in points, and whether it needs marking."""
    db.session.rollback()
    row = db.session.get_one(Response, (attempt_id, slot), populate_existing=True)
    return Fraction(row.earned or 0, MILLION), row.needs_marking
