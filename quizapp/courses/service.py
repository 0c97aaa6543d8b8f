"""Making courses, and letting people into them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.exc import IntegrityError

from quizapp.accounts import sign_ins, throttle
from quizapp.accounts.audit import Act, record
from quizapp.accounts.codes import make_code, normalize_code
from quizapp.accounts.passwords import ensure_acceptable, hash_password
from quizapp.accounts.service import LoginTaken, NewPerson, add_user
from quizapp.accounts.sign_ins import Device
from quizapp.courses import queries, roster_import
from quizapp.courses.models import Course, Enrollment
from quizapp.courses.roster import Roster
from quizapp.courses.roster_plan import RosterPlan
from quizapp.courses.rules import (
    CODE_LENGTH,
    Role,
    fit_title,
    is_code,
    show_code,
)
from quizapp.errors import Conflict, NotFound, Refused
from quizapp.extensions import db, transaction

LONGEST_SHOWN_CODE = 20
A_MOMENT = timedelta(seconds=10)


class NoSuchCode(NotFound):
    """No course has this join code."""

    def __init__(self, code: str) -> None:
        """`code`: normalized."""
        shown = show_code(code[:LONGEST_SHOWN_CODE])
        super().__init__(f"No course has the code {shown}. Check it with your instructor.")


class ClosedToJoining(Refused):
    """The course takes nobody new by its code."""

    def __init__(self, course: Course) -> None:
        whom = queries.find_instructor_name(course.id) or "your instructor"
        super().__init__(f"{course.title} isn't taking new students. Ask {whom} to add you.")


class AlreadyIn(Conflict):
    """This person is in the course already, whatever their role."""

    def __init__(self, course_title: str) -> None:
        super().__init__(f"You are already in {course_title}.")


@dataclass(frozen=True)
class CourseChanges:
    """What the settings of a course say."""

    title: str
    zone: str
    is_open_to_join: bool
    keeps_answers: bool  # of people who are erased, without their names


def find_course_by_code(typed: str, network: str, now: datetime) -> Course:
    """The course with this join code; raises NoSuchCode, or TooMany for a network that guesses."""
    code = normalize_code(typed)
    key = throttle.join_key(network)
    counted = throttle.ensure_may_try((key, throttle.network_key(network)), now)
    course = queries.find_course_by_stored_code(code) if is_code(code) else None
    if course is None:
        _count_wrong_code(network, now)
        raise NoSuchCode(code)
    if key in counted:
        _forgive_wrong_codes(network)
    return course


def find_course_to_join(typed: str, user_id: str | None, network: str, now: datetime) -> Course:
    """The course that this person, None if nobody is signed in, may join by the code.

    Raises what find_course_by_code does, AlreadyIn and ClosedToJoining.
    """
    course = find_course_by_code(typed, network, now)
    if user_id and queries.find_enrollment(course.id, user_id):
        raise AlreadyIn(course.title)
    _ensure_open(course)
    return course


@transaction
def _count_wrong_code(network: str, now: datetime) -> None:
    throttle.count_failure(throttle.join_key(network), now)
    throttle.count_failure(throttle.network_key(network), now)


@transaction
def _forgive_wrong_codes(network: str) -> None:
    throttle.forgive(throttle.join_key(network))


@transaction
def create_course(title: str, zone: str, instructor_id: str, now: datetime) -> Course:
    """Make a course that is open to join, with its first instructor; `zone` is an IANA name.

    Asked again within moments, as by a double click, it makes no second one.
    """
    title = fit_title(title)
    twin = queries.find_twin(title, instructor_id, now - A_MOMENT)
    if twin is not None:
        return twin
    course = add_course(title, zone, now)
    add_enrollment(course.id, instructor_id, Role.INSTRUCTOR, now)
    record(Act.COURSE_MADE, f"course {course.id}", now, by=instructor_id)
    return course


@transaction
def change_course(course_id: str, changes: CourseChanges, by: str, now: datetime) -> None:
    """Give a course another title, zone, or way of joining."""
    course = _get_course(course_id)
    course.title, course.zone = fit_title(changes.title), changes.zone
    course.is_open_to_join = changes.is_open_to_join
    course.keeps_answers = changes.keeps_answers
    record(Act.COURSE_CHANGED, f"course {course_id}", now, by=by)


def add_course(title: str, zone: str, now: datetime) -> Course:
    """A course without people, inside another verb's transaction."""
    course = Course(title=title, zone=zone, made_at=now, join_code=_new_code())
    db.session.add(course)
    db.session.flush()
    return course


