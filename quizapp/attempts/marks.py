"""The marks that people gave, and which of them count: each is about one answer, not its place."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from hashlib import sha256

from sqlalchemy import bindparam, select

from quizapp.accounts.models import User
from quizapp.attempts.models import Mark
from quizapp.attempts.queries import StoredResponse
from quizapp.columns import MILLION
from quizapp.extensions import db
from quizapp.question_types.base import Answer


@dataclass(frozen=True)
class GivenMark:
    """A person's judgment of an answer, in points."""

    number: int  # of the marks for this place, from 1
    answer_digest: str
    points: Fraction
    rubric: tuple[Fraction, ...]  # a value for each line; () without a rubric
    comment: str
    marker: str | None  # a name; None: somebody who isn't here any more
    marked_at: datetime

    def is_about(self, answer: Answer) -> bool:
        """Whether it is this answer that was judged: it may have changed in a reopened attempt."""
        return self.answer_digest == digest(answer)


Newest = Mapping[int, GivenMark]  # by slot


def digest(answer: Answer) -> str:
    """A name for exactly this answer."""
    return sha256(json.dumps(answer).encode()).hexdigest()


_MARKS = (
    select(Mark, User.name)
    .outerjoin(User, User.id == Mark.marked_by)
    .where(Mark.attempt_id.in_(bindparam("attempt_ids", expanding=True)))
    .order_by(Mark.number)
)


def newest_marks(attempt_ids: Iterable[str]) -> dict[str, dict[int, GivenMark]]:
    """The newest mark of each place, by attempt and slot; one query."""
    found: dict[str, dict[int, GivenMark]] = {attempt_id: {} for attempt_id in attempt_ids}
    if not found:
        return found
    for mark, marker in db.session.execute(_MARKS, {"attempt_ids": list(found)}):
        found[mark.attempt_id][mark.slot] = _given(mark, marker)
    return found


def _given(mark: Mark, marker: str | None) -> GivenMark:
    return GivenMark(
        number=mark.number,
        answer_digest=mark.answer_digest,
        points=Fraction(mark.points, MILLION),
        rubric=tuple(Fraction(points, MILLION) for points in mark.rubric),
        comment=mark.comment,
        marker=marker,
        marked_at=mark.marked_at,
    )


def that_count(newest: Newest, responses: Mapping[int, StoredResponse]) -> dict[int, GivenMark]:
    """Those of the marks that judged what is stored now."""
    return {
        slot: mark
        for slot, mark in newest.items()
        if slot in responses and mark.is_about(responses[slot].answer)
    }
