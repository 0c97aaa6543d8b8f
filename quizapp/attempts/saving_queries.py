"""The statements of a save, built once: they run far more often than all others together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Executable,
    Row,
    bindparam,
    func,
    insert,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import aliased

from quizapp.accounts.models import SignIn, User
from quizapp.attempts.models import AnswerLog, Attempt, Response
from quizapp.attempts.queries import IS_TAKER, Places, find_placed, place
from quizapp.courses.models import Course, Enrollment
from quizapp.extensions import db, find_rows
from quizapp.quizzes.models import Extension, Quiz
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.rules import Extras, QuizSettings, personal


@dataclass(frozen=True)
class Key:
    """Who saves what from where."""

    token_hash: str  # of the sign-in
    attempt_id: str
    device: str


_LAYOUT = select(Attempt.quiz_id, Attempt.version, Attempt.layout).where(
    Attempt.id == bindparam("attempt_id")
)


def places(attempt_id: str) -> Places:
    """The questions of an attempt by their number on the page; {}: no such attempt.

    Lets go of the connection: a save that held two at a time would wait for ever once each of the
    threads held its first.
    """
    found = find_placed(attempt_id)
    if found is None:
        found = _find_places(attempt_id)
        db.session.rollback()
    return found


def _find_places(attempt_id: str) -> Places:
    row = find_rows(_LAYOUT, {"attempt_id": attempt_id}).one_or_none()
    return {} if row is None else place(attempt_id, load_slots(row[0], row[1]), row[2])


_any_response = aliased(Response)
_revision = (
    select(func.max(_any_response.revision))
    .where(_any_response.attempt_id == bindparam("attempt_id"))
    .correlate(None)
)
_last_number = (
    select(func.max(AnswerLog.number))
    .where(
        AnswerLog.attempt_id == bindparam("attempt_id"),
        AnswerLog.slot == Response.slot,
        AnswerLog.device == bindparam("device"),
    )
    .correlate(Response)
)

# Who is signed in, whether it is their own open attempt, when it ends, and what is stored: a row
# for each of the answers that is stored already, or one without an answer.
_CHECK = (
    select(
        SignIn.seen_at,
        SignIn.is_shared,
        Attempt.started_at,
        Attempt.revision,
        Attempt.furthest,
        Quiz.paging,
        Quiz.opens_at,
        Quiz.closes_at,
        Quiz.time_limit,
        Quiz.grace,
        Course.zone,
        Enrollment.time_percent,
        Extension.time_percent.label("own_percent"),
        Extension.extra,
        Extension.opens_at.label("own_opens_at"),
        Extension.closes_at.label("own_closes_at"),
        _revision.scalar_subquery().label("last_revision"),
        _revision.where(_any_response.device != bindparam("device"))
        .scalar_subquery()
        .label("others_revision"),
        Response.slot,
        Response.answer,
        Response.is_to_revisit,
        Response.saved_at,
        _last_number.scalar_subquery().label("last_number"),
    )
    .select_from(SignIn)
    .join(User, User.id == SignIn.user_id)
    .join(Attempt, Attempt.user_id == User.id)
    .join(Quiz, Quiz.id == Attempt.quiz_id)
    .join(Course, Course.id == Quiz.course_id)
    .join(Enrollment, (Enrollment.course_id == Quiz.course_id) & (Enrollment.user_id == User.id))
    .outerjoin(Extension, (Extension.quiz_id == Quiz.id) & (Extension.user_id == User.id))
    .where(
        SignIn.token_hash == bindparam("token_hash"),
        User.disabled_at.is_(None),
        Attempt.id == bindparam("attempt_id"),
        Attempt.submitted_at.is_(None),
        IS_TAKER,
    )
    .with_for_update(of=Attempt)
)


def _with_responses(slots: ColumnElement[bool]) -> Executable:
    return _CHECK.outerjoin(Response, (Response.attempt_id == Attempt.id) & slots)


_CHECK_ONE = _with_responses(Response.slot == bindparam("slot"))
_CHECK_MANY = _with_responses(Response.slot.in_(bindparam("slots", expanding=True)))

Found = Row[Any]


def check(connection: Connection, key: Key, slots: Sequence[int]) -> Sequence[Found]:
    """The rows of an attempt that is open for whoever is signed in by `key`; else none."""
    names = {"token_hash": key.token_hash, "attempt_id": key.attempt_id, "device": key.device}
    if len(slots) == 1:
        return connection.execute(_CHECK_ONE, {**names, "slot": slots[0]}).all()
    return connection.execute(_CHECK_MANY, {**names, "slots": list(slots)}).all()


_LAST_ARRIVAL = select(func.max(AnswerLog.arrived_at)).where(
    AnswerLog.attempt_id == bindparam("attempt_id")
)


def last_arrival(connection: Connection, attempt_id: str) -> datetime | None:
    """When an answer was stored last; None: never."""
    return connection.execute(_LAST_ARRIVAL, {"attempt_id": attempt_id}).scalar_one()


def personal_times(found: Found) -> QuizSettings:
    """When the quiz opens, closes and runs out for this person; nothing else of its settings."""
    limit = found.time_limit
    settings = QuizSettings(
        opens_at=found.opens_at,
        closes_at=found.closes_at,
        time_limit=None if limit is None else timedelta(seconds=limit),
        grace=timedelta(seconds=found.grace),
    )
    extras = Extras(
        time_percent=found.own_percent,
        extra=timedelta(seconds=found.extra or 0),
        opens_at=found.own_opens_at,
        closes_at=found.own_closes_at,
    )
    return personal(settings, Fraction(found.time_percent, 100), extras)


_NEW = ("answer", "is_to_revisit", "saved_at", "revision", "device")


def _upsert(dialect: Any) -> Any:
    statement = dialect.insert(Response)
    return statement.on_conflict_do_update(
        index_elements=["attempt_id", "slot"],
        set_={name: statement.excluded[name] for name in _NEW},
    )


_UPSERTS = {"sqlite": _upsert(sqlite), "postgresql": _upsert(postgresql)}
_LOG = insert(AnswerLog)


def write_responses(connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
    """Store responses, new ones or in the place of others; one statement."""
    connection.execute(_UPSERTS[connection.dialect.name], rows)


def write_log(connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
    """Add to the log; one statement."""
    connection.execute(_LOG, rows)
