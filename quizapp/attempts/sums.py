"""Keeps a quiz's counts in step with its attempts, whatever happens to them.

These are parts of verbs: they work inside their transactions and never commit. Counts that aren't
kept are made anew from a snapshot while others go on; whatever changes an attempt meanwhile writes
down what that adds, or that it can't say so: a mark without counts, after which nothing that was
counted before may be stored.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import bindparam, exists, insert, or_, select

from quizapp.attempts import tally_tables
from quizapp.attempts.counting import ALONE
from quizapp.attempts.models import Attempt
from quizapp.attempts.recounting import tally_stored
from quizapp.attempts.tallies import CountedAttempt, Sums, Tally, count
from quizapp.attempts.tally_models import PendingTally, QuizTally
from quizapp.extensions import db, find_rows
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import Counts

# Which attempts count, and which did when the counts were made; None: they aren't kept.
_STATE = (
    select(Quiz.counts, QuizTally.counts)
    .outerjoin(QuizTally, QuizTally.quiz_id == Quiz.id)
    .where(Quiz.id == bindparam("quiz_id"))
)
FOLLOWED = "students whose attempts are being followed"


@dataclass(frozen=True)
class Recount:
    """Counts made from a snapshot, where these rows of pending ones were in it, too."""

    counts: str
    tally: Tally
    pending: frozenset[str]


def count_first(quiz_id: str, ended: Sequence[CountedAttempt]) -> None:
    """Count first attempts that just ended."""
    tally: Tally = {}
    for attempt in ended:
        count(tally, attempt, ALONE)
    counts, kept = find_rows(_STATE, {"quiz_id": quiz_id}).one()
    _move(quiz_id, tally, (counts, kept), len(ended))


@contextmanager
def following(quiz_id: str, user_ids: Iterable[str]) -> Iterator[None]:
    """Bring the counts up to date with what is done meanwhile to these students' attempts.

    Inside another one for the same student it does nothing: the outer one sees it all.
    """
    followed: set[tuple[str, str]] = db.session.info.setdefault(FOLLOWED, set())
    mine = {(quiz_id, user_id) for user_id in user_ids} - followed
    if not mine:
        yield
        return
    students = sorted(user_id for _, user_id in mine)
    _wait_for_others(quiz_id, students)
    counts, kept = find_rows(_STATE, {"quiz_id": quiz_id}).one()
    before = tally_stored(quiz_id, Counts(counts), students)
    followed |= mine
    try:
        yield
    finally:
        followed -= mine
    db.session.flush()
    after = tally_stored(quiz_id, Counts(counts), students)
    _move(quiz_id, _minus(after, before), (counts, kept), 0)


def _wait_for_others(quiz_id: str, user_ids: Sequence[str]) -> None:
    """Until nobody else changes these students' attempts, or corrects the quiz."""
    if db.engine.name == "sqlite":  # where whoever writes is alone
        return
    db.session.execute(select(Quiz.id).where(Quiz.id == quiz_id).with_for_update(read=True))
    first = select(Attempt.id).where(
        Attempt.quiz_id == quiz_id, Attempt.user_id.in_(user_ids), Attempt.number == 1
    )
    db.session.execute(first.order_by(Attempt.user_id).with_for_update())


def _minus(tally: Tally, other: Tally) -> Tally:
    found = dict(tally)
    for key, given in other.items():
        less = Sums(-given.n, -given.rest, -given.squares)
        found[key] = found.get(key, Sums()).plus(less)
    return found


def _move(quiz_id: str, tally: Tally, state: tuple[str, str | None], begun: int) -> None:
    """Add to the counts, `begun` of it by attempts that weren't counted yet.

    It is written down for the next reader where many write at once, or no counts are kept that
    it could be added to.
    """
    counts, kept = state
    if tally_tables.is_deferred():
        tally_tables.defer(quiz_id, counts, tally)
        return
    if kept is None and _are_all(quiz_id, begun):
        db.session.execute(insert(QuizTally), [{"quiz_id": quiz_id, "counts": counts}])
    elif kept != counts:
        tally_tables.defer(quiz_id, counts, tally)
        return
    tally_tables.add(quiz_id, tally)
    if not begun:
        tally_tables.sweep(quiz_id)


