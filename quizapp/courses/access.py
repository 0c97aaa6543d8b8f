"""Loads a course for this person, or answers as if it weren't there."""

from dataclasses import dataclass

from quizapp.accounts.queries import Visitor
from quizapp.courses import queries
from quizapp.courses.models import Course, Enrollment
from quizapp.courses.rules import STAFF, Action, Role, may
from quizapp.errors import NotFound
from quizapp.extensions import db


@dataclass(frozen=True)
class Sides:
    """Which of its two sides the site has for a person: the students' pages, those of staff."""

    studies: bool = False
    teaches: bool = False


def get_course(user: Visitor, course_id: str, action: Action) -> Course:
    """The course, if `user` may do `action` in it; otherwise raises NotFound."""
    return get_enrollment(user, course_id, action).course


def get_enrollment(user: Visitor, course_id: str, action: Action) -> Enrollment:
    """`user`'s part in the course, if it allows `action`; otherwise raises NotFound.

    An administrator without a part gets an instructor's, which isn't stored.
    """
    enrollment = queries.find_enrollment(course_id, user.id)
    if enrollment is None:
        enrollment = _administrators_part(user, course_id)
    if enrollment is None or not may(role_of(user, enrollment), action):
        raise NotFound
    return enrollment


def role_of(user: Visitor, enrollment: Enrollment) -> Role:
    """The role that counts: an administrator is an instructor everywhere."""
    return Role.INSTRUCTOR if user.is_administrator else Role(enrollment.role)


def may_do(user: Visitor, course_id: str, action: Action) -> bool:
    """Whether `user` may do `action` in the course; for links that lead to it."""
    enrollment = queries.find_enrollment(course_id, user.id)
    if user.is_administrator:
        return may(Role.INSTRUCTOR, action)
    return enrollment is not None and may(role_of(user, enrollment), action)


def may_make_courses(user: Visitor) -> bool:
    """Administrators may, and whoever is an instructor somewhere."""
    return user.is_administrator or queries.teaches(user.id, {Role.INSTRUCTOR})


def is_staff(user: Visitor) -> bool:
    """Whether `user` is an administrator, or teaches or assists in any course."""
    return user.is_administrator or queries.teaches(user.id)


def sides_of(user: Visitor) -> Sides:
    """Where `user` belongs; somebody in no course yet is a student to be."""
    roles = queries.list_roles(user.id)
    teaches = user.is_administrator or not STAFF.isdisjoint(roles)
    return Sides(studies=Role.STUDENT in roles or not teaches, teaches=teaches)


def _administrators_part(user: Visitor, course_id: str) -> Enrollment | None:
    course = db.session.get(Course, course_id) if user.is_administrator else None
    if course is None:
        return None
    return Enrollment(
        course_id=course.id,
        user_id=user.id,
        role=Role.INSTRUCTOR,
        time_percent=100,
        student_number="",
        made_at=course.made_at,
        course=course,
    )
