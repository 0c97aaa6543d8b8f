"""Scores anew: what a rulebook makes of the submitted attempts, and how that is written down.

These are parts of the service's verbs: they work inside their transactions and never commit.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import insert, update

from quizapp.attempts.models import Attempt, Response, ScoreChange
from quizapp.attempts.scoring import SlotScore, add_up, is_slotwise, millionths, score_attempt
from quizapp.attempts.sums import forget
from quizapp.columns import random_id
from quizapp.extensions import db
from quizapp.question_types.base import Answer
from quizapp.quizzes.corrections import Rulebook
from quizapp.quizzes.models import Correction
from quizapp.quizzes.questions import load_slots
from quizapp.regrading.queries import Answered, Sheet, list_answered, list_sheets
from quizapp.regrading.rules import Change, SlotChange, Total


class Scorer:
    """Scores under a rulebook; where each slot goes by itself, equal answers are graded once."""

    def __init__(self, rulebook: Rulebook, version: int) -> None:
        self.slots = {slot.number: slot for slot in load_slots(rulebook.quiz_id, version)}
        self.rulings = rulebook.rulings(version)
        self.is_slotwise = is_slotwise(self.rulings)
        self._known: dict[tuple[int, Answer, Fraction | None], SlotScore] = {}

    def score(self, sheet: Sheet) -> tuple[SlotScore, ...]:
        """What the answers of an attempt earn, slot by slot."""
        if self.is_slotwise:
            return tuple(
                self.score_one(slot, sheet.answers.get(slot, ()), sheet.marked.get(slot))
                for slot in sheet.layout
            )
        slots = [self.slots[slot] for slot in sheet.layout]
        return score_attempt(slots, sheet.answers, sheet.marked, self.rulings)

    def score_one(self, slot: int, answer: Answer, mark: Fraction | None = None) -> SlotScore:
        """What one answer earns; only where slots go by themselves."""
        known = self._known.get((slot, answer, mark))
        if known is None:
            marked = {} if mark is None else {slot: mark}
            (known,) = score_attempt([self.slots[slot]], {slot: answer}, marked, self.rulings)
            self._known[slot, answer, mark] = known
        return known

    def may_change(self, answered: Answered) -> bool:
        """Whether anything of the attempt can be different; sure only if this slot is."""
        if not self.is_slotwise or self.slots[answered.slot].is_marked_by_hand:
            return True
        score = self.score_one(answered.slot, answered.stored.answer)
        return _points(score) != (answered.stored.earned, answered.stored.needs_marking)


def list_changes(rulebook: Rulebook, slots: Mapping[int, int]) -> list[Change]:
    """What would become of every submitted attempt that was asked the question.

    `slots`: where the versions ask it.
    """
    scorers = {version: Scorer(rulebook, version) for version in slots}
    answered = list_answered(rulebook.quiz_id, slots)
    open_ones = {
        each.attempt_id: each for each in answered if scorers[each.version].may_change(each)
    }
    changed = {
        attempt_id: _change(open_ones[attempt_id], sheet, scorers[open_ones[attempt_id].version])
        for attempt_id, sheet in list_sheets(list(open_ones))
    }
    return [changed.get(each.attempt_id) or _stays(each) for each in answered]


def _stays(answered: Answered) -> Change:
    return _make(answered, answered.total, ())


def _change(answered: Answered, sheet: Sheet, scorer: Scorer) -> Change:
    scores = scorer.score(sheet)
    totals = add_up(scores)
    new = Total(totals.earned, totals.possible, totals.unmarked)
    return _make(answered, new, tuple(_slot_changes(sheet, scores)))


def _make(answered: Answered, new: Total, slots: tuple[SlotChange, ...]) -> Change:
    return Change(
        attempt_id=answered.attempt_id,
        name=answered.name,
        attempt_number=answered.number,
        version=answered.version,
        answer=answered.stored.answer,
        old=answered.total,
        new=new,
        slots=slots,
    )


def _slot_changes(sheet: Sheet, scores: Sequence[SlotScore]) -> Iterator[SlotChange]:
    for score in scores:
        stored = sheet.stored[score.slot]
        new, needs_marking = _points(score)
        if (stored.earned, stored.needs_marking) != (new, needs_marking):
            yield SlotChange(score.slot, stored.earned, new, needs_marking)


def _points(score: SlotScore) -> tuple[int | None, bool]:
    """As they are stored."""
    return None if score.is_left_out else millionths(score.earned), score.needs_marking


@dataclass(frozen=True)
class Reason:
    """Why scores change: a correction, or its undoing."""

    correction: Correction
    made_by: str
    now: datetime


def store(changes: Sequence[Change], reason: Reason) -> None:
    """Write new points and sums, and a line of the ledger for each; a statement a table."""
    changed = [change for change in changes if change.is_changed]
    if not changed:
        return
    db.session.execute(update(Attempt), [_attempt_row(change) for change in changed])
    graded = [_response_row(change, slot) for change in changed for slot in change.slots]
    if graded:
        db.session.execute(update(Response), graded)
        ledger = [_ledger_row(change, slot, reason) for change in changed for slot in change.slots]
        db.session.execute(insert(ScoreChange), ledger)
    db.session.expire_all()
    forget(reason.correction.quiz_id)


def _attempt_row(change: Change) -> dict[str, object]:
    return {
        "id": change.attempt_id,
        "earned": change.new.earned,
        "possible": change.new.possible,
        "unmarked": change.new.unmarked,
    }


def _response_row(change: Change, slot: SlotChange) -> dict[str, object]:
    return {
        "attempt_id": change.attempt_id,
        "slot": slot.slot,
        "earned": slot.new,
        "needs_marking": slot.needs_marking,
    }


def _ledger_row(change: Change, slot: SlotChange, reason: Reason) -> dict[str, object]:
    return {
        "id": random_id(),
        "attempt_id": change.attempt_id,
        "slot": slot.slot,
        "old": slot.old or 0,
        "new": slot.new or 0,
        "old_total": change.old.earned,
        "new_total": change.new.earned,
        "old_possible": change.old.possible,
        "new_possible": change.new.possible,
        "why": reason.correction.kind,
        "correction_id": reason.correction.id,
        "made_by": reason.made_by,
        "made_at": reason.now,
    }