def _are_all(quiz_id: str, begun: int) -> bool:
    """Whether there is nothing to count but the attempts that just ended."""
    if not begun:
        return False
    submitted = select(Attempt.id).where(
        Attempt.quiz_id == quiz_id, Attempt.submitted_at.is_not(None)
    )
    pending = select(PendingTally.id).where(PendingTally.quiz_id == quiz_id)
    found = submitted.union_all(pending).limit(begun + 1)
    return len(db.session.scalars(found).all()) == begun


def forget(quiz_id: str) -> None:
    """Drop a quiz's counts after a change that nobody followed; the next reader counts anew."""
    _lock(quiz_id, alone=True)
    tally_tables.clear(quiz_id)
    tally_tables.mark_unknown(quiz_id)


def _lock(quiz_id: str, *, alone: bool) -> Quiz:
    """Wait for others who fold or store; `alone`: for those too who end or change an attempt."""
    chosen = select(Quiz).where(Quiz.id == quiz_id)
    chosen = chosen.with_for_update(key_share=not alone)
    return db.session.scalars(chosen.execution_options(populate_existing=True)).one()


def recount(quiz_id: str) -> Recount:
    """Count a quiz's attempts from nothing; whoever stores it read all in one snapshot."""
    counts = db.session.scalars(select(Quiz.counts).where(Quiz.id == quiz_id)).one()
    pending = frozenset(tally_tables.list_pending(quiz_id))
    return Recount(counts, tally_stored(quiz_id, Counts(counts)), pending)


def tally_from_scratch(quiz_id: str) -> Tally:
    """The counts that the stored attempts of a quiz make."""
    return recount(quiz_id).tally


def rebuild_sums(quiz_id: str) -> None:
    """Make a quiz's counts anew from its attempts, while nobody can change one."""
    db.session.flush()
    _lock(quiz_id, alone=True)
    _store(quiz_id, recount(quiz_id))


def _store(quiz_id: str, made: Recount) -> None:
    tally_tables.clear(quiz_id, made.pending)
    tally_tables.add(quiz_id, made.tally)
    db.session.execute(insert(QuizTally), [{"quiz_id": quiz_id, "counts": made.counts}])


def load_kept(quiz_id: str) -> Tally | None:
    """The counts of a quiz with what is pending; None: they can't be known from these."""
    counts, kept = find_rows(_STATE, {"quiz_id": quiz_id}).one()
    pending = tally_tables.list_pending(quiz_id).values()
    if kept != counts or any(each != counts for each in pending):
        return None
    tally = tally_tables.load(quiz_id)
    for key, sums in tally_tables.load_pending(quiz_id).items():
        tally[key] = tally.get(key, Sums()).plus(sums)
    return {key: sums for key, sums in tally.items() if sums != Sums()}


def list_stale(quiz_ids: Sequence[str]) -> list[str]:
    """Those of these quizzes whose counts can't be read as they are; one query."""
    is_kept = exists().where(QuizTally.quiz_id == Quiz.id, QuizTally.counts == Quiz.counts)
    is_pending = exists().where(PendingTally.quiz_id == Quiz.id)
    stale = select(Quiz.id).where(Quiz.id.in_(quiz_ids), or_(~is_kept, is_pending))
    return list(db.session.scalars(stale.order_by(Quiz.id)))


def bring_up_to_date(quiz_id: str, made: Recount | None = None) -> bool:
    """Fold what is pending; False: the attempts have to be counted anew, in a later snapshot.

    Counts made from a snapshot are stored if none are kept and all that came later can be added.
    Whoever calls it again with a later recount has committed what it did before.
    """
    counts = _lock(quiz_id, alone=False).counts
    kept = db.session.scalar(select(QuizTally.counts).where(QuizTally.quiz_id == quiz_id))
    pending = tally_tables.list_pending(quiz_id)
    if kept is None and made is not None and made.counts == counts:
        later = {id: each for id, each in pending.items() if id not in made.pending}
        if any(each != counts for each in later.values()):
            return False
        _store(quiz_id, made)
    elif kept is None:
        return False
    elif kept != counts or any(each != counts for each in pending.values()):
        tally_tables.clear(quiz_id)
        tally_tables.mark_unknown(quiz_id)
        return False
    tally_tables.fold(quiz_id)
    return True
