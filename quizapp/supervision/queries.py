"""What the pages of supervision ask the database; each in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from quizapp.accounts.models import User
from quizapp.attempts.models import AnswerLog, Attempt, LateAnswer
from quizapp.attempts.queries import TAKERS
from quizapp.courses.models import Enrollment
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.question_types.base import Answer
from quizapp.quizzes.models import Extension, Quiz


@dataclass(frozen=True)
class Taker:
    """A student of the course, with what the course and the quiz give them."""

    user_id: str
    name: str
    student_number: str
    percent: int
    extension: Extension | None
    made_by: str | None  # the name of whoever gave the extension
    used: int  # attempts begun
    is_working: bool


def list_takers(quiz: Quiz, user_id: str | None = None) -> list[Taker]:
    """Everybody who may take the quiz, by name; or only one of them."""
    giver = aliased(User)
    used = (
        select(
            Attempt.user_id,
            func.count().label("used"),
            func.count().filter(Attempt.submitted_at.is_(None)).label("working"),
        )
        .where(Attempt.quiz_id == quiz.id)
        .group_by(Attempt.user_id)
        .subquery()
    )
    statement = (
        select(
            User.id,
            User.name,
            Enrollment.student_number,
            Enrollment.time_percent,
            Extension,
            giver.name.label("made_by"),
            func.coalesce(used.c.used, 0).label("used"),
            func.coalesce(used.c.working, 0).label("working"),
        )
        .join(Enrollment, Enrollment.user_id == User.id)
        .outerjoin(Extension, (Extension.quiz_id == quiz.id) & (Extension.user_id == User.id))
        .outerjoin(giver, giver.id == Extension.made_by)
        .outerjoin(used, used.c.user_id == User.id)
        .where(Enrollment.course_id == quiz.course_id, Enrollment.role.in_(TAKERS))
        .order_by(func.lower(User.name), User.id)
    )
    if user_id is not None:
        statement = statement.where(User.id == user_id)
    return [
        Taker(id, name, number, percent, extension, by, used, bool(working))
        for id, name, number, percent, extension, by, used, working in db.session.execute(statement)
    ]


def get_taker(quiz: Quiz, user_id: str) -> Taker:
    """One student who may take the quiz; otherwise raises NotFound."""
    found = list_takers(quiz, user_id)
    if not found:
        raise NotFound
    return found[0]


def count_late(quiz_id: str) -> int:
    """How many late answers wait for a decision."""
    return (
        db.session.scalar(
            select(func.count())
            .select_from(LateAnswer)
            .join(Attempt, Attempt.id == LateAnswer.attempt_id)
            .where(Attempt.quiz_id == quiz_id, LateAnswer.decision.is_(None))
        )
        or 0
    )


@dataclass(frozen=True)
class KeptLate:
    """A late answer, whose it is, and who decided."""

    late: LateAnswer
    attempt: Attempt
    student: str
    decided_by: str | None


def list_late(quiz_id: str) -> list[KeptLate]:
    """The late answers of a quiz, by student and attempt, the oldest first."""
    decider = aliased(User)
    rows = db.session.execute(
        select(LateAnswer, Attempt, User.name, decider.name)
        .join(Attempt, Attempt.id == LateAnswer.attempt_id)
        .join(User, User.id == Attempt.user_id)
        .outerjoin(decider, decider.id == LateAnswer.decided_by)
        .where(Attempt.quiz_id == quiz_id)
        .order_by(
            func.lower(User.name),
            Attempt.id,
            LateAnswer.slot,
            LateAnswer.arrived_at,
            LateAnswer.number,
        )
    )
    return [KeptLate(*row) for row in rows]


@dataclass(frozen=True)
class LoggedAnswer:
    """A line of the answer log."""

    slot: int
    device: str
    number: int
    answer: Answer
    arrived_at: datetime
    is_late: bool
    decision: str | None


def list_logged(attempt_id: str) -> list[LoggedAnswer]:
    """Everything that ever arrived for an attempt, the newest last."""
    rows = db.session.execute(
        select(AnswerLog, LateAnswer.arrived_at, LateAnswer.decision)
        .outerjoin(
            LateAnswer,
            (LateAnswer.attempt_id == AnswerLog.attempt_id)
            & (LateAnswer.slot == AnswerLog.slot)
            & (LateAnswer.device == AnswerLog.device)
            & (LateAnswer.number == AnswerLog.number),
        )
        .where(AnswerLog.attempt_id == attempt_id)
        .order_by(AnswerLog.arrived_at, AnswerLog.device, AnswerLog.number, AnswerLog.slot)
    )
    return [
        LoggedAnswer(
            log.slot,
            log.device,
            log.number,
            tuple(log.answer),
            log.arrived_at,
            bool(late),
            decision,
        )
        for log, late, decision in rows
    ]


@dataclass(frozen=True)
class Begun:
    """An attempt and its student's name."""

    attempt: Attempt
    student: str


def get_attempt(quiz_id: str, attempt_id: str) -> Begun:
    """An attempt at the quiz; otherwise raises NotFound."""
    row = db.session.execute(
        select(Attempt, User.name)
        .join(User, User.id == Attempt.user_id)
        .where(Attempt.id == attempt_id, Attempt.quiz_id == quiz_id)
    ).one_or_none()
    if row is None:
        raise NotFound
    return Begun(*row)


def list_attempts(quiz_id: str) -> Sequence[tuple[str, str, int]]:
    """Every attempt at a quiz, as student, attempt and number."""
    rows = db.session.execute(
        select(Attempt.user_id, Attempt.id, Attempt.number)
        .where(Attempt.quiz_id == quiz_id)
        .order_by(Attempt.number)
    )
    return [(row[0], row[1], row[2]) for row in rows]


def list_by_receipt(quiz_id: str, receipt: str, user_id: str | None) -> list[Begun]:
    """Attempts at a quiz with this receipt; `user_id`: only this person's."""
    statement = (
        select(Attempt, User.name)
        .join(User, User.id == Attempt.user_id)
        .where(Attempt.quiz_id == quiz_id, Attempt.receipt == receipt)
    )
    if user_id is not None:
        statement = statement.where(Attempt.user_id == user_id)
    return [Begun(*row) for row in db.session.execute(statement)]
