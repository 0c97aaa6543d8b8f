"""The first start of a site, and its first administrator."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from quizapp.accounts import passwords
from quizapp.accounts.models import User
from quizapp.accounts.service import NewPerson, add_user
from quizapp.banks.library import Library
from quizapp.config import Settings
from quizapp.courses.models import Course
from quizapp.courses.rules import Role, show_code
from quizapp.courses.service import add_course, add_enrollment
from quizapp.errors import NotFound, UserError
from quizapp.extensions import db, transaction
from quizapp.quizzes.rules import QuizSettings
from quizapp.quizzes.service import add_quiz

FIRST_COURSE = "My first course"


@dataclass(frozen=True)
class FirstSteps:
    """What the terminal says when the site starts."""

    join_code: str  # of the oldest course, as people read it
    setup_token: str | None  # None once there is an administrator
    problems: tuple[str, ...] = ()


@transaction
def set_up_site(settings: Settings, now: datetime) -> FirstSteps:
    """Make what a new site needs; on one that has a course, change nothing.

    A new site gets one course, with every bank that has no errors as an open quiz.
    """
    course = db.session.scalar(select(Course).order_by(Course.made_at, Course.id).limit(1))
    problems: tuple[str, ...] = ()
    if course is None:
        course = add_course(FIRST_COURSE, settings.zone, now)
        problems = _publish_clean_banks(course, settings, now)
    token = None if _has_administrator() else setup_token(settings)
    return FirstSteps(show_code(course.join_code), token, problems)


def _publish_clean_banks(course: Course, settings: Settings, now: datetime) -> tuple[str, ...]:
    problems = []
    for bank in Library(settings.questions).load_all():
        try:
            with db.session.begin_nested():
                add_quiz(course.id, bank, QuizSettings(), now)
        except UserError as error:  # one bank that isn't ready keeps no other from students
            problems.append(f"{bank.name}.md isn't published yet. {error}")
    return tuple(problems)


def setup_token(settings: Settings) -> str:
    """The secret in the one-time set-up link: the site's key proves it, nothing is stored."""
    return hmac.new(settings.secret_key.encode(), b"set up this site", hashlib.sha256).hexdigest()


def may_set_up(settings: Settings, token: str) -> bool:
    """Whether `token` is the set-up link's and there is no administrator yet."""
    return hmac.compare_digest(setup_token(settings), token) and not _has_administrator()


def make_first_administrator(person: NewPerson, now: datetime) -> User:
    """Make the site's first administrator, who also teaches the courses there are.

    Raises UnfitPassword, LoginTaken, and NotFound if somebody else was first.
    """
    passwords.ensure_acceptable(person.password, (person.name, person.login))
    password_hash = passwords.hash_password(person.password)  # slow: before others have to wait
    return _add_first_administrator(person, password_hash, now)


@transaction
def _add_first_administrator(person: NewPerson, password_hash: str, now: datetime) -> User:
    if _has_administrator():
        raise NotFound
    user = add_user(person.name, person.login, password_hash, now)
    user.is_administrator = True
    for course in db.session.scalars(select(Course)):
        add_enrollment(course.id, user.id, Role.INSTRUCTOR, now)
    return user


def _has_administrator() -> bool:
    found = db.session.scalar(select(User.id).where(User.is_administrator).limit(1))
    return found is not None
