"""What is counted of submitted attempts, and which of a student's attempts count."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from quizapp.attempts import rules
from quizapp.attempts.models import Attempt
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
    whole_seconds,
)
from quizapp.columns import MILLION
from quizapp.question_types.base import Answer
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.rules import Counts
from quizapp.quizzes.slots import PublishedSlot

SHORT = 100  # characters of answers whose parts are remembered
REMEMBERED = 20_000
ALONE = int(Pool.FIRST | Pool.COUNTED)  # of a student's only attempt, the first
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
    answer: Answer
    saved_at: datetime | None
    earned: int


def submitted(attempt: Attempt) -> Submitted:
    """The values of a submitted attempt."""
    assert attempt.submitted_at is not None
    values = {name: getattr(attempt, name) for name in Submitted._fields}
    return Submitted(**{**values, "earned": attempt.earned or 0})


def give(responses: Mapping[int, StoredResponse], earned: Mapping[int, int]) -> list[Given]:
    """Answers that were just graded; `earned` by slot, without what was left out of the score."""
    nothing = StoredResponse(slot=0)
    found = ((slot, responses.get(slot, nothing), points) for slot, points in earned.items())
    return [Given(slot, each.answer, each.saved_at, points) for slot, each, points in found]


def counted_attempt(attempt: Submitted, given: Sequence[Given]) -> CountedAttempt:
    """What is counted of a submitted attempt."""
    seconds = whole_seconds(attempt.submitted_at - attempt.started_at)
    if attempt.unmarked:
        return CountedAttempt(attempt.possible, UNMARKED, seconds)
    arrivals = sorted((each.saved_at, each.slot) for each in given if each.saved_at)
    took = spent(attempt.started_at, arrivals)
    counted = {
        each.slot: counted_answer(
            attempt.quiz_id, attempt.version, each.slot, each.answer, each.earned
        )
        for each in given
    }
    answers = tuple(
        replace(answer, seconds=whole_seconds(took[slot])) if slot in took else answer
        for slot, answer in counted.items()
    )
    return CountedAttempt(attempt.possible, attempt.earned, seconds, answers)


@lru_cache(256)
def _slots(quiz_id: str, version: int) -> Mapping[int, tuple[PublishedSlot, int]]:
    """By number: the slots of a version, and what they are worth in millionths."""
    return {slot.number: (slot, millionths(slot.points)) for slot in load_slots(quiz_id, version)}


def counted_answer(
    quiz_id: str, version: int, number: int, answer: Answer | str, earned: int
) -> CountedAnswer:
    """What is counted of an answer to a slot, without its time; also of one as it is stored."""
    slot, points = _slots(quiz_id, version)[number]
    return CountedAnswer(slot.question.id, points, earned, *_known_parts(slot, answer))


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
    if len(attempts) == 1:
        return {attempts[0].id: ALONE if attempts[0].number == 1 else int(Pool.COUNTED)}
    at = rules.counted([each.score for each in attempts], counts)
    return {
        attempt.id: (Pool.FIRST if attempt.number == 1 else Pool.OTHER)
        | (Pool.COUNTED if at in (None, place) else Pool.OTHER)
        for place, attempt in enumerate(attempts)
    }
