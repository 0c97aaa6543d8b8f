"""Starting, saving, submitting and settling attempts; each verb is one transaction."""

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial

from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError

from quizapp.accounts.audit import Act, record
from quizapp.attempts import answers, late, paging, queries, rules
from quizapp.attempts.answers import Change, ChosenReading, Given, Stored
from quizapp.attempts.entry import is_let_in
from quizapp.attempts.finishing import finish
from quizapp.attempts.late import Arrival
from quizapp.attempts.layout import draw_layout
from quizapp.attempts.models import AnswerLog, Attempt, Place, Response
from quizapp.attempts.overdue import Batch, find_overdue, list_overdue
from quizapp.attempts.queries import Ending, Seat, Sitting, StoredResponse
from quizapp.attempts.scoring import most
from quizapp.columns import random_id
from quizapp.errors import NotFound
from quizapp.extensions import db, transaction
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.questions import load_slots

A_FEW = 20  # overdue attempts that one student's write settles beside its own work
MANY = 200  # how many one transaction settles at most, so that savers don't wait long
FindChanges = Callable[[Mapping[int, Stored]], list[Change]]

FORM = ""  # the device that the answer log names for a form sent without scripts


def start(student_id: str, quiz_id: str, now: datetime, *, code: str = "") -> str:
    """The id of the student's unfinished attempt, begun now if there is none.

    Raises NotFound, NotOpenYet, QuizClosed, NoAttemptsLeft or, where a quiz asks for a code,
    WrongCode and TooMany.
    """
    try:
        attempt_id = _start(student_id, quiz_id, now, code)
    except IntegrityError:  # the same student began it elsewhere in this very moment
        attempt_id = _start(student_id, quiz_id, now, code)
    if attempt_id is None:
        raise rules.WrongCode
    return attempt_id


@transaction
def _start(student_id: str, quiz_id: str, now: datetime, code: str) -> str | None:
    """None: the code is wrong, which is written down."""
    seat = queries.find_seat(student_id, quiz_id)
    attempts = queries.list_attempts(student_id, quiz_id)
    _settle_beside(seat, attempts, now)
    unfinished = [attempt.id for attempt in attempts if attempt.submitted_at is None]
    if unfinished:
        return unfinished[0]
    refusal = rules.may_start(seat.settings, len(attempts), now)
    if refusal is not None:
        raise refusal()
    if not is_let_in(seat.quiz, student_id, code, now):
        return None
    attempt = _new_attempt(seat, student_id, len(attempts) + 1, now)
    db.session.add(attempt)
    record(Act.ATTEMPT_STARTED, f"attempt {attempt.id}", now, by=student_id)
    db.session.flush()
    return attempt.id


def _new_attempt(seat: Seat, student_id: str, number: int, now: datetime) -> Attempt:
    slots = load_slots(seat.quiz.id, seat.quiz.version)
    seed = secrets.token_hex(16)
    drawn = draw_layout(slots, seat.settings, seed)
    return Attempt(
        id=random_id(),
        quiz_id=seat.quiz.id,
        user_id=student_id,
        number=number,
        version=seat.quiz.version,
        seed=seed,
        layout=[Place(slot=place.slot, order=list(place.order)) for place in drawn],
        started_at=now,
        possible=most(slots, [place.slot for place in drawn]),
    )


def save_responses(
    student_id: str, attempt_id: str, given: Mapping[int, Given], now: datetime, *, go_to: int = 0
) -> None:
    """Store what a form sent, by the numbers of the questions on the student's page.

    Only what changed is written. `go_to` is the question asked for next: in a fixed order that is
    the step from which there is no way back. Raises NotFound, AlreadySubmitted, NoGoingBack or,
    after what came too late is stored as late, TimeIsUp.
    """
    find = partial(answers.find_changes, given)
    if not _change(student_id, attempt_id, find, now, go_to=go_to):
        raise rules.TimeIsUp


def choose_readings(
    student_id: str, attempt_id: str, chosen: Sequence[ChosenReading], now: datetime
) -> None:
    """Store which reading of a number is meant. Raises as `save_responses`."""
    find = partial(answers.choose_readings, chosen)
    if not _change(student_id, attempt_id, find, now):
        raise rules.TimeIsUp


@transaction
def submit(student_id: str, attempt_id: str, now: datetime) -> str:
    """Grade the attempt and return its receipt; asked twice, the same one.

    Past deadline and grace it ends as it stood at the deadline. Raises NotFound.
    """
    sitting = queries.find_sitting(student_id, attempt_id, lock=True)
    if sitting.attempt.receipt is None:
        ending = sitting.ending_by_clock(now) or Ending(sitting.attempt, now)
        others = list_overdue(sitting.quiz, now, A_FEW)
        finish([ending, *(other for other in others if other.attempt is not sitting.attempt)])
        record(Act.ATTEMPT_SUBMITTED, f"attempt {attempt_id}", now, by=student_id)
    assert sitting.attempt.receipt is not None
    return sitting.attempt.receipt


