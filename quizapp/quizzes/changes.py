"""What would change if a quiz were published again, question by question; pure."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from quizapp.banks.model import Bank, Question, Section, Source
from quizapp.banks.writer import write_question
from quizapp.question_types.base import QuestionType
from quizapp.quizzes.composition import ComposedSlot
from quizapp.quizzes.slots import PublishedSlot
from quizapp.quizzes.wording import counted


class Kind(StrEnum):
    """What is other about a question; a question may have several."""

    KEY = "key"  # answers may earn other points
    POINTS = "points"
    WORDING = "wording"  # what students read while they answer
    FEEDBACK = "feedback"  # what they read afterwards
    DETAILS = "details"  # what no student sees: tags, the title of the bank
    ADDED = "added"
    REMOVED = "removed"


SUMMARIES = {
    Kind.KEY: ("key changed", "keys changed"),
    Kind.POINTS: ("question worth other points", "questions worth other points"),
    Kind.WORDING: ("question reworded", "questions reworded"),
    Kind.FEEDBACK: ("question with other feedback", "questions with other feedback"),
    Kind.DETAILS: ("question with other details", "questions with other details"),
    Kind.ADDED: ("question added", "questions added"),
    Kind.REMOVED: ("question removed", "questions removed"),
}


@dataclass(frozen=True)
class Placed:
    """A question with all that is frozen beside it."""

    question: Question
    part: Section
    sources: tuple[Source, ...]
    language: str
    text: str  # as it is frozen

    @property
    def shown_text(self) -> str:
        """Its text without the front matter, for people."""
        return self.text.partition("\n---\n")[2].strip() + "\n"


@dataclass(frozen=True)
class Changed:
    """A question that isn't what it was; a text is "" where there was or will be none."""

    id: str
    heading: str  # Markdown
    language: str
    kinds: tuple[Kind, ...]
    before: str
    after: str


@dataclass(frozen=True)
class Comparison:
    """All that would change; false if nothing would."""

    questions: tuple[Changed, ...]
    is_rearranged: bool = False  # the same questions in other sections or in another order
    is_drawn_otherwise: bool = False
    has_new_intro: bool = False

    def __bool__(self) -> bool:
        return bool(
            self.questions or self.is_rearranged or self.is_drawn_otherwise or self.has_new_intro
        )

    @property
    def summary(self) -> str:
        """2 questions reworded, 1 key changed."""
        counts = Counter(kind for changed in self.questions for kind in changed.kinds)
        parts = [counted(counts[kind], *SUMMARIES[kind]) for kind in Kind if counts[kind]]
        others = (
            ("the order changed", self.is_rearranged),
            ("other numbers are drawn", self.is_drawn_otherwise),
            ("the introduction changed", self.has_new_intro),
        )
        return ", ".join([*parts, *(words for words, holds in others if holds)])


def as_published(slot: PublishedSlot) -> Placed:
    """A question as it is frozen."""
    part = Section((), slot.section_title, slot.section_text)
    bank = Bank("", "", (), slot.language, sources=slot.sources)
    text = write_question(bank, part, slot.question)
    return Placed(slot.question, part, slot.sources, slot.language, text)


def as_composed(slot: ComposedSlot) -> Placed:
    """A question as it would be frozen now."""
    named = {evidence.source for evidence in slot.question.evidence}
    sources = tuple(source for source in slot.bank.sources if source.name in named)
    bank = Bank("", "", (), slot.bank.language, sources=sources)
    text = write_question(bank, slot.part, slot.question)
    part = Section((), slot.part.title, slot.part.text)
    return Placed(slot.question, part, sources, slot.bank.language, text)


def compare_slots(
    old: Sequence[PublishedSlot], new: Sequence[ComposedSlot]
) -> tuple[tuple[Changed, ...], bool]:
    """The questions that change, and whether those that stay stand in another order."""
    before = {slot.question.id: as_published(slot) for slot in old}
    after = {slot.question.id: as_composed(slot) for slot in new}
    changed = tuple(_list_changed(before, after))
    kept = [slot for slot in new if slot.question.id in before]
    stood = [slot for slot in old if slot.question.id in after]
    is_rearranged = _groups([(slot.question.id, slot.section) for slot in kept]) != _groups(
        [(slot.question.id, slot.section) for slot in stood]
    )
    return changed, is_rearranged


