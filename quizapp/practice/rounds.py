"""One person's way through the questions of a practice: what was done, and what comes now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import bindparam, select

from quizapp.attempts.layout import draw_layout
from quizapp.attempts.models import Response
from quizapp.extensions import db, find_rows
from quizapp.practice.models import PracticeStep
from quizapp.practice.queries import Practice
from quizapp.practice.sequence import Figures, Outcome, Step, figures, next_slot
from quizapp.question_types.base import Order
from quizapp.quizzes.corrections import load_corrected_slots, load_rulebooks
from quizapp.quizzes.models import Slot
from quizapp.quizzes.rules import QuizSettings
from quizapp.quizzes.slots import PublishedSlot

ANSWERED = (Outcome.RIGHT, Outcome.MISSED, Outcome.COMPARED)
ALL = ""  # for an attempt's id: every question, not only what was missed in an attempt


@dataclass(frozen=True)
class Round:
    """The questions in their order, and what was done since the last fresh start."""

    practice: Practice
    attempt_id: str  # whose missed questions these are; ALL
    slots: dict[int, PublishedSlot]
    order: tuple[int, ...]
    steps: tuple[Step, ...]
    number: int  # the next step's, from 1

    @property
    def next(self) -> PublishedSlot | None:
        """What is asked now; None: nothing more."""
        slot = next_slot(self.order, self.steps)
        return None if slot is None else self.slots[slot]

    @property
    def figures(self) -> Figures:
        """How far it has come."""
        return figures(self.order, self.steps)

    def place(self, slot: PublishedSlot) -> int:
        """Its number on the page: where it stands in the order, from 1."""
        return self.order.index(slot.number) + 1 if slot.number in self.order else slot.number


def find_round(practice: Practice, *, only_missed: bool) -> Round:
    """The round that this person is in; `only_missed`: of what their last result says they missed.

    A version practiced anew, or the misses of another attempt, make a round of their own.
    """
    slots: Sequence[PublishedSlot] = load_corrected_slots(practice.quiz.id, practice.version)
    if not only_missed:
        return _round(practice, ALL, slots, _list_steps([practice], ALL))
    attempt_id = practice.attempt.id if practice.attempt else ALL
    missed = missed_questions(practice)
    slots = [slot for slot in slots if slot.question.id in missed]
    return _round(practice, attempt_id, slots, _list_steps([practice], attempt_id))


def find_rounds(practices: Sequence[Practice]) -> list[Round]:
    """The rounds over all questions of practices that one person is in; a few queries."""
    steps = _list_steps(practices, ALL)
    rulebooks = load_rulebooks(practice.quiz.id for practice in practices)
    return [
        _round(practice, ALL, rulebooks[practice.quiz.id].slots(practice.version), steps)
        for practice in practices
    ]


def _round(
    practice: Practice,
    attempt_id: str,
    slots: Sequence[PublishedSlot],
    steps: Mapping[tuple[str, int], Sequence[PracticeStep]],
) -> Round:
    """`steps`: by quiz and version."""
    rows = steps.get((practice.quiz.id, practice.version), ())
    began = max((row.number for row in rows if row.slot is None), default=0)
    return Round(
        practice=practice,
        attempt_id=attempt_id,
        slots={slot.number: slot for slot in slots},
        order=_order(practice, slots, began),
        steps=tuple(
            Step(row.slot, Outcome(row.outcome))
            for row in rows
            if row.slot is not None and row.number > began
        ),
        number=len(rows) + 1,
    )


_MISSED = (
    select(Slot.question_id)
    .join(Response, Response.slot == Slot.number)
    .where(
        Slot.quiz_id == bindparam("quiz_id"),
        Slot.version == bindparam("version"),
        Response.attempt_id == bindparam("attempt_id"),
        Response.needs_marking.is_(False),
        Response.earned < Slot.points,
    )
)


def missed_questions(practice: Practice) -> frozenset[str]:
    """The ids of the questions without full points in the last result, essays once marked."""
    last = practice.attempt
    if last is None:
        return frozenset()
    names = {"quiz_id": last.quiz_id, "version": last.version, "attempt_id": last.id}
    return frozenset(find_rows(_MISSED, names).scalars())


def find_step(played: Round, number: int) -> PracticeStep | None:
    """A question that was answered, by the step's number; None if there isn't one."""
    key = (
        played.practice.user_id,
        played.practice.quiz.id,
        played.practice.version,
        played.attempt_id,
        number,
    )
    step = db.session.get(PracticeStep, key)
    return step if step and step.slot in played.slots and step.outcome in ANSWERED else None


def shown_order(practice: Practice, slot: PublishedSlot, number: int) -> Order:
    """The parts of a question as they are shown in this step; asked again, in another order."""
    (placement,) = draw_layout([slot], _undrawn(practice), _seed(practice, f"step {number}"))
    return placement.order


def _order(practice: Practice, slots: Sequence[PublishedSlot], began: int) -> tuple[int, ...]:
    layout = draw_layout(slots, _undrawn(practice), _seed(practice, f"start {began}"))
    return tuple(placement.slot for placement in layout)


def _undrawn(practice: Practice) -> QuizSettings:
    """Shuffled as the quiz is, but with every question that it may draw."""
    return replace(practice.quiz.settings, draw={})


def _seed(practice: Practice, purpose: str) -> str:
    return f"{practice.user_id}/{practice.quiz.id}/{purpose}"


def _list_steps(
    practices: Sequence[Practice], attempt_id: str
) -> dict[tuple[str, int], list[PracticeStep]]:
    """All steps of the person whom `practices` belong to, by quiz and version, the oldest first."""
    found: dict[tuple[str, int], list[PracticeStep]] = {}
    if not practices:
        return found
    rows = db.session.scalars(
        select(PracticeStep)
        .where(
            PracticeStep.user_id == practices[0].user_id,
            PracticeStep.quiz_id.in_([practice.quiz.id for practice in practices]),
            PracticeStep.attempt_id == attempt_id,
        )
        .order_by(PracticeStep.number)
    )
    for row in rows:
        found.setdefault((row.quiz_id, row.version), []).append(row)
    return found
