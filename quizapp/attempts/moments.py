"""After when nobody's answers to a quiz count any more, whatever extra time people have."""

from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction

from sqlalchemy import func, select

from quizapp.attempts.queries import TAKERS, Seat
from quizapp.courses.models import Enrollment
from quizapp.extensions import db
from quizapp.quizzes.models import Extension, Quiz
from quizapp.quizzes.rules import NO_EXTRAS, Extras, last_moment


def last_moments(seats: Iterable[Seat]) -> dict[str, datetime | None]:
    """By quiz: after when no answer of anybody counts any more; None: there is no such moment."""
    quizzes = [seat.quiz for seat in seats]
    closing = [quiz for quiz in quizzes if quiz.closes_at is not None]
    largest = _largest_factors({quiz.course_id for quiz in closing}) if closing else {}
    people = _extended(quiz.id for quiz in closing) if closing else {}
    for quiz in closing:
        factor = largest.get(quiz.course_id, Fraction(1))
        people.setdefault(quiz.id, []).append((factor, NO_EXTRAS))
    return {quiz.id: last_moment(quiz.settings, people.get(quiz.id, ())) for quiz in quizzes}


def _largest_factors(course_ids: Iterable[str]) -> dict[str, Fraction]:
    rows = db.session.execute(
        select(Enrollment.course_id, func.max(Enrollment.time_percent))
        .where(Enrollment.course_id.in_(sorted(course_ids)), Enrollment.role.in_(TAKERS))
        .group_by(Enrollment.course_id)
    )
    return {course_id: Fraction(percent, 100) for course_id, percent in rows}


def _extended(quiz_ids: Iterable[str]) -> dict[str, list[tuple[Fraction, Extras]]]:
    """By quiz: the factor and the extras of everybody who has an extension and may take it."""
    rows = db.session.execute(
        select(Extension, Enrollment.time_percent)
        .join(Quiz, Quiz.id == Extension.quiz_id)
        .join(
            Enrollment,
            (Enrollment.course_id == Quiz.course_id) & (Enrollment.user_id == Extension.user_id),
        )
        .where(Extension.quiz_id.in_(sorted(quiz_ids)), Enrollment.role.in_(TAKERS))
    )
    found: dict[str, list[tuple[Fraction, Extras]]] = {}
    for extension, percent in rows:
        found.setdefault(extension.quiz_id, []).append((Fraction(percent, 100), extension.extras))
    return found
