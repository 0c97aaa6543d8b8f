"""What staff should know of one student's times in a quiz; pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from quizapp.quizzes.rules import Extras, Part, QuizSettings, When

TELLING = frozenset({Part.MARKS, Part.FEEDBACK, Part.KEY})  # they tell right from wrong
LEAST_PERCENT, MOST_PERCENT = 100, 1000
MOST_MINUTES = 7 * 24 * 60
MOST_ATTEMPTS = 20


class Flag(StrEnum):
    """Something about a student's times that may not be meant."""

    TOO_SHORT = "too short"  # the window ends before the limit can run
    NEVER_OPEN = "never open"  # it closes before it opens
    PAST_CLOSING = "past closing"  # open for this student when it is closed for the others
    PAST_RELEASE = "past release"  # the others may see the answers while this student works


@dataclass(frozen=True)
class Terms:
    """A quiz's times for everybody and for one student."""

    general: QuizSettings
    own: QuizSettings
    is_extended: bool

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What to point at, the worst first."""
        checks = (
            (Flag.NEVER_OPEN, self._is_never_open()),
            (Flag.TOO_SHORT, not self._is_never_open() and self._is_too_short()),
            (Flag.PAST_CLOSING, self.is_extended and self._is_past_closing()),
            (Flag.PAST_RELEASE, self._is_past_release()),
        )
        return tuple(flag for flag, holds in checks if holds)

    @property
    def length(self) -> timedelta | None:
        """How long the window is; None: it has no beginning or no end."""
        if self.own.opens_at is None or self.own.closes_at is None:
            return None
        return self.own.closes_at - self.own.opens_at

    def _is_never_open(self) -> bool:
        return self.length is not None and self.length <= timedelta()

    def _is_too_short(self) -> bool:
        limit = self.own.time_limit
        return self.length is not None and limit is not None and self.length < limit

    def _is_past_closing(self) -> bool:
        return _is_later(self.own.closes_at, self.general.closes_at)

    def _is_past_release(self) -> bool:
        policy = self.general.feedback
        if not policy.what & TELLING:
            return False
        if policy.when is When.AT_TIME:
            return policy.at is not None and _is_later(self.own.closes_at, policy.at)
        return policy.when is When.AT_ONCE and self.is_extended and self._is_past_closing()


def find_problem(settings: QuizSettings, extras: Extras) -> str:
    """Why an extension can't be meant so; "" if it can."""
    opens_at = extras.opens_at or settings.opens_at
    closes_at = extras.closes_at or settings.closes_at
    if opens_at is not None and closes_at is not None and closes_at <= opens_at:
        return "It closes before it opens. Change one of the two times."
    if extras == Extras():
        return "Give something: time, another window or more attempts."
    return ""


def _is_later(one: datetime | None, other: datetime | None) -> bool:
    return one is not None and other is not None and one > other
