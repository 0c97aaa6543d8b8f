"""Finds the unfinished attempts whose time has run out, for the verbs that settle them."""

from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select

from quizapp.attempts.models import Attempt
from quizapp.attempts.queries import Ending, ending_by_clock, personal_settings
from quizapp.courses.models import Enrollment
from quizapp.extensions import db
from quizapp.quizzes.models import Extension, Quiz
from quizapp.quizzes.rules import QuizSettings


def list_overdue(quiz: Quiz, now: datetime, most: int) -> list[Ending]:
    """Unfinished attempts at a quiz whose time and grace have passed, locked; at most `most`.

    The database leaves out those that even somebody without extra time could go on with; an
    extension may have moved the closing nearer, so those are all looked at.
    """
    began_before = _began_before(quiz.settings, now)
    may_be_over: list[ColumnElement[bool]] = [Extension.user_id.is_not(None)]
    if began_before is not None:
        may_be_over.append(Attempt.started_at < began_before)
    rows = db.session.execute(
        select(Attempt, func.coalesce(Enrollment.time_percent, 100), Extension)
        .outerjoin(
            Enrollment,
            (Enrollment.course_id == quiz.course_id) & (Enrollment.user_id == Attempt.user_id),
        )
        .outerjoin(
            Extension,
            (Extension.quiz_id == quiz.id) & (Extension.user_id == Attempt.user_id),
        )
        .where(Attempt.quiz_id == quiz.id, Attempt.submitted_at.is_(None), or_(*may_be_over))
        .order_by(Attempt.id)
        .with_for_update(of=Attempt, skip_locked=True)  # somebody else is ending those
    )
    endings = (
        ending_by_clock(attempt, personal_settings(quiz, percent, extension), now)
        for attempt, percent, extension in rows
    )
    return [ending for ending in endings if ending is not None][:most]


def _began_before(settings: QuizSettings, now: datetime) -> datetime | None:
    """Only attempts that began before this can be overdue; None: none can."""
    if settings.closes_at is not None and now > settings.closes_at + settings.grace:
        return now
    if settings.time_limit is None:
        return None
    return now - settings.time_limit - settings.grace
