"""What other pages ask about courses and the people in them."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload

from quizapp.accounts.codes import normalize_code
from quizapp.accounts.models import User
from quizapp.courses.models import Course, Enrollment
from quizapp.courses.rules import STAFF, Role
from quizapp.extensions import db, find_rows

# Statements of pages that a whole class opens at once are built once: that costs more than asking.
_BY_CODE = select(Course).where(Course.join_code == bindparam("code"))


def find_course_by_stored_code(code: str) -> Course | None:
    """The course with this normalized join code."""
    return db.session.scalar(_BY_CODE, {"code": code})


def find_course(named: str) -> Course | None:
    """The course with this id or this join code, however it is typed."""
    course = db.session.get(Course, named)
    return course or find_course_by_stored_code(normalize_code(named))


_ENROLLMENT = (
    select(Enrollment)
    .where(
        Enrollment.course_id == bindparam("course_id"), Enrollment.user_id == bindparam("user_id")
    )
    .options(joinedload(Enrollment.course))
)


def find_enrollment(course_id: str, user_id: str) -> Enrollment | None:
    """This person's part in this course, with the course."""
    return db.session.scalar(_ENROLLMENT, {"course_id": course_id, "user_id": user_id})


def list_enrollments(user_id: str) -> Sequence[Enrollment]:
    """The courses a person is in, each with its course, by title."""
    return db.session.scalars(
        select(Enrollment)
        .join(Enrollment.course)
        .where(Enrollment.user_id == user_id)
        .order_by(Course.title, Course.id)
        .options(joinedload(Enrollment.course))
    ).all()


def list_courses() -> Sequence[Course]:
    """Every course of the site, by title."""
    return db.session.scalars(select(Course).order_by(Course.title, Course.id)).all()


_INSTRUCTOR = (
    select(User.name)
    .join(Enrollment, Enrollment.user_id == User.id)
    .where(
        Enrollment.course_id == bindparam("course_id"),
        Enrollment.role == Role.INSTRUCTOR,
        User.disabled_at.is_(None),
    )
    .order_by(Enrollment.made_at, User.id)
    .limit(1)
)


def find_instructor_name(course_id: str) -> str | None:
    """The name of the instructor who has been in the course longest; None without instructors."""
    return find_rows(_INSTRUCTOR, {"course_id": course_id}).scalar()


_ROLES = select(Enrollment.role).where(Enrollment.user_id == bindparam("user_id")).distinct()


def list_roles(user_id: str) -> Sequence[str]:
    """The roles a person has in any course, each once."""
    return find_rows(_ROLES, {"user_id": user_id}).scalars().all()


def teaches(user_id: str, roles: Iterable[Role] = STAFF) -> bool:
    """Whether this person has one of `roles` in any course."""
    found = db.session.scalar(
        select(Enrollment.course_id)
        .where(Enrollment.user_id == user_id, Enrollment.role.in_(sorted(roles)))
        .limit(1)
    )
    return found is not None


def find_twin(
    title: str, instructor_id: str, since: datetime, source_id: str = ""
) -> Course | None:
    """A course of this title that the same person has made since then, as by a double click.

    `source_id`: of the course that it would be a copy of.
    """
    return db.session.scalar(
        select(Course)
        .join(Enrollment, Enrollment.course_id == Course.id)
        .where(
            Enrollment.user_id == instructor_id,
            Enrollment.role == Role.INSTRUCTOR,
            Course.title == title,
            Course.made_at > since,
            Course.id != source_id,
        )
        .limit(1)
    )
