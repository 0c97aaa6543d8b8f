"""Loads a quiz for whoever may regrade it or reply to notes, as if it weren't there for others."""

from quizapp.accounts.queries import Visitor
from quizapp.courses.access import get_course
from quizapp.courses.rules import Action
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz


def get_regraded_quiz(user: Visitor, quiz_id: str, action: Action = Action.EDIT_QUIZZES) -> Quiz:
    """The quiz, if published and `user` may do `action` there; otherwise raises NotFound."""
    quiz = db.session.get(Quiz, quiz_id)
    if quiz is None or quiz.version == 0:
        raise NotFound
    get_course(user, quiz.course_id, action)
    return quiz
