"""Tests of notes about marks."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.accounts.models import User
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.quizzes.rules import FeedbackPolicy, Part, QuizSettings, When
from quizapp.regrading import note_service
from quizapp.regrading.models import MarkNote
from quizapp.regrading.note_queries import count_open_notes
from quizapp.regrading.notes import (
    LONGEST_NOTE,
    MOST_NOTES,
    AlreadyAsked,
    AlreadyClosed,
    NotYet,
    TooManyNotes,
    UnfitNote,
    fit_note,
)
from tests.attempts.builders import browser_of
from tests.factories import make_enrollment, make_user
from tests.regrading.builders import LATER, Scene, make_scene
from tests.regrading.test_races import at_once
from tests.regrading.test_service import NEW
from tests.regrading.test_student_side import get
from tests.regrading.test_views import page, staff, words

__all__ = ["staff"]


def ask(scene: Scene, name: str = "Ada", answer: str = "Lukashenka", text: str = "Why?") -> str:
    """The id of a new note about question 2, by a new student."""
    student_id = scene.student(name)
    attempt_id = scene.submit(student_id, NEW, answer)
    note_service.ask(student_id, attempt_id, 2, text, LATER)
    db.session.rollback()
    note = db.session.scalars(select(MarkNote).where(MarkNote.attempt_id == attempt_id)).one()
    return note.id


def notes_of(scene: Scene) -> str:
    return f"/teach/quizzes/{scene.quiz_id}/notes"


def test_student_asks_and_reads_the_reply_beside_the_question(
    app: Flask, scene: Scene, staff: FlaskClient
) -> None:
    student_id = scene.student("Ada")
    attempt_id = scene.submit(student_id, NEW)
    client = browser_of(app, db.session.get_one(User, student_id))
    html = page(client, f"/attempts/{attempt_id}/result")
    link = re.search(r'href="(/attempts/[^"]*/questions/1/note)"', html)
    assert link
    assert "Ask about the mark of question 1" in words(page(client, link[1]))
    sent = client.post(link[1], data={"text": "Is it not <b>osmosis</b>?"})
    told = words(page(client, sent.location.split("#")[0]))
    assert "Is it not <b>osmosis</b>?" in told and "Waiting for a reply" in told
    reply = re.search(r'action="([^"]*/reply)"', page(staff, notes_of(scene)))
    assert reply
    staff.post(reply[1], data={"text": "It is. We will correct it."})
    assert "It is. We will correct it." in get(app, student_id, f"/attempts/{attempt_id}/result")


def test_only_one_note_about_a_mark_is_open(any_scene: Scene, any_app: Flask) -> None:
    student_id = any_scene.student("Ada")
    attempt_id = any_scene.submit(student_id, NEW)

    def try_it() -> bool:
        try:
            note_service.ask(student_id, attempt_id, 1, "Why?", LATER)
        except AlreadyAsked:
            return False
        return True

    assert sum(at_once(any_app, [try_it] * 6)) == 1


def test_another_note_can_follow_a_reply(scene: Scene) -> None:
    note_id = ask(scene)
    note_service.reply(scene.quiz_id, note_id, "So.", scene.maker)
    note = db.session.get_one(MarkNote, note_id)
    student_id = db.session.execute(select(User.id).where(User.name == "Ada")).scalar_one()
    note_service.ask(student_id, note.attempt_id, 2, "Really?", LATER)
    assert count_open_notes([scene.quiz_id]) == {scene.quiz_id: 1}


def test_note_is_plain_text_of_limited_length() -> None:
    assert fit_note(" Why?\r\nReally\0? ") == "Why?\nReally?"
    for typed in ("  ", "a" * (LONGEST_NOTE + 1)):
        with pytest.raises(UnfitNote):
            fit_note(typed)


def test_too_many_notes_within_an_hour_are_refused(scene: Scene) -> None:
    student_id = scene.student("Ada")
    for _ in range(MOST_NOTES):
        note_service.ask(student_id, scene.submit(student_id, NEW), 1, "Why?", LATER)
    attempt_id = scene.submit(student_id, NEW)
    with pytest.raises(TooManyNotes):
        note_service.ask(student_id, attempt_id, 1, "Why?", LATER)
    note_service.ask(student_id, attempt_id, 1, "Why?", LATER + timedelta(hours=1))


def test_nothing_can_be_asked_before_the_marks_show(app: Flask) -> None:
    scene = make_scene(feedback=FeedbackPolicy(frozenset({Part.SCORE})))
    student_id = scene.student("Ada")
    attempt_id = scene.submit(student_id, NEW)
    with pytest.raises(NotYet):
        note_service.ask(student_id, attempt_id, 1, "Why?", LATER)
    assert "Ask about this mark" not in get(app, student_id, f"/attempts/{attempt_id}/result")


def test_nothing_can_be_asked_about_a_running_attempt(scene: Scene) -> None:
    student_id = scene.student("Ada")
    attempt_id = scene.start(student_id, NEW)
    with pytest.raises(NotYet):
        note_service.ask(student_id, attempt_id, 1, "Why?", LATER)


def test_nobody_asks_about_the_mark_of_another(scene: Scene) -> None:
    attempt_id = scene.submit(scene.student("Ada"), NEW)
    with pytest.raises(NotFound):
        note_service.ask(scene.student("Ben"), attempt_id, 1, "Why?", LATER)


def test_unreleased_result_shows_no_reply(app: Flask) -> None:
    scene = make_scene(feedback=FeedbackPolicy(when=When.AT_ONCE))
    note_id = ask(scene)
    note_service.reply(scene.quiz_id, note_id, "ZqXjreply", scene.maker)
    scene.quiz.settings = QuizSettings(feedback=FeedbackPolicy(when=When.NEVER))
    db.session.commit()
    note = db.session.get_one(MarkNote, note_id)
    student_id = db.session.execute(select(User.id).where(User.name == "Ada")).scalar_one()
    assert "ZqXj" not in get(app, student_id, f"/attempts/{note.attempt_id}/result")


def test_reply_to_a_closed_note_is_not_sent(scene: Scene) -> None:
    note_id = ask(scene)
    note_service.close(scene.quiz_id, note_id, scene.maker)
    with pytest.raises(AlreadyClosed):
        note_service.reply(scene.quiz_id, note_id, "So.", scene.maker)


def test_note_of_another_quiz_is_not_found(scene: Scene) -> None:
    note_id, other = ask(scene), make_scene()
    with pytest.raises(NotFound):
        note_service.close(other.quiz_id, note_id, other.maker)


def test_notes_are_grouped_by_answers_that_say_the_same(scene: Scene, staff: FlaskClient) -> None:
    for name, answer in (("Ada", "Lukashenka"), ("Ben", " LUKASHENKA "), ("Cat", "Putin")):
        ask(scene, name, answer)
    told = words(page(staff, notes_of(scene)))
    assert "Question 2: 3 notes" in told
    assert "Lukashenka 0 of 2 points · 2 notes" in told and "Putin 0 of 2 points · 1 note" in told


def test_empty_page_says_so(scene: Scene, staff: FlaskClient) -> None:
    assert "Nobody has asked about a mark." in words(page(staff, notes_of(scene)))


def test_empty_reply_is_refused_at_its_field(scene: Scene, staff: FlaskClient) -> None:
    note_id = ask(scene)
    response = staff.post(f"{notes_of(scene)}/{note_id}/reply", data={"text": " "})
    assert response.status_code == 422 and f'href="#reply-{note_id}"' in response.text


def test_assistants_reply_but_do_not_correct(app: Flask, scene: Scene) -> None:
    ask(scene)
    helper = make_user(name="Helper")
    make_enrollment(scene.course, helper, "assistant")
    html = page(browser_of(app, helper), notes_of(scene))
    assert "Send the reply" in html and "Accept this answer" not in html


def test_home_counts_the_notes_that_wait(scene: Scene, staff: FlaskClient) -> None:
    ask(scene)
    ask(scene, "Ben")
    assert "2 notes about marks" in words(page(staff, "/teach/"))
