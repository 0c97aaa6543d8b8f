"""What the pages of notes show: to the student who asks, and to staff who reply."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from quizapp.accounts.queries import Visitor
from quizapp.attempts.queries import find_sitting
from quizapp.columns import MILLION
from quizapp.errors import NotFound
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.questions import load_slots
from quizapp.regrading.models import MarkNote
from quizapp.regrading.note_queries import SentNote, list_asked, list_notes
from quizapp.regrading.note_service import may_ask
from quizapp.regrading.notes import AlreadyAsked, NotYet, likeness


@dataclass(frozen=True)
class AskPage:
    """Where a student asks about one mark."""

    attempt_id: str
    quiz_title: str
    course_title: str
    zone: str
    number: int
    heading: str  # Markdown, inline
    language: str


def load_ask(student_id: str, attempt_id: str, number: int, now: datetime) -> AskPage:
    """The page; raises NotFound, NotYet or AlreadyAsked."""
    sitting = find_sitting(student_id, attempt_id)
    place = next((each for each in sitting.places() if each.number == number), None)
    if place is None:
        raise NotFound
    if not may_ask(sitting, now):
        raise NotYet
    notes = list_asked(student_id, attempt_id).notes
    if any(note.slot == place.slot.number and note.closed_at is None for note in notes):
        raise AlreadyAsked
    return AskPage(
        attempt_id=attempt_id,
        quiz_title=sitting.quiz.title,
        course_title=sitting.course.title,
        zone=sitting.course.zone,
        number=number,
        heading=place.slot.question.heading,
        language=place.slot.language,
    )


@dataclass(frozen=True)
class OwnNotes:
    """What a student asked about the mark of one question."""

    notes: tuple[MarkNote, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether one of them waits for its reply."""
        return any(note.closed_at is None for note in self.notes)


def find_own_notes(user: Visitor | None, attempt_id: str) -> dict[int, OwnNotes]:
    """By question number, what was asked, for a result page that shows the marks."""
    if user is None:
        return {}
    asked = list_asked(user.id, attempt_id)
    return {
        number: OwnNotes(tuple(note for note in asked.notes if note.slot == slot))
        for number, slot in enumerate(asked.layout, 1)
    }


@dataclass(frozen=True)
class AnswerGroup:
    """Open notes about answers that say the same."""

    answer: tuple[str, ...]  # Markdown; () for none
    earned: Fraction | None  # points; None: left out
    notes: tuple[SentNote, ...]
    may_accept: bool

    @property
    def first_id(self) -> str:
        """The note by which the answer is accepted."""
        return self.notes[0].note.id


@dataclass(frozen=True)
class QuestionGroup:
    """Open notes about one question."""

    id: str
    number: int | None  # None: the newest version doesn't ask it
    heading: str
    language: str
    points: Fraction
    answers: tuple[AnswerGroup, ...]  # the most asked about first

    @property
    def count(self) -> int:
        """How many notes."""
        return sum(len(group.notes) for group in self.answers)


@dataclass(frozen=True)
class NotesPage:
    """Everything that the page of staff shows."""

    questions: tuple[QuestionGroup, ...]
    closed: tuple[SentNote, ...]

    @property
    def count(self) -> int:
        """How many notes are open."""
        return sum(question.count for question in self.questions)


def load_notes(quiz: Quiz) -> NotesPage:
    """The page as things stand now."""
    by_question: dict[str, list[SentNote]] = {}
    for sent in list_notes(quiz.id, is_open=True):
        by_question.setdefault(sent.slot.question.id, []).append(sent)
    numbers = {slot.question.id: slot.number for slot in load_slots(quiz.id, quiz.version)}
    groups = [_question(sent, numbers.get(id)) for id, sent in by_question.items()]
    return NotesPage(
        questions=tuple(sorted(groups, key=lambda group: (group.number is None, group.number))),
        closed=tuple(list_notes(quiz.id, is_open=False)),
    )


def _question(notes: list[SentNote], number: int | None) -> QuestionGroup:
    slot = notes[-1].slot
    return QuestionGroup(
        id=slot.question.id,
        number=number,
        heading=slot.question.heading,
        language=slot.language,
        points=slot.points,
        answers=tuple(sorted(_answers(notes), key=lambda group: -len(group.notes))),
    )


def _answers(notes: Iterable[SentNote]) -> list[AnswerGroup]:
    alike: dict[tuple[str, ...], list[SentNote]] = {}
    for sent in notes:
        alike.setdefault(likeness(sent.slot.question.body, sent.answer), []).append(sent)
    return [_answer(group) for group in alike.values()]


def _answer(notes: list[SentNote]) -> AnswerGroup:
    first = notes[0]
    body = first.slot.question.body
    is_judged = not first.slot.is_marked_by_hand and not body.is_blank(first.answer)
    return AnswerGroup(
        answer=body.describe(first.answer, body.order()),
        earned=None if first.earned is None else Fraction(first.earned, MILLION),
        notes=tuple(notes),
        may_accept=is_judged and first.earned is not None and not first.is_full,
    )
