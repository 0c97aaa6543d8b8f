"""Checking, skipping and starting over: each adds one step, and none ever changes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import IntegrityError

from quizapp.accounts.queries import Visitor
from quizapp.attempts import service as attempts
from quizapp.errors import Refused, UserError
from quizapp.extensions import db, transaction
from quizapp.practice import queries
from quizapp.practice.models import PracticeStep
from quizapp.practice.queries import Practice
from quizapp.practice.rounds import Round, find_round, shown_order
from quizapp.practice.sequence import Outcome
from quizapp.question_types.base import Answer, Posted
from quizapp.quizzes.slots import PublishedSlot

STARTED_OVER = "started over"


@dataclass(frozen=True)
class Scope:
    """What is practiced: all questions of a quiz, or those missed in the last result."""

    quiz_id: str
    only_missed: bool = False


@dataclass(frozen=True)
class Checked:
    """What a form sent for the question it showed."""

    number: int  # of the step that it makes
    values: Posted


class PracticeClosed(Refused):
    """The person may not practice this quiz now."""

    def __init__(self) -> None:
        super().__init__("Practice for this quiz isn't open to you now, so nothing was checked.")


class NothingAnswered(UserError):
    """Check was pressed without an answer: the key stays where it is."""

    def __init__(self) -> None:
        super().__init__("Answer the question first, or skip it.")


def find_practice(user: Visitor, quiz_id: str, now: datetime) -> Practice:
    """The quiz as `user` may practice it; an attempt whose time has run out is settled first."""
    practice = queries.find_practice(user, quiz_id, now)
    if not practice.has_run_out:
        return practice
    attempts.settle_own(user.id, quiz_id, now)
    return queries.find_practice(user, quiz_id, now)


def check(user: Visitor, scope: Scope, checked: Checked, now: datetime) -> None:
    """Judge an answer and keep it; raises NotFound, PracticeClosed or NothingAnswered.

    What was stored under the same number before, by a double click or another device, stands.
    """
    _add_step(user, scope, checked.number, lambda played: _judged(played, checked.values), now)


def skip(user: Visitor, scope: Scope, number: int, now: datetime) -> None:
    """Leave the question aside for this round; raises NotFound or PracticeClosed."""
    _add_step(user, scope, number, _skipped, now)


def start_over(user: Visitor, scope: Scope, number: int, now: datetime) -> None:
    """Begin a fresh round, in another order; raises NotFound or PracticeClosed."""
    _add_step(user, scope, number, _started_over, now)


@dataclass(frozen=True)
class NewStep:
    """What is to be stored."""

    slot: int | None
    outcome: str
    answer: Answer = ()


Make = Callable[[Round], NewStep | None]


def _add_step(user: Visitor, scope: Scope, number: int, make: Make, now: datetime) -> None:
    try:
        _add(user, scope, number, make, now)
    except IntegrityError:  # the same person made this step elsewhere in this very moment
        _add(user, scope, number, make, now)


@transaction
def _add(user: Visitor, scope: Scope, number: int, make: Make, now: datetime) -> None:
    practice = queries.find_practice(user, scope.quiz_id, now)
    if not practice.is_open:
        raise PracticeClosed
    played = find_round(practice, only_missed=scope.only_missed)
    new = make(played) if number == played.number else None
    if new is None:
        return
    db.session.add(
        PracticeStep(
            user_id=practice.user_id,
            quiz_id=practice.quiz.id,
            version=practice.version,
            attempt_id=played.attempt_id,
            number=number,
            slot=new.slot,
            answer=list(new.answer),
            outcome=new.outcome,
            at=now,
        )
    )


def _judged(played: Round, values: Posted) -> NewStep | None:
    slot = played.next
    if slot is None:
        return None
    body = slot.question.body
    answer = body.from_post(values, shown_order(played.practice, slot, played.number))
    outcome = judge(slot, answer)
    if body.is_blank(answer) and outcome is not Outcome.COMPARED:
        raise NothingAnswered
    return NewStep(slot.number, outcome, answer)


def judge(slot: PublishedSlot, answer: Answer) -> Outcome:
    """Right is what earns everything; what only a person can tell isn't judged."""
    if slot.is_marked_by_hand:
        return Outcome.COMPARED
    return Outcome.RIGHT if slot.judge(answer).grade.fraction == 1 else Outcome.MISSED


def _skipped(played: Round) -> NewStep | None:
    slot = played.next
    return None if slot is None else NewStep(slot.number, Outcome.SKIPPED)


def _started_over(played: Round) -> NewStep | None:
    return NewStep(None, STARTED_OVER) if played.steps else None
