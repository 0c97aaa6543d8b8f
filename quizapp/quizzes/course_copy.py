"""Copies a course for another term: its quizzes with their settings, and none of its people."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import select

from quizapp.courses.models import Course
from quizapp.courses.service import add_course
from quizapp.extensions import db
from quizapp.quizzes.copying import add_copy
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import QuizSettings


@dataclass(frozen=True)
class CoursePlan:
    """What the copy is called, and what becomes of the times of its quizzes."""

    title: str
    shift: timedelta | None  # None: no quiz has times until somebody sets them


def add_course_copy(source: Course, plan: CoursePlan, now: datetime) -> Course:
    """A course without people, closed to joining; part of a verb."""
    copy = add_course(plan.title, source.zone, now)
    copy.is_open_to_join = False
    copy.keeps_answers = source.keeps_answers
    quizzes = db.session.scalars(
        select(Quiz).where(Quiz.course_id == source.id).order_by(Quiz.made_at, Quiz.id)
    ).all()
    for place, quiz in enumerate(quizzes):
        made_at = now + timedelta(microseconds=place)  # by which lists of quizzes are ordered
        made = add_copy(quiz, copy.id, plan.shift or timedelta(), made_at)
        if plan.shift is None:
            made.settings = _without_times(made.settings)
    return copy


def _without_times(settings: QuizSettings) -> QuizSettings:
    feedback = replace(settings.feedback, at=None)
    return replace(settings, opens_at=None, closes_at=None, feedback=feedback)
