"""Tests of publishing a quiz, first and again."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts.models import AuditEvent
from quizapp.attempts import service as attempts
from quizapp.attempts.late_decisions import Decider
from quizapp.banks.library import LoadedBank
from quizapp.clock import utc_now
from quizapp.extensions import db
from quizapp.publishing import service
from quizapp.publishing.freshness import look
from quizapp.publishing.service import Change, MovedOn
from quizapp.quizzes.composition import SameId, Selection
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.rules import QuizSettings
from quizapp.quizzes.service import CannotPublish
from tests.attempts.builders import load, make_student
from tests.attempts.student import words
from tests.factories import NOON, make_course, make_user
from tests.publishing.conftest import CELLS, GENES, Desk
from tests.publishing.test_settings import publish


def banks(**texts: str) -> dict[str, LoadedBank]:
    return {name: load(text, name) for name, text in texts.items()}


BOTH = {"cells": CELLS, "genes": GENES}


def made(*selections: Selection) -> tuple[str, Decider]:
    """An unpublished quiz, and somebody who may publish it."""
    decider = Decider(make_user().id, NOON)
    change = Change("Week 3", QuizSettings(), selections)
    return service.make(make_course().id, change, decider), decider


def publish_now(quiz_id: str, decider: Decider, found: dict[str, LoadedBank]) -> int:
    seen = look(db.session.get_one(Quiz, quiz_id), found).fingerprint
    return service.publish(quiz_id, found, seen, decider)


def test_parts_of_two_banks_become_one_quiz(any_app: Flask) -> None:
    quiz_id, decider = made(
        Selection("genes"), Selection("cells", tag="plants", draw=1), Selection("cells")
    )
    assert publish_now(quiz_id, decider, banks(**BOTH)) == 1
    slots = load_slots(quiz_id, 1)
    assert [(slot.question.id, slot.section, slot.drawn_from) for slot in slots] == [
        ("nucleus", 0, 0),
        ("walls", 1, 1),
        ("divide", 2, 1),
        ("energy", 3, 3),
    ]
    assert db.session.get_one(Quiz, quiz_id).settings.draw == {1: 1}


def test_a_student_gets_as_many_of_a_part_as_are_drawn(any_app: Flask) -> None:
    quiz_id, decider = made(Selection("cells", draw=2))
    publish_now(quiz_id, decider, banks(**BOTH))
    quiz = db.session.get_one(Quiz, quiz_id)
    student_id = make_student(quiz.course).id
    attempt_id = attempts.start(student_id, quiz_id, NOON)
    assert len(attempts.find_sitting(student_id, attempt_id, NOON).places()) == 2


def test_publishing_again_makes_the_next_version(any_app: Flask) -> None:
    quiz_id, decider = made(Selection("cells"))
    publish_now(quiz_id, decider, banks(**BOTH))
    edited = banks(cells=CELLS.replace("Cells divide.", "All cells divide."))
    assert publish_now(quiz_id, decider, edited) == 2
    assert [load_slots(quiz_id, at)[2].question.heading for at in (1, 2)] == [
        "Cells divide.",
        "All cells divide.",
    ]


def test_what_was_not_seen_is_not_published(any_app: Flask) -> None:
    quiz_id, decider = made(Selection("cells"))
    seen = look(db.session.get_one(Quiz, quiz_id), banks(**BOTH)).fingerprint
    edited = banks(cells=CELLS.replace("Cells divide.", "All cells divide."))
    with pytest.raises(MovedOn):
        service.publish(quiz_id, edited, seen, decider)
    assert db.session.get_one(Quiz, quiz_id).version == 0


@pytest.mark.parametrize(
    ("texts", "refusal"),
    [
        ({"genes": GENES}, CannotPublish),
        ({**BOTH, "genes": GENES.replace("nucleus`", "walls`")}, SameId),
    ],
    ids=["gone", "same id"],
)
def test_unfit_parts_publish_nothing(
    app: Flask, texts: dict[str, str], refusal: type[Exception]
) -> None:
    quiz_id, decider = made(Selection("cells"), Selection("genes"))
    with pytest.raises(refusal):
        service.publish(quiz_id, banks(**texts), "", decider)
    assert db.session.get_one(Quiz, quiz_id).version == 0


def test_closing_cuts_attempts_off_and_reopening_takes_that_back(any_app: Flask) -> None:
    quiz_id, decider = made(Selection("cells"))
    publish_now(quiz_id, decider, banks(**BOTH))
    student_id = make_student(db.session.get_one(Quiz, quiz_id).course).id
    attempt_id = attempts.start(student_id, quiz_id, NOON)
    later = replace(decider, now=NOON + timedelta(hours=1))
    said = service.close(quiz_id, decider)
    assert said == ("1 student is working; the new closing time applies to that student too.",)
    assert attempts.settle(quiz_id, later.now) == 1
    assert service.reopen(quiz_id, later) == ("1 attempt that had run out of time can go on.",)
    assert attempts.start(student_id, quiz_id, later.now) == attempt_id


def test_closing_clicked_twice_is_taken_back_to_the_time_before_both(app: Flask) -> None:
    quiz_id, decider = made(Selection("cells"))
    publish_now(quiz_id, decider, banks(**BOTH))
    closes = NOON + timedelta(days=2)
    service.change(
        quiz_id, Change("W", QuizSettings(closes_at=closes), [Selection("cells")]), decider
    )
    service.close(quiz_id, replace(decider, now=NOON + timedelta(milliseconds=9)))
    service.close(quiz_id, decider)  # clicked before, and overtaken
    service.reopen(quiz_id, replace(decider, now=NOON + timedelta(hours=1)))
    assert db.session.get_one(Quiz, quiz_id).closes_at == closes


def test_each_act_on_a_quiz_leaves_a_row_in_the_audit_trail(app: Flask) -> None:
    quiz_id, decider = made(Selection("cells"))
    publish_now(quiz_id, decider, banks(**BOTH))
    new = Change("Week 4", QuizSettings(), [Selection("cells")])
    service.change(quiz_id, new, decider)
    service.close(quiz_id, decider)
    service.reopen(quiz_id, decider)
    rows = db.session.scalars(select(AuditEvent).where(AuditEvent.object == f"quiz {quiz_id}"))
    assert sorted((row.act, row.detail) for row in rows) == [
        ("quiz closed", ""),
        ("quiz made", ""),
        ("quiz published", "version 1"),
        ("quiz reopened", ""),
        ("quiz settings changed", ""),
    ]


def test_the_audit_trail_tells_what_publishing_again_changed(app: Flask) -> None:
    quiz_id, decider = made(Selection("genes"))
    publish_now(quiz_id, decider, banks(**BOTH))
    edited = GENES.replace("(x) True", "( ) True").replace("( ) False", "(x) False")
    publish_now(quiz_id, decider, banks(genes=edited))
    rows = db.session.scalars(select(AuditEvent).where(AuditEvent.act == "quiz published"))
    assert sorted(row.detail for row in rows) == ["version 1", "version 2: 1 key changed"]


def test_a_quiz_is_seen_by_students_once_it_is_published(desk: Desk) -> None:
    quiz_id, student_id = desk.make(), make_student(desk.course).id
    with pytest.raises(Exception, match="isn't here"):
        attempts.start(student_id, quiz_id, utc_now())
    publish(desk, quiz_id)
    assert attempts.start(student_id, quiz_id, utc_now())


def test_a_bank_that_moved_on_is_said_with_every_change(desk: Desk) -> None:
    quiz_id = desk.make()
    publish(desk, quiz_id)
    attempts.start(make_student(desk.course).id, quiz_id, utc_now())
    edit(
        desk.questions, ("- (x) b) Mito", "- ( ) b) Mito"), ("- ( ) a) Nucleus", "- (x) a) Nucleus")
    )
    page = words(desk.get(f"/teach/quizzes/{quiz_id}/settings"))
    assert "The bank has moved on since" in page
    assert "1 key changed" in page
    page = words(desk.get(f"/teach/quizzes/{quiz_id}/publish"))
    assert "Changed: the key. 1 running attempt keeps the question as it was." in page
    assert "- ( ) a) Nucleus" in page
    assert "Published." in publish(desk, quiz_id)
    assert desk.quiz(quiz_id).version == 2


def test_a_page_that_is_out_of_date_is_shown_afresh(desk: Desk) -> None:
    quiz_id = desk.make()
    address = f"/teach/quizzes/{quiz_id}/publish"
    page = words(desk.post(address, {"seen": "0" * 64}, 409))
    assert "nothing was published" in page
    assert desk.quiz(quiz_id).version == 0


def test_a_broken_bank_is_said_and_nothing_happens(desk: Desk) -> None:
    quiz_id = desk.make()
    publish(desk, quiz_id)
    edit(desk.questions, ("- (x) b) Mito", "- ( ) b) Mito"))
    page = words(desk.get(f"/teach/quizzes/{quiz_id}/publish"))
    assert "t be published: No option is marked correct" in page
    assert "the quiz goes on as it was published" in page
    assert "<button" not in page


def edit(questions: Path, *changes: tuple[str, str]) -> None:
    """Write the bank on cells anew."""
    text = CELLS
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (questions / "cells.md").write_text(text)
