"""Marking an answer; the verb is one transaction."""

from dataclasses import dataclass
from datetime import datetime

from quizapp.accounts.audit import Act, record
from quizapp.attempts.finishing import grade_again
from quizapp.attempts.marks import digest
from quizapp.attempts.models import Mark
from quizapp.attempts.scoring import millionths
from quizapp.errors import Conflict
from quizapp.extensions import db, transaction
from quizapp.marking import rules
from quizapp.marking.queries import JudgedAnswer, find_answer
from quizapp.marking.rules import Judgment


class NothingToMark(Conflict):
    """The answer is blank, which is 0 points without anybody's judgment."""

    def __init__(self) -> None:
        super().__init__("This answer is blank: it earns 0 points, and there is nothing to mark.")


class MovedOn(Conflict):
    """Somebody marked the answer meanwhile, or it changed."""

    def __init__(self) -> None:
        super().__init__(
            "Your mark is not saved: meanwhile somebody else has marked this answer, or the answer "
            "has changed. What stands now is shown below. Save again to replace it with yours."
        )


@dataclass(frozen=True)
class Seen:
    """An answer as the marker's page showed it."""

    quiz_id: str
    slot: int
    attempt_id: str
    state: str  # see JudgedAnswer.state


@transaction
def mark(marker_id: str, seen: Seen, judgment: Judgment, now: datetime) -> None:
    """Store a mark and bring the attempt's score up to date; the same mark again changes nothing.

    Raises NotFound, NotSubmitted, NothingToMark, UnfitPoints or MovedOn.
    """
    found = find_answer(seen.quiz_id, seen.slot, seen.attempt_id, lock=True)
    if found.slot.question.body.is_blank(found.answer):
        raise NothingToMark
    made = _make(found, marker_id, judgment, now)
    if _says_the_same(found, made):
        return
    if found.state != seen.state:
        raise MovedOn
    db.session.add(made)
    on, detail = f"attempt {found.attempt.id}", f"slot {found.slot.number}"
    record(Act.ANSWER_MARKED, on, now, by=marker_id, detail=detail)
    grade_again(found.attempt)


def _make(found: JudgedAnswer, marker_id: str, judgment: Judgment, now: datetime) -> Mark:
    has_rubric = bool(found.slot.question.body.criteria())
    return Mark(
        attempt_id=found.attempt.id,
        slot=found.slot.number,
        number=found.newest.number + 1 if found.newest else 1,
        answer_digest=digest(found.answer),
        points=millionths(rules.earned(found.slot, judgment.points)),
        rubric=[millionths(points) for points in judgment.points] if has_rubric else [],
        comment=judgment.comment,
        marked_by=marker_id,
        marked_at=now,
    )


def _says_the_same(found: JudgedAnswer, made: Mark) -> bool:
    if found.mark is None:
        return False
    before = [millionths(found.mark.points), *map(millionths, found.mark.rubric)]
    return before == [made.points, *made.rubric] and found.mark.comment == made.comment
