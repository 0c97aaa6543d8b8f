"""The page on which staff decide about late answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from quizapp.attempts import queries as attempts
from quizapp.attempts.models import Attempt, LateAnswer
from quizapp.attempts.queries import StoredResponse
from quizapp.attempts.words import time_left
from quizapp.supervision import queries
from quizapp.supervision.answers_in_words import PlacedQuestion, Wording
from quizapp.supervision.queries import KeptLate


@dataclass(frozen=True)
class LateItem:
    """The newest late answer to a question, beside what counts now."""

    slot: int
    question: PlacedQuestion
    before: tuple[str, ...]  # Markdown; () for no answer
    late: tuple[str, ...]
    arrived_at: datetime
    how_late: str
    key_visible: bool
    versions: int  # how many late answers to this question there are
    decision: str | None
    decided_by: str | None
    decided_at: datetime | None


@dataclass(frozen=True)
class LateGroup:
    """One attempt's late answers."""

    attempt_id: str
    student: str
    number: int  # of the attempt
    ended_at: datetime | None  # None: it was opened again
    waiting: tuple[LateItem, ...]
    decided: tuple[LateItem, ...]

    @property
    def may_accept_all(self) -> bool:
        """Whether no answer came when its student could see right from wrong."""
        is_over = self.ended_at is not None
        return is_over and len(self.waiting) > 1 and not any(e.key_visible for e in self.waiting)


@dataclass(frozen=True)
class LatePage:
    """Everything that the page shows."""

    groups: tuple[LateGroup, ...]

    @property
    def waiting(self) -> int:
        """How many questions wait for a decision."""
        return sum(len(group.waiting) for group in self.groups)

    @property
    def to_decide(self) -> tuple[LateGroup, ...]:
        """Attempts with something to decide on."""
        return tuple(group for group in self.groups if group.waiting)

    @property
    def done(self) -> tuple[LateGroup, ...]:
        """Attempts with something decided."""
        return tuple(group for group in self.groups if group.decided)


def load(quiz_id: str) -> LatePage:
    """The page as things stand."""
    kept = queries.list_late(quiz_id)
    stored = attempts.stored_responses({each.attempt.id for each in kept})
    grouped = groupby(kept, key=lambda each: each.attempt.id)
    return LatePage(tuple(_group(list(members), stored[id]) for id, members in grouped))


def _group(kept: Sequence[KeptLate], stored: dict[int, StoredResponse]) -> LateGroup:
    attempt, wording = kept[0].attempt, Wording(kept[0].attempt)
    items = [
        _item(attempt, list(members), stored.get(slot), wording)
        for slot, members in groupby(kept, key=lambda each: each.late.slot)
    ]
    items.sort(key=lambda item: item.question.number)
    return LateGroup(
        attempt_id=attempt.id,
        student=kept[0].student,
        number=attempt.number,
        ended_at=attempt.submitted_at,
        waiting=tuple(item for item in items if item.decision is None),
        decided=tuple(item for item in items if item.decision is not None),
    )


def _item(
    attempt: Attempt, kept: Sequence[KeptLate], stored: StoredResponse | None, wording: Wording
) -> LateItem:
    """The newest answer stands for all: a decision is about the question."""
    newest = kept[-1]
    late = newest.late
    present = stored.answer if stored else ()
    before = present if late.before is None else tuple(late.before)
    return LateItem(
        slot=late.slot,
        question=wording.question(late.slot),
        before=wording.describe(late.slot, before),
        late=wording.describe(late.slot, tuple(late.answer)),
        arrived_at=late.arrived_at,
        how_late=_how_late(attempt, late),
        key_visible=_any_visible(kept),
        versions=len(kept),
        decision=late.decision,
        decided_by=newest.decided_by,
        decided_at=late.decided_at,
    )


def _any_visible(kept: Iterable[KeptLate]) -> bool:
    return any(each.late.key_visible for each in kept if each.late.decision is None)


def _how_late(attempt: Attempt, late: LateAnswer) -> str:
    """3 minutes; "" while the attempt is open again."""
    if attempt.submitted_at is None:
        return ""
    return time_left(late.arrived_at - attempt.submitted_at)
