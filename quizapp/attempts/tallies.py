"""What is counted of submitted attempts, so that statistics need not read them again.

Every attempt adds so much to a few counts, a function of what is stored of it and nothing else; so
the counts can be moved when an attempt changes, or made again from nothing, and agree exactly.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntFlag
from typing import NamedTuple, TypeVar

Slot = TypeVar("Slot", bound=Hashable)  # a slot's number, however it is written
UNMARKED = -1  # instead of what was earned, while a person has still to mark something
WHOLE = ""  # instead of a question's id: the attempt as a whole
BLANK = ""  # instead of a choice: nothing was answered
BANDS = 100  # of the whole score; full scores have one more for themselves
LONGEST_TEXT = 200  # characters of a text that is counted; longer ones are cut


class Pool(IntFlag):
    """Which attempts are counted together; their sums give first, counted and all attempts."""

    OTHER = 0
    FIRST = 1
    COUNTED = 2


class ScoreKey(NamedTuple):
    """Attempts with the same score, in millionths of a point."""

    pool: int
    possible: int
    earned: int  # or UNMARKED


class TimeKey(NamedTuple):
    """Attempts, or answers to a question, that took about as long."""

    pool: int
    question_id: str  # or WHOLE
    seconds: int  # as `rounded_time` gives them


class MarkKey(NamedTuple):
    """Answers to a question that earned the same in attempts of about the same score."""

    pool: int
    question_id: str
    points: int  # what the question was worth, millionths
    possible: int  # what the attempt was worth
    earned: int
    band: int  # of the attempt's score


class ChoiceKey(NamedTuple):
    """Answers to a question that hold this choice, in attempts of about the same score."""

    pool: int
    question_id: str
    points: int
    possible: int
    choice: str  # or BLANK
    band: int


class TextKey(NamedTuple):
    """Texts written for a question that say the same."""

    pool: int
    question_id: str
    part: int  # which of the question's fields, from 1
    text: str  # normalized
    earned: int  # by the whole answer


class Sums(NamedTuple):
    """How many answers, and of what the rest of their attempts earned the sum and squares."""

    n: int = 0
    rest: int = 0
    squares: int = 0

    def plus(self, other: "Sums") -> "Sums":
        """Both together."""
        return Sums(self.n + other.n, self.rest + other.rest, self.squares + other.squares)


@dataclass(frozen=True)
class CountedAnswer:
    """What is counted of an answer."""

    question_id: str
    points: int  # millionths
    earned: int  # millionths
    choices: tuple[str, ...]  # (BLANK,) if nothing was answered
    texts: tuple[str, ...]  # "" where nothing was written
    seconds: int | None = None


@dataclass(frozen=True)
class CountedAttempt:
    """What is counted of a submitted attempt; answers only once all of them are marked."""

    possible: int  # millionths
    earned: int  # millionths, or UNMARKED
    seconds: int
    answers: Sequence[CountedAnswer] = ()


Key = ScoreKey | TimeKey | MarkKey | ChoiceKey | TextKey  # no two kinds can be equal
Tally = dict[Key, Sums]  # counts by what they count; those of several attempts add up


def count(tally: Tally, attempt: CountedAttempt, pool: int) -> None:
    """Add an attempt to the counts."""
    add(tally, ScoreKey(pool, attempt.possible, attempt.earned), Sums(1))
    add(tally, TimeKey(pool, WHOLE, rounded_time(attempt.seconds)), Sums(1))
    for answer in attempt.answers:
        count_answer(tally, answer, (attempt.possible, attempt.earned, pool), 1)


def count_answer(
    tally: Tally, answer: CountedAnswer, whole: tuple[int, int, int], times: int
) -> None:
    """Add equal answers in attempts that had as many points, earned as many, and are in a pool."""
    (possible, total, pool), id = whole, answer.question_id
    rest, band = total - answer.earned, band_of(total, possible)
    sums = Sums(times, rest * times, rest * rest * times)
    worth = (answer.points, possible)
    add(tally, MarkKey(pool, id, *worth, answer.earned, band), sums)
    for choice in answer.choices:
        add(tally, ChoiceKey(pool, id, *worth, choice, band), Sums(times, rest * times))
    for part, text in enumerate(answer.texts, start=1):
        if text:
            add(tally, TextKey(pool, id, part, text[:LONGEST_TEXT], answer.earned), Sums(times))
    if answer.seconds is not None:
        add(tally, TimeKey(pool, id, rounded_time(answer.seconds)), Sums(times))


def add(tally: Tally, key: Key, sums: Sums) -> None:
    """Add to what has been counted under a key."""
    before = tally.get(key)
    tally[key] = sums if before is None else before.plus(sums)


def band_of(earned: int, possible: int) -> int:
    """The whole hundredths of the score, 0 to 100; a score that isn't final is in none."""
    if earned == UNMARKED or possible <= 0:
        return 0
    return min(max(earned * BANDS // possible, 0), BANDS)


STEPS = ((60, 1), (300, 5), (1_800, 30), (14_400, 300), (86_400, 3_600))  # up to, in steps of


def rounded_time(seconds: int) -> int:
    """`seconds` in steps that grow with it, so that there are only so many; a day at most."""
    for most, step in STEPS:
        if seconds < most:
            return max(seconds - seconds % step, 0)
    return STEPS[-1][0]


def spent(started_at: datetime, arrivals: Iterable[tuple[datetime, Slot]]) -> dict[Slot, timedelta]:
    """How long each slot took, judged by when its answers arrived, the oldest first.

    The time since the answer before, to whatever question, or since the start goes to the question
    that was answered next; a question answered again gets that time as well. Answers that arrive
    together share it. Reading ahead and pauses can't be told from answering. What arrived before
    the start isn't known.
    """
    took: dict[Slot, timedelta] = {}
    before = moment = started_at
    together: list[Slot] = []
    for at, slot in arrivals:
        if at > moment:
            _share(took, together, moment - before)
            before, moment, together = moment, at, [slot]
        elif at == moment and slot not in together:
            together.append(slot)
    _share(took, together, moment - before)
    return took


def _share(took: dict[Slot, timedelta], slots: Sequence[Slot], length: timedelta) -> None:
    if len(slots) > 1:
        length //= len(slots)
    for slot in slots:
        took[slot] = took[slot] + length if slot in took else length


def whole_seconds(length: timedelta) -> int:
    """How many have passed entirely."""
    return length.days * 86_400 + length.seconds
