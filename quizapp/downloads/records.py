"""What files are made of: attempts with their answers, and the questions they were given."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from quizapp.attempts.rules import AttemptScore, counted
from quizapp.insights.statistics import Which
from quizapp.question_types.base import Answer
from quizapp.quizzes.rules import Counts
from quizapp.quizzes.rulings import Ruling
from quizapp.quizzes.slots import PublishedSlot


@dataclass(frozen=True)
class Taker:
    """Whose attempt it is."""

    name: str  # or "Student 17" where names are hidden
    login: str  # "" where names are hidden
    student_number: str  # "" too if there is none
    in_course: bool  # False: has left it since

    @property
    def key(self) -> str:
        """What tells people apart in the file: the login, or the number where names are hidden."""
        return self.login or self.name


@dataclass(frozen=True)
class GivenAnswer:
    """An answer with what it earned, in points."""

    question_id: str
    answer: Answer
    earned: Fraction | None  # None: somebody has still to mark it, or it was left out
    possible: Fraction  # 0 if the question was left out of the scores
    seconds: int | None  # None: unknown, as when nothing was answered

    @property
    def fraction(self) -> Fraction | None:
        """The share of the points."""
        if self.earned is None or not self.possible:
            return None
        return self.earned / self.possible


@dataclass(frozen=True)
class TakenAttempt:
    """A submitted attempt, in points."""

    taker: Taker
    number: int
    started_at: datetime
    submitted_at: datetime
    ran_out: bool
    counts: bool  # it makes the score of the quiz, alone or together with others
    earned: Fraction
    possible: Fraction
    unmarked: Fraction
    answers: tuple[GivenAnswer, ...]

    @property
    def seconds(self) -> int:
        """From the start to the end."""
        return int((self.submitted_at - self.started_at).total_seconds())


@dataclass(frozen=True)
class AskedQuestion:
    """A question as one or several versions of the quiz ask it."""

    slot: PublishedSlot
    versions: tuple[int, ...]
    is_asked: bool  # by the newest version
    ruling: Ruling | None = None  # the correction that decides what answers earn

    @property
    def id(self) -> str:
        """Its id."""
        return self.slot.question.id


def chosen(scores: Sequence[AttemptScore], counts: Counts, which: Which) -> frozenset[int]:
    """Which of one student's submitted attempts, the oldest first; places from 0."""
    everything = frozenset(range(len(scores)))
    if which is Which.ALL or not scores:
        return everything
    if which is Which.FIRST:
        return frozenset({0})
    at = counted(list(scores), counts)
    return everything if at is None else frozenset({at})


def question_ids(questions: Sequence[AskedQuestion]) -> tuple[str, ...]:
    """Every id once, in the order of the newest version, then those that it asks no more."""
    return tuple(dict.fromkeys(question.id for question in questions))
