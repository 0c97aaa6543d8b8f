"""What pages ask about quizzes themselves."""

from collections.abc import Sequence

from sqlalchemy import select

from quizapp.extensions import db
from quizapp.quizzes.models import Quiz


def list_unpublished(course_id: str) -> Sequence[Quiz]:
    """The quizzes of a course that are set up but not published, the newest first."""
    return db.session.scalars(
        select(Quiz)
        .where(Quiz.course_id == course_id, Quiz.version == 0)
        .order_by(Quiz.made_at.desc(), Quiz.id)
    ).all()
