"""The quizzes of the whole site, for the command line."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import distinct, func, select
from sqlalchemy.orm import selectinload

from quizapp.attempts.models import Attempt
from quizapp.attempts.service import settle
from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.insights.home_queries import list_unfinished
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import window


@dataclass(frozen=True)
class QuizEntry:
    """A quiz in the list; the names of the fields are a promise to tools."""

    id: str
    title: str
    course: str
    bank: str  # the names of all its banks, with ", " between them
    status: str  # unpublished, later, open or closed
    submitted: int  # people


def list_quizzes(now: datetime) -> list[QuizEntry]:
    """Every quiz by course and title, after settling what ran out of time."""
    courses = db.session.scalars(select(Course.id)).all()
    for quiz_id in list_unfinished(courses):
        settle(quiz_id, now)
    submitted = (
        select(func.count(distinct(Attempt.user_id)))
        .where(Attempt.quiz_id == Quiz.id, Attempt.submitted_at.is_not(None))
        .scalar_subquery()
    )
    rows = db.session.execute(
        select(Quiz, Course.title, submitted)
        .join(Course, Course.id == Quiz.course_id)
        .order_by(Course.title, Quiz.title, Quiz.id)
        .options(selectinload(Quiz.parts))
    )
    return [
        QuizEntry(quiz.id, quiz.title, course, ", ".join(quiz.banks), _status(quiz, now), count)
        for quiz, course, count in rows
    ]


def _status(quiz: Quiz, now: datetime) -> str:
    return window(quiz.settings, now).value if quiz.version else "unpublished"
