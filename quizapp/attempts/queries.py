"""What the pages and verbs of attempts ask the database."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import bindparam, func, select

from quizapp.attempts import rules
from quizapp.attempts.models import Attempt, Response
from quizapp.courses.models import Course, Enrollment
from quizapp.courses.rules import Action, Role, may
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.question_types.base import Answer, Order
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.rules import Counts, QuizSettings, last_moment
from quizapp.quizzes.slots import PublishedSlot

TAKERS = tuple(role for role in Role if may(role, Action.TAKE_QUIZ))
Factor = Fraction


@dataclass(frozen=True)
class Seat:
    """A quiz that a student may take, and what is particular to that student."""

    quiz: Quiz
    course: Course
    factor: Factor
    settings: QuizSettings


@dataclass(frozen=True)
class PlacedSlot:
    """A question on one student's page."""

    number: int  # its place there, from 1
    slot: PublishedSlot
    order: Order


@dataclass(frozen=True)
class Ending:
    """An attempt that ends, and when."""

    attempt: Attempt
    at: datetime
    ran_out: bool = False  # by the clock, not by hand


@dataclass(frozen=True)
class Sitting(Seat):
    """An attempt with all that decides about it."""

    attempt: Attempt

    @property
    def deadline(self) -> datetime | None:
        """When it ends; None: never."""
        return rules.deadline(self.settings, self.factor, self.attempt.started_at)

    def ending_by_clock(self, now: datetime) -> Ending | None:
        """How it ended if its time has run out and that isn't written down yet."""
        if self.attempt.submitted_at is not None:
            return None
        return ending_by_clock(self.attempt, self.settings, self.factor, now)

    def places(self) -> tuple[PlacedSlot, ...]:
        """Its questions in the order of the page."""
        slots = {slot.number: slot for slot in load_slots(self.quiz.id, self.attempt.version)}
        return tuple(
            PlacedSlot(number, slots[place["slot"]], tuple(place["order"]))
            for number, place in enumerate(self.attempt.layout, 1)
        )


@dataclass(frozen=True)
class StoredResponse:
    """What is stored for a slot."""

    slot: int
    answer: Answer = ()
    is_to_revisit: bool = False
    saved_at: datetime | None = None
    earned: int | None = None  # millionths of a point
    needs_marking: bool = False
    revision: int = 0  # the attempt's, when this was last changed


def find_seat(user_id: str, quiz_id: str) -> Seat:
    """The quiz, if this person may take it; otherwise raises NotFound."""
    row = db.session.execute(
        select(Quiz, Course, Enrollment.time_percent)
        .join(Course, Course.id == Quiz.course_id)
        .join(Enrollment, Enrollment.course_id == Course.id)
        .where(
            Quiz.id == quiz_id,
            Quiz.version > 0,
            Enrollment.user_id == user_id,
            Enrollment.role.in_(TAKERS),
        )
    ).one_or_none()
    if row is None:
        raise NotFound
    quiz, course, percent = row
    return Seat(quiz, course, Fraction(percent, 100), quiz.settings)


def list_seats(user_id: str) -> list[Seat]:
    """Every published quiz that this person may take, the oldest first."""
    rows = db.session.execute(
        select(Quiz, Course, Enrollment.time_percent)
        .join(Course, Course.id == Quiz.course_id)
        .join(Enrollment, Enrollment.course_id == Course.id)
        .where(
            Quiz.version > 0,
            Enrollment.user_id == user_id,
            Enrollment.role.in_(TAKERS),
        )
        .order_by(Quiz.made_at, Quiz.title, Quiz.id)
    )
    return [
        Seat(quiz, course, Fraction(percent, 100), quiz.settings) for quiz, course, percent in rows
    ]


# Built once: every page and every save of an attempt begins with it.
_OWN_ATTEMPT = (
    select(Attempt, Quiz, Course, Enrollment.time_percent)
    .join(Quiz, Quiz.id == Attempt.quiz_id)
    .join(Course, Course.id == Quiz.course_id)
    .join(
        Enrollment,
        (Enrollment.course_id == Course.id) & (Enrollment.user_id == Attempt.user_id),
    )
    .where(
        Attempt.id == bindparam("attempt_id"),
        Attempt.user_id == bindparam("user_id"),
        Enrollment.role.in_(TAKERS),
    )
)
_OWN_ATTEMPT_LOCKED = _OWN_ATTEMPT.with_for_update(of=Attempt)


def find_sitting(user_id: str, attempt_id: str, *, lock: bool = False) -> Sitting:
    """This person's own attempt; otherwise raises NotFound. `lock`: until the transaction ends."""
    statement = _OWN_ATTEMPT_LOCKED if lock else _OWN_ATTEMPT
    names = {"attempt_id": attempt_id, "user_id": user_id}
    row = db.session.execute(statement, names).one_or_none()
    if row is None:
        raise NotFound
    attempt, quiz, course, percent = row
    return Sitting(quiz, course, Fraction(percent, 100), quiz.settings, attempt)


def list_attempts(user_id: str, quiz_id: str) -> Sequence[Attempt]:
    """A student's attempts at a quiz, the oldest first."""
    return db.session.scalars(
        select(Attempt)
        .where(Attempt.quiz_id == quiz_id, Attempt.user_id == user_id)
        .order_by(Attempt.number)
    ).all()


