"""A page of the people of a large quiz, found and sorted by the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from quizapp.accounts.models import User
from quizapp.attempts.models import Attempt
from quizapp.columns import MILLION
from quizapp.courses.models import Enrollment
from quizapp.courses.rules import Role
from quizapp.extensions import db
from quizapp.insights.score_table import AttemptScore, Person, Row, hide_names, sort_rows
from quizapp.insights.statistics import Which
from quizapp.quizzes.models import Quiz

A_PAGE = 100


@dataclass(frozen=True)
class Wanted:
    """What of the people is asked for."""

    which: Which
    find: str = ""  # part of a name or login
    page: int = 1
    hides_names: bool = False  # then nobody is looked for


@dataclass(frozen=True)
class PeoplePage:
    """Some of the people, by name or by number."""

    rows: tuple[Row, ...]
    has_more: bool


def load_people_page(quiz: Quiz, wanted: Wanted) -> PeoplePage:
    """Students of the course with first attempts, or with all; whoever has none is there too."""
    rows = db.session.execute(
        _students(quiz, wanted.which)
        .where(_is_found(wanted.find))
        .order_by(func.lower(User.name), User.id, Attempt.number)
        .limit(A_PAGE + 1)
        .offset((wanted.page - 1) * A_PAGE)
    ).all()
    people = tuple(_row(user, attempt) for user, attempt in rows)
    return PeoplePage(people[:A_PAGE], has_more=len(people) > A_PAGE)


def load_hidden_page(quiz: Quiz, wanted: Wanted, numbers: Mapping[str, int]) -> PeoplePage:
    """The same with numbers in place of names, a hundred numbers a page."""
    ids = sorted(numbers, key=numbers.__getitem__)
    start = (wanted.page - 1) * A_PAGE
    rows = db.session.execute(
        _students(quiz, wanted.which).where(User.id.in_(ids[start : start + A_PAGE]))
    )
    people = hide_names((_row(user, attempt) for user, attempt in rows), numbers)
    return PeoplePage(sort_rows(people, "name"), has_more=len(ids) > start + A_PAGE)


def _students(quiz: Quiz, which: Which) -> Select[User, Attempt]:
    of_quiz = and_(Attempt.user_id == User.id, Attempt.quiz_id == quiz.id)
    if which is Which.FIRST:
        of_quiz = and_(of_quiz, Attempt.number == 1)
    return (
        select(User, Attempt)
        .join(Enrollment, Enrollment.user_id == User.id)
        .outerjoin(Attempt, of_quiz)
        .where(Enrollment.course_id == quiz.course_id, Enrollment.role == Role.STUDENT)
    )


def _is_found(text: str) -> ColumnElement[bool]:
    lowered = text.lower()
    return or_(
        func.lower(User.name).contains(lowered, autoescape=True),
        func.lower(User.login).contains(lowered, autoescape=True),
    )


def _row(user: User, attempt: Attempt | None) -> Row:
    person = Person(user.id, user.name, user.login)
    if attempt is None:
        return Row(person)
    return Row(
        person,
        AttemptScore(
            id=attempt.id,
            person=person,
            number=attempt.number,
            submitted_at=attempt.submitted_at,
            earned=None if attempt.earned is None else Fraction(attempt.earned, MILLION),
            possible=Fraction(attempt.possible, MILLION),
            unmarked=Fraction(attempt.unmarked, MILLION),
            ran_out=attempt.ran_out,
        ),
    )
