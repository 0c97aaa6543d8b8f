"""What corrections say of the places of a quiz; pure."""

from dataclasses import dataclass
from enum import StrEnum

from quizapp.quizzes.slots import PublishedSlot


class Kind(StrEnum):
    """How a question is graded from then on."""

    NEW_KEY = "new key"
    ACCEPT_BOTH = "accept both"
    FULL_POINTS = "full points"
    LEFT_OUT = "left out"
    UNDONE = "undone"  # as if another correction had never been made


@dataclass(frozen=True)
class Ruling:
    """A correction as it bears on one slot of one version; of several the last decides."""

    slot: int
    kind: Kind
    judges: tuple[
        PublishedSlot, ...
    ] = ()  # the slot with other keys: the best for an answer counts
    nobody_loses: bool = False  # an attempt whose share of its points would fall keeps it

    @property
    def is_left_out(self) -> bool:
        """Whether the question counts for nothing."""
        return self.kind is Kind.LEFT_OUT

    @property
    def is_given_away(self) -> bool:
        """Whether everybody gets all of its points."""
        return self.kind is Kind.FULL_POINTS
