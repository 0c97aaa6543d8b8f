"""A quiz's settings, and what follows from them: when it is open, for whom, and what it shows.

Times are aware instants. A person's extra-time `factor` is 1 for most, 3/2 for half as long again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction

SHORT_WINDOW = timedelta(hours=6)  # longer ones are homework: a factor doesn't stretch them
DEFAULT_GRACE = timedelta(seconds=60)


class Counts(StrEnum):
    """Which of several attempts makes the score of a quiz."""

    BEST = "best"
    LAST = "last"
    FIRST = "first"
    AVERAGE = "average"


class Paging(StrEnum):
    """How the questions come."""

    ALL = "all"  # on one page
    ONE = "one"  # one at a time, in any order
    FIXED = "fixed"  # one at a time, and no going back


class Part(StrEnum):
    """What feedback is made of."""

    SCORE = "score"
    MARKS = "marks"  # right or wrong, question by question
    FEEDBACK = "feedback"  # what the author wrote about the chosen answer
    KEY = "key"  # with the explanation and the rubric
    EVIDENCE = "evidence"  # shown with the key only, for it gives the key away


class When(StrEnum):
    """From when on feedback shows."""

    AT_ONCE = "at-once"
    AFTER_CLOSING = "after-closing"
    AT_TIME = "at-time"
    NEVER = "never"


class Practice(StrEnum):
    """Whether people may go through the questions again without being graded."""

    NEVER = "never"
    AFTER_CLOSING = "after-closing"  # and not before the answers are out; see practice.rules


class Window(StrEnum):
    """Where now lies."""

    LATER = "later"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True)
class FeedbackPolicy:
    """What students may see once they have submitted, and from when on."""

    what: frozenset[Part] = frozenset(Part)
    when: When = When.AT_ONCE
    at: datetime | None = None  # with When.AT_TIME
    score_at_once: bool = False  # the score doesn't wait for the rest


@dataclass(frozen=True)
class QuizSettings:
    """What an instructor decides about a quiz. As it stands: no times, one attempt, all shown."""

    opens_at: datetime | None = None  # None: open from the start
    closes_at: datetime | None = None  # None: never closes
    time_limit: timedelta | None = None
    grace: timedelta = DEFAULT_GRACE
    attempts_allowed: int | None = 1  # None: any number
    counts: Counts = Counts.BEST
    shuffle_questions: bool = True
    shuffle_options: bool = True
    draw: Mapping[int, int] = field(default_factory=dict)  # section or pool -> how many questions
    paging: Paging = Paging.ALL
    feedback: FeedbackPolicy = FeedbackPolicy()
    practice: Practice = Practice.AFTER_CLOSING
    access_code: str = ""  # what a student types before starting; "": nothing


@dataclass(frozen=True)
class Extras:
    """What one student has in one quiz that the others don't."""

    time_percent: int | None = None  # for this quiz instead of the enrollment's; None: as there
    extra: timedelta = timedelta()  # more of the time limit, or of the window without a limit
    opens_at: datetime | None = None  # instead of the quiz's; None: as the quiz
    closes_at: datetime | None = None  # instead of the quiz's, before any extra time
    more_attempts: int = 0


NO_EXTRAS = Extras()


def personal(settings: QuizSettings, factor: Fraction, extras: Extras = NO_EXTRAS) -> QuizSettings:
    """The settings as they hold for one person: own opening, closing, limit and attempts.

    Extra time moves the closing by what it adds to the time limit or, without a limit, to a window
    of at most six hours. That is the quiz's own window, wherever an extension moves it, so a later
    closing never takes extra time away.
    """
    if factor == 1 and extras == NO_EXTRAS:
        return settings
    percent = extras.time_percent
    own = factor if percent is None else Fraction(percent, 100)
    closing = extras.closes_at or settings.closes_at
    added = stretch(_stretching(settings), own - 1) + extras.extra
    limit, allowed = settings.time_limit, settings.attempts_allowed
    return replace(
        settings,
        opens_at=extras.opens_at or settings.opens_at,
        closes_at=None if closing is None else closing + added,
        time_limit=None if limit is None else stretch(limit, own) + extras.extra,
        attempts_allowed=None if allowed is None else allowed + extras.more_attempts,
    )


def window(settings: QuizSettings, now: datetime) -> Window:
    """Whether the quiz is open; for one person, by their `personal` settings."""
    if settings.opens_at is not None and now < settings.opens_at:
        return Window.LATER
    return Window.OPEN if settings.closes_at is None or now < settings.closes_at else Window.CLOSED


def stretch(length: timedelta, factor: Fraction) -> timedelta:
    """`length` times `factor`, exact to the microsecond."""
    return length * factor.numerator // factor.denominator


def _stretching(settings: QuizSettings) -> timedelta:
    if settings.time_limit is not None:
        return settings.time_limit
    if settings.opens_at is None or settings.closes_at is None:
        return timedelta()
    length = settings.closes_at - settings.opens_at
    return length if timedelta() <= length <= SHORT_WINDOW else timedelta()


def last_moment(
    settings: QuizSettings, people: Iterable[tuple[Fraction, Extras]]
) -> datetime | None:
    """After this no answer of anybody can count any more; None: there is no such moment.

    `people`: the factors and extras there are; everybody else has neither.
    """
    if settings.closes_at is None:
        return None
    everybody = [personal(settings, *person) for person in (*people, (Fraction(1), NO_EXTRAS))]
    return max(own.closes_at for own in everybody if own.closes_at is not None) + settings.grace


def attempts_left(settings: QuizSettings, used: int) -> int | None:
    """How many more attempts a person may start; None: any number."""
    if settings.attempts_allowed is None:
        return None
    return max(settings.attempts_allowed - used, 0)


def shows_from(policy: FeedbackPolicy, last_closing: datetime | None) -> datetime | None:
    """From when on the whole of `policy.what` shows; None: at once, or not as things stand."""
    if policy.when is When.AFTER_CLOSING:
        return last_closing
    return policy.at if policy.when is When.AT_TIME else None


def shown(
    policy: FeedbackPolicy, now: datetime, last_closing: datetime | None, *, submitted: bool
) -> frozenset[Part]:
    """What a student may see of an attempt now. `last_closing` is the quiz's `last_moment`."""
    if not submitted:
        return frozenset()
    if _is_released(policy, now, last_closing):
        return policy.what
    return policy.what & {Part.SCORE} if policy.score_at_once else frozenset()


def _is_released(policy: FeedbackPolicy, now: datetime, last_closing: datetime | None) -> bool:
    if policy.when is When.AT_ONCE:
        return True
    moment = shows_from(policy, last_closing)
    return moment is not None and now >= moment
