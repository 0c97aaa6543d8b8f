"""Which published quizzes take questions of which bank."""

from collections.abc import Sequence

from sqlalchemy import select

from quizapp.authoring.bank_page import Use
from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz, QuizPart


def list_uses() -> Sequence[Use]:
    """Every published quiz of the site with each of its banks, by course and title."""
    rows = db.session.execute(
        select(QuizPart.bank, Quiz.id, Quiz.title, Course.id, Course.title)
        .distinct()
        .join(Quiz, Quiz.id == QuizPart.quiz_id)
        .join(Course, Course.id == Quiz.course_id)
        .where(Quiz.version > 0)
        .order_by(Course.title, Quiz.title, Quiz.id)
    )
    return [Use(*row) for row in rows]
