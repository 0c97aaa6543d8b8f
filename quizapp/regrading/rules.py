"""What a correction would do to the scores, as figures; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from math import fsum

from quizapp.question_types.base import Answer

MILLION = 1_000_000  # as in columns.py, which needs the database


class Direction(Enum):
    """Where a score goes, as a share of what was possible."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


@dataclass(frozen=True)
class Total:
    """The sums of an attempt, in millionths of a point."""

    earned: int
    possible: int
    unmarked: int

    @property
    def share(self) -> float:
        """Of what was possible; 0 where nothing was."""
        return self.earned / self.possible if self.possible else 0.0

    def is_more_than(self, other: "Total") -> bool:
        """Whether it is a larger share, compared exactly."""
        return self.earned * (other.possible or 1) > other.earned * (self.possible or 1)


@dataclass(frozen=True)
class SlotChange:
    """A line of the ledger to be: one slot's points, in millionths; None while it is left out."""

    slot: int
    old: int | None
    new: int | None
    needs_marking: bool


@dataclass(frozen=True)
class Change:
    """What would become of one attempt; `slots` is () where nothing does."""

    attempt_id: str
    name: str
    attempt_number: int
    version: int
    answer: Answer  # to the question at hand
    old: Total
    new: Total
    slots: tuple[SlotChange, ...]

    @property
    def direction(self) -> Direction:
        """Where the score goes."""
        if self.new.is_more_than(self.old):
            return Direction.UP
        return Direction.DOWN if self.old.is_more_than(self.new) else Direction.SAME

    @property
    def is_changed(self) -> bool:
        """Whether anything about it is different."""
        return self.old != self.new or bool(self.slots)


@dataclass(frozen=True)
class Effect:
    """What would become of all of them."""

    up: int
    down: int
    stay: int
    changed: int  # attempts with a line in the ledger; leaving out a question changes all of them
    mean_before: float | None  # shares; None without attempts
    mean_after: float | None
    most_gained: int  # millionths of a point, or of the whole if `in_shares`
    most_lost: int
    in_shares: bool  # what is possible changes too, so that points can't be compared

    @property
    def count(self) -> int:
        """How many attempts were asked the question."""
        return self.up + self.down + self.stay


def sum_up(changes: Sequence[Change]) -> Effect:
    """The figures above the list."""
    directions = [change.direction for change in changes]
    in_shares = any(change.old.possible != change.new.possible for change in changes)
    gains = [_gain(change, in_shares=in_shares) for change in changes]
    return Effect(
        up=directions.count(Direction.UP),
        down=directions.count(Direction.DOWN),
        stay=directions.count(Direction.SAME),
        changed=sum(change.is_changed for change in changes),
        mean_before=_mean([change.old.share for change in changes]),
        mean_after=_mean([change.new.share for change in changes]),
        most_gained=max([0, *gains]),
        most_lost=-min([0, *gains]),
        in_shares=in_shares,
    )


def _gain(change: Change, *, in_shares: bool) -> int:
    if in_shares:
        return round((change.new.share - change.old.share) * MILLION)
    return change.new.earned - change.old.earned


def _mean(shares: Sequence[float]) -> float | None:
    return fsum(shares) / len(shares) if shares else None


def in_order(changes: Iterable[Change]) -> list[Change]:
    """Those that change, by name: what there is to read."""
    changed = [change for change in changes if change.is_changed]
    return sorted(changed, key=lambda each: (each.name.casefold(), each.attempt_number))
