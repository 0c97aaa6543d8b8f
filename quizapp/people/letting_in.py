"""Looks up whether a sign-in code may be made, and for whom one is needed."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select

from quizapp.accounts.models import User
from quizapp.accounts.queries import Visitor
from quizapp.courses.access import get_enrollment, role_of
from quizapp.courses.models import Enrollment
from quizapp.courses.queries import list_courses, list_enrollments
from quizapp.courses.rules import STAFF, Action, Role, may
from quizapp.extensions import db
from quizapp.people.queries import has_attempts, list_courses_of
from quizapp.people.rules import Standing, may_let_in


def is_allowed(maker: Visitor, course_id: str, person: User) -> bool:
    """Whether `maker`, who works in the course, may make a code for `person`."""
    role = role_of(maker, get_enrollment(maker, course_id, Action.SEE_PEOPLE))
    if db.session.get(Enrollment, (course_id, person.id)) is None:
        return False
    standing = replace(
        _standing(person), belongs_elsewhere=_belongs_elsewhere(maker, course_id, person)
    )
    return person.disabled_at is None and may_let_in(role, standing, edited_by(maker))


def list_strangers(course_id: str) -> Sequence[User]:
    """The students of the course who have no password yet, by name."""
    return db.session.scalars(
        select(User)
        .join(Enrollment, Enrollment.user_id == User.id)
        .where(
            Enrollment.course_id == course_id,
            Enrollment.role == Role.STUDENT,
            User.password_hash.is_(None),
            User.disabled_at.is_(None),
        )
        .order_by(User.name, User.id)
    ).all()


def _standing(person: User) -> Standing:
    parts = list_enrollments(person.id)
    return Standing(
        is_administrator=person.is_administrator,
        has_password=person.password_hash is not None,
        teaches=[part.course_id for part in parts if part.role in STAFF],
    )


def _belongs_elsewhere(maker: Visitor, course_id: str, person: User) -> bool:
    """Whether the person has courses that the maker doesn't teach, and no attempt in this one."""
    if maker.is_administrator or has_attempts(course_id, person.id):
        return False
    taught = {part.course_id for part in list_enrollments(maker.id) if part.role in STAFF}
    return not list_courses_of(person.id) <= taught


def edited_by(maker: Visitor) -> list[str]:
    """The courses whose people somebody may change."""
    if maker.is_administrator:
        return [course.id for course in list_courses()]
    parts = list_enrollments(maker.id)
    return [part.course_id for part in parts if may(Role(part.role), Action.EDIT_PEOPLE)]
