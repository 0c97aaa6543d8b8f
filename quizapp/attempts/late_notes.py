"""What a student's result page says of late answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from quizapp.attempts.models import Attempt, LateAnswer
from quizapp.attempts.words import time_left
from quizapp.extensions import find_rows


@dataclass(frozen=True)
class LateNotes:
    """What there is to say; everything is 0 or () where nothing came late."""

    waiting: int  # questions
    how_late: str  # the last of them: 3 minutes
    left: int  # questions whose late answers staff have left out
    accepted: int


_LATE = (
    select(LateAnswer.slot, LateAnswer.decision, LateAnswer.arrived_at)
    .where(LateAnswer.attempt_id == bindparam("attempt_id"))
    .order_by(LateAnswer.arrived_at, LateAnswer.number)
)


def load(attempt: Attempt) -> LateNotes:
    """The notes on a submitted attempt."""
    rows = find_rows(_LATE, {"attempt_id": attempt.id})
    newest = {answer.slot: answer for answer in rows}.values()
    waiting = [answer for answer in newest if answer.decision is None]
    return LateNotes(
        waiting=len(waiting),
        how_late=_how_late(attempt, [answer.arrived_at for answer in waiting]),
        left=sum(answer.decision == "left" for answer in newest),
        accepted=sum(answer.decision == "accepted" for answer in newest),
    )


def _how_late(attempt: Attempt, arrivals: Sequence[datetime]) -> str:
    if not arrivals or attempt.submitted_at is None:
        return ""
    return time_left(max(arrivals) - attempt.submitted_at)
