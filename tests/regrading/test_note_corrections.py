"""Tests of accepting the answer that a note is about, and of what becomes of its file."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from quizapp.accounts.models import User
from quizapp.banks.library import Library
from quizapp.clock import utc_now
from quizapp.extensions import db
from quizapp.quizzes import service as quizzes
from quizapp.quizzes.models import Correction
from quizapp.quizzes.rules import QuizSettings
from quizapp.regrading import note_service
from quizapp.regrading.models import MarkNote
from tests.attempts.builders import AS_WRITTEN, browser_of
from tests.attempts.forms_of import form_to
from tests.factories import NOON, make_course, make_enrollment, make_user
from tests.regrading.builders import WRONG_KEY, Scene, points
from tests.regrading.test_notes import ask
from tests.regrading.test_service import NEW, OLD, WRONG
from tests.regrading.test_views import address, confirm, page, words


@pytest.fixture
def filed(app: Flask, questions: Path) -> Scene:
    """A quiz published from a file that is still there."""
    (questions / "week-03.md").write_text(WRONG_KEY)
    course, maker = make_course(), make_user(name="Dr Okafor")
    make_enrollment(course, maker, "instructor")
    bank = Library(questions).load("week-03")
    settings = QuizSettings(attempts_allowed=None, **AS_WRITTEN)
    return Scene(course.id, quizzes.create_quiz(course.id, bank, settings, NOON).id, maker.id)


@pytest.fixture
def editor(app: Flask, filed: Scene) -> FlaskClient:
    """The browser of its instructor."""
    return browser_of(app, db.session.get_one(User, filed.maker_id))


def accepting(client: FlaskClient, scene: Scene, note_id: str, question: str = "leader") -> str:
    return page(client, address(scene, f"?question={question}&how=answer&note={note_id}"))


def test_accepted_answer_is_written_to_the_file_and_counts(
    filed: Scene, editor: FlaskClient, questions: Path
) -> None:
    note_id = ask(filed)
    other = ask(filed, "Ben", "lukashenka")
    html = accepting(editor, filed, note_id)
    assert "“Lukashenka” is accepted beside “Lukashenko”" in words(html)
    assert "+ - = Lukashenka" in html
    confirm(editor, html)
    expected = WRONG_KEY.replace("- = Lukashenko\n", "- = Lukashenko\n- = Lukashenka\n")
    assert (questions / "week-03.md").read_text() == expected
    db.session.rollback()
    notes = [db.session.get_one(MarkNote, each) for each in (note_id, other)]
    assert [points(note.attempt_id)[0] for note in notes] == [2, 2]
    assert all("accepted now" in note.reply for note in notes)


def test_file_that_was_corrected_needs_no_further_correction(
    filed: Scene, editor: FlaskClient
) -> None:
    confirm(editor, accepting(editor, filed, ask(filed)))
    assert 'value="file"' not in page(editor, address(filed, "?question=leader"))


def test_file_is_left_alone_unless_that_is_wanted(
    filed: Scene, editor: FlaskClient, questions: Path
) -> None:
    html = accepting(editor, filed, ask(filed)).replace(' value="1" checked', ' value="1"')
    confirm(editor, html)
    assert (questions / "week-03.md").read_text() == WRONG_KEY


def test_file_that_differs_is_said_and_left_alone(
    filed: Scene, editor: FlaskClient, questions: Path
) -> None:
    mine = WRONG_KEY.replace("- ! Putin", "- ! Yeltsin")
    (questions / "week-03.md").write_text(mine)
    note_id = ask(filed)
    html = accepting(editor, filed, note_id)
    told = words(html)
    assert (
        "In week-03.md the question isn't as it is graded now. Only the quiz is corrected" in told
    )
    confirm(editor, html)
    assert (questions / "week-03.md").read_text() == mine
    db.session.rollback()
    assert points(db.session.get_one(MarkNote, note_id).attempt_id)[0] == 2


def test_file_that_changes_after_the_preview_stops_everything(
    filed: Scene, editor: FlaskClient, questions: Path
) -> None:
    html = accepting(editor, filed, ask(filed))
    (questions / "week-03.md").write_text(WRONG_KEY + "\n")
    assert send(editor, html).status_code == 409
    assert db.session.scalar(select(func.count(Correction.id))) == 0
    assert (questions / "week-03.md").read_text() == WRONG_KEY + "\n"


def send(client: FlaskClient, html: str) -> TestResponse:
    """Confirm a preview and stay on the answer."""
    action = re.search(r'<form method="post" action="([^"]*/regrade\?[^"]*)"', html)
    assert action
    return form_to(html, action[1].replace("&amp;", "&")).send(client)


def test_answer_that_a_file_cannot_hold_corrects_the_quiz_only(
    filed: Scene, editor: FlaskClient, questions: Path
) -> None:
    student_id = filed.student("Ada")
    attempt_id = filed.submit(student_id, NEW)
    old = filed.submit(filed.student("Ben"), OLD)
    filed.submit(filed.student("Cat"), WRONG)
    note_service.ask(student_id, attempt_id, 1, "Why?", utc_now())
    note_id = db.session.scalars(select(MarkNote.id)).one()
    html = accepting(editor, filed, note_id, "water")
    assert "can't say in its file" in words(html)
    confirm(editor, html)
    assert [points(attempt_id)[0], points(old)[0]] == [1, 1]
    assert (questions / "week-03.md").read_text() == WRONG_KEY


def test_key_of_the_mended_file_is_offered(
    filed: Scene, editor: FlaskClient, questions: Path
) -> None:
    mended = WRONG_KEY.replace("(x) a", "( ) a").replace("( ) b", "(x) b")
    (questions / "week-03.md").write_text(mended)
    attempt_id = filed.submit(filed.student("Ada"), NEW)
    assert "The key that week-03.md has now" in page(editor, address(filed, "?question=water"))
    confirm(editor, page(editor, address(filed, "?question=water&how=file")))
    assert points(attempt_id)[0] == 1


def test_file_with_the_published_key_is_not_offered(filed: Scene, editor: FlaskClient) -> None:
    assert 'value="file"' not in page(editor, address(filed, "?question=water"))
