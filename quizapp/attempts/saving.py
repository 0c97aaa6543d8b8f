"""Saves what a page's script sends: all or nothing, on disk, and once however often it arrives.

By far the most frequent write there is. It uses one connection and three statements: one reads
all that decides, one stores the answers, one logs them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from quizapp.accounts import rules as sign_ins
from quizapp.accounts import service as accounts
from quizapp.accounts.rules import Seen
from quizapp.accounts.sign_ins import hash_token
from quizapp.attempts import late, queries, rules, saving_queries
from quizapp.attempts.answers import Change, Given, Stored, find_changes
from quizapp.attempts.paging import may_answer
from quizapp.attempts.queries import PlacedSlot, Places
from quizapp.attempts.rules import AlreadySubmitted, TimeIsUp, Timing
from quizapp.attempts.saving_json import Malformed, Sent, SentAnswer
from quizapp.attempts.saving_queries import Found, Key
from quizapp.errors import TooMany, UserError
from quizapp.extensions import TRIES, db, may_retry, transaction
from quizapp.question_types.base import Answer
from quizapp.quizzes.rules import Paging

Row = dict[str, object]


@dataclass(frozen=True)
class Saved:
    """What the page may tell its reader, now that everything is on disk."""

    saved_at: datetime | None  # without answers: of the last one stored before; None: nothing is
    zone: str  # of the course
    seconds_left: float | None  # None: there is no end
    revision: int
    is_changed_elsewhere: bool  # another device has changed answers since the revision sent


@dataclass(frozen=True)
class Save:
    """One request that changes something."""

    key: Key
    revision: int  # the attempt's from now on
    now: datetime


@dataclass(frozen=True)
class Fresh:
    """An answer that hasn't been here before, and what it changes."""

    number: int  # by which its device counts
    stored: Stored
    row: Found | None  # None: nothing is stored for the question
    change: Change | None

    @property
    def answer(self) -> Answer:
        """The answer as it is to be stored."""
        return self.change.answer if self.change else self.stored.answer


def save(token: str, attempt_id: str, sent: Sent, now: datetime) -> Saved | None:
    """Store `sent`; None if there is no open attempt of whoever is signed in by `token`.

    A number that a device has sent for a question before, or an older one, changes nothing.
    Raises Malformed or NoGoingBack.
    """
    key = Key(hash_token(token), attempt_id, sent.device)
    places = saving_queries.places(attempt_id)
    for _ in range(TRIES - 1):
        try:
            return _save(key, places, sent, now)
        except DBAPIError as error:
            if not may_retry(error):
                raise
    return _save(key, places, sent, now)


@transaction
def keep_late(student_id: str, attempt_id: str, sent: Sent, now: datetime) -> UserError:
    """Why an attempt takes no answers; what came after the end of its time is kept as late.

    Raises NotFound.
    """
    sitting = queries.find_sitting(student_id, attempt_id, lock=True)
    if late.is_over(sitting, now):
        placed = {place.number: place for place in sitting.places()}
        known = [each for each in sent.answers if each.number in placed]
        late.store(sitting, [_late(each, placed[each.number], sent.device) for each in known], now)
        return TimeIsUp()
    if sitting.attempt.submitted_at is not None:
        return AlreadySubmitted()
    return TooMany("It was opened again in this very moment. Try again.", retry_after=1)


def _late(answer: SentAnswer, place: PlacedSlot, device: str) -> late.Arrival:
    body = place.slot.question.body
    stored = body.from_post(answer.values, place.order)
    kept = () if body.is_blank(stored) else stored
    return late.Arrival(place.slot.number, kept, device, answer.n)


