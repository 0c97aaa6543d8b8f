"""Keeps a quiz's counts in step with its attempts, whatever happens to them.

These are parts of verbs: they work inside their transactions and never commit.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import bindparam, exists, insert, or_, select

from quizapp.attempts import tally_tables
from quizapp.attempts.counting import by_student, load_counted, load_submitted, pools_of
from quizapp.attempts.models import Attempt
from quizapp.attempts.tallies import CountedAttempt, Sums, Tally, count
from quizapp.attempts.tally_models import PendingTally, QuizTally
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import Counts

# Which attempts count, and which did when the counts were made; None: they aren't kept.
_STATE = (
    select(Quiz.counts, QuizTally.counts)
    .outerjoin(QuizTally, QuizTally.quiz_id == Quiz.id)
    .where(Quiz.id == bindparam("quiz_id"))
)
ALONE = 3  # the pool of a student's only attempt: the first, and it counts
AT_ONCE = 500  # attempts read together while counts are made anew
FOLLOWED = "students whose attempts are being followed"


def count_first(quiz_id: str, ended: Sequence[CountedAttempt]) -> None:
    """Count first attempts that just ended."""
    tally: Tally = {}
    for attempt in ended:
        count(tally, attempt, ALONE)
    _move(quiz_id, tally, len(ended))


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
    students = [user_id for _, user_id in mine]
    before = _tally_students(quiz_id, students)
    followed |= mine
    try:
        yield
    finally:
        followed -= mine
    db.session.flush()
    after = _tally_students(quiz_id, students)
    _move(quiz_id, _minus(after, before), 0)


def _tally_students(quiz_id: str, user_ids: Sequence[str]) -> Tally:
    """The counts of all submitted attempts of some students."""
    counts = Counts(db.session.get_one(Quiz, quiz_id).counts)
    attempts = load_submitted(quiz_id, user_ids)
    counted = load_counted(attempts)
    tally: Tally = {}
    for own in by_student(attempts).values():
        for attempt_id, pool in pools_of(own, counts).items():
            count(tally, counted[attempt_id], int(pool))
    return tally


def _minus(tally: Tally, other: Tally) -> Tally:
    found = dict(tally)
    for key, given in other.items():
        less = Sums(-given.n, -given.rest, -given.squares)
        found[key] = found.get(key, Sums()).plus(less)
    return found


def _move(quiz_id: str, tally: Tally, begun: int) -> None:
    """Add to the counts, `begun` of it by attempts that weren't counted yet.

    Counts that aren't kept, or were made when others of the attempts counted, are dropped: the next
    reader makes them anew.
    """
    if tally_tables.is_deferred():
        tally_tables.defer(quiz_id, tally)
        return
    counts, kept = db.session.execute(_STATE, {"quiz_id": quiz_id}).one()
    if kept is None and begun and _count_submitted(quiz_id, begun + 1) == begun:
        db.session.execute(insert(QuizTally), [{"quiz_id": quiz_id, "counts": counts}])
    elif kept != counts:
        tally_tables.clear(quiz_id)
        return
    tally_tables.add(quiz_id, tally)
    if not begun:
        tally_tables.sweep(quiz_id)


def _count_submitted(quiz_id: str, most: int) -> int:
    found = select(Attempt.id).where(Attempt.quiz_id == quiz_id, Attempt.submitted_at.is_not(None))
    return len(db.session.scalars(found.limit(most)).all())


def rebuild_sums(quiz_id: str) -> None:
    """Make a quiz's counts anew from its attempts, after a regrade or an erasure."""
    db.session.flush()
    quiz = _lock(quiz_id, alone=True)
    tally_tables.clear(quiz_id)
    tally_tables.add(quiz_id, tally_from_scratch(quiz_id))
    db.session.add(QuizTally(quiz_id=quiz_id, counts=quiz.counts))
    db.session.flush()


def _lock(quiz_id: str, *, alone: bool) -> Quiz:
    """Wait for others who fold or make anew; `alone`: for those too who end an attempt."""
    chosen = select(Quiz).where(Quiz.id == quiz_id)
    return db.session.scalars(chosen.with_for_update(key_share=not alone)).one()


def tally_from_scratch(quiz_id: str) -> Tally:
    """The counts that the stored attempts of a quiz make."""
    tally: Tally = {}
    for user_ids in _in_parts(_list_students(quiz_id)):
        for key, found in _tally_students(quiz_id, user_ids).items():
            tally[key] = tally.get(key, Sums()).plus(found)
    return tally


def _list_students(quiz_id: str) -> Sequence[str]:
    return db.session.scalars(
        select(Attempt.user_id)
        .distinct()
        .where(Attempt.quiz_id == quiz_id, Attempt.submitted_at.is_not(None))
        .order_by(Attempt.user_id)
    ).all()


def _in_parts(user_ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(user_ids), AT_ONCE):
        yield user_ids[start : start + AT_ONCE]


def list_stale(quiz_ids: Sequence[str]) -> list[str]:
    """Those of these quizzes whose counts can't be read as they are; one query."""
    is_kept = exists().where(QuizTally.quiz_id == Quiz.id, QuizTally.counts == Quiz.counts)
    is_pending = exists().where(PendingTally.quiz_id == Quiz.id)
    stale = select(Quiz.id).where(Quiz.id.in_(quiz_ids), or_(~is_kept, is_pending))
    return list(db.session.scalars(stale.order_by(Quiz.id)))


def bring_up_to_date(quiz_id: str) -> None:
    """Fold what is pending, or make the counts anew if they aren't kept or count by other rules."""
    quiz = _lock(quiz_id, alone=False)
    kept = db.session.get(QuizTally, quiz_id)
    if kept is None or kept.counts != quiz.counts:
        rebuild_sums(quiz_id)
    else:
        tally_tables.fold(quiz_id)
