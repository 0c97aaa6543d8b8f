"""Stores simulated attempts: as many rows at once as can be, graded and signed like any other.

These are parts of the service's verbs: they work inside their transactions and never commit. What
they leave behind is what starting, saving and submitting by hand would have left.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from sqlalchemy import insert, select

from quizapp.attempts import late, queries
from quizapp.attempts.finishing import finish
from quizapp.attempts.late import Arrival
from quizapp.attempts.marks import digest
from quizapp.attempts.models import AnswerLog, Attempt, Mark, Place, Response
from quizapp.attempts.queries import Ending
from quizapp.attempts.scoring import millionths
from quizapp.attempts.service import FORM
from quizapp.columns import random_id
from quizapp.demo.essays import comment, judge
from quizapp.demo.model import Dice
from quizapp.demo.notes import write_note
from quizapp.demo.sitting import Save, Sitting
from quizapp.extensions import db
from quizapp.marking.rules import earned, list_lines
from quizapp.question_types.base import Answer
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.slots import PublishedSlot
from quizapp.regrading.models import MarkNote

Row = dict[str, object]


def store(quiz: Quiz, sittings: Iterable[Sitting], markers: Sequence[str], marked: float) -> None:
    """Store attempts that are over; `marked`: the share of the essays that has been marked.

    Nobody may have two unfinished attempts, so everybody's first ones come first.
    """
    by_number = sorted(sittings, key=lambda sitting: sitting.number)
    for _, group in groupby(by_number, key=lambda sitting: sitting.number):
        attempts = [(_begin(quiz, sitting, sitting.saves), sitting) for sitting in group]
        rows = [
            row
            for attempt, sitting in attempts
            for row in _marks(attempt, sitting, markers, marked)
        ]
        if rows:
            db.session.execute(insert(Mark), rows)
        finish([Ending(attempt, sitting.ends_at, sitting.ran_out) for attempt, sitting in attempts])


def store_unfinished(quiz: Quiz, sittings: Iterable[Sitting], now: datetime) -> None:
    """Store attempts that go on, with what has arrived by now."""
    for sitting in sittings:
        _begin(quiz, sitting, [save for save in sitting.saves if save.at <= now])


def store_late(quiz: Quiz, sittings: Iterable[Sitting]) -> None:
    """Let people whose time ran out go on answering, for staff to decide about."""
    for sitting in sittings:
        attempts = queries.list_attempts(sitting.student.id, quiz.id)
        found = queries.find_sitting(sitting.student.id, attempts[sitting.number - 1].id)
        for save in sitting.missed:
            found.attempt.revision += 1
            late.store(
                found, [Arrival(save.slot, save.answer, FORM, found.attempt.revision)], save.at
            )


def store_notes(quiz: Quiz, sittings: Iterable[Sitting], shown_at: datetime) -> None:
    """Let people ask about the marks of their first attempts; `shown_at`: when they saw them."""
    asking = {each.student.id: each for each in sittings if each.number == 1}
    attempts = select(Attempt).where(Attempt.quiz_id == quiz.id, Attempt.number == 1)
    for attempt in db.session.scalars(attempts.order_by(Attempt.user_id)).all():
        sitting = asking.get(attempt.user_id)
        newest = {save.slot: save.answer for save in sitting.saves} if sitting else {}
        for slot in load_slots(quiz.id, quiz.version):
            dice = Dice("note", attempt.seed, slot.question.id)
            note = write_note(slot.question.id, newest.get(slot.number, ()), dice)
            if note:
                at = shown_at + timedelta(minutes=round(30 + dice.share() * 2800))
                row = MarkNote(quiz_id=quiz.id, attempt_id=attempt.id, slot=slot.number, text=note)
                row.made_at = at
                db.session.add(row)
    db.session.flush()


def _begin(quiz: Quiz, sitting: Sitting, saves: Sequence[Save]) -> Attempt:
    """The attempt with its answers and their log, as the form of the taking page stores them."""
    points = {slot.number: slot.points for slot in load_slots(quiz.id, quiz.version)}
    attempt = Attempt(
        id=random_id(),
        quiz_id=quiz.id,
        user_id=sitting.student.id,
        number=sitting.number,
        version=quiz.version,
        seed=sitting.seed,
        layout=[Place(slot=place.slot, order=list(place.order)) for place in sitting.layout],
        started_at=sitting.started_at,
        possible=sum(millionths(points[place.slot]) for place in sitting.layout),
        revision=len(saves),
    )
    db.session.add(attempt)
    db.session.flush()
    numbered = list(enumerate(saves, 1))
    if numbered:
        newest = {save.slot: _response(attempt, save, number) for number, save in numbered}
        db.session.execute(insert(Response), list(newest.values()))
        db.session.execute(insert(AnswerLog), [_log(attempt, *each) for each in numbered])
    return attempt


def _response(attempt: Attempt, save: Save, number: int) -> Row:
    return {
        "attempt_id": attempt.id,
        "slot": save.slot,
        "answer": list(save.answer),
        "saved_at": save.at,
        "revision": number,
        "device": FORM,
    }


def _log(attempt: Attempt, number: int, save: Save) -> Row:
    return {
        "attempt_id": attempt.id,
        "slot": save.slot,
        "device": FORM,
        "number": number,
        "answer": list(save.answer),
        "arrived_at": save.at,
    }


def _marks(
    attempt: Attempt, sitting: Sitting, markers: Sequence[str], marked: float
) -> Iterable[Row]:
    """What people gave for the essays in it that have had their turn."""
    newest = {save.slot: save.answer for save in sitting.saves}
    for slot in load_slots(attempt.quiz_id, attempt.version):
        answer = newest.get(slot.number, ())
        dice = Dice("mark", sitting.seed, slot.question.id)
        is_due = slot.is_marked_by_hand and not slot.question.body.is_blank(answer)
        if is_due and dice.happens(marked):
            at = sitting.ends_at + timedelta(hours=2, minutes=round(dice.share() * 90))
            yield {
                **_judgment(slot, answer, dice),
                "attempt_id": attempt.id,
                "slot": slot.number,
                "number": 1,
                "answer_digest": digest(answer),
                "marked_by": dice.pick(markers),
                "marked_at": at,
            }


def _judgment(slot: PublishedSlot, answer: Answer, dice: Dice) -> Row:
    shares = judge(slot.question.id, answer[0], dice)
    given = tuple(share * line.most for share, line in zip(shares, list_lines(slot), strict=True))
    points = earned(slot, given)
    has_rubric = bool(slot.question.body.criteria())
    return {
        "points": millionths(points),
        "rubric": [millionths(each) for each in given] if has_rubric else [],
        "comment": comment(points / slot.points, dice),
    }
