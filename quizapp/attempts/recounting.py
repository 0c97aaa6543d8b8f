"""Counts stored attempts, many at once; reads only.

The database joins the answers of an attempt into one text. Equal parts of many such texts are
counted before anything is made of them, since a class gives few different answers.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, Text, cast, func, select

from quizapp.attempts.counting import Submitted, counted_answer, pools_of
from quizapp.attempts.models import Attempt, Response
from quizapp.attempts.tallies import (
    UNMARKED,
    WHOLE,
    ScoreKey,
    Sums,
    Tally,
    TimeKey,
    add,
    count_answer,
    rounded_time,
    spent,
    whole_seconds,
)
from quizapp.extensions import db
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.rules import Counts

AND, FIELD = "\x1e", "\x1f"  # no stored answer holds them: JSON escapes control characters
MOMENT = 26  # characters of a time as YYYY-MM-DD HH:MM:SS.ffffff, in UTC
AT_ONCE = 1_000  # attempts fetched together
MOST_HELD = 16_000_000  # characters of answers that wait to be counted


class Alike(NamedTuple):
    """What attempts share whose equal answers count alike."""

    pool: int
    version: int
    possible: int
    earned: int


def tally_stored(quiz_id: str, counts: Counts, user_ids: Sequence[str] | None = None) -> Tally:
    """The counts of the submitted attempts of some students, or of all; one query."""
    recount = _Recount(quiz_id)
    chosen = _submitted(db.engine.name).where(Attempt.quiz_id == quiz_id)
    if user_ids is not None:
        chosen = chosen.where(Attempt.user_id.in_(user_ids))
    rows = db.session.execute(chosen.execution_options(yield_per=AT_ONCE))
    for own in _by_student(rows):
        pools = pools_of([attempt for attempt, _ in own], counts)
        for attempt, answers in own:
            recount.add(attempt, answers, int(pools[attempt.id]))
    return recount.finish()


def _by_student(rows: Any) -> Iterator[list[tuple[Submitted, str]]]:
    """Each student's attempts, the oldest first, with their answers."""
    for _, own in groupby(rows, lambda row: row.user_id):
        yield [(Submitted(*row[:-1]), row[-1] or "") for row in own]


@cache
def _submitted(dialect: str) -> Select[Any]:
    columns = [getattr(Attempt, name) for name in Submitted._fields]
    return (
        select(*columns, _joined_answers(dialect))
        .where(Attempt.submitted_at.is_not(None))
        .order_by(Attempt.user_id, Attempt.number)
    )


def _joined_answers(dialect: str) -> ColumnElement[Any]:
    """When it was saved, the slot, what was earned and the answer; for each that counts."""
    piece = (
        func.coalesce(_TO_TEXT[dialect](Response.saved_at), " " * MOMENT)
        + cast(Response.slot, Text)
        + FIELD
        + cast(Response.earned, Text)
        + FIELD
        + cast(Response.answer, Text)
    )
    joined = select(func.aggregate_strings(piece, AND))
    counting = joined.where(Response.attempt_id == Attempt.id, Response.earned.is_not(None))
    return counting.correlate(Attempt).scalar_subquery()


_TO_TEXT: dict[str, Callable[[Any], ColumnElement[Any]]] = {
    "sqlite": lambda moment: cast(moment, Text),
    "postgresql": lambda moment: func.to_char(
        func.timezone("UTC", moment), "YYYY-MM-DD HH24:MI:SS.US"
    ),
}


class _Recount:
    """Counts as they grow; answers wait until there are many, so that equal ones are met once."""

    def __init__(self, quiz_id: str) -> None:
        self.quiz_id = quiz_id
        self.tally: Tally = {}
        self.attempts: Counter[tuple[int, int, int, int]] = Counter()
        self.given: dict[Alike, Counter[str]] = defaultdict(Counter)
        self.times: dict[tuple[int, int], Counter[tuple[str, int]]] = defaultdict(Counter)
        self.held = 0

    def add(self, attempt: Submitted, answers: str, pool: int) -> None:
        """Count an attempt in."""
        earned = UNMARKED if attempt.unmarked else attempt.earned
        seconds = rounded_time(whole_seconds(attempt.submitted_at - attempt.started_at))
        self.attempts[pool, attempt.possible, earned, seconds] += 1
        if attempt.unmarked or not answers:
            return
        pieces = sorted(answers.split(AND))
        alike = Alike(pool, attempt.version, attempt.possible, earned)
        self.given[alike].update([piece[MOMENT:] for piece in pieces])
        times = _times(attempt.started_at, pieces)
        self.times[pool, attempt.version].update(times)
        self.held += len(answers)
        if self.held > MOST_HELD:
            self._count()

    def finish(self) -> Tally:
        """The counts of all that was added."""
        self._count()
        return self.tally

    def _count(self) -> None:
        for (pool, possible, earned, seconds), n in self.attempts.items():
            add(self.tally, ScoreKey(pool, possible, earned), Sums(n))
            add(self.tally, TimeKey(pool, WHOLE, seconds), Sums(n))
        for alike, pieces in self.given.items():
            self._count_alike(alike, pieces)
        for (pool, version), times in self.times.items():
            questions = self._questions(version)
            for (slot, seconds), n in times.items():
                key = TimeKey(pool, questions[slot], rounded_time(seconds))
                add(self.tally, key, Sums(n))
        for waiting in (self.attempts, self.given, self.times):
            waiting.clear()
        self.held = 0

    def _count_alike(self, alike: Alike, pieces: Counter[str]) -> None:
        for piece, n in pieces.items():
            slot, earned, answer = piece.split(FIELD, 2)
            found = counted_answer(self.quiz_id, alike.version, int(slot), answer, int(earned))
            whole = (alike.possible, alike.earned, alike.pool)
            count_answer(self.tally, found, whole, n)

    def _questions(self, version: int) -> dict[str, str]:
        slots = load_slots(self.quiz_id, version)
        return {str(slot.number): slot.question.id for slot in slots}


def _times(started_at: datetime, pieces: Sequence[str]) -> list[tuple[str, int]]:
    """By slot, in whole seconds; the pieces in the order in which they were saved."""
    start = started_at.replace(tzinfo=None)
    read = datetime.fromisoformat
    arrivals = [
        (read(piece[:MOMENT]), piece[MOMENT : piece.index(FIELD)])
        for piece in pieces
        if piece[0] != " "
    ]
    took = spent(start, arrivals)
    return [(slot, whole_seconds(length)) for slot, length in took.items()]
