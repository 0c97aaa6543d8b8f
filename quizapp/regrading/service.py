"""Making corrections and undoing them; each verb is one transaction."""

from dataclasses import dataclass
from datetime import datetime

from quizapp.accounts.audit import Act, record
from quizapp.attempts.service import settle
from quizapp.columns import random_id
from quizapp.errors import Conflict, NotFound
from quizapp.extensions import db, transaction
from quizapp.quizzes.corrections import in_force, list_corrections, make_rulebook
from quizapp.quizzes.freezing import insert_snapshots
from quizapp.quizzes.images import freeze_images
from quizapp.quizzes.models import Correction
from quizapp.quizzes.rulings import Kind
from quizapp.quizzes.service import get_locked
from quizapp.regrading.plan import Plan, draft_of, make_plan
from quizapp.regrading.rescoring import Reason, list_changes, store
from quizapp.regrading.wishes import Wish


class MovedOn(Conflict):
    """What the preview was computed from isn't so any more."""

    def __init__(self, so_far: str = "Nothing was changed") -> None:
        super().__init__(
            f"{so_far}: since you saw the preview, scores or keys have moved on. "
            "Below is what would change now."
        )


@dataclass(frozen=True)
class Order:
    """A wish as its preview was confirmed."""

    id: str  # of the correction to be, so that confirming twice makes one
    wish: Wish
    fingerprint: str


@dataclass(frozen=True)
class Maker:
    """Who corrects, and when."""

    user_id: str
    now: datetime


def preview(quiz_id: str, wish: Wish, now: datetime) -> Plan:
    """What granting the wish would do, after attempts whose time ran out have been settled."""
    settle(quiz_id, now)
    return make_plan(quiz_id, wish)


def apply(quiz_id: str, order: Order, maker: Maker) -> Correction:
    """Make the correction and bring every score up to date; the same order again does nothing.

    Raises MovedOn if the order's preview doesn't hold any more, and what `make_plan` raises.
    """
    settle(quiz_id, maker.now)
    return _apply(quiz_id, order, maker)


@transaction
def _apply(quiz_id: str, order: Order, maker: Maker) -> Correction:
    get_locked(quiz_id)
    made = db.session.get(Correction, order.id)
    if made is not None:
        return _same_quiz(made, quiz_id)
    plan = make_plan(quiz_id, order.wish)
    if plan.fingerprint != order.fingerprint:
        raise MovedOn
    correction = draft_of(quiz_id, order.wish, plan.ruled)
    correction.id, correction.number = order.id, plan.number
    if order.wish.from_bank is not None:
        freeze_images(order.wish.from_bank.images)
    if plan.contents:
        insert_snapshots(plan.contents)
    _add(correction, maker)
    store(plan.changes, Reason(correction, maker.user_id, maker.now))
    _audit(correction, plan.effect.changed, maker)
    return correction


@transaction
def undo(quiz_id: str, correction_id: str, maker: Maker) -> Correction:
    """Take a correction back: a further row, and every score as it would be without it.

    Undone twice, it is undone once. Raises NotFound.
    """
    get_locked(quiz_id)
    made = list_corrections(quiz_id)
    undone = next((each for each in made if each.id == correction_id), None)
    if undone is None or undone.undoes is not None:
        raise NotFound
    earlier = next((each for each in made if each.undoes == correction_id), None)
    if earlier is not None:
        return earlier
    undoing = Correction(
        id=random_id(),
        quiz_id=quiz_id,
        number=len(made) + 1,
        question_id=undone.question_id,
        kind=Kind.UNDONE,
        places=undone.places,
        nobody_loses=False,
        undoes=correction_id,
    )
    _add(undoing, maker)
    rulebook = make_rulebook(quiz_id, in_force([*made, undoing]))
    slots = {place["version"]: place["slot"] for place in undone.places}
    changes = list_changes(rulebook, slots)
    store(changes, Reason(undoing, maker.user_id, maker.now))
    _audit(undoing, sum(change.is_changed for change in changes), maker)
    return undoing


def _add(correction: Correction, maker: Maker) -> None:
    correction.made_by, correction.made_at = maker.user_id, maker.now
    db.session.add(correction)
    db.session.flush()


def _same_quiz(correction: Correction, quiz_id: str) -> Correction:
    if correction.quiz_id != quiz_id:
        raise NotFound
    return correction


def _audit(correction: Correction, changed: int, maker: Maker) -> None:
    detail = f"{correction.kind}, question {correction.question_id}, {changed} scores"
    record(Act.REGRADE, f"quiz {correction.quiz_id}", maker.now, by=maker.user_id, detail=detail)
