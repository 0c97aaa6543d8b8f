"""Answers that arrive after the end: kept as late, and counted only once staff accept them.

These are parts of verbs: they work inside their transactions and never commit. Both ways to save,
the form and the JSON endpoint, end here when `Sitting.ending_by_clock` says that time is up or the
attempt has run out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import insert, select, tuple_

from quizapp.attempts import queries
from quizapp.attempts.finishing import finish
from quizapp.attempts.models import AnswerLog, LateAnswer
from quizapp.attempts.moments import last_moments
from quizapp.attempts.queries import Sitting, StoredResponse
from quizapp.extensions import db
from quizapp.question_types.base import Answer
from quizapp.quizzes.rules import Part, shown

TELLING = frozenset({Part.MARKS, Part.FEEDBACK, Part.KEY})  # they tell right from wrong


@dataclass(frozen=True)
class Arrival:
    """An answer as it arrived: the device and its number name it, so that a repeat is known."""

    slot: int
    answer: Answer
    device: str
    number: int


def is_over(sitting: Sitting, now: datetime) -> bool:
    """Whether the attempt has ended by the clock: what arrives now is late.

    What arrives after its student has submitted it by hand isn't: that end was chosen.
    """
    attempt = sitting.attempt
    return attempt.ran_out or sitting.ending_by_clock(now) is not None


def store(sitting: Sitting, arrivals: Iterable[Arrival], now: datetime) -> int:
    """Keep what came too late, and return how many answers that were; settles the attempt.

    An answer that was logged before, as late or in time, isn't late: its reply was lost. One that
    changes nothing isn't kept either.
    """
    ending = sitting.ending_by_clock(now)
    if ending is not None:
        finish([ending])
    attempt_id = sitting.attempt.id
    new = _unlogged(attempt_id, list(arrivals))
    present = overlay(attempt_id, queries.stored_responses([attempt_id])[attempt_id])
    changed = [each for each in new if each.answer != _answer(present, each.slot)]
    if changed:
        key_visible = could_see_key(sitting, now)
        rows = [_row(attempt_id, arrival, now) for arrival in changed]
        db.session.execute(insert(AnswerLog), rows)
        db.session.execute(
            insert(LateAnswer), [{**row, "key_visible": key_visible} for row in rows]
        )
    return len(changed)


def overlay(attempt_id: str, responses: Mapping[int, StoredResponse]) -> dict[int, StoredResponse]:
    """The stored answers with the newest late ones, decided on or not, in their places."""
    present = dict(responses)
    late = db.session.execute(
        select(LateAnswer.slot, LateAnswer.answer)
        .where(LateAnswer.attempt_id == attempt_id)
        .order_by(LateAnswer.arrived_at, LateAnswer.number)
    )
    for slot, answer in late:
        before = present.get(slot, StoredResponse(slot))
        present[slot] = replace(before, answer=tuple(answer))
    return present


def could_see_key(sitting: Sitting, now: datetime) -> bool:
    """Whether this student, the attempt being over, could see right from wrong by now."""
    moment = last_moments([sitting])[sitting.quiz.id]
    return bool(shown(sitting.settings.feedback, now, moment, submitted=True) & TELLING)


def _unlogged(attempt_id: str, arrivals: Sequence[Arrival]) -> list[Arrival]:
    names = [(each.slot, each.device, each.number) for each in arrivals]
    key = tuple_(AnswerLog.slot, AnswerLog.device, AnswerLog.number)
    found = db.session.execute(
        select(AnswerLog.slot, AnswerLog.device, AnswerLog.number).where(
            AnswerLog.attempt_id == attempt_id, key.in_(names)
        )
    )
    logged = {tuple(row) for row in found}
    return [each for each, name in zip(arrivals, names, strict=True) if name not in logged]


def _answer(responses: Mapping[int, StoredResponse], slot: int) -> Answer:
    return responses[slot].answer if slot in responses else ()


def _row(attempt_id: str, arrival: Arrival, now: datetime) -> dict[str, object]:
    return {
        "attempt_id": attempt_id,
        "slot": arrival.slot,
        "device": arrival.device,
        "number": arrival.number,
        "answer": list(arrival.answer),
        "arrived_at": now,
    }
