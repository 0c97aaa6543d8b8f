"""What the pages and verbs of attempts ask the database."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import contains_eager

from quizapp.attempts import rules
from quizapp.attempts.models import Attempt, Place, Response
from quizapp.courses.models import Course, Enrollment
from quizapp.courses.rules import Action, Role, may
from quizapp.errors import NotFound
from quizapp.extensions import db, find_rows
from quizapp.question_types.base import Answer, Order
from quizapp.quizzes.models import Extension, Quiz
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.rules import (
    NO_EXTRAS,
    Counts,
    QuizSettings,
    personal,
)
from quizapp.quizzes.slots import PublishedSlot

TAKERS = tuple(role for role in Role if may(role, Action.TAKE_QUIZ))
IS_TAKER = or_(*(Enrollment.role == role for role in TAKERS))  # a list costs time to spell out


@dataclass(frozen=True)
class Seat:
    """A quiz that a student may take, and what is particular to that student."""

    quiz: Quiz
    course: Course
    settings: QuizSettings  # as they hold for this student


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
        return rules.deadline(self.settings, self.attempt.started_at)

    def seconds_left(self, now: datetime) -> float | None:
        """How long it still takes, exactly; None: there is no end."""
        return None if self.deadline is None else max((self.deadline - now).total_seconds(), 0)

    def ending_by_clock(self, now: datetime) -> Ending | None:
        """How it ended if its time has run out and that isn't written down yet."""
        if self.attempt.submitted_at is not None:
            return None
        return ending_by_clock(self.attempt, self.settings, now)

    def places(self) -> tuple[PlacedSlot, ...]:
        """Its questions in the order of the page."""
        attempt = self.attempt
        placed = find_placed(attempt.id) or place(
            attempt.id, load_slots(self.quiz.id, attempt.version), attempt.layout
        )
        return tuple(placed.values())


Places = dict[int, PlacedSlot]  # by their number on the page
LAYOUTS_KEPT = 8192
_placed: dict[str, Places] = {}


def find_placed(attempt_id: str) -> Places | None:
    """The questions of an attempt, which never change; None: not known here yet."""
    return _placed.get(attempt_id)


def place(attempt_id: str, slots: Sequence[PublishedSlot], layout: Sequence[Place]) -> Places:
    """The questions of an attempt; whoever asks next, as each save does, finds them placed."""
    by_number = {slot.number: slot for slot in slots}
    if len(_placed) >= LAYOUTS_KEPT:
        _placed.clear()
    found = _placed[attempt_id] = {
        number: PlacedSlot(number, by_number[each["slot"]], tuple(each["order"]))
        for number, each in enumerate(layout, 1)
    }
    return found


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


_SEATS = (
    select(Quiz, Course, Enrollment.time_percent, Extension)
    .join(Course, Course.id == Quiz.course_id)
    .join(Enrollment, Enrollment.course_id == Course.id)
    .outerjoin(
        Extension, (Extension.quiz_id == Quiz.id) & (Extension.user_id == bindparam("user_id"))
    )
    .where(
        Quiz.version > 0,
        Enrollment.user_id == bindparam("user_id"),
        IS_TAKER,
    )
    .options(contains_eager(Quiz.course))
)
# Built once, as building costs more than asking.
_SEAT = _SEATS.where(Quiz.id == bindparam("quiz_id"))
_ALL_SEATS = _SEATS.order_by(Quiz.made_at, Quiz.title, Quiz.id)


def find_seat(user_id: str, quiz_id: str) -> Seat:
    """The quiz, if this person may take it; otherwise raises NotFound."""
    row = db.session.execute(_SEAT, {"user_id": user_id, "quiz_id": quiz_id}).one_or_none()
    if row is None:
        raise NotFound
    return _seat(*row)


def list_seats(user_id: str) -> list[Seat]:
    """Every published quiz that this person may take, the oldest first."""
    return [_seat(*row) for row in db.session.execute(_ALL_SEATS, {"user_id": user_id})]


def _seat(quiz: Quiz, course: Course, percent: int, extension: Extension | None) -> Seat:
    return Seat(quiz, course, personal_settings(quiz, percent, extension))


def personal_settings(quiz: Quiz, percent: int, extension: Extension | None) -> QuizSettings:
    """The quiz's settings for somebody with this extra time and this extension, if any."""
    extras = NO_EXTRAS if extension is None else extension.extras
    return personal(quiz.settings, Fraction(percent, 100), extras)