def _groups(places: Sequence[tuple[str, int]]) -> list[list[str]]:
    """The ids by section, whatever the sections' numbers."""
    sections: dict[int, list[str]] = {}
    for question_id, section in places:
        sections.setdefault(section, []).append(question_id)
    return list(sections.values())


def _list_changed(before: Mapping[str, Placed], after: Mapping[str, Placed]) -> Iterator[Changed]:
    for question_id, new in after.items():
        old = before.get(question_id)
        kinds = (Kind.ADDED,) if old is None else classify(old, new)
        if kinds:
            text = "" if old is None else old.shown_text
            heading, language = new.question.heading, new.language
            yield Changed(question_id, heading, language, kinds, text, new.shown_text)
    for question_id, old in before.items():
        if question_id not in after:
            heading, language = old.question.heading, old.language
            yield Changed(question_id, heading, language, (Kind.REMOVED,), old.shown_text, "")


def classify(old: Placed, new: Placed) -> tuple[Kind, ...]:
    """Every kind of change from one to the other; () if nothing at all is other."""
    one, other = old.question, new.question
    checks = (
        (Kind.KEY, _key(one.body) != _key(other.body) or _grades_otherwise(one.body, other.body)),
        (Kind.POINTS, one.points != other.points),
        (Kind.WORDING, _wording(old) != _wording(new)),
        (Kind.FEEDBACK, _feedback(old) != _feedback(new)),
    )
    kinds = tuple(kind for kind, holds in checks if holds)
    return kinds or ((Kind.DETAILS,) if old.text != new.text else ())


def _key(body: QuestionType) -> tuple[object, ...]:
    """All by which answers are graded, as far as names and values tell."""
    chips = {name: value for name, value in body.to_chips().items() if name != "unit"}
    exported = body.export()
    accepted = [_accepted(part) for part in (exported, *exported.get("gaps", ()))]
    return body.name, body.key(), sorted(chips.items()), accepted, exported.get("rubric")


def _accepted(part: Mapping[str, Any]) -> list[tuple[str, float]]:
    return [(answer["text"], answer["fraction"]) for answer in part.get("answers", ())]


def _grades_otherwise(old: QuestionType, new: QuestionType) -> bool:
    return _mistakes_earn(old, new) or _pairs_swapped(old, new)


def _pairs_swapped(old: QuestionType, new: QuestionType) -> bool:
    """Whether a prompt belongs to a choice that both know, and didn't before or won't any more."""
    before, after = _choices(old), _choices(new)
    known = {*before.values(), *old.export().get("distractors", ())} & {
        *after.values(),
        *new.export().get("distractors", ()),
    }
    both = before.keys() & after.keys()
    return any(before[row] != after[row] and {before[row], after[row]} & known for row in both)


def _choices(body: QuestionType) -> dict[str, str]:
    return {pair["id"]: pair["right"] for pair in body.export().get("pairs", ())}


def _mistakes_earn(old: QuestionType, new: QuestionType) -> bool:
    """A value that only has feedback may stand before one that earns something."""
    texts = [each["text"] for body in (old, new) for each in body.export().get("mistakes", ())]
    return any(old.grade((text,)).fraction != new.grade((text,)).fraction for text in texts)


def _wording(placed: Placed) -> tuple[object, ...]:
    question, part = placed.question, placed.part
    asked = question.body.ask((), question.body.order())
    return part.title, part.text, question.heading, question.text, asked, placed.language


def _feedback(placed: Placed) -> tuple[object, ...]:
    question = placed.question
    return (
        question.hint,
        question.explanation,
        question.evidence,
        placed.sources if question.evidence else (),
        list(_told(question.body.export())),
    )


def _told(exported: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every answer that is told something, and what."""
    for group in ("options", "answers", "mistakes"):
        for entry in exported.get(group, ()):
            if entry.get("feedback"):
                yield entry.get("id", entry["text"]), entry["feedback"]
    for gap in exported.get("gaps", ()):
        yield from _told(gap)
