"""Copies a quiz into another course, or into the same one, as it was published."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select

from quizapp.columns import random_id
from quizapp.extensions import db
from quizapp.quizzes.freezing import insert_slots
from quizapp.quizzes.local_times import NoSuchTime, to_instant, to_local
from quizapp.quizzes.models import Quiz, Slot
from quizapp.quizzes.rules import FeedbackPolicy, QuizSettings


def add_copy(source: Quiz, course_id: str, shift: timedelta, now: datetime) -> Quiz:
    """A new quiz with the settings, parts and frozen questions of `source`; nobody's attempts.

    Inside another verb's transaction. Its times are moved by `shift` as clocks show them, so that
    a quiz at 14:00 stays one at 14:00 across a clock change.
    """
    copy = Quiz(
        id=random_id(),
        course_id=course_id,
        bank=source.bank,
        title=source.title,
        intro=source.intro,
        language=source.language,
        version=min(source.version, 1),
        made_at=now,
        published_at=now if source.version else None,
    )
    copy.settings = _moved(source.settings, shift, source.course.zone)
    copy.selections = source.selections
    db.session.add(copy)
    db.session.flush()
    slots = db.session.scalars(
        select(Slot)
        .where(Slot.quiz_id == source.id, Slot.version == source.version)
        .order_by(Slot.number)
    ).all()
    if slots:
        insert_slots([_row(slot, copy.id) for slot in slots])
    return copy


def _row(slot: Slot, quiz_id: str) -> dict[str, str | int | None]:
    return {
        "quiz_id": quiz_id,
        "version": 1,
        "number": slot.number,
        "section": slot.section,
        "pool": slot.pool,
        "question_id": slot.question_id,
        "points": slot.points,
        "digest": slot.digest,
    }


def _moved(settings: QuizSettings, shift: timedelta, zone: str) -> QuizSettings:
    feedback: FeedbackPolicy = settings.feedback
    return replace(
        settings,
        opens_at=_move(settings.opens_at, shift, zone),
        closes_at=_move(settings.closes_at, shift, zone, is_end=True),
        feedback=replace(feedback, at=_move(feedback.at, shift, zone)),
    )


def _move(
    instant: datetime | None, shift: timedelta, zone: str, *, is_end: bool = False
) -> datetime | None:
    if instant is None:
        return None
    try:
        return to_instant(to_local(instant, zone) + shift, zone, is_end=is_end)
    except NoSuchTime:  # the clocks skip it there
        return instant + shift
