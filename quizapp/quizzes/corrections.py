"""Corrections as they are stored: which are in force, and what they say of each version."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import bindparam, select

from quizapp.extensions import db
from quizapp.quizzes.models import Correction, QuestionSnapshot, Quiz
from quizapp.quizzes.questions import load_slots, read_snapshot
from quizapp.quizzes.rulings import Kind, Ruling
from quizapp.quizzes.slots import PublishedSlot


@dataclass(frozen=True)
class Rulebook:
    """A quiz's corrections in force, the oldest first, and the questions they name."""

    quiz_id: str
    corrections: tuple[Correction, ...] = ()
    contents: Mapping[str, str] = field(default_factory=dict)  # of snapshots, by digest
    _read: dict[int, tuple[Ruling, ...]] = field(default_factory=dict, repr=False, compare=False)

    def rulings(self, version: int) -> tuple[Ruling, ...]:
        """What they say of a version, in the order in which they were made."""
        if self.corrections and version not in self._read:
            self._read[version] = self._rulings(version)
        return self._read.get(version, ())

    def _rulings(self, version: int) -> tuple[Ruling, ...]:
        slots = {slot.number: slot for slot in load_slots(self.quiz_id, version)}
        return tuple(
            Ruling(
                slot=place["slot"],
                kind=Kind(correction.kind),
                judges=tuple(
                    judge_of(slots[place["slot"]], self.contents[digest], digest)
                    for digest in place["digests"]
                ),
                nobody_loses=correction.nobody_loses,
            )
            for correction in self.corrections
            for place in correction.places
            if place["version"] == version
        )

    def newest(self, version: int) -> dict[int, Ruling]:
        """By slot: the ruling that decides."""
        return {ruling.slot: ruling for ruling in self.rulings(version)}

    def slots(self, version: int) -> tuple[PublishedSlot, ...]:
        """The slots of a version, corrected keys as judges; those left out are missing."""
        newest = self.newest(version)
        return tuple(
            replace(slot, judges=newest[slot.number].judges) if slot.number in newest else slot
            for slot in load_slots(self.quiz_id, version)
            if slot.number not in newest or not newest[slot.number].is_left_out
        )


def judge_of(slot: PublishedSlot, content: str, digest: str) -> PublishedSlot:
    """The slot as it was asked, with what a snapshot says of its key and why."""
    bank, _, question = read_snapshot(content)
    asked = replace(question, heading=slot.question.heading, text=slot.question.text)
    return replace(
        slot, question=asked, sources=bank.sources, language=bank.language, digest=digest
    )


def load_rulebook(quiz_id: str, *, lock: bool = False) -> Rulebook:
    """What is in force now. `lock`: nobody adds to it until the transaction ends.

    Whoever grades locks it, so that no attempt slips past a correction that is just being made.
    """
    if lock and db.engine.name != "sqlite":  # where whoever writes is alone
        db.session.execute(select(Quiz.id).where(Quiz.id == quiz_id).with_for_update(read=True))
    return load_rulebooks([quiz_id])[quiz_id]


def make_rulebook(quiz_id: str, corrections: Sequence[Correction]) -> Rulebook:
    """A rulebook of these corrections, in force or not yet."""
    return Rulebook(quiz_id, tuple(corrections), _load_contents(corrections))


def list_corrections(quiz_id: str) -> list[Correction]:
    """Every correction that was ever made, undoings too, in order."""
    statement = select(Correction).where(Correction.quiz_id == quiz_id)
    return list(db.session.scalars(statement.order_by(Correction.number)))


def in_force(corrections: Sequence[Correction]) -> list[Correction]:
    """Those that nobody has undone."""
    undone = {correction.undoes for correction in corrections}
    return [
        correction
        for correction in corrections
        if correction.undoes is None and correction.id not in undone
    ]


def load_corrected_slots(quiz_id: str, version: int) -> tuple[PublishedSlot, ...]:
    """The slots of a version, corrected keys as judges; those left out are missing."""
    return load_rulebook(quiz_id).slots(version)


_CORRECTIONS = (
    select(Correction)
    .where(Correction.quiz_id.in_(bindparam("quiz_ids", expanding=True)))
    .order_by(Correction.number)
)


def load_rulebooks(quiz_ids: Iterable[str]) -> dict[str, Rulebook]:
    """By quiz, what is in force now; two queries at most."""
    made: dict[str, list[Correction]] = {quiz_id: [] for quiz_id in quiz_ids}
    if not made:
        return {}
    for correction in db.session.scalars(_CORRECTIONS, {"quiz_ids": list(made)}):
        made[correction.quiz_id].append(correction)
    standing = {quiz_id: in_force(corrections) for quiz_id, corrections in made.items()}
    contents = _load_contents([each for every in standing.values() for each in every])
    return {
        quiz_id: Rulebook(quiz_id, tuple(corrections), contents)
        for quiz_id, corrections in standing.items()
    }


def _load_contents(corrections: Iterable[Correction]) -> dict[str, str]:
    """The snapshots that corrections name, by digest."""
    wanted = {
        digest
        for correction in corrections
        for place in correction.places
        for digest in place["digests"]
    }
    if not wanted:
        return {}
    rows = db.session.execute(
        select(QuestionSnapshot.digest, QuestionSnapshot.content).where(
            QuestionSnapshot.digest.in_(wanted)
        )
    )
    return {row.digest: row.content for row in rows}
