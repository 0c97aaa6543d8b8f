"""Looks up whom a roster names, and writes down what it changes; part of a verb's transaction."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from quizapp.accounts.models import User
from quizapp.columns import random_id
from quizapp.courses.models import Enrollment
from quizapp.courses.roster import Roster
from quizapp.courses.roster_plan import Addition, Change, Known, RosterPlan, plan_roster
from quizapp.courses.rules import Role
from quizapp.extensions import db

AT_ONCE = 500  # logins in one query


def load_plan(course_id: str, roster: Roster) -> RosterPlan:
    """What the roster would change as things stand."""
    known: dict[str, Known] = {}
    logins = [row.login for row in roster.rows]
    for start in range(0, len(logins), AT_ONCE):
        known |= _load_known(course_id, logins[start : start + AT_ONCE])
    return plan_roster(roster, known)


def write(course_id: str, plan: RosterPlan, now: datetime) -> None:
    """Add and change the people of the plan."""
    _add(course_id, plan.added, now)
    for change in plan.changed:
        _change(course_id, change)
    db.session.flush()


def _load_known(course_id: str, logins: Iterable[str]) -> dict[str, Known]:
    rows = db.session.execute(
        select(User, Enrollment)
        .outerjoin(
            Enrollment, (Enrollment.user_id == User.id) & (Enrollment.course_id == course_id)
        )
        .where(User.login.in_(logins))
    )
    return {user.login: _known(user, enrollment) for user, enrollment in rows}


def _known(user: User, enrollment: Enrollment | None) -> Known:
    is_named_by_staff = user.password_hash is None
    if enrollment is None:
        return Known(user.id, user.name, is_named_by_staff)
    return Known(
        user_id=user.id,
        name=user.name,
        is_named_by_staff=is_named_by_staff,
        role=Role(enrollment.role),
        number=enrollment.student_number,
        percent=enrollment.time_percent,
    )


def _add(course_id: str, added: Iterable[Addition], now: datetime) -> None:
    people, parts = [], []
    for addition in added:
        row, known = addition.row, addition.known
        user_id = known.user_id if known else random_id()
        if known is None:
            people.append(User(id=user_id, name=row.name, login=row.login, made_at=now))
        parts.append(
            Enrollment(
                course_id=course_id,
                user_id=user_id,
                role=Role.STUDENT,
                student_number=row.number,
                time_percent=addition.percent,
                made_at=now,
            )
        )
    db.session.add_all(people)
    db.session.flush()
    db.session.add_all(parts)


def _change(course_id: str, change: Change) -> None:
    enrollment = db.session.get_one(Enrollment, (course_id, change.known.user_id))
    if change.name:
        db.session.get_one(User, change.known.user_id).name = change.name
    if change.number:
        enrollment.student_number = change.number
    if change.percent:
        enrollment.time_percent = change.percent
