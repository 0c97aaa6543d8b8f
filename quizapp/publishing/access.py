"""Loads a quiz for somebody who may change it, or answers as if it weren't there."""

from quizapp.accounts.queries import Visitor
from quizapp.courses.access import get_course
from quizapp.courses.rules import Action
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz


def get_own_quiz(user: Visitor, quiz_id: str) -> Quiz:
    """The quiz, published or not, if `user` may change it; otherwise raises NotFound."""
    quiz = db.session.get(Quiz, quiz_id)
    if quiz is None:
        raise NotFound
    get_course(user, quiz.course_id, Action.EDIT_QUIZZES)
    return quiz
