"""Accepting late answers, or leaving them out; a line of the ledger for each accepted one.

These are parts of verbs: they work inside their transactions and never commit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update

from quizapp.attempts import queries
from quizapp.attempts.finishing import grade_again
from quizapp.attempts.models import Attempt, LateAnswer, Response, ScoreChange
from quizapp.attempts.queries import StoredResponse
from quizapp.attempts.sums import following
from quizapp.columns import random_id
from quizapp.errors import Conflict
from quizapp.extensions import db

ACCEPTED, LEFT = "accepted", "left"
WHY_LATE = "late answer"


class NothingToDecide(Conflict):
    """Somebody has decided about it already."""

    def __init__(self) -> None:
        super().__init__(
            "That has been decided already. Go back to the late answers to see what is left."
        )


class StillOpen(Conflict):
    """The attempt goes on, so its student can still give the answer in time."""

    def __init__(self) -> None:
        super().__init__(
            "This attempt is open again, so its student can still answer in time. "
            "Decide about late answers once it has ended."
        )


@dataclass(frozen=True)
class Decider:
    """Who decides, and when."""

    user_id: str
    now: datetime


def list_open(attempt_id: str, slot: int | None = None) -> Sequence[LateAnswer]:
    """Late answers of an attempt still to be decided on, the oldest first."""
    late = select(LateAnswer).where(
        LateAnswer.attempt_id == attempt_id, LateAnswer.decision.is_(None)
    )
    if slot is not None:
        late = late.where(LateAnswer.slot == slot)
    return db.session.scalars(
        late.order_by(LateAnswer.arrived_at, LateAnswer.number).with_for_update()
    ).all()


def leave(attempt: Attempt, slot: int, decider: Decider) -> None:
    """Leave the late answers to a slot out."""
    late = list_open(attempt.id, slot)
    if not late:
        raise NothingToDecide
    for answer in late:
        _decide(answer, LEFT, decider)


def accept(attempt: Attempt, slot: int, decider: Decider) -> None:
    """Count the newest late answer to a slot, and write down what that did to the score."""
    late = list_open(attempt.id, slot)
    if not late:
        raise NothingToDecide
    if attempt.submitted_at is None:
        raise StillOpen
    before = _stored(attempt, slot)
    old_total = attempt.earned or 0
    with following(attempt.quiz_id, [attempt.user_id]):
        _take(attempt, late, decider)
        grade_again(attempt)
    db.session.add(
        ScoreChange(
            id=random_id(),
            attempt_id=attempt.id,
            slot=slot,
            old=before.earned or 0,
            new=_stored(attempt, slot).earned or 0,
            old_total=old_total,
            new_total=attempt.earned or 0,
            why=WHY_LATE,
            made_by=decider.user_id,
            made_at=decider.now,
        )
    )
    db.session.flush()


def take_over(attempt: Attempt, decider: Decider) -> int:
    """Count what arrived while a reopened attempt was over, as if its new end had stood already.

    Answers that came when the student could see the key stay to be decided on.
    """
    open_ones = [answer for answer in list_open(attempt.id) if not answer.key_visible]
    slots = sorted({answer.slot for answer in open_ones})
    for slot in slots:
        late = [answer for answer in open_ones if answer.slot == slot]
        _take(attempt, late, decider)
    return len(slots)


def _take(attempt: Attempt, late: Sequence[LateAnswer], decider: Decider) -> None:
    """Put the newest of these answers to one slot in its place."""
    newest = late[-1]
    for older in late[:-1]:
        _decide(older, LEFT, decider)
    _decide(newest, ACCEPTED, decider)
    newest.before = list(_stored(attempt, newest.slot).answer)
    db.session.flush()
    responses = queries.stored_responses([attempt.id])[attempt.id]
    row = {
        "attempt_id": attempt.id,
        "slot": newest.slot,
        "answer": newest.answer,
        "saved_at": newest.arrived_at,
        "revision": queries.last_revision(attempt, responses) + 1,
        "device": newest.device,
    }
    statement = update(Response) if newest.slot in responses else insert(Response)
    db.session.execute(statement, [row])


def _stored(attempt: Attempt, slot: int) -> StoredResponse:
    return queries.stored_responses([attempt.id])[attempt.id].get(slot, StoredResponse(slot))


def _decide(answer: LateAnswer, decision: str, decider: Decider) -> None:
    answer.decision, answer.decided_by, answer.decided_at = decision, decider.user_id, decider.now
