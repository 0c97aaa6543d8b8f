"""Which banks a person may read, and in which courses they may make quizzes."""

from collections.abc import Sequence

from sqlalchemy import select

from quizapp.accounts.queries import Visitor
from quizapp.authoring.bank_page import Reach
from quizapp.courses.access import role_of
from quizapp.courses.models import Course
from quizapp.courses.queries import list_courses, list_enrollments
from quizapp.courses.rules import Action, may
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz, QuizPart


def list_courses_for(user: Visitor, action: Action) -> Sequence[Course]:
    """The courses in which `user` may do `action`, by title."""
    if user.is_administrator:
        return list_courses()
    return [part.course for part in list_enrollments(user.id) if may(role_of(user, part), action)]


def ensure_makes_quizzes(user: Visitor) -> None:
    """Raises NotFound for people who may make quizzes in no course."""
    if not user.is_administrator and not list_courses_for(user, Action.EDIT_QUIZZES):
        raise NotFound


def may_edit_banks(user: Visitor) -> bool:
    """Whether `user` may write banks, which belong to the site."""
    return user.is_administrator or bool(list_courses_for(user, Action.EDIT_BANKS))


def ensure_edits_banks(user: Visitor) -> None:
    """Raises NotFound for people who may write no bank."""
    if not may_edit_banks(user):
        raise NotFound


def reach_of(user: Visitor) -> Reach:
    """Which banks and scores `user` may see; raises NotFound for people without a course to teach.

    Banks belong to the site, so whoever may write them in any course may read them all; others
    on the staff read those that their courses use.
    """
    courses = list_courses_for(user, Action.READ_BANKS)
    if not courses and not user.is_administrator:
        raise NotFound
    scored = frozenset(course.id for course in list_courses_for(user, Action.SEE_SCORES))
    if may_edit_banks(user):
        return Reach(banks=None, courses=scored)
    ids = [course.id for course in courses]
    used = select(QuizPart.bank).join(Quiz, Quiz.id == QuizPart.quiz_id)
    used = used.where(Quiz.course_id.in_(ids))
    return Reach(banks=frozenset(db.session.scalars(used.distinct())), courses=scored)
