"""The numbers that stand for people where names are hidden: "Student 17"."""

from collections.abc import Iterable
from hashlib import sha256

from sqlalchemy import select, union

from quizapp.attempts.models import Attempt
from quizapp.courses.models import Enrollment
from quizapp.courses.rules import Role
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz


def number_students(quiz: Quiz) -> dict[str, int]:
    """By id, the number of each student of the course and of whoever else took the quiz.

    Every page and file about the quiz uses these. Who joins later may move the numbers of others.
    """
    enrolled = select(Enrollment.user_id).where(
        Enrollment.course_id == quiz.course_id, Enrollment.role == Role.STUDENT
    )
    took = select(Attempt.user_id).where(Attempt.quiz_id == quiz.id)
    return number(quiz.id, db.session.scalars(union(enrolled, took)))


def number(quiz_id: str, user_ids: Iterable[str]) -> dict[str, int]:
    """Numbers from 1 in an order that tells of no name and no time, and is another in each quiz."""
    shuffled = sorted(user_ids, key=lambda id: sha256(f"{quiz_id}/{id}".encode()).digest())
    return {id: at for at, id in enumerate(shuffled, 1)}
