"""The page before publishing: what would change, and for whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from quizapp.banks.difference import Difference, difference
from quizapp.banks.library import LoadedBank
from quizapp.publishing.freshness import Freshness, look
from quizapp.publishing.queries import count_attempts
from quizapp.quizzes.changes import Changed, Kind
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.rules import Window, window


@dataclass(frozen=True)
class Touched:
    """A question that changes, and the attempts that have it as it was."""

    changed: Changed
    difference: Difference
    running: int
    submitted: int

    @property
    def has_new_key(self) -> bool:
        """Whether answers may earn other points by it."""
        return Kind.KEY in self.changed.kinds


@dataclass(frozen=True)
class PublishPage:
    """Everything that the page shows."""

    freshness: Freshness
    questions: tuple[Touched, ...]
    opens_at: datetime | None  # None: publishing opens it at once
    is_drawn: bool  # students get some of the questions: numbers of attempts are the most there are

    @property
    def count(self) -> int:
        """How many questions there would be."""
        composition = self.freshness.composition
        return len(composition.slots) if composition else 0


def load(quiz: Quiz, banks: Mapping[str, LoadedBank], now: datetime) -> PublishPage:
    """The page as files and attempts stand."""
    freshness = look(quiz, banks)
    attempts = count_attempts(quiz.id)
    asked = {version: _ids(quiz, version) for version in attempts}
    return PublishPage(
        freshness=freshness,
        questions=tuple(
            _touch(changed, attempts, asked) for changed in freshness.comparison.questions
        ),
        opens_at=quiz.opens_at if window(quiz.settings, now) is Window.LATER else None,
        is_drawn=bool(quiz.draw),
    )


def _ids(quiz: Quiz, version: int) -> frozenset[str]:
    return frozenset(slot.question.id for slot in load_slots(quiz.id, version))


def _touch(
    changed: Changed,
    attempts: Mapping[int, tuple[int, int]],
    asked: Mapping[int, frozenset[str]],
) -> Touched:
    having = [counts for version, counts in attempts.items() if changed.id in asked[version]]
    return Touched(
        changed=changed,
        difference=difference(changed.before, changed.after),
        running=sum(running for running, _ in having),
        submitted=sum(submitted for _, submitted in having),
    )
