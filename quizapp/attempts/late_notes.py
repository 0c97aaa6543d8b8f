"""What a student's result page says of late answers, and of changes to the score."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from itertools import groupby

from sqlalchemy import select

from quizapp.attempts.models import Attempt, LateAnswer, ScoreChange
from quizapp.attempts.words import time_left
from quizapp.columns import MILLION
from quizapp.extensions import db


@dataclass(frozen=True)
class ChangedScore:
    """How the score of an attempt changed in one step, and why."""

    old: Fraction
    new: Fraction
    at: datetime
    answers: int  # how many were accepted in that step


@dataclass(frozen=True)
class LateNotes:
    """What there is to say; everything is 0 or () where nothing came late."""

    waiting: int  # questions
    how_late: str  # the last of them: 3 minutes
    left: int  # questions whose late answers staff have left out
    accepted: int
    changes: tuple[ChangedScore, ...]  # () unless the score may be told


def load(attempt: Attempt, *, tells_score: bool) -> LateNotes:
    """The notes on a submitted attempt."""
    late = db.session.scalars(
        select(LateAnswer)
        .where(LateAnswer.attempt_id == attempt.id)
        .order_by(LateAnswer.arrived_at, LateAnswer.number)
    ).all()
    newest = {answer.slot: answer for answer in late}.values()
    waiting = [answer for answer in newest if answer.decision is None]
    return LateNotes(
        waiting=len(waiting),
        how_late=_how_late(attempt, waiting),
        left=sum(answer.decision == "left" for answer in newest),
        accepted=sum(answer.decision == "accepted" for answer in newest),
        changes=_changes(attempt.id) if tells_score and late else (),
    )


def _how_late(attempt: Attempt, waiting: Sequence[LateAnswer]) -> str:
    if not waiting or attempt.submitted_at is None:
        return ""
    return time_left(max(answer.arrived_at for answer in waiting) - attempt.submitted_at)


def _changes(attempt_id: str) -> tuple[ChangedScore, ...]:
    rows = db.session.scalars(select(ScoreChange).where(ScoreChange.attempt_id == attempt_id)).all()
    ordered = sorted(rows, key=lambda row: (row.made_at, row.slot))
    steps = (list(step) for _, step in groupby(ordered, key=lambda row: row.made_at))
    return tuple(
        ChangedScore(
            old=Fraction(step[0].old_total, MILLION),
            new=Fraction(step[-1].new_total, MILLION),
            at=step[-1].made_at,
            answers=len(step),
        )
        for step in steps
    )
