"""What is asked next in practice, and the figures at its end; pure functions of what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

GAP = 3  # how many other questions come before a missed one returns


class Outcome(StrEnum):
    """What became of a question that was asked once."""

    RIGHT = "right"
    MISSED = "missed"  # partly right, too
    COMPARED = "compared"  # an essay, which nobody judges here
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Step:
    """A question was asked, and this came of it."""

    slot: int
    outcome: Outcome


@dataclass(frozen=True)
class Figures:
    """How far somebody has come."""

    total: int
    seen: int
    right_first: int  # right when asked for the first time
    compared: int
    skipped: int


def next_slot(order: Sequence[int], steps: Sequence[Step]) -> int | None:
    """The slot to ask for now; None: every one was seen, and every missed one was right since.

    Those never seen come in their order. A missed one goes before them once `GAP` others were
    asked; sooner only when none is left unseen, the one missed longest ago first. One skipped is
    left alone.
    """
    since = _missed(order, steps)
    due = [slot for slot, others in since.items() if others >= GAP]
    if due:
        return due[0]
    seen = {step.slot for step in steps}
    unseen = [slot for slot in order if slot not in seen]
    return next(iter([*unseen, *since]), None)


def _missed(order: Sequence[int], steps: Sequence[Step]) -> dict[int, int]:
    """The slots still to be right once, the one asked longest ago first: how many others since."""
    last = {step.slot: at for at, step in enumerate(steps)}
    return {
        step.slot: len(steps) - 1 - at
        for at, step in enumerate(steps)
        if last[step.slot] == at and step.outcome is Outcome.MISSED and step.slot in order
    }


def figures(order: Sequence[int], steps: Sequence[Step]) -> Figures:
    """The figures of what was done so far."""
    first = {step.slot: step.outcome for step in reversed(steps) if step.slot in order}
    last = {step.slot: step.outcome for step in steps if step.slot in order}
    return Figures(
        total=len(order),
        seen=len(first),
        right_first=_count(first, Outcome.RIGHT),
        compared=_count(last, Outcome.COMPARED),
        skipped=_count(last, Outcome.SKIPPED),
    )


def _count(outcomes: dict[int, Outcome], wanted: Outcome) -> int:
    return sum(outcome is wanted for outcome in outcomes.values())