# Built once: every page and every save of an attempt begins with it.
_OWN_ATTEMPT = (
    select(Attempt, Quiz, Course, Enrollment.time_percent, Extension)
    .join(Quiz, Quiz.id == Attempt.quiz_id)
    .join(Course, Course.id == Quiz.course_id)
    .join(
        Enrollment,
        (Enrollment.course_id == Course.id) & (Enrollment.user_id == Attempt.user_id),
    )
    .outerjoin(
        Extension,
        (Extension.quiz_id == Attempt.quiz_id) & (Extension.user_id == Attempt.user_id),
    )
    .where(
        Attempt.id == bindparam("attempt_id"),
        Attempt.user_id == bindparam("user_id"),
        IS_TAKER,
    )
)
# Locked by a statement of its own: one that waits for a row sees the rest as it was before.
_LOCK_OWN = (
    select(Attempt.id)
    .where(Attempt.id == bindparam("attempt_id"), Attempt.user_id == bindparam("user_id"))
    .with_for_update()
)


def find_sitting(user_id: str, attempt_id: str, *, lock: bool = False) -> Sitting:
    """This person's own attempt; otherwise raises NotFound. `lock`: until the transaction ends."""
    names = {"attempt_id": attempt_id, "user_id": user_id}
    if lock and db.engine.name != "sqlite":  # where whoever writes is alone
        db.session.execute(_LOCK_OWN, names)
    row = db.session.execute(_OWN_ATTEMPT, names).one_or_none()
    if row is None:
        raise NotFound
    attempt, quiz, course, percent, extension = row
    return Sitting(quiz, course, personal_settings(quiz, percent, extension), attempt)


_ATTEMPTS = select(Attempt).where(Attempt.user_id == bindparam("user_id")).order_by(Attempt.number)
_ATTEMPTS_AT = _ATTEMPTS.where(Attempt.quiz_id == bindparam("quiz_id"))


def list_attempts(user_id: str, quiz_id: str) -> Sequence[Attempt]:
    """A student's attempts at a quiz, the oldest first."""
    return db.session.scalars(_ATTEMPTS_AT, {"user_id": user_id, "quiz_id": quiz_id}).all()


def list_all_attempts(user_id: str) -> Sequence[Attempt]:
    """A student's attempts at every quiz, the oldest first."""
    return db.session.scalars(_ATTEMPTS, {"user_id": user_id}).all()


_STORED = select(
    Response.attempt_id,
    Response.slot,
    Response.answer,
    Response.is_to_revisit,
    Response.saved_at,
    Response.earned,
    Response.needs_marking,
    Response.revision,
)
_STORED_OF_ONE = _STORED.where(Response.attempt_id == bindparam("attempt_id"))
_STORED_OF_MANY = _STORED.where(Response.attempt_id.in_(bindparam("attempt_ids", expanding=True)))


def stored_responses(attempt_ids: Iterable[str]) -> dict[str, dict[int, StoredResponse]]:
    """What is stored for these attempts, by attempt and slot; one query."""
    found: dict[str, dict[int, StoredResponse]] = {attempt_id: {} for attempt_id in attempt_ids}
    if not found:
        return found
    if len(found) == 1:
        rows = find_rows(_STORED_OF_ONE, {"attempt_id": next(iter(found))})
    else:
        rows = find_rows(_STORED_OF_MANY, {"attempt_ids": list(found)})
    for attempt_id, slot, answer, revisit, saved_at, earned, needs_marking, revision in rows:
        found[attempt_id][slot] = StoredResponse(
            slot, tuple(answer), revisit, saved_at, earned, needs_marking, revision
        )
    return found


def last_revision(attempt: Attempt, responses: Mapping[int, StoredResponse]) -> int:
    """Which save changed the attempt last; saves by scripts note it with their answers alone."""
    return max([attempt.revision, *(response.revision for response in responses.values())])


_UNFINISHED = (
    select(Response.attempt_id, Response.answer)
    .join(Attempt, Attempt.id == Response.attempt_id)
    .where(Attempt.user_id == bindparam("user_id"), Attempt.submitted_at.is_(None))
)


def count_answers(user_id: str) -> dict[str, int]:
    """How many questions a student has answered so far in each unfinished attempt."""
    rows = find_rows(_UNFINISHED, {"user_id": user_id})
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


def ending_by_clock(attempt: Attempt, settings: QuizSettings, now: datetime) -> Ending | None:
    """How an attempt ended if its time and grace have passed; else None.

    `settings`: as they hold for this person.
    """
    deadline = rules.deadline(settings, attempt.started_at)
    if deadline is None or rules.timing(deadline, settings, now) is rules.Timing.ON_TIME:
        return None
    return Ending(attempt, max(deadline, attempt.started_at), ran_out=True)
