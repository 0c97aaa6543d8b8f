"""The questions of a published version, read back from what was frozen.

A version never changes, so what was read once is kept in memory; serving never needs the files.
"""

from fractions import Fraction
from functools import lru_cache

from sqlalchemy import select

from quizapp.banks import reader
from quizapp.banks.model import Bank, Question, Section
from quizapp.columns import MILLION
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.quizzes.models import QuestionSnapshot, Slot
from quizapp.quizzes.slots import PublishedSlot

VERSIONS_KEPT = 256
QUESTIONS_KEPT = 8192


@lru_cache(VERSIONS_KEPT)
def load_slots(quiz_id: str, version: int) -> tuple[PublishedSlot, ...]:
    """The slots of a published version in their order; one query, and none when kept in memory."""
    rows = db.session.execute(
        select(Slot, QuestionSnapshot.content)
        .join(QuestionSnapshot, QuestionSnapshot.digest == Slot.digest)
        .where(Slot.quiz_id == quiz_id, Slot.version == version)
        .order_by(Slot.number)
    ).all()
    if not rows:
        raise NotFound
    return tuple(_published(*row) for row in rows)


def _published(slot: Slot, content: str) -> PublishedSlot:
    bank, part, question = read_snapshot(content)
    return PublishedSlot(
        number=slot.number,
        section=slot.section,
        section_title=part.title,
        section_text=part.text,
        points=Fraction(slot.points, MILLION),
        question=question,
        sources=bank.sources,
        language=bank.language,
        digest=slot.digest,
        pool=slot.pool,
    )


@lru_cache(QUESTIONS_KEPT)
def read_snapshot(content: str) -> tuple[Bank, Section, Question]:
    """The only question in a snapshot, with its section and the bank around it."""
    bank = reader.parse(content, "snapshot").bank
    assert bank is not None  # it was written by banks.writer
    ((section, question),) = [
        (section, question) for section in bank.sections for question in section.questions
    ]
    return bank, section, question
