"""When the questions of a quiz may be practiced; pure decisions about settings and times."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from quizapp.quizzes.rules import (
    Part,
    Practice,
    QuizSettings,
    When,
    Window,
    attempts_left,
    shown,
    shows_from,
    window,
)


class Access(StrEnum):
    """Whether one person may practice now, and if not, why."""

    OPEN = "open"
    NOT_OFFERED = "not offered"  # nor will it be, as the quiz is set
    KEPT_BACK = "kept back"  # the answers aren't out yet, or somebody may still be asked
    YOURS_FIRST = "yours first"  # this person may still be asked for a score


@dataclass(frozen=True)
class GradedUse:
    """A quiz that asks these questions for a score, as it stands to one person."""

    settings: QuizSettings
    last_moment: datetime | None  # as quizzes.rules.last_moment says: everybody's extra time is in
    is_yours: bool  # this person has an attempt open, or may still begin one


def access(own: GradedUse, others: Iterable[GradedUse], now: datetime) -> Access:
    """Whether one person may practice a quiz; `others` ask some of the same questions.

    Practice tells keys. So it waits until the quiz's own feedback policy lets the key out, and is
    not offered where the policy never does: nobody learns here what a result would keep back.

    A quiz is running as long as anybody in its course may still take it or will be able to. While
    any quiz with these questions runs, practice is closed to everybody, also to those who are done:
    what they read here could reach those who aren't. There is one exception, for quizzes like the
    one made at the first start, which never closes. If a running quiz shows the key to everyone who
    has submitted, then those who are done with it can copy nothing from practice that they couldn't
    copy from their results; to them practice is open. Who has an attempt open or left waits, for
    practice would tell them the answers before they are asked. The exception needs that results
    show every question: where each person draws a few, practice would show the rest.
    """
    settings = own.settings
    if settings.practice is Practice.NEVER or never_shows_key(settings):
        return Access.NOT_OFFERED
    running = [use for use in (own, *others) if is_running(use, now)]
    if not shows_key(own, now) or any(_keeps_back(use, now) for use in running):
        return Access.KEPT_BACK
    return Access.YOURS_FIRST if any(use.is_yours for use in running) else Access.OPEN


def opens_at(own: GradedUse, others: Iterable[GradedUse], now: datetime) -> datetime | None:
    """When a practice that is kept back opens, if the quiz's own times decide; None: unknown.

    About other quizzes nothing is told: they may be news.
    """
    if any(is_running(use, now) and _keeps_back(use, now) for use in others):
        return None
    moments = [shows_from(own.settings.feedback, own.last_moment)]
    if own.settings.draw:
        moments.append(own.last_moment)
    known = [moment for moment in moments if moment is not None]
    return max(known) if known == moments and max(known) > now else None


def is_running(use: GradedUse, now: datetime) -> bool:
    """Whether anybody may still be graded, now or, before it opens, later."""
    return use.last_moment is None or now < use.last_moment


def shows_key(use: GradedUse, now: datetime) -> bool:
    """Whether those who have submitted are shown the key, with the explanation, by now."""
    return Part.KEY in shown(use.settings.feedback, now, use.last_moment, submitted=True)


def never_shows_key(settings: QuizSettings) -> bool:
    """Whether no result will ever show the key, as the settings stand."""
    return settings.feedback.when is When.NEVER or Part.KEY not in settings.feedback.what


def _keeps_back(use: GradedUse, now: datetime) -> bool:
    return bool(use.settings.draw) or not shows_key(use, now)


def may_still_take(settings: QuizSettings, used: int, now: datetime, *, is_taking: bool) -> bool:
    """Whether a person who began `used` attempts has one open, or may begin one now or later.

    `settings`: as they hold for this person.
    """
    if is_taking:
        return True
    return window(settings, now) is not Window.CLOSED and attempts_left(settings, used) != 0
