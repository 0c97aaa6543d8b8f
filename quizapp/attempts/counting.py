"""What is counted of stored attempts, and which of a student's attempts count."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Text, cast, select

from quizapp.attempts import rules
from quizapp.attempts.models import Attempt, Response
from quizapp.attempts.queries import StoredResponse
from quizapp.attempts.scoring import millionths
from quizapp.attempts.tallies import (
    BLANK,
    LONGEST_TEXT,
    UNMARKED,
    CountedAnswer,
    CountedAttempt,
    Pool,
    spent,
)
from quizapp.columns import MILLION
from quizapp.extensions import db
from quizapp.question_types.base import Answer
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.rules import Counts
from quizapp.quizzes.slots import PublishedSlot

SHORT = 100  # characters of answers whose parts are remembered
REMEMBERED = 20_000
Parts = tuple[tuple[str, ...], tuple[str, ...]]  # choices and texts
_parts: dict[tuple[str, Answer | str], Parts] = {}


class Submitted(NamedTuple):
    """What of a submitted attempt matters here."""

    id: str
    quiz_id: str
    user_id: str
    number: int
    version: int
    started_at: datetime
    submitted_at: datetime
    possible: int  # millionths, as all points
    earned: int
    unmarked: int

    @property
    def score(self) -> rules.AttemptScore:
        """What it earned so far."""
        return rules.AttemptScore(Fraction(self.earned, MILLION), Fraction(self.possible, MILLION))


class Given(NamedTuple):
    """An answer with what it earned."""

    slot: int
    answer: Answer | str  # or as it is stored
    saved_at: datetime | None
    earned: int


def submitted(attempt: Attempt) -> Submitted:
    """The values of a submitted attempt."""
    assert attempt.submitted_at is not None
    values = {name: getattr(attempt, name) for name in Submitted._fields}
    return Submitted(**{**values, "earned": attempt.earned or 0})


def load_submitted(quiz_id: str, user_ids: Sequence[str]) -> list[Submitted]:
    """The submitted attempts of these students, as they are stored; one query."""
    columns = [getattr(Attempt, name) for name in Submitted._fields]
    rows = db.session.execute(
        select(*columns).where(
            Attempt.quiz_id == quiz_id,
            Attempt.user_id.in_(user_ids),
            Attempt.submitted_at.is_not(None),
        )
    )
    return [Submitted(*row) for row in rows]


def load_counted(attempts: Sequence[Submitted]) -> dict[str, CountedAttempt]:
    """What is counted of each of these attempts; one query."""
    given: dict[str, list[Given]] = {attempt.id: [] for attempt in attempts}
    rows = db.session.execute(
        select(
            Response.attempt_id,
            Response.slot,
            cast(Response.answer, Text),
            Response.saved_at,
            Response.earned,
        ).where(Response.attempt_id.in_(given), Response.earned.is_not(None))
    )
    for attempt_id, slot, answer, saved_at, earned in rows:
        given[attempt_id].append(Given(slot, answer, saved_at, earned or 0))
    return {attempt.id: counted_attempt(attempt, given[attempt.id]) for attempt in attempts}


def give(responses: Mapping[int, StoredResponse], earned: Mapping[int, int]) -> list[Given]:
    """Answers that were just graded; `earned` by slot, without what was left out of the score."""
    nothing = StoredResponse(slot=0)
    found = ((slot, responses.get(slot, nothing), points) for slot, points in earned.items())
    return [Given(slot, each.answer, each.saved_at, points) for slot, each, points in found]


def counted_attempt(attempt: Submitted, given: Sequence[Given]) -> CountedAttempt:
    """What is counted of a submitted attempt."""
    started_at = attempt.started_at.timestamp()
    seconds = int(attempt.submitted_at.timestamp() - started_at)
    if attempt.unmarked:
        return CountedAttempt(attempt.possible, UNMARKED, seconds)
    saved = {each.slot: each.saved_at.timestamp() for each in given if each.saved_at}
    times, slots = spent(started_at, saved), _slots(attempt.quiz_id, attempt.version)
    answers = tuple(_counted(*slots[each.slot], each, times) for each in given)
    return CountedAttempt(attempt.possible, attempt.earned, seconds, answers)


@lru_cache(256)
def _slots(quiz_id: str, version: int) -> Mapping[int, tuple[PublishedSlot, int]]:
    """By number: the slots of a version, and what they are worth in millionths."""
    return {slot.number: (slot, millionths(slot.points)) for slot in load_slots(quiz_id, version)}


def _counted(
    slot: PublishedSlot, points: int, given: Given, times: Mapping[int, float]
) -> CountedAnswer:
    choices, texts = _known_parts(slot, given.answer)
    seconds = times.get(slot.number)
    return CountedAnswer(
        slot.question.id,
        points,
        given.earned,
        choices,
        texts,
        None if seconds is None else int(seconds),
    )


def _known_parts(slot: PublishedSlot, answer: Answer | str) -> Parts:
    """Choices and texts in an answer; most answers have been given before."""
    key = (slot.digest, answer)
    known = _parts.get(key)
    if known is None:
        read = tuple(json.loads(answer)) if isinstance(answer, str) else answer
        known = _split(slot, read)
        if sum(map(len, answer)) <= SHORT:
            if len(_parts) >= REMEMBERED:
                _parts.clear()
            _parts[key] = known
    return known


def _split(slot: PublishedSlot, answer: Answer) -> Parts:
    body = slot.question.body
    if body.is_blank(answer):
        return (BLANK,), ()
    return body.chosen(answer), tuple(_storable(text) for text in body.writings(answer))


def _storable(text: str) -> str:
    """What every database takes as text."""
    return text[:LONGEST_TEXT].replace("\0", "").encode(errors="replace").decode()


def pools_of(attempts: Sequence[Submitted], counts: Counts) -> dict[str, int]:
    """The pool of each submitted attempt of one student at a quiz, the oldest first.

    Where the average counts, all of them do.
    """
    at = 0 if len(attempts) == 1 else rules.counted([each.score for each in attempts], counts)
    return {
        attempt.id: (Pool.FIRST if attempt.number == 1 else Pool.OTHER)
        | (Pool.COUNTED if at in (None, place) else Pool.OTHER)
        for place, attempt in enumerate(attempts)
    }


def by_student(attempts: Iterable[Submitted]) -> dict[str, list[Submitted]]:
    """Each student's attempts, the oldest first."""
    found: dict[str, list[Submitted]] = defaultdict(list)
    for attempt in sorted(attempts, key=lambda attempt: attempt.number):
        found[attempt.user_id].append(attempt)
    return found