def settle(quiz_id: str, now: datetime) -> int:
    """Grade every attempt at a quiz whose time has run out, and return how many there were.

    Staff pages and exports call it before they read; asked twice, it finds nothing.
    """
    settled = 0
    last: str | None = ""
    while last is not None:
        batch = _settle_many(quiz_id, last, now)
        settled, last = settled + len(batch.endings), batch.last
    return settled


@transaction
def _settle_many(quiz_id: str, after: str, now: datetime) -> Batch:
    quiz = db.session.get(Quiz, quiz_id)
    if quiz is None:
        raise NotFound
    batch = find_overdue(quiz, now, MANY, after=after)
    finish(batch.endings)
    return batch


def find_sitting(student_id: str, attempt_id: str, now: datetime) -> Sitting:
    """The student's own attempt for a page; if its time has run out it is settled first."""
    sitting = queries.find_sitting(student_id, attempt_id)
    if sitting.ending_by_clock(now) is None:
        return sitting
    settle_own(student_id, sitting.quiz.id, now)
    return queries.find_sitting(student_id, attempt_id)


@transaction
def settle_own(student_id: str, quiz_id: str, now: datetime) -> None:
    """Settle the student's own attempt at a quiz if its time has run out."""
    seat = queries.find_seat(student_id, quiz_id)
    _settle_beside(seat, queries.list_attempts(student_id, quiz_id), now)


@transaction
def _change(
    student_id: str, attempt_id: str, find: FindChanges, now: datetime, *, go_to: int = 0
) -> bool:
    """Write what `find` makes of the stored answers; False: too late, and kept as late."""
    sitting = queries.find_sitting(student_id, attempt_id, lock=True)
    attempt, kind = sitting.attempt, sitting.settings.paging
    responses = queries.stored_responses([attempt_id])[attempt_id]
    if late.is_over(sitting, now):
        _keep_late(sitting, find, responses, now)
        return False
    if attempt.submitted_at is not None:
        raise rules.AlreadySubmitted
    changes = find(_stored(sitting, responses))
    if changes:
        attempt.revision = queries.last_revision(attempt, responses) + 1
        _write(attempt, changes, responses, now)
    if paging.steps_on(kind, attempt.furthest, go_to, len(attempt.layout)):
        attempt.furthest = go_to
    return True


def _keep_late(
    sitting: Sitting, find: FindChanges, responses: Mapping[int, StoredResponse], now: datetime
) -> None:
    """A form's late answers, compared with what came late before."""
    attempt = sitting.attempt
    present = late.overlay(attempt.id, responses)
    changes = [change for change in find(_stored(sitting, present)) if change.is_new_answer]
    attempt.revision = queries.last_revision(attempt, responses) + 1
    late.store(
        sitting,
        [Arrival(change.slot, change.answer, FORM, attempt.revision) for change in changes],
        now,
    )


def _stored(sitting: Sitting, responses: Mapping[int, StoredResponse]) -> dict[int, Stored]:
    nothing, kind = StoredResponse(slot=0), sitting.settings.paging
    placed = [(place, responses.get(place.slot.number, nothing)) for place in sitting.places()]
    return {
        place.number: Stored(
            slot=place.slot.number,
            body=place.slot.question.body,
            order=place.order,
            answer=response.answer,
            is_to_revisit=response.is_to_revisit,
            is_open=paging.may_answer(kind, place.number, sitting.attempt.furthest),
        )
        for place, response in placed
    }


def _write(
    attempt: Attempt,
    changes: Sequence[Change],
    responses: Mapping[int, StoredResponse],
    now: datetime,
) -> None:
    """Two statements for the responses, one for the log, however many changed."""
    rows = [_response_row(attempt, change, responses.get(change.slot), now) for change in changes]
    present = [row for row in rows if row["slot"] in responses]
    new = [row for row in rows if row["slot"] not in responses]
    log = [
        {
            "attempt_id": attempt.id,
            "slot": change.slot,
            "device": FORM,
            "number": attempt.revision,
            "answer": list(change.answer),
            "arrived_at": now,
        }
        for change in changes
        if change.is_new_answer
    ]
    if present:
        db.session.execute(update(Response), present)
    if new:
        db.session.execute(insert(Response), new)
    if log:
        db.session.execute(insert(AnswerLog), log)


def _response_row(
    attempt: Attempt, change: Change, before: StoredResponse | None, now: datetime
) -> dict[str, object]:
    saved_before = before.saved_at if before else None
    return {
        "attempt_id": attempt.id,
        "slot": change.slot,
        "answer": list(change.answer),
        "is_to_revisit": change.is_to_revisit,
        "saved_at": now if change.is_new_answer else saved_before,
        "revision": attempt.revision,
        "device": FORM,
    }


def _settle_beside(seat: Seat, own: Iterable[Attempt], now: datetime) -> None:
    """Settle the student's own overdue attempt and a few of others."""
    unfinished = [attempt for attempt in own if attempt.submitted_at is None]
    endings = [queries.ending_by_clock(attempt, seat.settings, now) for attempt in unfinished]
    others = list_overdue(seat.quiz, now, A_FEW)
    finish(
        [
            *(ending for ending in endings if ending is not None),
            *(ending for ending in others if ending.attempt not in unfinished),
        ]
    )
