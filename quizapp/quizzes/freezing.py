"""Freezes the questions of a quiz as its next version; a part of verbs, which never commits."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.dialects import postgresql, sqlite

from quizapp.banks import reader
from quizapp.banks.library import LoadedBank
from quizapp.banks.model import Question
from quizapp.banks.writer import write_question
from quizapp.columns import MILLION
from quizapp.errors import UserError
from quizapp.extensions import db
from quizapp.quizzes.composition import ComposedSlot, Composition
from quizapp.quizzes.images import freeze_images
from quizapp.quizzes.models import QuestionSnapshot, Quiz, Slot

SlotRow = Mapping[str, str | int | None]


class CannotBeKept(UserError):
    """A question is written in a way that can't be stored; the text names it."""

    def __init__(self, question: Question) -> None:
        super().__init__(
            f"“{question.heading}” on line {question.line} has a layout that can't be kept. "
            "Put the text of each option on the line of its mark, and a sentence before the list."
        )


@dataclass(frozen=True)
class FrozenQuestion:
    """A question on its way into the database."""

    slot: ComposedSlot
    content: str
    digest: str


def freeze(
    quiz: Quiz, composition: Composition, banks: Iterable[LoadedBank], now: datetime
) -> bool:
    """Make `composition` the quiz's newest version; False: it already is, so none was made."""
    for bank in banks:
        freeze_images(bank.images)
    quiz.intro, quiz.language = composition.intro, composition.language
    quiz.draw = {str(section): count for section, count in composition.draw.items()}
    frozen = freeze_questions(composition.slots)
    if [_place_of(question) for question in frozen] == _published_places(quiz):
        return False
    quiz.version += 1
    quiz.published_at = now
    db.session.add(quiz)
    db.session.flush()
    insert_snapshots({question.digest: question.content for question in frozen})
    insert_slots([_slot_row(quiz, question) for question in frozen])
    return True


def freeze_questions(slots: Iterable[ComposedSlot]) -> list[FrozenQuestion]:
    """The questions as they would be stored; raises CannotBeKept."""
    contents = [(slot, write_question(slot.bank, slot.part, slot.question)) for slot in slots]
    for slot, content in contents:
        _ensure_kept(slot.question, content)
    return [FrozenQuestion(slot, content, digest_of(content)) for slot, content in contents]


def _ensure_kept(question: Question, content: str) -> None:
    """What is stored must read back as what was written, or no page could show the quiz."""
    bank = reader.parse(content, "snapshot").bank
    kept = bank.questions if bank else ()
    if [_without_places(found) for found in kept] != [_without_places(question)]:
        raise CannotBeKept(question)


def _without_places(question: Question) -> Question:
    evidence = tuple(replace(said, line=0) for said in question.evidence)
    return replace(question, line=0, notes=(), evidence=evidence)


def digest_of(content: str) -> str:
    """The name of a snapshot."""
    return hashlib.sha256(content.encode()).hexdigest()


def insert_slots(rows: Sequence[SlotRow]) -> None:
    """Write the slots of a new version."""
    db.session.execute(insert(Slot), list(rows))


def _place_of(frozen: FrozenQuestion) -> tuple[int, int | None, str]:
    return frozen.slot.section, frozen.slot.pool, frozen.digest


def _published_places(quiz: Quiz) -> list[tuple[int, int | None, str]]:
    newest = (
        select(Slot.section, Slot.pool, Slot.digest)
        .where(Slot.quiz_id == quiz.id, Slot.version == quiz.version)
        .order_by(Slot.number)
    )
    return [(section, pool, digest) for section, pool, digest in db.session.execute(newest)]


def insert_snapshots(contents: Mapping[str, str]) -> None:
    """Store questions' contents by digest; equal ones of other quizzes and versions share a row."""
    insert_into = postgresql.insert if db.engine.name == "postgresql" else sqlite.insert
    db.session.execute(
        insert_into(QuestionSnapshot).on_conflict_do_nothing(),
        [{"digest": digest, "content": content} for digest, content in sorted(contents.items())],
    )


def _slot_row(quiz: Quiz, frozen: FrozenQuestion) -> SlotRow:
    slot = frozen.slot
    return {
        "quiz_id": quiz.id,
        "version": quiz.version,
        "number": slot.number,
        "section": slot.section,
        "pool": slot.pool,
        "question_id": slot.question.id,
        "points": round(slot.question.points * MILLION),
        "digest": frozen.digest,
    }
