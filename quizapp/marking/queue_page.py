"""What the queue shows: which questions people mark, and how far each has got."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from quizapp.attempts.hidden_names import number_students
from quizapp.attempts.service import settle
from quizapp.marking.order import Placed, arrange
from quizapp.marking.queries import VersionedSlot, list_entries, list_slots
from quizapp.quizzes.models import Quiz


@dataclass(frozen=True)
class QueuedQuestion:
    """A question with the answers to it, in the order of marking."""

    number: int | None  # None: the newest version doesn't ask it
    id: str
    heading: str  # Markdown, inline
    points: Fraction
    language: str
    waiting: tuple[Placed, ...]
    marked: tuple[Placed, ...]

    @property
    def count(self) -> int:
        """How many answers there are."""
        return len(self.waiting) + len(self.marked)


@dataclass(frozen=True)
class QueuePage:
    """Everything that the page shows."""

    questions: tuple[QueuedQuestion, ...]

    @property
    def waiting(self) -> int:
        """How many answers wait to be marked."""
        return sum(len(question.waiting) for question in self.questions)

    @property
    def count(self) -> int:
        """How many answers there are, marked or not."""
        return sum(question.count for question in self.questions)

    @property
    def first(self) -> Placed | None:
        """Where marking goes on."""
        return next((question.waiting[0] for question in self.questions if question.waiting), None)


def load(quiz: Quiz, now: datetime) -> QueuePage:
    """The queue, after attempts whose time ran out meanwhile have been settled."""
    settle(quiz.id, now)
    slots, numbers = list_slots(quiz), number_students(quiz)
    return QueuePage(tuple(_question(quiz, slots[each], numbers) for each in slots))


def _question(
    quiz: Quiz, slots: Sequence[VersionedSlot], numbers: Mapping[str, int]
) -> QueuedQuestion:
    newest = slots[0].slot
    question_id = newest.question.id
    places = arrange(list_entries(quiz.id, slots), question_id, numbers)
    return QueuedQuestion(
        number=newest.number if slots[0].version == quiz.version else None,
        id=question_id,
        heading=newest.question.heading,
        points=newest.points,
        language=newest.language,
        waiting=tuple(placed for placed in places if placed.entry.needs_marking),
        marked=tuple(placed for placed in places if not placed.entry.needs_marking),
    )
