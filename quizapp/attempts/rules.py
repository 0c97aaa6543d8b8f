"""When an attempt may start and when it ends; pure decisions about times and numbers."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from fractions import Fraction

from quizapp.errors import Conflict, Refused
from quizapp.quizzes.rules import Counts, QuizSettings, Window, attempts_left, window


class Timing(Enum):
    """Whether what arrives now still counts."""

    ON_TIME = "on time"
    LATE = "late"


class NotOpenYet(Refused):
    """The quiz opens later."""

    def __init__(self) -> None:
        super().__init__("This quiz isn't open yet. Its start page says when it opens.")


class QuizClosed(Refused):
    """The quiz has closed for this person."""

    def __init__(self) -> None:
        super().__init__(
            "This quiz is closed, so it can't be started any more. "
            "If you think that is wrong, ask your instructor."
        )


class NoAttemptsLeft(Refused):
    """Every attempt allowed is used."""

    def __init__(self) -> None:
        super().__init__(
            "You have used all attempts at this quiz. If something went wrong, ask your instructor."
        )


class WrongCode(Refused):
    """The access code isn't that of the quiz."""

    def __init__(self) -> None:
        super().__init__("That isn't the code of this quiz. Check it, or ask your instructor.")


class AttemptClosed(Conflict):
    """Nothing in the attempt changes any more."""


class AlreadySubmitted(AttemptClosed):
    """Its student has submitted it."""

    def __init__(self) -> None:
        super().__init__(
            "You have submitted this quiz already, so what you sent now was not stored. "
            "The answers you submitted are safe."
        )


class TimeIsUp(AttemptClosed):
    """Its deadline and the grace period have passed."""

    def __init__(self) -> None:
        super().__init__(
            "Time is up. The answers we had by then are submitted. What you sent now is kept as "
            "late: your instructor decides about it."
        )


def deadline(settings: QuizSettings, started_at: datetime) -> datetime | None:
    """When an attempt ends: the earlier of its time limit and the closing; None: never.

    `settings`: as they hold for this person.
    """
    if settings.time_limit is None:
        return settings.closes_at
    limit = started_at + settings.time_limit
    return limit if settings.closes_at is None else min(limit, settings.closes_at)


def timing(deadline: datetime | None, settings: QuizSettings, now: datetime) -> Timing:
    """Late is past the deadline and the grace period; the last instant of grace is on time."""
    if deadline is None or now <= deadline + settings.grace:
        return Timing.ON_TIME
    return Timing.LATE


def may_start(settings: QuizSettings, used: int, now: datetime) -> type[Refused] | None:
    """Why a person who has used `used` attempts may not begin another now; None: they may.

    `settings`: as they hold for this person.
    """
    where = window(settings, now)
    if where is Window.LATER:
        return NotOpenYet
    if where is Window.CLOSED:
        return QuizClosed
    return NoAttemptsLeft if attempts_left(settings, used) == 0 else None


@dataclass(frozen=True)
class AttemptScore:
    """What a submitted attempt earned so far, in points; a person has still to mark `unmarked`."""

    earned: Fraction
    possible: Fraction
    unmarked: Fraction = Fraction(0)


def counted(scores: list[AttemptScore], counts: Counts) -> int | None:
    """Which of the submitted attempts, oldest first, counts; None: the average of all, or none."""
    if not scores or counts is Counts.AVERAGE:
        return None
    if counts is Counts.FIRST:
        return 0
    if counts is Counts.LAST:
        return len(scores) - 1
    return max(range(len(scores)), key=lambda at: (_share(scores[at]), -at))


def final_score(scores: list[AttemptScore], counts: Counts) -> AttemptScore | None:
    """The score of the quiz; None before the first attempt is submitted."""
    at = counted(scores, counts)
    if at is not None:
        return scores[at]
    if not scores:
        return None
    return AttemptScore(
        earned=sum((score.earned for score in scores), Fraction(0)) / len(scores),
        possible=sum((score.possible for score in scores), Fraction(0)) / len(scores),
        unmarked=sum((score.unmarked for score in scores), Fraction(0)) / len(scores),
    )


def _share(score: AttemptScore) -> Fraction:
    """Attempts that drew other questions may be worth other points."""
    return score.earned / score.possible if score.possible else Fraction(0)
