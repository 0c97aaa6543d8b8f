"""What the pages about people ask the database; each in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import distinct, func, select

from quizapp.accounts.models import User
from quizapp.attempts.models import Attempt
from quizapp.courses.models import Enrollment
from quizapp.courses.rules import Role
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.quizzes.models import Extension, Quiz

NOBODYS_ID = "erased-"  # how the ids begin of those whose answers are kept without a person


@dataclass(frozen=True)
class Member:
    """Somebody in a course, or somebody who has left it and whose attempts are still there."""

    user_id: str
    name: str
    login: str
    signed_in_at: datetime | None  # None: never
    has_password: bool
    done: int  # quizzes submitted at least once
    role: Role | None  # None: left the course
    student_number: str = ""
    percent: int = 100

    @property
    def is_student(self) -> bool:
        """Whether the person takes the quizzes."""
        return self.role is Role.STUDENT


def get_member(course_id: str, user_id: str) -> Member:
    """One person who is in the course or has left attempts in it; otherwise raises NotFound."""
    found = list_members(course_id, user_id)
    if not found:
        raise NotFound
    return found[0]


def list_members(course_id: str, user_id: str | None = None) -> list[Member]:
    """Everybody in the course, and who has left attempts in it, by name; or only one of them."""
    submitted = func.count(distinct(Attempt.quiz_id)).filter(Attempt.submitted_at.is_not(None))
    done = (
        select(Attempt.user_id, submitted.label("done"))
        .join(Quiz, Quiz.id == Attempt.quiz_id)
        .where(Quiz.course_id == course_id)
        .group_by(Attempt.user_id)
        .subquery()
    )
    statement = (
        select(
            User.id, User.name, User.login, User.signed_in_at, User.password_hash.is_not(None),
            func.coalesce(done.c.done, 0),
            Enrollment.role, Enrollment.student_number, Enrollment.time_percent,
        )
        .outerjoin(
            Enrollment, (Enrollment.user_id == User.id) & (Enrollment.course_id == course_id)
        )
        .outerjoin(done, done.c.user_id == User.id)
        .where(Enrollment.role.is_not(None) | done.c.done.is_not(None))
        .where(~User.id.startswith(NOBODYS_ID))
        .order_by(func.lower(User.name), User.id)
    )  # fmt: skip
    if user_id is not None:
        statement = statement.where(User.id == user_id)
    return [_member(*row) for row in db.session.execute(statement)]


def _member(*row: Any) -> Member:
    id, name, login, seen, has_password, done, role, number, percent = row
    return Member(
        user_id=id,
        name=name,
        login=login,
        signed_in_at=seen,
        has_password=has_password,
        done=done,
        role=Role(role) if role else None,
        student_number=number or "",
        percent=percent or 100,
    )


@dataclass(frozen=True)
class QuizOfPerson:
    """A quiz, what one person was given in it, and their attempts."""

    quiz: Quiz
    extension: Extension | None
    attempts: tuple[Attempt, ...]


def list_quizzes(course_id: str, user_id: str) -> list[QuizOfPerson]:
    """The course's published quizzes as one person has them, the oldest first."""
    given = {
        extension.quiz_id: extension
        for extension in db.session.scalars(
            select(Extension)
            .join(Quiz, Quiz.id == Extension.quiz_id)
            .where(Quiz.course_id == course_id, Extension.user_id == user_id)
        )
    }
    attempts: dict[str, list[Attempt]] = {}
    for attempt in db.session.scalars(
        select(Attempt)
        .join(Quiz, Quiz.id == Attempt.quiz_id)
        .where(Quiz.course_id == course_id, Attempt.user_id == user_id)
        .order_by(Attempt.number)
    ):
        attempts.setdefault(attempt.quiz_id, []).append(attempt)
    return [
        QuizOfPerson(quiz, given.get(quiz.id), tuple(attempts.get(quiz.id, ())))
        for quiz in list_published(course_id)
    ]


def count_instructors(course_id: str) -> int:
    """How many instructors the course has who can sign in."""
    return (
        db.session.scalar(
            select(func.count())
            .select_from(Enrollment)
            .join(User, User.id == Enrollment.user_id)
            .where(
                Enrollment.course_id == course_id,
                Enrollment.role == Role.INSTRUCTOR,
                User.disabled_at.is_(None),
            )
        )
        or 0
    )


def list_published(course_id: str) -> Sequence[Quiz]:
    """The quizzes of a course that students know of, the oldest first."""
    return db.session.scalars(
        select(Quiz)
        .where(Quiz.course_id == course_id, Quiz.version > 0)
        .order_by(Quiz.made_at, Quiz.title, Quiz.id)
    ).all()


def list_unfinished(course_id: str) -> Sequence[str]:
    """The quizzes of a course with an unfinished attempt, which may have run out of time."""
    return db.session.scalars(
        select(Attempt.quiz_id)
        .distinct()
        .join(Quiz, Quiz.id == Attempt.quiz_id)
        .where(Quiz.course_id == course_id, Attempt.submitted_at.is_(None))
    ).all()


def list_courses_of(user_id: str) -> set[str]:
    """Where a person is, or has left attempts."""
    joined = select(Enrollment.course_id).where(Enrollment.user_id == user_id)
    left = (
        select(Quiz.course_id)
        .join(Attempt, Attempt.quiz_id == Quiz.id)
        .where(Attempt.user_id == user_id)
    )
    return set(db.session.scalars(joined)) | set(db.session.scalars(left))


def has_attempts(course_id: str, user_id: str) -> bool:
    """Whether a person ever started a quiz of the course."""
    statement = (
        select(Attempt.id)
        .join(Quiz, Quiz.id == Attempt.quiz_id)
        .where(Quiz.course_id == course_id, Attempt.user_id == user_id)
        .limit(1)
    )
    return db.session.scalar(statement) is not None
