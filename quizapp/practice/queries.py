"""What practice asks the database about quizzes and people: who may practice what, and why not."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import CompoundSelect, bindparam, or_, select, union
from sqlalchemy.orm import aliased, joinedload

from quizapp.accounts.queries import Visitor
from quizapp.attempts import queries as attempts
from quizapp.attempts.models import Attempt
from quizapp.attempts.moments import last_moments
from quizapp.attempts.queries import Seat
from quizapp.columns import UtcDateTime
from quizapp.courses.access import get_enrollment, role_of
from quizapp.courses.rules import STAFF, Action
from quizapp.errors import NotFound
from quizapp.extensions import db, find_rows
from quizapp.practice import rules
from quizapp.practice.rules import Access, GradedUse
from quizapp.quizzes.models import Extension, Quiz, QuizPart, Slot

LONG_OVER = timedelta(days=366)  # no extra time moves a closing by as much


@dataclass(frozen=True)
class Practice:
    """A quiz as one person may practice it."""

    user_id: str
    quiz: Quiz
    access: Access
    opens_at: datetime | None  # when it is kept back and that is known
    is_yours: bool  # this person may still be graded in this very quiz
    attempt: Attempt | None  # the last that this person submitted
    version: int  # whose questions are practiced
    has_run_out: bool  # an own attempt at it is over, but not graded yet
    is_staff: bool = False  # they may look at any time, for they may read the bank

    @property
    def is_open(self) -> bool:
        """Whether this person may practice now."""
        return self.is_staff or self.access is Access.OPEN


@dataclass(frozen=True)
class Person:
    """What is particular to one person: the quizzes they may take, and all their attempts."""

    user_id: str
    seats: Mapping[str, Seat]
    attempts: Mapping[str, Sequence[Attempt]]

    def may_still_take(self, quiz_id: str, now: datetime) -> bool:
        """Whether they may be graded in the quiz, now or later."""
        seat = self.seats.get(quiz_id)
        if seat is None:
            return False
        used = len(self.attempts.get(quiz_id, ()))
        unfinished = self._unfinished(quiz_id)
        is_taking = bool(unfinished) and not self.has_run_out(quiz_id, now)
        return rules.may_still_take(seat.settings, used, now, is_taking=is_taking)

    def has_run_out(self, quiz_id: str, now: datetime) -> bool:
        """Whether an attempt is over by the clock, and nobody has written that down yet."""
        seat = self.seats.get(quiz_id)
        return seat is not None and any(
            attempts.ending_by_clock(attempt, seat.settings, now) is not None
            for attempt in self._unfinished(quiz_id)
        )

    def _unfinished(self, quiz_id: str) -> list[Attempt]:
        """At most one."""
        return [each for each in self.attempts.get(quiz_id, ()) if each.submitted_at is None]

    def last_submitted(self, quiz_id: str) -> Attempt | None:
        """The attempt whose result they saw last."""
        submitted = [each for each in self.attempts.get(quiz_id, ()) if each.submitted_at]
        return submitted[-1] if submitted else None


@dataclass(frozen=True)
class Asked:
    """A quiz whose practice somebody asks for."""

    user_id: str
    quiz: Quiz
    is_staff: bool  # in its course
    seat: Seat | None = None  # of whoever may take it

    def may_be_open(self, now: datetime) -> bool:
        """Whether neither the settings nor the times of the quiz itself keep its questions back."""
        moment = last_moments([Seat(self.quiz, self.quiz.course, self.quiz.settings)])
        own = GradedUse(self.quiz.settings, moment[self.quiz.id], is_yours=False)
        return self.is_staff or rules.access(own, (), now) is Access.OPEN


def find_practice(user: Visitor, quiz_id: str, now: datetime) -> Practice:
    """The quiz as `user` may practice it; raises NotFound unless they are in its course."""
    return _complete(_find_quiz(user, quiz_id), now)


def find_open_practice(
    user: Visitor, quiz_id: str, now: datetime, seat: Seat | None = None
) -> Practice | None:
    """The same, or None while they may not; for most quizzes their own times tell that at once."""
    asked = _find_quiz(user, quiz_id, seat)
    practice = _complete(asked, now) if asked.may_be_open(now) else None
    return practice if practice is not None and practice.is_open else None


def _find_quiz(user: Visitor, quiz_id: str, seat: Seat | None = None) -> Asked:
    """One query for whoever may take it, and none if their seat is known."""
    if not user.is_administrator:
        with suppress(NotFound):
            seat = seat or attempts.find_seat(user.id, quiz_id)
            return Asked(user.id, seat.quiz, is_staff=False, seat=seat)
    quiz = db.session.get(Quiz, quiz_id, options=[joinedload(Quiz.course)])
    if quiz is None or quiz.version == 0:
        raise NotFound
    enrollment = get_enrollment(user, quiz.course_id, Action.SEE_COURSE)
    return Asked(user.id, quiz, is_staff=role_of(user, enrollment) in STAFF)


def _complete(asked: Asked, now: datetime) -> Practice:
    """Other quizzes of this person aren't looked at where none asks the same questions."""
    quiz_id, seat = asked.quiz.id, asked.seat
    related = _list_related([quiz_id], now)
    if seat is not None and related.get(quiz_id, set()) <= {quiz_id}:
        own = attempts.list_attempts(asked.user_id, quiz_id)
        person = Person(asked.user_id, {quiz_id: seat}, {quiz_id: own})
    else:
        person = find_person(asked.user_id)
    (practice,) = _find_practices(person, [asked.quiz], related, now)
    return replace(practice, is_staff=asked.is_staff)


