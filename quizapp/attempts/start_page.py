"""The page before a quiz: its rules, this student's times, and what can be done now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from quizapp.attempts import queries, rules, service
from quizapp.attempts.models import Attempt
from quizapp.attempts.moments import last_moments
from quizapp.attempts.queries import Seat
from quizapp.attempts.scoring import total
from quizapp.attempts.words import duration, time_left
from quizapp.courses.queries import find_instructor_name
from quizapp.quizzes import rules as quiz_rules
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.rules import Counts, Paging, Part, QuizSettings, When
from quizapp.quizzes.slots import PublishedSlot


class StartState(StrEnum):
    """What the student can do."""

    START = "start"
    CONTINUE = "continue"
    LATER = "later"
    CLOSED = "closed"
    NONE_LEFT = "none left"


STATES: dict[type[Exception] | None, StartState] = {
    None: StartState.START,
    rules.NotOpenYet: StartState.LATER,
    rules.QuizClosed: StartState.CLOSED,
    rules.NoAttemptsLeft: StartState.NONE_LEFT,
}


@dataclass(frozen=True)
class Size:
    """A section or pool: how many of its questions a student gets, and the points of each."""

    drawn: int
    points: tuple[Fraction, ...]


@dataclass(frozen=True)
class Unfinished:
    """The attempt to go on with."""

    attempt_id: str
    started_at: datetime
    answered: int
    count: int
    deadline: datetime | None
    time_left: str  # "" without a deadline


@dataclass(frozen=True)
class FeedbackLine:
    """What shows when; `what` as "score" or "score and answers"."""

    what: str
    when: When
    at: datetime | None = None


@dataclass(frozen=True)
class Limit:
    """A time limit in words."""

    general: str  # for somebody without extra time
    own: str  # for this student
    until_closing: str  # what is left of it, if closing cuts it; else ""


@dataclass(frozen=True)
class StartPage:
    """Everything that the page shows."""

    quiz_id: str
    quiz_title: str
    course_title: str
    zone: str
    language: str
    intro: str  # Markdown
    count: int
    points: Fraction | None  # None: it depends on which questions are drawn
    state: StartState
    unfinished: Unfinished | None
    opens_at: datetime | None
    opens_in: str
    closes_at: datetime | None  # for this student
    limit: Limit | None  # None: no time limit
    attempts_allowed: int | None
    attempts_left: int | None  # None: any number
    counts: Counts
    paging: Paging
    feedback: tuple[FeedbackLine, ...]
    instructor: str  # whom to ask; "" if nobody teaches the course yet
    result_id: str | None  # the attempt whose result to show
    asks_code: bool  # a word is to be typed before starting


def load(student_id: str, quiz_id: str, now: datetime) -> StartPage:
    """The page as things stand now; raises NotFound."""
    seat = queries.find_seat(student_id, quiz_id)
    attempts = queries.list_attempts(student_id, quiz_id)
    if any(_ending(seat, attempt, now) for attempt in attempts):
        service.settle_own(student_id, quiz_id, now)
        seat = queries.find_seat(student_id, quiz_id)
        attempts = queries.list_attempts(student_id, quiz_id)
    return build(seat, attempts, now)


def _ending(seat: Seat, attempt: Attempt, now: datetime) -> object:
    if attempt.submitted_at is not None:
        return None
    return queries.ending_by_clock(attempt, seat.settings, now)


def build(seat: Seat, attempts: Sequence[Attempt], now: datetime) -> StartPage:
    """The page from what is stored; all of `attempts` that are over are submitted."""
    settings = seat.settings
    sizes = _sizes(load_slots(seat.quiz.id, seat.quiz.version), settings)
    unfinished = _unfinished(seat, attempts, now)
    refusal = rules.may_start(settings, len(attempts), now)
    closes_at = settings.closes_at
    done = _last(attempts)
    return StartPage(
        quiz_id=seat.quiz.id,
        quiz_title=seat.quiz.title,
        course_title=seat.course.title,
        zone=seat.course.zone,
        language=seat.quiz.language,
        intro=seat.quiz.intro,
        count=sum(size.drawn for size in sizes),
        points=_points(sizes),
        state=StartState.CONTINUE if unfinished else STATES[refusal],
        unfinished=unfinished,
        opens_at=settings.opens_at,
        opens_in="" if settings.opens_at is None else time_left(settings.opens_at - now),
        closes_at=closes_at,
        attempts_allowed=settings.attempts_allowed,
        attempts_left=quiz_rules.attempts_left(settings, len(attempts)),
        counts=settings.counts,
        paging=settings.paging,
        feedback=_feedback(seat),
        instructor=find_instructor_name(seat.course.id) or "",
        result_id=done.id if done else None,
        limit=_limit(seat, now),
        asks_code=bool(seat.quiz.access_code),
    )


def _unfinished(seat: Seat, attempts: Sequence[Attempt], now: datetime) -> Unfinished | None:
    attempt = next((each for each in attempts if each.submitted_at is None), None)
    if attempt is None:
        return None
    responses = queries.stored_responses([attempt.id])[attempt.id]
    deadline = rules.deadline(seat.settings, attempt.started_at)
    return Unfinished(
        attempt_id=attempt.id,
        started_at=attempt.started_at,
        answered=sum(bool(response.answer) for response in responses.values()),
        count=len(attempt.layout),
        deadline=deadline,
        time_left="" if deadline is None else time_left(deadline - now),
    )


def _last(attempts: Sequence[Attempt]) -> Attempt | None:
    """The last one submitted; not the best, for a link would tell which that is."""
    return next((each for each in reversed(attempts) if each.submitted_at is not None), None)


def _sizes(slots: Sequence[PublishedSlot], settings: QuizSettings) -> list[Size]:
    pools: dict[int, list[Fraction]] = {}
    for slot in slots:
        pools.setdefault(slot.drawn_from, []).append(slot.points)
    return [
        Size(min(settings.draw.get(pool, len(points)), len(points)), tuple(points))
        for pool, points in pools.items()
    ]


def _points(sizes: Sequence[Size]) -> Fraction | None:
    """What an attempt is worth; None if that depends on the draw."""
    if any(size.drawn < len(size.points) and len(set(size.points)) > 1 for size in sizes):
        return None
    return total(points for size in sizes for points in size.points[: size.drawn])


def _limit(seat: Seat, now: datetime) -> Limit | None:
    general, own = seat.quiz.settings.time_limit, seat.settings.time_limit
    if general is None or own is None:
        return None
    closes_at = seat.settings.closes_at
    is_cut = closes_at is not None and now < closes_at < now + own
    return Limit(
        general=duration(general),
        own=duration(own),
        until_closing=time_left(closes_at - now) if closes_at and is_cut else "",
    )


def _feedback(seat: Seat) -> tuple[FeedbackLine, ...]:
    policy = seat.settings.feedback
    if policy.when is When.NEVER and not policy.score_at_once:
        return ()
    moment = last_moments([seat])[seat.quiz.id]
    at = quiz_rules.shows_from(policy, moment)
    if not policy.score_at_once or policy.when is When.AT_ONCE:
        return (FeedbackLine(_name(policy.what), policy.when, at),) if policy.what else ()
    lines = (
        FeedbackLine(_name(policy.what & {Part.SCORE}), When.AT_ONCE),
        FeedbackLine(_name(policy.what - {Part.SCORE}), policy.when, at),
    )
    return tuple(line for line in lines if line.what and line.when is not When.NEVER)


def _name(parts: frozenset[Part]) -> str:
    """What students call it: the score, which questions were right, the answers."""
    names = (
        ("score", Part.SCORE in parts),
        ("marks", Part.KEY not in parts and bool(parts & {Part.MARKS, Part.FEEDBACK})),
        ("answers", Part.KEY in parts),
    )
    return " and ".join(name for name, is_there in names if is_there)
