"""What regrading asks the database: where a question stands, and the attempts that had it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

from sqlalchemy import and_, func, or_, select

from quizapp.accounts.models import User
from quizapp.attempts.marks import newest_marks
from quizapp.attempts.models import Attempt, Response
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.question_types.base import Answer
from quizapp.quizzes.models import QuestionSnapshot, Slot
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.slots import PublishedSlot
from quizapp.regrading.rules import Total

AT_ONCE = 500  # attempts whose answers are read by one query


class StoredPoints(NamedTuple):
    """An answer and what it earned; a plain tuple, for there are hundreds of thousands."""

    answer: Answer
    earned: int | None  # millionths; None: left out
    needs_marking: bool


@dataclass(frozen=True)
class AskedIn:
    """A question in one version of a quiz."""

    version: int
    slot: PublishedSlot
    content: str  # its snapshot


def list_places(quiz_id: str, question_id: str) -> list[AskedIn]:
    """Where a quiz asks a question, the newest version first; raises NotFound if nowhere."""
    rows = db.session.execute(
        select(Slot.version, Slot.number, QuestionSnapshot.content)
        .join(QuestionSnapshot, QuestionSnapshot.digest == Slot.digest)
        .where(Slot.quiz_id == quiz_id, Slot.question_id == question_id)
        .order_by(Slot.version.desc())
    ).all()
    if not rows:
        raise NotFound
    return [
        AskedIn(version, _slot(load_slots(quiz_id, version), number), content)
        for version, number, content in rows
    ]


def _slot(slots: Sequence[PublishedSlot], number: int) -> PublishedSlot:
    return next(slot for slot in slots if slot.number == number)


def count_submitted(quiz_id: str) -> dict[int, int]:
    """By version, how many attempts are submitted."""
    rows = db.session.execute(
        select(Attempt.version, func.count())
        .where(Attempt.quiz_id == quiz_id, Attempt.submitted_at.is_not(None))
        .group_by(Attempt.version)
    )
    return {version: count for version, count in rows}  # noqa: C416


@dataclass(frozen=True)
class Answered:
    """A submitted attempt as it is stored now, and its answer to the question at hand."""

    attempt_id: str
    name: str  # of its student
    number: int
    version: int
    total: Total
    slot: int
    stored: StoredPoints


@dataclass(frozen=True)
class Sheet:
    """All of a submitted attempt that its score comes from, and what is stored of it."""

    layout: tuple[int, ...]  # slots, as placed
    answers: Mapping[int, Answer]
    marked: Mapping[int, Fraction]  # points
    stored: Mapping[int, StoredPoints]


def list_answered(quiz_id: str, slots: Mapping[int, int]) -> list[Answered]:
    """Every submitted attempt that was asked the question; `slots`: where, by version."""
    asked = [
        and_(Attempt.version == version, Response.slot == slot) for version, slot in slots.items()
    ]
    rows = db.session.execute(
        select(
            Attempt.id, User.name, Attempt.number, Attempt.version, Attempt.earned,
            Attempt.possible, Attempt.unmarked, Response.slot, Response.answer,
            Response.earned.label("points"), Response.needs_marking,
        )
        .join(User, User.id == Attempt.user_id)
        .join(Response, Response.attempt_id == Attempt.id)
        .where(Attempt.quiz_id == quiz_id, Attempt.submitted_at.is_not(None), or_(*asked))
        .order_by(Attempt.id)
    )  # fmt: skip
    return [
        Answered(
            attempt_id=row.id,
            name=row.name,
            number=row.number,
            version=row.version,
            total=Total(row.earned or 0, row.possible, row.unmarked),
            slot=row.slot,
            stored=StoredPoints(tuple(row.answer), row.points, row.needs_marking),
        )
        for row in rows
    ]


def list_sheets(attempt_ids: Sequence[str]) -> Iterator[tuple[str, Sheet]]:
    """By attempt, what it is scored from, read a few hundred at a time."""
    ids = iter(attempt_ids)
    while some := list(islice(ids, AT_ONCE)):
        yield from _read_sheets(some).items()


def _read_sheets(ids: Sequence[str]) -> dict[str, Sheet]:
    stored: dict[str, dict[int, StoredPoints]] = {attempt_id: {} for attempt_id in ids}
    for attempt_id, slot, answer, earned, needs_marking in db.session.execute(
        select(
            Response.attempt_id, Response.slot, Response.answer, Response.earned,
            Response.needs_marking,
        ).where(Response.attempt_id.in_(ids))
    ):  # fmt: skip
        stored[attempt_id][slot] = StoredPoints(tuple(answer), earned, needs_marking)
    marks = newest_marks(ids)
    layouts = db.session.execute(select(Attempt.id, Attempt.layout).where(Attempt.id.in_(ids)))
    return {
        attempt_id: Sheet(
            layout=tuple(place["slot"] for place in layout),
            answers={slot: each.answer for slot, each in stored[attempt_id].items()},
            marked={
                slot: mark.points
                for slot, mark in marks[attempt_id].items()
                if slot in stored[attempt_id] and mark.is_about(stored[attempt_id][slot].answer)
            },
            stored=stored[attempt_id],
        )
        for attempt_id, layout in layouts
    }
