"""What the pages about a quiz ask the database."""

from datetime import datetime, timedelta

from sqlalchemy import func, select

from quizapp.attempts.models import Attempt
from quizapp.attempts.queries import TAKERS
from quizapp.courses.models import Enrollment
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz


def count_working(quiz_id: str) -> int:
    """How many students have an attempt that isn't submitted."""
    working = select(func.count()).where(Attempt.quiz_id == quiz_id, Attempt.submitted_at.is_(None))
    return db.session.scalar(working) or 0


def list_ended_by_clock(quiz_id: str) -> list[str]:
    """The students, still in the course, with an attempt that the clock ended."""
    ended = (
        select(Attempt.user_id)
        .distinct()
        .join(Quiz, Quiz.id == Attempt.quiz_id)
        .join(
            Enrollment,
            (Enrollment.course_id == Quiz.course_id) & (Enrollment.user_id == Attempt.user_id),
        )
        .where(Attempt.quiz_id == quiz_id, Attempt.ran_out, Enrollment.role.in_(TAKERS))
    )
    return sorted(db.session.scalars(ended))


def count_attempts(quiz_id: str) -> dict[int, tuple[int, int]]:
    """By version, how many attempts are running and how many are submitted."""
    is_running = Attempt.submitted_at.is_(None)
    rows = db.session.execute(
        select(
            Attempt.version,
            func.count().filter(is_running),
            func.count().filter(~is_running),
        )
        .where(Attempt.quiz_id == quiz_id)
        .group_by(Attempt.version)
    )
    return {version: (running, submitted) for version, running, submitted in rows}


def find_twin(course_id: str, title: str, now: datetime, within: timedelta) -> Quiz | None:
    """A quiz of this title made moments ago and not published yet, as by a double click."""
    return db.session.scalar(
        select(Quiz)
        .where(
            Quiz.course_id == course_id,
            Quiz.title == title,
            Quiz.version == 0,
            Quiz.made_at > now - within,
        )
        .limit(1)
    )
