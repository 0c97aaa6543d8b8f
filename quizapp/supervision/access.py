"""Loads a quiz for somebody who may look after it, or answers as if it weren't there."""

from quizapp.accounts.queries import Visitor
from quizapp.courses.access import get_course, get_enrollment, role_of
from quizapp.courses.rules import STAFF, Action
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz


def get_supervised_quiz(user: Visitor, quiz_id: str, action: Action) -> Quiz:
    """The quiz, if published and `user` may do `action` in its course; else raises NotFound."""
    quiz = db.session.get(Quiz, quiz_id)
    if quiz is None or quiz.version == 0:
        raise NotFound
    get_course(user, quiz.course_id, action)
    return quiz


def is_staff_of(user: Visitor, quiz: Quiz) -> bool:
    """Whether `user`, who is in the quiz's course, may look at everybody's receipts."""
    return role_of(user, get_enrollment(user, quiz.course_id, Action.SEE_COURSE)) in STAFF
