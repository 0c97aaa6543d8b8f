"""What files ask the database: attempts a few students at a time, so that memory stays small."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

from sqlalchemy import func, select

from quizapp.accounts.models import User
from quizapp.attempts.hidden_names import number_students
from quizapp.attempts.models import AnswerLog, Attempt
from quizapp.attempts.queries import StoredResponse, stored_responses
from quizapp.attempts.rules import AttemptScore
from quizapp.attempts.tallies import spent, whole_seconds
from quizapp.columns import MILLION
from quizapp.courses.models import Enrollment
from quizapp.courses.rules import Role
from quizapp.downloads.records import (
    AskedQuestion,
    GivenAnswer,
    TakenAttempt,
    Taker,
    chosen,
)
from quizapp.extensions import db
from quizapp.insights.statistics import Which
from quizapp.quizzes.corrections import load_rulebook
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.rules import Counts
from quizapp.quizzes.rulings import Ruling
from quizapp.quizzes.slots import PublishedSlot

AT_ONCE = 200  # students
Found = Any  # a row of the query whose name says what it holds


@dataclass(frozen=True)
class Scope:
    """Which attempts a file holds, and how it names people."""

    quiz_id: str
    which: Which = Which.FIRST
    hides_names: bool = False


def list_questions(quiz: Quiz) -> tuple[AskedQuestion, ...]:
    """The questions of the newest version, then others that somebody has submitted an answer to.

    A question whose text, key or points changed stands there once for each way it was asked.
    """
    used = select(Attempt.version).distinct().where(Attempt.quiz_id == quiz.id)
    versions = {quiz.version, *db.session.scalars(used.where(Attempt.submitted_at.is_not(None)))}
    rulebook = load_rulebook(quiz.id)
    asked: dict[tuple[str, str], list[int]] = defaultdict(list)
    found: dict[tuple[str, str], tuple[PublishedSlot, Ruling | None]] = {}
    for version in sorted(versions, reverse=True):
        rulings = rulebook.newest(version)
        for slot in load_slots(quiz.id, version):
            key = (slot.question.id, slot.digest)
            found.setdefault(key, (slot, rulings.get(slot.number)))
            asked[key].append(version)
    return tuple(
        AskedQuestion(slot, tuple(sorted(asked[key])), quiz.version in asked[key], ruling)
        for key, (slot, ruling) in found.items()
    )


def count_attempts(scope: Scope) -> int:
    """How many submitted attempts there are, chosen or not."""
    found = select(func.count()).select_from(Attempt).where(*_submitted(scope.quiz_id))
    return db.session.scalar(found) or 0


def read_attempts(scope: Scope, *, with_times: bool) -> Iterator[TakenAttempt]:
    """The attempts, by name, or by number where names are hidden; a few students at a time.

    `with_times`: whether to look into the answer log for how long each answer took.
    """
    quiz = db.session.get_one(Quiz, scope.quiz_id)
    course_id, counts, grace = quiz.course_id, Counts(quiz.counts), timedelta(seconds=quiz.grace)
    takers = _list_takers(scope.quiz_id)
    numbers = number_students(quiz) if scope.hides_names else {}
    takers = sorted(takers, key=numbers.__getitem__) if numbers else takers
    for start in range(0, len(takers), AT_ONCE):
        some = takers[start : start + AT_ONCE]
        people = _load_people(course_id, some)
        rows = _choose(_load_rows(scope.quiz_id, some), counts, scope.which)
        ids = [row.id for own in rows.values() for row, _ in own]
        stored, log = stored_responses(ids), _load_log(ids) if with_times else {}
        for user_id in some:
            taker = _taker(people[user_id], numbers.get(user_id, 0))
            for row, is_counted in rows.get(user_id, ()):
                end = row.submitted_at + grace
                times = _times(row.started_at, log.get(row.id, ()), end)
                yield _attempt(row, taker, is_counted, _answers(row, stored[row.id], times))
        db.session.rollback()  # a slow reader holds no transaction


def _times(
    started_at: datetime, log: Iterable[tuple[datetime, int]], end: datetime
) -> dict[int, int]:
    """Whole seconds for each slot that was answered, without what arrived after the end."""
    took = spent(started_at, sorted(arrival for arrival in log if arrival[0] <= end))
    return {slot: whole_seconds(length) for slot, length in took.items()}


def _submitted(quiz_id: str) -> tuple[Any, ...]:
    return Attempt.quiz_id == quiz_id, Attempt.submitted_at.is_not(None)


def _list_takers(quiz_id: str) -> Sequence[str]:
    """Who has submitted an attempt, by name."""
    return db.session.scalars(
        select(User.id)
        .where(User.id.in_(select(Attempt.user_id).where(*_submitted(quiz_id))))
        .order_by(func.lower(User.name), User.id)
    ).all()


def _load_people(course_id: str, user_ids: Sequence[str]) -> dict[str, Found]:
    rows = db.session.execute(
        select(User.id, User.name, User.login, Enrollment.student_number, Enrollment.role)
        .outerjoin(
            Enrollment, (Enrollment.course_id == course_id) & (Enrollment.user_id == User.id)
        )
        .where(User.id.in_(user_ids))
    )
    return {row.id: row for row in rows}


def _taker(person: Found, hidden: int) -> Taker:
    """`hidden`: the number in place of the name; 0 where names show."""
    in_course = person.role == Role.STUDENT
    if hidden:
        return Taker(f"Student {hidden}", "", "", in_course)
    return Taker(person.name, person.login, person.student_number or "", in_course)


def _load_rows(quiz_id: str, user_ids: Sequence[str]) -> Sequence[Found]:
    return db.session.execute(
        select(
            Attempt.id, Attempt.quiz_id, Attempt.user_id, Attempt.number, Attempt.version,
            Attempt.started_at, Attempt.submitted_at, Attempt.ran_out,
            Attempt.earned, Attempt.possible, Attempt.unmarked,
        )
        .where(*_submitted(quiz_id), Attempt.user_id.in_(user_ids))
        .order_by(Attempt.user_id, Attempt.number)
    ).all()  # fmt: skip


def _choose(
    rows: Sequence[Found], counts: Counts, which: Which
) -> dict[str, list[tuple[Found, bool]]]:
    """By student, those of the attempts that are asked for, and whether each counts."""
    by_student: dict[str, list[Found]] = defaultdict(list)
    for row in rows:
        by_student[row.user_id].append(row)
    found = {}
    for user_id, own in by_student.items():
        scores = [_score(row) for row in own]
        wanted = chosen(scores, counts, which)
        counting = chosen(scores, counts, Which.COUNTED)
        found[user_id] = [(row, at in counting) for at, row in enumerate(own) if at in wanted]
    return found


def _score(row: Found) -> AttemptScore:
    return AttemptScore(
        Fraction(row.earned or 0, MILLION),
        Fraction(row.possible, MILLION),
        Fraction(row.unmarked, MILLION),
    )


def _load_log(attempt_ids: Sequence[str]) -> dict[str, list[tuple[Any, int]]]:
    rows = db.session.execute(
        select(AnswerLog.attempt_id, AnswerLog.arrived_at, AnswerLog.slot).where(
            AnswerLog.attempt_id.in_(attempt_ids)
        )
    )
    log: dict[str, list[tuple[Any, int]]] = defaultdict(list)
    for attempt_id, arrived_at, slot in rows:
        log[attempt_id].append((arrived_at, slot))
    return log


def _answers(
    row: Found, stored: Mapping[int, StoredResponse], times: Mapping[int, int]
) -> tuple[GivenAnswer, ...]:
    """Those to the questions that were in this attempt, in the order of the quiz."""
    slots = load_slots(row.quiz_id, row.version)
    pairs = [(slot, stored[slot.number]) for slot in slots if slot.number in stored]
    return tuple(_given(slot, each, times.get(slot.number)) for slot, each in pairs)


def _given(slot: PublishedSlot, stored: StoredResponse, seconds: int | None) -> GivenAnswer:
    is_left_out = stored.earned is None and not stored.needs_marking
    is_decided = stored.earned is not None and not stored.needs_marking
    return GivenAnswer(
        question_id=slot.question.id,
        answer=stored.answer,
        earned=Fraction(stored.earned or 0, MILLION) if is_decided else None,
        possible=Fraction(0) if is_left_out else slot.points,
        seconds=seconds,
    )


def _attempt(
    row: Found, taker: Taker, is_counted: bool, answers: tuple[GivenAnswer, ...]
) -> TakenAttempt:
    score = _score(row)
    return TakenAttempt(
        taker=taker,
        number=row.number,
        started_at=row.started_at,
        submitted_at=row.submitted_at,
        ran_out=row.ran_out,
        counts=is_counted,
        earned=score.earned,
        possible=score.possible,
        unmarked=score.unmarked,
        answers=answers,
    )
