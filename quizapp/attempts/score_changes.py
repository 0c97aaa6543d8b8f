"""What the ledger says to a student: how the score of an attempt changed, when and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from itertools import groupby
from typing import Any

from sqlalchemy import Row, bindparam, select

from quizapp.attempts.models import ScoreChange
from quizapp.columns import MILLION
from quizapp.extensions import find_rows


@dataclass(frozen=True)
class ChangedScore:
    """How the score of an attempt changed in one step, and why."""

    old: Fraction
    new: Fraction
    old_possible: Fraction
    new_possible: Fraction
    at: datetime
    why: str  # "late answer", or the kind of a correction
    answers: int  # how many slots that step changed
    question: int | None  # its number on the page; None: several, or it may not be told


_CHANGES = select(*ScoreChange.__table__.columns).where(
    ScoreChange.attempt_id == bindparam("attempt_id")
)


def load(
    attempt_id: str, possible: Fraction, numbers: Mapping[int, int]
) -> tuple[ChangedScore, ...]:
    """The steps, the oldest first. `numbers`: by slot, what may be told of its place."""
    rows = find_rows(_CHANGES, {"attempt_id": attempt_id})
    ordered = sorted(rows, key=lambda row: (row.made_at, row.correction_id or "", row.slot))
    steps = groupby(ordered, key=lambda row: (row.made_at, row.correction_id))
    return tuple(_step(list(step), possible, numbers) for _, step in steps)


def _step(rows: list[Row[Any]], possible: Fraction, numbers: Mapping[int, int]) -> ChangedScore:
    first, last = rows[0], rows[-1]
    return ChangedScore(
        old=Fraction(first.old_total, MILLION),
        new=Fraction(last.new_total, MILLION),
        old_possible=_points(first.old_possible, possible),
        new_possible=_points(last.new_possible, possible),
        at=last.made_at,
        why=last.why,
        answers=len(rows),
        question=numbers.get(last.slot) if len(rows) == 1 else None,
    )


def _points(millionths: int | None, otherwise: Fraction) -> Fraction:
    return otherwise if millionths is None else Fraction(millionths, MILLION)
