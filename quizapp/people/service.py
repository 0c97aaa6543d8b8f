"""What staff do to the people of a course; each verb is one transaction."""

from dataclasses import dataclass
from datetime import datetime

from quizapp.accounts.audit import Act, record, record_alone
from quizapp.accounts.code_service import add_code, drop_codes
from quizapp.accounts.models import User
from quizapp.accounts.names import fit_name
from quizapp.accounts.queries import Visitor, find_user_by_login
from quizapp.accounts.service import add_user, get_user
from quizapp.attempts.late_decisions import Decider
from quizapp.attempts.reopening import reopen
from quizapp.attempts.service import settle
from quizapp.courses.models import Enrollment
from quizapp.courses.rules import STAFF, Role
from quizapp.courses.service import add_enrollment, lock_course
from quizapp.errors import Conflict, NotFound, Refused, UserError
from quizapp.extensions import db, transaction
from quizapp.people import erasure, export, letting_in, queries
from quizapp.people.rules import lasting


class LastInstructor(Conflict):
    """Without this person nobody could look after the course."""

    def __init__(self) -> None:
        super().__init__(
            "This is the course's only instructor. Make somebody else an instructor first."
        )


class NobodyThere(UserError):
    """No account has this login, and no name to make one was given."""

    def __init__(self, login: str) -> None:
        super().__init__(
            f"Nobody here has the email or username {login} yet. Enter their name, too, "
            "and an account is made for them."
        )


@dataclass(frozen=True)
class NewMember:
    """Who is to come into a course, as typed; `name` only where there is no account yet."""

    login: str
    name: str
    role: Role


def settle_course(course_id: str, now: datetime) -> None:
    """Grade the attempts at the course's quizzes whose time has run out."""
    for quiz_id in queries.list_unfinished(course_id):
        settle(quiz_id, now)


@transaction
def add_member(course_id: str, new: NewMember, by: str, now: datetime) -> User:
    """Put somebody into the course; raises AlreadyIn and NobodyThere."""
    lock_course(course_id)
    user = find_user_by_login(new.login)
    if user is None:
        if not new.name.strip():
            raise NobodyThere(new.login.strip())
        user = add_user(fit_name(new.name), new.login, None, now)
    add_enrollment(course_id, user.id, new.role, now)
    if new.role in STAFF:
        drop_codes(user.id)
    record(Act.PERSON_ADDED, _on(course_id, user.id), now, by=by, detail=new.role)
    return user


@transaction
def change_role(course_id: str, user_id: str, role: Role, by: str, now: datetime) -> None:
    """Give somebody another part in the course; raises LastInstructor."""
    enrollment = _get_enrollment(course_id, user_id)
    if enrollment.role == role:
        return
    _ensure_not_the_last(enrollment)
    record(
        Act.ROLE_CHANGED, _on(course_id, user_id), now, by=by, detail=f"{enrollment.role} to {role}"
    )
    enrollment.role = role
    drop_codes(user_id)


@transaction
def remove_member(course_id: str, user_id: str, by: str, now: datetime) -> None:
    """Take somebody out of the course and keep their attempts; raises LastInstructor."""
    enrollment = _get_enrollment(course_id, user_id)
    _ensure_not_the_last(enrollment)
    db.session.delete(enrollment)
    record(Act.PERSON_REMOVED, _on(course_id, user_id), now, by=by)


@transaction
def change_time(course_id: str, student_id: str, percent: int, decider: Decider) -> int:
    """Give a student another part of everybody's time, and return how many attempts go on by it."""
    enrollment = _get_enrollment(course_id, student_id)
    if enrollment.role != Role.STUDENT:
        raise NotFound
    before, enrollment.time_percent = enrollment.time_percent, percent
    db.session.flush()
    detail, on = f"{before}% to {percent}%", _on(course_id, student_id)
    record(Act.TIME_CHANGED, on, decider.now, by=decider.user_id, detail=detail)
    quizzes = queries.list_published(course_id)
    return sum(reopen(student_id, quiz.id, decider) for quiz in quizzes)


class NotToBeLetIn(Refused):
    """This person's account can do more than whoever asks for the code."""

    def __init__(self) -> None:
        super().__init__(
            "You can't make a sign-in code for this person, who teaches, looks after this site, or "
            "has an account from another course and took no quiz in this one yet. "
            "Whoever runs the site can reset the password: quizapp user reset."
        )


@dataclass(frozen=True)
class MadeCode:
    """A sign-in code for one person; the only place where it can be read."""

    user_id: str
    name: str
    login: str
    code: str
    ends_at: datetime


@transaction
def make_code(course_id: str, user_id: str, maker: Visitor, now: datetime) -> MadeCode:
    """A sign-in code for one person of the course, in the place of earlier ones.

    Raises NotFound and NotToBeLetIn.
    """
    _get_enrollment(course_id, user_id)
    person = get_user(user_id)
    if not letting_in.is_allowed(maker, course_id, person):
        raise NotToBeLetIn
    return _make_code(course_id, person, maker.id, now)


@transaction
def make_codes(course_id: str, by: str, now: datetime) -> list[MadeCode]:
    """A sign-in code for every student of the course who has never signed in, by name."""
    return [
        _make_code(course_id, person, by, now) for person in letting_in.list_strangers(course_id)
    ]


def _make_code(course_id: str, person: User, by: str, now: datetime) -> MadeCode:
    length = lasting(has_password=person.password_hash is not None)
    code = add_code(person.id, length, now)
    record(Act.CODE_MADE, _on(course_id, person.id), now, by=by)
    return MadeCode(person.id, person.name, person.login, code, now + length)


class NotToBeErased(Refused):
    """Somebody who can't be erased here and now; the text says why."""


def export_person(
    course_id: str, user_id: str, reader: Visitor, form: str, now: datetime
) -> export.Export:
    """All about a person that concerns the courses whose people `reader` may change."""
    record_alone(Act.EXPORT, _on(course_id, user_id), now, by=reader.id, detail=form)
    courses = None if reader.is_administrator else letting_in.edited_by(reader)
    return export.collect(user_id, courses, now)


@transaction
def erase(course_id: str, user_id: str, by: str, now: datetime) -> None:
    """Erase a person from a course and, unless they are in others, from the site.

    Raises NotFound, NotToBeErased and LastInstructor.
    """
    if user_id == by:
        raise NotToBeErased("You can't erase yourself. Ask another instructor.")
    course = lock_course(course_id)
    queries.get_member(course_id, user_id)
    user = get_user(user_id)
    enrollment = db.session.get(Enrollment, (course_id, user_id))
    if enrollment is not None:
        _ensure_not_the_last(enrollment)
    traces = erasure.find_traces(course, user)
    erasure.erase_from_course(course, user, now)
    if traces.ends_account:
        erasure.end_account(user)
    record(Act.ERASURE, f"course {course_id}", now, by=by)


def _get_enrollment(course_id: str, user_id: str) -> Enrollment:
    lock_course(course_id)
    enrollment = db.session.get(Enrollment, (course_id, user_id), with_for_update=True)
    if enrollment is None:
        raise NotFound
    return enrollment


def _ensure_not_the_last(enrollment: Enrollment) -> None:
    if enrollment.role != Role.INSTRUCTOR:
        return
    if queries.count_instructors(enrollment.course_id) == 1:
        raise LastInstructor


def _on(course_id: str, user_id: str) -> str:
    return f"course {course_id}, user {user_id}"
