"""Builders with defaults: a test names only what matters to it."""

import itertools
from datetime import UTC, datetime
from typing import Any

from quizapp.accounts.models import User
from quizapp.courses.models import Course, Enrollment
from quizapp.extensions import db

NOON = datetime(2026, 2, 13, 12, tzinfo=UTC)
_numbers = itertools.count(1)


def make_user(**given: Any) -> User:
    """A person without a password."""
    number = next(_numbers)
    values = {"name": f"Person {number}", "login": f"person{number}@example.org", "made_at": NOON}
    return _saved(User(**{**values, **given}))


def make_course(**given: Any) -> Course:
    """A course that is open to join."""
    code = f"QZ{next(_numbers):05d}".replace("0", "A").replace("1", "B")
    values = {"title": "Biology 101", "join_code": code, "zone": "Europe/London", "made_at": NOON}
    return _saved(Course(**{**values, **given}))


def make_enrollment(course: Course, user: User, role: str = "student", **given: Any) -> Enrollment:
    """`user` in `course`."""
    values = {"course_id": course.id, "user_id": user.id, "role": role, "made_at": NOON}
    return _saved(Enrollment(**{**values, **given}))


def _saved(row: Any) -> Any:
    db.session.add(row)
    db.session.commit()
    return row
