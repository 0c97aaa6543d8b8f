"""Which quizzes were published from which bank."""

from collections.abc import Sequence

from sqlalchemy import select

from quizapp.authoring.bank_page import Use
from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz


def list_uses() -> Sequence[Use]:
    """Every published quiz of the site, by course and title."""
    rows = db.session.execute(
        select(Quiz.bank, Quiz.id, Quiz.title, Course.id, Course.title)
        .join(Course, Course.id == Quiz.course_id)
        .where(Quiz.version > 0)
        .order_by(Course.title, Quiz.title, Quiz.id)
    )
    return [Use(*row) for row in rows]
