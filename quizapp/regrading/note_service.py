"""Sending notes about marks, replying to them and closing them; each verb is one transaction."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from quizapp.attempts import result_page
from quizapp.attempts.queries import Sitting, find_sitting
from quizapp.errors import NotFound
from quizapp.extensions import db, transaction
from quizapp.quizzes.rules import Part
from quizapp.regrading.models import MarkNote
from quizapp.regrading.note_queries import count_recent, list_notes
from quizapp.regrading.notes import (
    ACCEPTED,
    MOST_NOTES,
    WHILE,
    AlreadyAsked,
    AlreadyClosed,
    NotYet,
    TooManyNotes,
    fit_note,
    fit_reply,
    likeness,
)
from quizapp.regrading.service import Maker


def ask(student_id: str, attempt_id: str, number: int, text: str, now: datetime) -> None:
    """Send a note about the mark of the question with this number on the student's page.

    Raises NotFound, NotYet, UnfitNote, AlreadyAsked or TooManyNotes.
    """
    try:
        _ask(student_id, attempt_id, number, text, now)
    except IntegrityError as error:
        raise AlreadyAsked from error


@transaction
def _ask(student_id: str, attempt_id: str, number: int, text: str, now: datetime) -> None:
    sitting = find_sitting(student_id, attempt_id)
    places = {place.number: place for place in sitting.places()}
    if number not in places:
        raise NotFound
    if not may_ask(sitting, now):
        raise NotYet
    note = fit_note(text)
    if count_recent(student_id, now - WHILE) >= MOST_NOTES:
        raise TooManyNotes
    slot = places[number].slot.number
    db.session.add(
        MarkNote(quiz_id=sitting.quiz.id, attempt_id=attempt_id, slot=slot, text=note, made_at=now)
    )
    db.session.flush()


def may_ask(sitting: Sitting, now: datetime) -> bool:
    """Whether the student can see the marks now."""
    is_submitted = sitting.attempt.submitted_at is not None
    return is_submitted and Part.MARKS in result_page.shown_parts(sitting, now)


@transaction
def reply(quiz_id: str, note_id: str, text: str, maker: Maker) -> None:
    """Answer a note, which closes it; raises NotFound, UnfitNote or AlreadyClosed."""
    _close(_get_open(quiz_id, note_id), fit_reply(text), maker)


@transaction
def close(quiz_id: str, note_id: str, maker: Maker) -> None:
    """Close a note without a reply; raises NotFound or AlreadyClosed."""
    _close(_get_open(quiz_id, note_id), "", maker)


@transaction
def close_alike(quiz_id: str, note_id: str, maker: Maker) -> int:
    """Tell everybody who asked about the same answer that it is accepted; how many there were."""
    sent = list_notes(quiz_id, is_open=True)
    about = [each for each in sent if each.note.id == note_id]
    if not about:
        return 0
    answer = likeness(about[0].slot.question.body, about[0].answer)
    alike = [
        each.note
        for each in sent
        if each.slot.question.id == about[0].slot.question.id
        and likeness(each.slot.question.body, each.answer) == answer
    ]
    _close_all(alike, maker)
    return len(alike)


def _close_all(notes: Sequence[MarkNote], maker: Maker) -> None:
    for note in notes:
        _close(note, ACCEPTED, maker)


def _get_open(quiz_id: str, note_id: str) -> MarkNote:
    note = db.session.scalar(
        select(MarkNote)
        .where(MarkNote.id == note_id, MarkNote.quiz_id == quiz_id)
        .with_for_update()
    )
    if note is None:
        raise NotFound
    if note.closed_at is not None:
        raise AlreadyClosed
    return note


def _close(note: MarkNote, reply: str, maker: Maker) -> None:
    note.reply, note.closed_by, note.closed_at = reply, maker.user_id, maker.now
    db.session.flush()
