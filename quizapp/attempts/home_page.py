"""The student's home: every quiz of every course, with one state each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from quizapp.attempts import queries, rules, service
from quizapp.attempts.models import Attempt
from quizapp.attempts.moments import last_moments
from quizapp.attempts.queries import Seat
from quizapp.attempts.rules import AttemptScore
from quizapp.attempts.words import time_left
from quizapp.courses.queries import list_enrollments
from quizapp.quizzes import rules as quiz_rules
from quizapp.quizzes.rules import Part, When, Window


class RowState(StrEnum):
    """What became of a quiz, for one student."""

    NOT_STARTED = "not started"
    UNFINISHED = "unfinished"
    SUBMITTED = "submitted"
    RAN_OUT = "ran out"
    MISSED = "missed"


@dataclass(frozen=True)
class QuizRow:
    """One quiz; the whole row is a link."""

    quiz_id: str
    title: str
    course_title: str
    zone: str
    state: RowState
    window: Window
    opens_at: datetime | None
    closes_at: datetime | None  # for this student
    closes_in: str
    answered: int
    count: int
    attempt_id: str | None  # to go on with
    result_id: str | None  # to look at
    submitted_at: datetime | None
    score: AttemptScore | None  # None: not to be told, or none yet
    results_at: datetime | None  # when there will be more to see
    may_start: bool
    attempts_left: int | None


@dataclass(frozen=True)
class HomePage:
    """Everything that the page shows."""

    course_titles: tuple[str, ...]  # of the courses that have quizzes
    is_in_course: bool
    open_now: tuple[QuizRow, ...]
    later: tuple[QuizRow, ...]
    done: tuple[QuizRow, ...]

    @property
    def zone(self) -> str:
        """The zone of all times on the page; "" if there is more than one, or none."""
        zones = {row.zone for row in (*self.open_now, *self.later, *self.done)}
        return zones.pop() if len(zones) == 1 else ""

    @property
    def is_empty(self) -> bool:
        """Whether there is no quiz at all."""
        return not (self.open_now or self.later or self.done)


def load(student_id: str, now: datetime) -> HomePage:
    """The page as things stand now."""
    seats = queries.list_seats(student_id)
    attempts = _attempts(student_id)
    overdue = [
        seat.quiz.id for seat in seats if _has_run_out(seat, attempts.get(seat.quiz.id, []), now)
    ]
    for quiz_id in overdue:
        service.settle_own(student_id, quiz_id, now)
    if overdue:
        seats, attempts = queries.list_seats(student_id), _attempts(student_id)
    answered = queries.count_answers(student_id)
    moments = last_moments(seats)
    rows = [
        _row(Facts(seat, attempts.get(seat.quiz.id, []), answered, moments[seat.quiz.id]), now)
        for seat in seats
    ]
    return arrange(rows, is_in_course=bool(rows) or bool(list_enrollments(student_id)))


def arrange(rows: Sequence[QuizRow], *, is_in_course: bool) -> HomePage:
    """Open ones by closing time, later ones by opening time, done ones newest first."""
    open_now = [row for row in rows if row.attempt_id or row.may_start]
    later = [row for row in rows if row not in open_now and row.window is Window.LATER]
    done = [row for row in rows if row not in open_now and row not in later]
    return HomePage(
        course_titles=tuple(dict.fromkeys(row.course_title for row in rows)),
        is_in_course=is_in_course,
        open_now=tuple(sorted(open_now, key=lambda row: _order(row.closes_at))),
        later=tuple(sorted(later, key=lambda row: _order(row.opens_at))),
        done=tuple(
            sorted(done, key=lambda row: _order(row.submitted_at or row.closes_at), reverse=True)
        ),
    )


def _order(instant: datetime | None) -> tuple[bool, float]:
    """No time comes last."""
    return instant is None, instant.timestamp() if instant else 0.0


def _attempts(student_id: str) -> dict[str, list[Attempt]]:
    found: dict[str, list[Attempt]] = {}
    for attempt in queries.list_all_attempts(student_id):
        found.setdefault(attempt.quiz_id, []).append(attempt)
    return found


def _has_run_out(seat: Seat, attempts: Sequence[Attempt], now: datetime) -> bool:
    return any(
        attempt.submitted_at is None
        and queries.ending_by_clock(attempt, seat.settings, now) is not None
        for attempt in attempts
    )


@dataclass(frozen=True)
class Facts:
    """What is stored about one quiz and one student."""

    seat: Seat
    attempts: Sequence[Attempt]
    answered: Mapping[str, int]  # by attempt
    last_moment: datetime | None

    @property
    def unfinished(self) -> Attempt | None:
        """The attempt to go on with."""
        return next((each for each in self.attempts if each.submitted_at is None), None)

    @property
    def last(self) -> Attempt | None:
        """The attempt submitted last."""
        return next((each for each in reversed(self.attempts) if each.submitted_at), None)


def _row(facts: Facts, now: datetime) -> QuizRow:
    seat, settings = facts.seat, facts.seat.settings
    unfinished, last = facts.unfinished, facts.last
    refusal = rules.may_start(settings, len(facts.attempts), now)
    closes_at = settings.closes_at
    parts = quiz_rules.shown(settings.feedback, now, facts.last_moment, submitted=last is not None)
    scores = [each.score for each in facts.attempts if each.score is not None]
    shows_score = Part.SCORE in parts
    return QuizRow(
        quiz_id=seat.quiz.id,
        title=seat.quiz.title,
        course_title=seat.course.title,
        zone=seat.course.zone,
        state=_state(unfinished, last, may_start=refusal is None or refusal is rules.NotOpenYet),
        window=quiz_rules.window(settings, now),
        opens_at=settings.opens_at,
        closes_at=closes_at,
        closes_in="" if closes_at is None else time_left(closes_at - now),
        answered=facts.answered.get(unfinished.id, 0) if unfinished else 0,
        count=len(unfinished.layout) if unfinished else 0,
        attempt_id=unfinished.id if unfinished else None,
        result_id=last.id if last else None,
        submitted_at=last.submitted_at if last else None,
        score=rules.final_score(scores, settings.counts) if shows_score else None,
        results_at=None if shows_score else _results_at(facts),
        may_start=refusal is None,
        attempts_left=quiz_rules.attempts_left(settings, len(facts.attempts)),
    )


def _results_at(facts: Facts) -> datetime | None:
    policy = facts.seat.settings.feedback
    if policy.when is When.NEVER or not policy.what:
        return None
    return quiz_rules.shows_from(policy, facts.last_moment)


def _state(unfinished: Attempt | None, last: Attempt | None, *, may_start: bool) -> RowState:
    if unfinished is not None:
        return RowState.UNFINISHED
    if last is not None:
        return RowState.RAN_OUT if last.ran_out else RowState.SUBMITTED
    return RowState.NOT_STARTED if may_start else RowState.MISSED
