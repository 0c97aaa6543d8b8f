"""What is counted of stored attempts, and which of a student's attempts count."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from quizapp.attempts import rules
from quizapp.attempts.models import Attempt
from quizapp.attempts.queries import StoredResponse, stored_responses
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
from quizapp.question_types.base import Answer
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.rules import Counts
from quizapp.quizzes.slots import PublishedSlot

NOTHING = StoredResponse(slot=0)
SHORT = 100  # characters of answers whose parts are remembered
REMEMBERED = 20_000
_parts: dict[tuple[str, Answer], tuple[tuple[str, ...], tuple[str, ...]]] = {}


def load_counted(attempts: Sequence[Attempt]) -> dict[str, CountedAttempt]:
    """What is counted of each of these submitted attempts; one query."""
    stored = stored_responses([attempt.id for attempt in attempts])
    return {
        attempt.id: counted_attempt(
            attempt,
            stored[attempt.id],
            {
                slot: each.earned
                for slot, each in stored[attempt.id].items()
                if each.earned is not None
            },
        )
        for attempt in attempts
    }


def counted_attempt(
    attempt: Attempt, responses: Mapping[int, StoredResponse], earned: Mapping[int, int]
) -> CountedAttempt:
    """What is counted of a submitted attempt.

    `earned`: millionths by slot; what isn't there was left out of the score.
    """
    assert attempt.submitted_at is not None
    started_at = attempt.started_at.timestamp()
    seconds = int(attempt.submitted_at.timestamp() - started_at)
    if attempt.unmarked or attempt.earned is None:
        return CountedAttempt(attempt.possible, UNMARKED, seconds)
    times = _times(started_at, responses)
    slots = {slot.number: slot for slot in load_slots(attempt.quiz_id, attempt.version)}
    asked = [slots[place["slot"]] for place in attempt.layout if place["slot"] in earned]
    answers = tuple(
        _counted(slot, responses.get(slot.number, NOTHING).answer, earned, times) for slot in asked
    )
    return CountedAttempt(attempt.possible, attempt.earned, seconds, answers)


def _times(started_at: float, responses: Mapping[int, StoredResponse]) -> dict[int, float]:
    saved = {slot: each.saved_at.timestamp() for slot, each in responses.items() if each.saved_at}
    return spent(started_at, saved)


def _counted(
    slot: PublishedSlot, answer: Answer, earned: Mapping[int, int], times: Mapping[int, float]
) -> CountedAnswer:
    choices, texts = _known_parts(slot, answer)
    seconds = times.get(slot.number)
    return CountedAnswer(
        question_id=slot.question.id,
        points=millionths(slot.points),
        earned=earned[slot.number],
        choices=choices,
        texts=texts,
        seconds=None if seconds is None else int(seconds),
    )


def _known_parts(slot: PublishedSlot, answer: Answer) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Choices and texts in an answer; most answers have been given before."""
    key = (slot.digest, answer)
    known = _parts.get(key)
    if known is None:
        known = _split(slot, answer)
        if sum(map(len, answer)) <= SHORT:
            if len(_parts) >= REMEMBERED:
                _parts.clear()
            _parts[key] = known
    return known


def _split(slot: PublishedSlot, answer: Answer) -> tuple[tuple[str, ...], tuple[str, ...]]:
    body = slot.question.body
    if body.is_blank(answer):
        return (BLANK,), ()
    return body.chosen(answer), tuple(_storable(text) for text in body.writings(answer))


def _storable(text: str) -> str:
    """What every database takes as text."""
    return text[:LONGEST_TEXT].replace("\0", "").encode(errors="replace").decode()


def pools_of(submitted: Sequence[Attempt], counts: Counts) -> dict[str, int]:
    """The pool of each submitted attempt of one student at a quiz, the oldest first.

    Where the average counts, all of them do.
    """
    scores = [attempt.score for attempt in submitted if attempt.score is not None]
    at = rules.counted(scores, counts) if len(scores) == len(submitted) else None
    return {
        attempt.id: (Pool.FIRST if attempt.number == 1 else Pool.OTHER)
        | (Pool.COUNTED if at in (None, place) else Pool.OTHER)
        for place, attempt in enumerate(submitted)
    }


def by_student(attempts: Iterable[Attempt]) -> dict[str, list[Attempt]]:
    """Each student's attempts, the oldest first."""
    found: dict[str, list[Attempt]] = defaultdict(list)
    for attempt in sorted(attempts, key=lambda attempt: attempt.number):
        found[attempt.user_id].append(attempt)
    return found
