"""Extensions and decisions about late answers; each verb is one transaction."""

from sqlalchemy import select

from quizapp.accounts.audit import Act, record
from quizapp.attempts import late_decisions, queries
from quizapp.attempts.late_decisions import Decider
from quizapp.attempts.models import Attempt
from quizapp.attempts.reopening import reopen
from quizapp.errors import Conflict, NotFound
from quizapp.extensions import db, transaction
from quizapp.quizzes import service as quizzes
from quizapp.quizzes.rules import Extras
from quizapp.quizzes.service import Grant


class KeyWasVisible(Conflict):
    """Some answers came when their student could see the key: each is to be looked at."""

    def __init__(self) -> None:
        super().__init__(
            "Some of these answers came when the student could already see right from wrong. "
            "Accept or leave each of them by itself."
        )


@transaction
def extend(quiz_id: str, student_id: str, extras: Extras, reason: str, decider: Decider) -> bool:
    """Give a student an extension; whether an attempt that the clock ended goes on by it.

    It takes the place of an earlier one. Raises NotFound if the student isn't in the course.
    """
    queries.find_seat(student_id, quiz_id)
    grant = Grant(extras, reason, decider.user_id, decider.now)
    quizzes.put_extension(quiz_id, student_id, grant)
    _record(Act.EXTENSION_GIVEN, quiz_id, student_id, decider)
    return reopen(student_id, quiz_id, decider)


@transaction
def withdraw_extension(quiz_id: str, student_id: str, decider: Decider) -> bool:
    """Take an extension back, which acts on the student's next request; False: there was none."""
    if not quizzes.remove_extension(quiz_id, student_id):
        return False
    _record(Act.EXTENSION_WITHDRAWN, quiz_id, student_id, decider)
    return True


@transaction
def accept_late(quiz_id: str, attempt_id: str, slot: int, decider: Decider) -> None:
    """Count a late answer. Raises NotFound, NothingToDecide or StillOpen."""
    _accept(_lock_attempt(quiz_id, attempt_id), slot, decider)


@transaction
def leave_late(quiz_id: str, attempt_id: str, slot: int, decider: Decider) -> None:
    """Leave a late answer out. Raises NotFound or NothingToDecide."""
    late_decisions.leave(_lock_attempt(quiz_id, attempt_id), slot, decider)
    _record_late(Act.LATE_LEFT, attempt_id, slot, decider)


@transaction
def accept_all_late(quiz_id: str, attempt_id: str, decider: Decider) -> int:
    """Count all late answers of an attempt, and return how many; raises also KeyWasVisible."""
    attempt = _lock_attempt(quiz_id, attempt_id)
    found = late_decisions.list_open(attempt_id)
    if any(answer.key_visible for answer in found):
        raise KeyWasVisible
    if not found:
        raise late_decisions.NothingToDecide
    slots = sorted({answer.slot for answer in found})
    for slot in slots:
        _accept(attempt, slot, decider)
    return len(slots)


def _accept(attempt: Attempt, slot: int, decider: Decider) -> None:
    late_decisions.accept(attempt, slot, decider)
    _record_late(Act.LATE_ACCEPTED, attempt.id, slot, decider)


def _record_late(act: Act, attempt_id: str, slot: int, decider: Decider) -> None:
    record(act, f"attempt {attempt_id}", decider.now, by=decider.user_id, detail=f"slot {slot}")


def _record(act: Act, quiz_id: str, student_id: str, decider: Decider) -> None:
    on = f"quiz {quiz_id}, user {student_id}"
    record(act, on, decider.now, by=decider.user_id)


def _lock_attempt(quiz_id: str, attempt_id: str) -> Attempt:
    attempt = db.session.scalar(
        select(Attempt)
        .where(Attempt.id == attempt_id, Attempt.quiz_id == quiz_id)
        .with_for_update()
    )
    if attempt is None:
        raise NotFound
    return attempt
