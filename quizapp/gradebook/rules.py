"""What stands in a cell of the gradebook, and what follows for averages; decisions on values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from quizapp.attempts.rules import AttemptScore, final_score
from quizapp.quizzes.rules import QuizSettings, Window, window


class State(StrEnum):
    """Where somebody is with a quiz, in words for page and file."""

    LATER = "opens later"
    OPEN = "not started"
    MISSED = "missed"
    WORKING = "working"
    TO_BE_MARKED = "to be marked"
    FINAL = "final"


@dataclass(frozen=True)
class Cell:
    """A student's score in a quiz, by the quiz's rule for several attempts; in points."""

    state: State
    score: AttemptScore | None = None  # None: nothing is submitted
    is_working: bool = False  # another attempt goes on

    @property
    def share(self) -> Fraction | None:
        """What goes into averages: final scores, and 0 for what was missed."""
        if self.state is State.MISSED:
            return Fraction(0)
        if self.state is not State.FINAL or self.score is None or not self.score.possible:
            return None
        return self.score.earned / self.score.possible

    @property
    def final(self) -> AttemptScore | None:
        """The score once nothing in it is left to be marked."""
        return self.score if self.state is State.FINAL else None

    @property
    def decided(self) -> Fraction:
        """The points that have been decided about, earned or not."""
        return self.score.possible - self.score.unmarked if self.score else Fraction(0)


def judge(
    scores: Sequence[AttemptScore], settings: QuizSettings, now: datetime, *, is_working: bool
) -> Cell:
    """The cell of somebody with these submitted attempts, the oldest first.

    `settings`: as they hold for this person.
    """
    score = final_score(list(scores), settings.counts)
    if score is not None:
        state = State.TO_BE_MARKED if score.unmarked else State.FINAL
        return Cell(state, score, is_working)
    if is_working:
        return Cell(State.WORKING, is_working=True)
    where = window(settings, now)
    return Cell({Window.LATER: State.LATER, Window.OPEN: State.OPEN}.get(where, State.MISSED))


def average(cells: Iterable[Cell]) -> Fraction | None:
    """The mean share; None: nothing is final or missed yet."""
    shares = [share for cell in cells if (share := cell.share) is not None]
    return sum(shares, Fraction(0)) / len(shares) if shares else None
