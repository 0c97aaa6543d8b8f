"""What notes ask the database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select

from quizapp.accounts.models import User
from quizapp.attempts.models import Attempt, Response
from quizapp.extensions import db
from quizapp.question_types.base import Answer
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.slots import PublishedSlot
from quizapp.regrading.models import MarkNote

CLOSED_SHOWN = 50


def count_open_notes(quiz_ids: Iterable[str]) -> dict[str, int]:
    """By quiz, how many notes wait for a reply, for lists of what there is to do; one query."""
    rows = db.session.execute(
        select(MarkNote.quiz_id, func.count())
        .where(MarkNote.quiz_id.in_(sorted(quiz_ids)), MarkNote.closed_at.is_(None))
        .group_by(MarkNote.quiz_id)
    )
    return {quiz_id: count for quiz_id, count in rows}  # noqa: C416


@dataclass(frozen=True)
class Asked:
    """What a student asked about an attempt, the oldest note first, and its slots as placed."""

    layout: tuple[int, ...] = ()
    notes: tuple[MarkNote, ...] = ()


_ASKED = (
    select(Attempt.layout, MarkNote)
    .outerjoin(MarkNote, MarkNote.attempt_id == Attempt.id)
    .where(Attempt.id == bindparam("attempt_id"), Attempt.user_id == bindparam("student_id"))
    .order_by(MarkNote.made_at)
)


def list_asked(student_id: str, attempt_id: str) -> Asked:
    """The notes on a student's own attempt; one query."""
    names = {"attempt_id": attempt_id, "student_id": student_id}
    rows = db.session.execute(_ASKED, names).all()
    if not rows:
        return Asked()
    layout = tuple(place["slot"] for place in rows[0][0])
    return Asked(layout, tuple(note for _, note in rows if note is not None))


def count_recent(student_id: str, since: datetime) -> int:
    """How many notes a student has sent since then."""
    notes = (
        select(func.count())
        .select_from(MarkNote)
        .join(Attempt, Attempt.id == MarkNote.attempt_id)
        .where(Attempt.user_id == student_id, MarkNote.made_at > since)
    )
    return db.session.scalar(notes) or 0


@dataclass(frozen=True)
class SentNote:
    """A note with the answer that it is about, as that stands now."""

    note: MarkNote
    student: str
    attempt_number: int
    slot: PublishedSlot
    answer: Answer
    earned: int | None  # millionths; None: left out

    @property
    def is_full(self) -> bool:
        """Whether the answer earns everything already."""
        return self.earned is not None and self.earned >= self.slot.points * 1_000_000


def list_notes(quiz_id: str, *, is_open: bool) -> list[SentNote]:
    """The open notes of a quiz, the oldest first, or the last that were closed."""
    statement = _NOTES.where(MarkNote.quiz_id == quiz_id)
    if is_open:
        statement = statement.where(MarkNote.closed_at.is_(None)).order_by(MarkNote.made_at)
    else:
        statement = statement.where(MarkNote.closed_at.is_not(None))
        statement = statement.order_by(MarkNote.closed_at.desc()).limit(CLOSED_SHOWN)
    return [_sent(*row) for row in db.session.execute(statement)]


def find_note(quiz_id: str, note_id: str) -> SentNote | None:
    """One note of a quiz."""
    statement = _NOTES.where(MarkNote.quiz_id == quiz_id, MarkNote.id == note_id)
    row = db.session.execute(statement).one_or_none()
    return _sent(*row) if row else None


_NOTES = (
    select(MarkNote, User.name, Attempt.number, Attempt.version, Response.answer, Response.earned)
    .join(Attempt, Attempt.id == MarkNote.attempt_id)
    .join(User, User.id == Attempt.user_id)
    .join(Response, (Response.attempt_id == MarkNote.attempt_id) & (Response.slot == MarkNote.slot))
)


def _sent(note: MarkNote, student: str, number: int, version: int, *response: object) -> SentNote:
    answer, earned = response
    slots = {slot.number: slot for slot in load_slots(note.quiz_id, version)}
    assert isinstance(answer, list)
    assert earned is None or isinstance(earned, int)
    return SentNote(note, student, number, slots[note.slot], tuple(answer), earned)