def _save(key: Key, places: Places, sent: Sent, now: datetime) -> Saved | None:
    slots = [places[each.number].slot.number for each in sent.answers if each.number in places]
    with db.engine.connect() as connection:
        connection.execution_options(writes=True)
        rows = saving_queries.check(connection, key, slots)
        if not rows or _has_ended(rows[0], now):
            return None
        settings = saving_queries.personal_times(rows[0])
        deadline = rules.deadline(settings, rows[0].started_at)
        if rules.timing(deadline, settings, now) is Timing.LATE:
            return None
        if len(slots) != len(sent.answers):
            raise Malformed("it answers a question that isn't in this attempt")
        fresh = list(_find_fresh(sent.answers, places, rows))
        revision = _revision(rows[0]) + any(each.change for each in fresh)
        if fresh:
            _write(connection, Save(key, revision, now), fresh)
            connection.commit()  # else nothing was written, and the disk is spared
        saved_at = now if slots else saving_queries.last_arrival(connection, key.attempt_id)
    if now >= rows[0].seen_at + sign_ins.SEEN_EVERY:
        accounts.see(key.token_hash, now)
    return Saved(
        saved_at=saved_at,
        zone=rows[0].zone,
        seconds_left=None if deadline is None else max((deadline - now).total_seconds(), 0),
        revision=revision,
        is_changed_elsewhere=(rows[0].others_revision or 0) > sent.revision,
    )


def _has_ended(found: Found, now: datetime) -> bool:
    """Whether the sign-in has; the attempt is open, so its owner is taking a quiz."""
    seen = Seen(found.seen_at, found.seen_at, found.is_shared)
    return sign_ins.has_ended(seen, now, is_staff=False, is_taking=True)


def _revision(found: Found) -> int:
    last: int = max(found.revision, found.last_revision or 0)
    return last


def _find_fresh(
    answers: Sequence[SentAnswer], places: Places, rows: Sequence[Found]
) -> Iterator[Fresh]:
    """What hasn't been here before; the newest number of a device wins, in whatever order."""
    stored = {row.slot: row for row in rows if row.slot is not None}
    for answer in answers:
        place = places[answer.number]
        row = stored.get(place.slot.number)
        if row is None or answer.n > (row.last_number or 0):
            is_open = may_answer(Paging(rows[0].paging), place.number, rows[0].furthest)
            yield _fresh(answer, row, _stored(place, row, is_open=is_open))


def _stored(place: PlacedSlot, row: Found | None, *, is_open: bool) -> Stored:
    return Stored(
        slot=place.slot.number,
        body=place.slot.question.body,
        order=place.order,
        answer=() if row is None else tuple(row.answer),
        is_to_revisit=row is not None and row.is_to_revisit,
        is_open=is_open,
    )


def _fresh(answer: SentAnswer, row: Found | None, stored: Stored) -> Fresh:
    given = Given(answer.values, answer.is_to_revisit)
    changes = find_changes({answer.number: given}, {answer.number: stored})
    return Fresh(answer.n, stored, row, changes[0] if changes else None)


def _write(connection: Connection, save: Save, fresh: Sequence[Fresh]) -> None:
    """Every one goes to the log, even one that brings what is stored already: its number
    tells an older answer that comes after it. So each has a response beside it."""
    saving_queries.write_log(connection, [_log_row(save, each) for each in fresh])
    changed = [each for each in fresh if each.change or each.row is None]
    if changed:
        saving_queries.write_responses(connection, [_response_row(save, each) for each in changed])


def _log_row(save: Save, fresh: Fresh) -> Row:
    return {
        "attempt_id": save.key.attempt_id,
        "slot": fresh.stored.slot,
        "device": save.key.device,
        "number": fresh.number,
        "answer": list(fresh.answer),
        "arrived_at": save.now,
    }


def _response_row(save: Save, fresh: Fresh) -> Row:
    change, row = fresh.change, fresh.row
    return {
        "attempt_id": save.key.attempt_id,
        "slot": fresh.stored.slot,
        "answer": list(fresh.answer),
        "is_to_revisit": change.is_to_revisit if change else fresh.stored.is_to_revisit,
        "saved_at": save.now if change and change.is_new_answer else row and row.saved_at,
        "needs_marking": False,
        "revision": save.revision if change else 0,
        "device": save.key.device,
    }
