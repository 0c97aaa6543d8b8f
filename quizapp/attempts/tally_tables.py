"""Keeps a quiz's counts in its tables: adds to them, reads them, and makes them again from nothing.

These are parts of verbs: they work inside their transactions and never commit. Whole numbers are
added by the database itself. Where many write at once (PostgreSQL) their rows would be waited for,
and in different order, so there what is to be added is written down and folded by the next reader.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Table, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from quizapp.attempts.tallies import (
    ChoiceKey,
    Key,
    MarkKey,
    ScoreKey,
    Sums,
    Tally,
    TextKey,
    TimeKey,
)
from quizapp.attempts.tally_models import (
    ChoiceTally,
    MarkTally,
    PendingTally,
    QuizTally,
    ScoreTally,
    TextTally,
    TimeTally,
)
from quizapp.extensions import db

UNKNOWN = ""  # instead of which attempts counted: what is to be added isn't known
AT_ONCE = 500  # rows deleted by their ids
HALF = 1 << 30  # squares = high x HALF + low: either can be summed up without knowing the other


@dataclass(frozen=True)
class Kind:
    """Where the counts of one kind of key lie."""

    key: type[Key]
    table: Table
    sums: tuple[str, ...] = ()  # beside n

    def row(self, quiz_id: str, key: Key, sums: Sums) -> dict[str, str | int]:
        """The row to add."""
        high, low = divmod(sums.squares, HALF)
        every = {"rest": sums.rest, "squares_high": high, "squares_low": low}
        kept = {name: every[name] for name in self.sums}
        return {"quiz_id": quiz_id, **key._asdict(), "n": sums.n, **kept}


KINDS = (
    Kind(ScoreKey, ScoreTally.__table__),  # type: ignore[arg-type]
    Kind(TimeKey, TimeTally.__table__),  # type: ignore[arg-type]
    Kind(MarkKey, MarkTally.__table__, ("rest", "squares_high", "squares_low")),  # type: ignore[arg-type]
    Kind(ChoiceKey, ChoiceTally.__table__, ("rest",)),  # type: ignore[arg-type]
    Kind(TextKey, TextTally.__table__),  # type: ignore[arg-type]
)
BY_KEY = {kind.key: kind for kind in KINDS}


def is_deferred() -> bool:
    """Whether this database has many writers at once."""
    return db.engine.name != "sqlite"


def add(quiz_id: str, tally: Tally) -> None:
    """Add to the counts of a quiz that are kept up: a statement for each kind."""
    rows: dict[type[Key], list[dict[str, str | int]]] = {}
    for key, sums in tally.items():
        if sums.n or sums.rest or sums.squares:
            rows.setdefault(type(key), []).append(BY_KEY[type(key)].row(quiz_id, key, sums))
    connection = db.session.connection()  # quicker than the session, which has nothing to add
    for kind, added in rows.items():
        connection.execute(_upsert(BY_KEY[kind].table, db.engine.name), added)


@cache
def _upsert(table: Table, dialect: str) -> sqlite.Insert | postgresql.Insert:
    make = sqlite.insert if dialect == "sqlite" else postgresql.insert
    statement = make(table)
    summed = [column for column in table.columns if not column.primary_key]
    return statement.on_conflict_do_update(
        index_elements=list(table.primary_key.columns),
        set_={column.name: column + statement.excluded[column.name] for column in summed},
    )


def defer(quiz_id: str, counts: str, tally: Tally) -> None:
    """Write down what is to be added, and which attempts counted when that was found."""
    added = [
        [type(key).__name__, *key, *sums]
        for key, sums in tally.items()
        if sums.n or sums.rest or sums.squares
    ]
    if added:
        row = {"quiz_id": quiz_id, "counts": counts, "added": added}
        db.session.execute(insert(PendingTally), [row])


def mark_unknown(quiz_id: str) -> None:
    """Write down that attempts have changed in a way that isn't known here."""
    row = {"quiz_id": quiz_id, "counts": UNKNOWN, "added": []}
    db.session.execute(insert(PendingTally), [row])


def list_pending(quiz_id: str) -> dict[str, str]:
    """What is written down: by its id, which attempts counted."""
    rows = select(PendingTally.id, PendingTally.counts).where(PendingTally.quiz_id == quiz_id)
    return {row.id: row.counts for row in db.session.execute(rows)}


def fold(quiz_id: str) -> None:
    """Add what was written down; whoever folds has locked the quiz."""
    tally = load_pending(quiz_id)
    if not tally:
        return
    db.session.execute(delete(PendingTally).where(PendingTally.quiz_id == quiz_id))
    add(quiz_id, tally)
    sweep(quiz_id)


def load_pending(quiz_id: str) -> Tally:
    """The sum of what was written down."""
    pending = db.session.scalars(select(PendingTally.added).where(PendingTally.quiz_id == quiz_id))
    kinds = {kind.key.__name__: kind.key for kind in KINDS}
    tally: Tally = {}
    for name, *values in (entry for added in pending for entry in added):
        key = kinds[str(name)](*values[:-3])  # type: ignore[arg-type]
        tally[key] = tally.get(key, Sums()).plus(Sums(*values[-3:]))  # type: ignore[arg-type]
    return tally


def sweep(quiz_id: str) -> None:
    """Drop counts of nothing, which taking attempts out leaves behind."""
    for kind in KINDS:
        columns = kind.table.c
        db.session.execute(delete(kind.table).where(columns.quiz_id == quiz_id, columns.n == 0))


def clear(quiz_id: str, pending: Collection[str] | None = None) -> None:
    """Drop all counts of a quiz, and what is to be added to them: these rows of it, or all."""
    for kind in KINDS:
        db.session.execute(delete(kind.table).where(kind.table.c.quiz_id == quiz_id))
    written = delete(PendingTally).where(PendingTally.quiz_id == quiz_id)
    if pending is None:
        db.session.execute(written)
    else:
        ids = sorted(pending)
        for start in range(0, len(ids), AT_ONCE):
            some = PendingTally.id.in_(ids[start : start + AT_ONCE])
            db.session.execute(written.where(some))
    db.session.execute(delete(QuizTally).where(QuizTally.quiz_id == quiz_id))


def load(quiz_id: str) -> Tally:
    """All counts of a quiz."""
    tally: Tally = {}
    for kind in KINDS:
        tally.update(load_kind(kind.key, quiz_id))
    return tally


def load_kind(
    key: type[Key],
    quiz_id: str,
    pools: Sequence[int] | None = None,
    question_id: str | None = None,
) -> Tally:
    """The counts of one kind, by their keys: in these pools, of this question; one query."""
    kind = BY_KEY[key]
    columns, names = kind.table.c, key._fields
    chosen = select(*(columns[name] for name in (*names, "n", *kind.sums)))
    chosen = chosen.where(columns.quiz_id == quiz_id)
    if pools is not None:
        chosen = chosen.where(columns.pool.in_(pools))
    if question_id is not None:
        chosen = chosen.where(columns.question_id == question_id)
    width = len(names)
    return {key(*row[:width]): _sums(row[width:]) for row in db.session.execute(chosen)}


def _sums(values: Sequence[int]) -> Sums:
    """From the columns after the key."""
    n, rest, high, low = (*values, 0, 0, 0)[:4]
    return Sums(n, rest, high * HALF + low)
