"""What marking asks the database: which answers a person marks, and one answer with its mark."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy import and_, exists, or_, select, tuple_

from quizapp.accounts.models import User
from quizapp.attempts.marks import GivenMark, digest, newest_marks
from quizapp.attempts.models import Attempt, Mark, Response
from quizapp.attempts.queries import stored_responses
from quizapp.columns import MILLION
from quizapp.errors import Conflict, NotFound
from quizapp.extensions import db
from quizapp.marking.order import Entry
from quizapp.question_types.base import Answer
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.slots import PublishedSlot


class NotSubmitted(Conflict):
    """Its student may still change it."""

    def __init__(self) -> None:
        super().__init__(
            "This attempt isn't submitted, so its answers may still change. "
            "They can be marked once it is."
        )


@dataclass(frozen=True)
class VersionedSlot:
    """A slot of one published version of a quiz."""

    version: int
    slot: PublishedSlot


@dataclass(frozen=True)
class JudgedAnswer:
    """An answer that only a person can judge, and the newest mark at its place."""

    attempt: Attempt
    slot: PublishedSlot
    answer: Answer
    newest: GivenMark | None

    @property
    def mark(self) -> GivenMark | None:
        """The mark that counts; None: there is none, or the answer has changed since."""
        return self.newest if self.newest and self.newest.is_about(self.answer) else None

    @property
    def state(self) -> str:
        """A name for this answer under this mark: it differs as soon as either has changed."""
        return f"{self.newest.number if self.newest else 0}-{digest(self.answer)[:16]}"


def list_slots(quiz: Quiz) -> dict[str, list[VersionedSlot]]:
    """By question id, the slots that people mark, in the order of the newest version.

    Versions that nobody submitted are left out, the newest aside.
    """
    used = select(Attempt.version).distinct().where(Attempt.quiz_id == quiz.id)
    versions = {quiz.version, *db.session.scalars(used.where(Attempt.submitted_at.is_not(None)))}
    found: dict[str, list[VersionedSlot]] = defaultdict(list)
    for version in sorted(versions, reverse=True):
        for slot in load_slots(quiz.id, version):
            if slot.is_marked_by_hand:
                found[slot.question.id].append(VersionedSlot(version, slot))
    return dict(found)


def list_entries(quiz_id: str, slots: Iterable[VersionedSlot]) -> list[Entry]:
    """The submitted answers to these slots that wait to be marked, or were marked once."""
    places = [(each.version, each.slot.number) for each in slots]
    has_mark = exists().where(Mark.attempt_id == Attempt.id, Mark.slot == Response.slot)
    rows = db.session.execute(
        select(
            Attempt.id, Attempt.number, Attempt.user_id, User.name,
            Response.slot, Response.earned, Response.needs_marking,
        )
        .join(Response, Response.attempt_id == Attempt.id)
        .join(User, User.id == Attempt.user_id)
        .where(
            Attempt.quiz_id == quiz_id,
            Attempt.submitted_at.is_not(None),
            tuple_(Attempt.version, Response.slot).in_(places),
            or_(Response.needs_marking, has_mark),
        )
    )  # fmt: skip
    return [
        Entry(
            attempt_id=row.id,
            slot=row.slot,
            user_id=row.user_id,
            name=row.name,
            attempt_number=row.number,
            earned=Fraction(row.earned or 0, MILLION),
            needs_marking=row.needs_marking,
        )
        for row in rows
    ]


def find_answer(quiz_id: str, slot: int, attempt_id: str, *, lock: bool = False) -> JudgedAnswer:
    """The answer in this place; raises NotFound, or NotSubmitted. `lock`: its whole attempt."""
    statement = select(Attempt).where(and_(Attempt.id == attempt_id, Attempt.quiz_id == quiz_id))
    attempt = db.session.scalar(statement.with_for_update() if lock else statement)
    if attempt is None:
        raise NotFound
    published = _find_slot(load_slots(quiz_id, attempt.version), slot)
    if attempt.submitted_at is None:
        raise NotSubmitted
    response = stored_responses([attempt_id])[attempt_id].get(slot)
    if response is None:
        raise NotFound
    newest = newest_marks([attempt_id])[attempt_id].get(slot)
    return JudgedAnswer(attempt, published, response.answer, newest)


def _find_slot(slots: Sequence[PublishedSlot], number: int) -> PublishedSlot:
    for slot in slots:
        if slot.number == number and slot.is_marked_by_hand:
            return slot
    raise NotFound