def list_practices(user_id: str, now: datetime) -> list[Practice]:
    """Every quiz that this person may take, as they may practice it, the newest first."""
    person = find_person(user_id)
    quizzes = [seat.quiz for seat in person.seats.values()][::-1]
    return _find_practices(person, quizzes, _list_related([quiz.id for quiz in quizzes], now), now)


def find_person(user_id: str) -> Person:
    """What is particular to this person; two queries."""
    own: dict[str, list[Attempt]] = {}
    for attempt in attempts.list_all_attempts(user_id):
        own.setdefault(attempt.quiz_id, []).append(attempt)
    return Person(user_id, {seat.quiz.id: seat for seat in attempts.list_seats(user_id)}, own)


def _find_practices(
    person: Person, quizzes: Sequence[Quiz], related: Mapping[str, set[str]], now: datetime
) -> list[Practice]:
    """A few queries, however many quizzes there are."""
    uses = _find_uses(person, quizzes, related, now)
    return [
        _practice(person, quiz, uses, related.get(quiz.id, set()) - {quiz.id}, now)
        for quiz in quizzes
    ]


def _practice(
    person: Person,
    quiz: Quiz,
    uses: Mapping[str, GradedUse],
    related: Collection[str],
    now: datetime,
) -> Practice:
    own, others = uses[quiz.id], [uses[quiz_id] for quiz_id in related]
    attempt = person.last_submitted(quiz.id)
    # The newest version has the best keys. But while the quiz runs it may ask others what is new,
    # so it is the one that this person's result shows.
    result_decides = attempt is not None and rules.is_running(own, now)
    return Practice(
        user_id=person.user_id,
        quiz=quiz,
        access=rules.access(own, others, now),
        opens_at=rules.opens_at(own, others, now),
        is_yours=own.is_yours,
        attempt=attempt,
        has_run_out=person.has_run_out(quiz.id, now),
        version=attempt.version if attempt and result_decides else quiz.version,
    )


def _find_uses(
    person: Person,
    quizzes: Sequence[Quiz],
    related: Mapping[str, Collection[str]],
    now: datetime,
) -> dict[str, GradedUse]:
    """By quiz: these quizzes and those related to them, as they stand to this person."""
    other_ids = {quiz_id for ids in related.values() for quiz_id in ids}
    other_ids -= {quiz.id for quiz in quizzes}
    seats = [
        Seat(quiz, quiz.course, quiz.settings) for quiz in (*quizzes, *_load_quizzes(other_ids))
    ]
    moments = last_moments(seats)
    return {
        seat.quiz.id: GradedUse(
            settings=seat.settings,
            last_moment=moments[seat.quiz.id],
            is_yours=person.may_still_take(seat.quiz.id, now),
        )
        for seat in seats
    }


def _load_quizzes(quiz_ids: Collection[str]) -> Sequence[Quiz]:
    if not quiz_ids:
        return ()
    wanted = select(Quiz).where(Quiz.id.in_(sorted(quiz_ids)))
    return db.session.scalars(wanted.options(joinedload(Quiz.course))).all()


def _list_related(quiz_ids: Sequence[str], now: datetime) -> dict[str, set[str]]:
    """By quiz: those in which any version asks one of its questions, word for word or by its id.

    Quizzes that have long been over are left out.
    """
    names = {"quiz_ids": list(quiz_ids), "long_ago": now - LONG_OVER}
    found: dict[str, set[str]] = {}
    for quiz_id, related in find_rows(_RELATED, names):
        found.setdefault(quiz_id, set()).add(related)
    return found


def _related() -> CompoundSelect[str, str]:
    """Pairs of quizzes; exact times are looked at later, one by one."""
    own, other, own_part = aliased(Slot), aliased(Slot), aliased(QuizPart)
    long_ago = bindparam("long_ago", type_=UtcDateTime())
    reopened = select(Extension.quiz_id).where(Extension.closes_at > long_ago)
    may_run = or_(Quiz.closes_at.is_(None), Quiz.closes_at > long_ago, Quiz.id.in_(reopened))
    is_wanted = own.quiz_id.in_(bindparam("quiz_ids", expanding=True))
    same_words = (
        select(own.quiz_id, other.quiz_id)
        .join(other, other.digest == own.digest)
        .join(Quiz, Quiz.id == other.quiz_id)
        .where(is_wanted, may_run)
    )
    same_id = (
        select(own.quiz_id, other.quiz_id)
        .join(own_part, own_part.quiz_id == own.quiz_id)
        .join(QuizPart, QuizPart.bank == own_part.bank)
        .join(Quiz, Quiz.id == QuizPart.quiz_id)
        .join(other, (other.quiz_id == Quiz.id) & (other.question_id == own.question_id))
        .where(is_wanted, may_run)
    )
    return union(same_words, same_id)


_RELATED = _related()  # built once, for building it costs more than asking