@transaction
def enroll(course_id: str, user_id: str, role: Role, now: datetime) -> Enrollment:
    """Put a person into a course with any role; raises AlreadyIn."""
    return add_enrollment(course_id, user_id, role, now)


def add_enrollment(course_id: str, user_id: str, role: Role, now: datetime) -> Enrollment:
    """As enroll, inside another verb's transaction."""
    title = _get_course(course_id).title
    if db.session.get(Enrollment, (course_id, user_id)) is not None:
        raise AlreadyIn(title)
    enrollment = Enrollment(course_id=course_id, user_id=user_id, role=role, made_at=now)
    db.session.add(enrollment)
    try:
        db.session.flush()
    except IntegrityError:  # the same person, a moment ago, from another window
        raise AlreadyIn(title) from None
    return enrollment


@transaction
def join(course_id: str, user_id: str, now: datetime) -> Course:
    """A person who has an account joins as a student; raises AlreadyIn, ClosedToJoining."""
    course = _get_course(course_id)
    if db.session.get(Enrollment, (course_id, user_id)) is not None:
        raise AlreadyIn(course.title)
    _ensure_open(course)
    add_enrollment(course_id, user_id, Role.STUDENT, now)
    return course


def join_as_new_person(
    course_id: str, person: NewPerson, device: Device, network: str, now: datetime
) -> str:
    """Make an account, join as a student and sign in, all or nothing; returns the token.

    Raises ClosedToJoining, UnfitName, UnfitLogin, UnfitPassword and LoginTaken. The last counts
    against the network, since it says whose account is here.
    """
    course = _get_course(course_id)
    _ensure_open(course)  # before the slow hash; looked at again below
    throttle.ensure_may_try((throttle.network_key(network),), now)
    ensure_acceptable(person.password, (person.name, person.login, course.title))
    password_hash = hash_password(person.password)
    try:
        return _join_as_new_person(course_id, person, password_hash, device, now)
    except LoginTaken:
        _count_taken_login(network, now)
        raise


@transaction
def _count_taken_login(network: str, now: datetime) -> None:
    throttle.count_failure(throttle.network_key(network), now)


@transaction
def _join_as_new_person(
    course_id: str, person: NewPerson, password_hash: str, device: Device, now: datetime
) -> str:
    _ensure_open(_get_course(course_id))
    user = add_user(person.name, person.login, password_hash, now, signs_in=True)
    part = Enrollment(course_id=course_id, user_id=user.id, role=Role.STUDENT, made_at=now)
    db.session.add(part)
    return sign_ins.begin(user, device, now)


@transaction
def renew_code(course_id: str, by: str, now: datetime) -> str:
    """Give the course a new join code, stored form; the old one fails at once."""
    course = _get_course(course_id)
    course.join_code = _new_code()
    record(Act.CODE_RENEWED, f"course {course_id}", now, by=by)
    return course.join_code


@transaction
def open_joining(course_id: str, by: str, now: datetime) -> None:
    """Let people join by the code."""
    _get_course(course_id).is_open_to_join = True
    record(Act.JOINING_OPENED, f"course {course_id}", now, by=by)


@transaction
def close_joining(course_id: str, by: str, now: datetime) -> None:
    """Let nobody join by the code."""
    _get_course(course_id).is_open_to_join = False
    record(Act.JOINING_CLOSED, f"course {course_id}", now, by=by)


@transaction
def import_roster(course_id: str, roster: Roster, by: str | None, now: datetime) -> RosterPlan:
    """Add and change the people a roster names, and say what was done; nobody is taken away.

    `by`: None for the terminal.
    """
    lock_course(course_id)
    plan = roster_import.load_plan(course_id, roster)
    roster_import.write(course_id, plan, now)
    detail = f"{len(plan.added)} added, {len(plan.changed)} changed"
    record(Act.ROSTER_IMPORTED, f"course {course_id}", now, by=by, detail=detail)
    return plan


def lock_course(course_id: str) -> Course:
    """The course; whoever else changes its people waits for the end of this transaction."""
    course = db.session.get(
        Course, course_id, with_for_update={"key_share": True}, populate_existing=True
    )
    if course is None:
        raise NotFound
    return course


def _get_course(course_id: str) -> Course:
    course = db.session.get(Course, course_id)
    if course is None:
        raise NotFound
    return course


def _ensure_open(course: Course) -> None:
    if not course.is_open_to_join:
        raise ClosedToJoining(course)


def _new_code() -> str:
    while True:
        code = make_code(CODE_LENGTH)
        if queries.find_course_by_stored_code(code) is None:
            return code
