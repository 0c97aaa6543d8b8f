"""Finds the unfinished attempts whose time has run out, for the verbs that settle them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Integer, bindparam, func, or_, select

from quizapp.accounts.models import User
from quizapp.attempts.models import Attempt
from quizapp.attempts.queries import Ending, ending_by_clock, personal_settings
from quizapp.columns import UtcDateTime
from quizapp.courses.models import Enrollment
from quizapp.extensions import db
from quizapp.quizzes.models import Extension, Quiz
from quizapp.quizzes.rules import QuizSettings


@dataclass(frozen=True)
class Batch:
    """What was found among a limited number of unfinished attempts, all of them locked."""

    endings: tuple[Ending, ...] = ()
    last: str | None = None  # whose attempt was looked at last; None: there are no more


def list_overdue(quiz: Quiz, now: datetime, most: int) -> list[Ending]:
    """Unfinished attempts at a quiz whose time and grace have passed, locked; at most `most`."""
    found: list[Ending] = []
    last: str | None = ""
    while last is not None and len(found) < most:
        batch = find_overdue(quiz, now, most, after=last)
        found.extend(batch.endings)
        last = batch.last
    return found[:most]


_EXTENDED = Attempt.user_id.in_(
    select(Extension.user_id).where(Extension.quiz_id == bindparam("quiz_id"))
)
_BEGAN_BEFORE = Attempt.started_at < bindparam("began_before", type_=UtcDateTime())
_UNFINISHED = (
    select(Attempt)
    .where(
        Attempt.quiz_id == bindparam("quiz_id"),
        Attempt.submitted_at.is_(None),
        Attempt.user_id > bindparam("after"),
    )
    .order_by(Attempt.user_id)
    .limit(bindparam("many", type_=Integer()))
    .with_for_update(skip_locked=True)  # somebody else is ending those
)
# Built once, for everybody who starts or submits asks one; without limits only extensions count.
_MAY_BE_OVER = _UNFINISHED.where(or_(_EXTENDED, _BEGAN_BEFORE))
_EXTENDED_ONLY = _UNFINISHED.where(_EXTENDED)


def find_overdue(quiz: Quiz, now: datetime, many: int, *, after: str = "") -> Batch:
    """Those among the next `many` attempts that may be over, by the id of the student.

    The database leaves out attempts that even somebody without extra time could go on with; an
    extension may have moved the closing nearer, so those are all looked at. Nobody has two
    unfinished attempts at a quiz, and the index of the unfinished ones is in this order.
    """
    names = {"quiz_id": quiz.id, "after": after, "many": many}
    began_before = _began_before(quiz.settings, now)
    attempts = db.session.scalars(
        _EXTENDED_ONLY if began_before is None else _MAY_BE_OVER,
        names if began_before is None else {**names, "began_before": began_before},
    ).all()
    own = _own_settings(quiz, [attempt.user_id for attempt in attempts]) if attempts else {}
    endings = (
        ending_by_clock(attempt, own.get(attempt.user_id, quiz.settings), now)
        for attempt in attempts
    )
    return Batch(
        endings=tuple(ending for ending in endings if ending is not None),
        last=attempts[-1].user_id if len(attempts) == many else None,
    )


def _own_settings(quiz: Quiz, user_ids: Sequence[str]) -> dict[str, QuizSettings]:
    """Read once the attempts are locked: an extension given until then isn't missed."""
    rows = db.session.execute(
        select(User.id, func.coalesce(Enrollment.time_percent, 100), Extension)
        .outerjoin(
            Enrollment,
            (Enrollment.course_id == quiz.course_id) & (Enrollment.user_id == User.id),
        )
        .outerjoin(Extension, (Extension.quiz_id == quiz.id) & (Extension.user_id == User.id))
        .where(User.id.in_(user_ids))
    )
    return {
        user_id: personal_settings(quiz, percent, extension) for user_id, percent, extension in rows
    }


def _began_before(settings: QuizSettings, now: datetime) -> datetime | None:
    """Only attempts that began before this can be overdue; None: none can."""
    if settings.closes_at is not None and now > settings.closes_at + settings.grace:
        return now
    if settings.time_limit is None:
        return None
    return now - settings.time_limit - settings.grace
