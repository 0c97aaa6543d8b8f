"""Loads a quiz for somebody who may mark in it, or answers as if it weren't there."""

from quizapp.accounts.queries import Visitor
from quizapp.courses.access import get_course
from quizapp.courses.rules import Action
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz


def get_marked_quiz(user: Visitor, quiz_id: str) -> Quiz:
    """The quiz, if published and `user` may mark in it; otherwise raises NotFound."""
    quiz = db.session.get(Quiz, quiz_id)
    if quiz is None or quiz.version == 0:
        raise NotFound
    get_course(user, quiz.course_id, Action.MARK)
    return quiz