def list_all_attempts(user_id: str) -> Sequence[Attempt]:
    """A student's attempts at every quiz, the oldest first."""
    return db.session.scalars(
        select(Attempt).where(Attempt.user_id == user_id).order_by(Attempt.number)
    ).all()


_STORED = select(
    Response.attempt_id,
    Response.slot,
    Response.answer,
    Response.is_to_revisit,
    Response.saved_at,
    Response.earned,
    Response.needs_marking,
    Response.revision,
).where(Response.attempt_id.in_(bindparam("attempt_ids", expanding=True)))


def stored_responses(attempt_ids: Iterable[str]) -> dict[str, dict[int, StoredResponse]]:
    """What is stored for these attempts, by attempt and slot; one query."""
    found: dict[str, dict[int, StoredResponse]] = {attempt_id: {} for attempt_id in attempt_ids}
    if not found:
        return found
    rows = db.session.execute(_STORED, {"attempt_ids": list(found)})
    for attempt_id, slot, answer, *rest in rows:
        found[attempt_id][slot] = StoredResponse(slot, tuple(answer), *rest)
    return found


def last_revision(attempt: Attempt, responses: Mapping[int, StoredResponse]) -> int:
    """Which save changed the attempt last; saves by scripts note it with their answers alone."""
    return max([attempt.revision, *(response.revision for response in responses.values())])


def count_answers(user_id: str) -> dict[str, int]:
    """How many questions a student has answered so far in each unfinished attempt."""
    rows = db.session.execute(
        select(Response.attempt_id, Response.answer)
        .join(Attempt, Attempt.id == Response.attempt_id)
        .where(Attempt.user_id == user_id, Attempt.submitted_at.is_(None))
    )
    return Counter(attempt_id for attempt_id, answer in rows if answer)


def is_taking(user_id: str) -> bool:
    """Whether this person has an attempt that isn't submitted."""
    unfinished = select(Attempt.id).where(
        Attempt.user_id == user_id, Attempt.submitted_at.is_(None)
    )
    return db.session.scalar(unfinished.limit(1)) is not None


def counted_attempt(attempts: Sequence[Attempt], counts: Counts) -> Attempt | None:
    """The one of a student's attempts whose score counts; None: an average, or none submitted."""
    submitted = [attempt for attempt in attempts if attempt.score is not None]
    scores = [attempt.score for attempt in submitted if attempt.score is not None]
    at = rules.counted(scores, counts)
    return None if at is None else submitted[at]


def last_moments(seats: Iterable[Seat]) -> dict[str, datetime | None]:
    """By quiz: after when no answer of anybody counts any more; None: there is no such moment."""
    seats = list(seats)
    courses = {seat.course.id for seat in seats if seat.settings.closes_at is not None}
    largest = _largest_factors(courses) if courses else {}
    return {
        seat.quiz.id: last_moment(seat.settings, largest.get(seat.course.id, Fraction(1)))
        for seat in seats
    }


def _largest_factors(course_ids: Iterable[str]) -> dict[str, Factor]:
    rows = db.session.execute(
        select(Enrollment.course_id, func.max(Enrollment.time_percent))
        .where(Enrollment.course_id.in_(sorted(course_ids)), Enrollment.role.in_(TAKERS))
        .group_by(Enrollment.course_id)
    )
    return {course_id: Fraction(percent, 100) for course_id, percent in rows}


def list_overdue(quiz: Quiz, now: datetime, most: int) -> list[Ending]:
    """Unfinished attempts at a quiz whose time and grace have passed, locked; at most `most`.

    The database leaves out those that even somebody without extra time could go on with.
    """
    settings = quiz.settings
    began_before = _began_before(settings, now)
    if began_before is None:
        return []
    rows = db.session.execute(
        select(Attempt, func.coalesce(Enrollment.time_percent, 100))
        .outerjoin(
            Enrollment,
            (Enrollment.course_id == quiz.course_id) & (Enrollment.user_id == Attempt.user_id),
        )
        .where(
            Attempt.quiz_id == quiz.id,
            Attempt.submitted_at.is_(None),
            Attempt.started_at < began_before,
        )
        .order_by(Attempt.id)
        .with_for_update(of=Attempt, skip_locked=True)  # somebody else is ending those
    )
    endings = (ending_by_clock(row[0], settings, Fraction(row[1], 100), now) for row in rows)
    return [ending for ending in endings if ending is not None][:most]


def ending_by_clock(
    attempt: Attempt, settings: QuizSettings, factor: Factor, now: datetime
) -> Ending | None:
    """How an attempt ended if its time and grace have passed; else None."""
    deadline = rules.deadline(settings, factor, attempt.started_at)
    if deadline is None or rules.timing(deadline, settings, now) is rules.Timing.ON_TIME:
        return None
    return Ending(attempt, max(deadline, attempt.started_at), ran_out=True)


def _began_before(settings: QuizSettings, now: datetime) -> datetime | None:
    """Only attempts that began before this can be overdue; None: none can."""
    if settings.closes_at is not None and now > settings.closes_at + settings.grace:
        return now
    if settings.time_limit is None:
        return None
    return now - settings.time_limit - settings.grace
