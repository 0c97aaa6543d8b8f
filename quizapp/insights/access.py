"""Loads a quiz for somebody who may see its scores, or answers as if it weren't there."""

from quizapp.accounts.queries import Visitor
from quizapp.courses.access import get_course
from quizapp.courses.rules import Action
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz


def get_scored_quiz(user: Visitor, quiz_id: str) -> Quiz:
    """The quiz, if published and `user` may see its scores; otherwise raises NotFound."""
    quiz = db.session.get(Quiz, quiz_id)
    if quiz is None or quiz.version == 0:
        raise NotFound
    get_course(user, quiz.course_id, Action.SEE_SCORES)
    return quiz
