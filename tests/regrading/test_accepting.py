"""What happens when an answer is accepted and only a part of that can be done."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from quizapp.extensions import db
from quizapp.regrading import accepting as accept
from quizapp.regrading.models import MarkNote
from quizapp.revisions.service import save_bank
from tests.regrading.builders import WRONG_KEY, Scene, points
from tests.regrading.test_note_corrections import accepting, editor, filed, send
from tests.regrading.test_notes import ask
from tests.regrading.test_service import NEW
from tests.regrading.test_views import confirm, words

__all__ = ["editor", "filed"]


def test_failure_after_the_file_was_written_is_told_and_can_be_gone_on_from(
    filed: Scene, editor: FlaskClient, questions: Path
) -> None:
    note_id = ask(filed)
    with failing("INSERT INTO correction"):
        told = words(send(editor, accepting(editor, filed, note_id)).text)
    assert "week-03.md accepts this answer now, but the quiz isn't corrected yet" in told
    assert "- = Lukashenka" in (questions / "week-03.md").read_text()
    confirm(editor, accepting(editor, filed, note_id))
    db.session.rollback()
    assert points(db.session.get_one(MarkNote, note_id).attempt_id)[0] == 2


def test_failure_before_the_file_was_written_changes_nothing(
    filed: Scene, editor: FlaskClient, questions: Path
) -> None:
    html = accepting(editor, filed, ask(filed))
    with failing("INSERT INTO bank_revision"):
        response = send(editor, html)
    assert response.status_code == 503
    assert (questions / "week-03.md").read_text() == WRONG_KEY


def test_answers_that_arrive_while_the_file_is_written_stop_the_rest_with_a_sentence(
    filed: Scene, editor: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = accepting(editor, filed, ask(filed))

    def save_while_somebody_submits(*given: Any) -> None:
        save_bank(*given)
        filed.submit(filed.student("Cy"), NEW, "Lukashenka")

    monkeypatch.setattr(accept, "save_bank", save_while_somebody_submits)
    response = send(editor, html)
    assert response.status_code == 409
    assert "week-03.md is written, but the quiz isn't corrected yet" in words(response.text)


@contextmanager
def failing(start: str) -> Iterator[None]:
    """A database that is full as soon as it gets such a statement."""

    def fail(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith(start):
            raise OperationalError(statement, {}, sqlite3.OperationalError("disk is full"))

    event.listen(db.engine, "before_cursor_execute", fail)
    try:
        yield
    finally:
        event.remove(db.engine, "before_cursor_execute", fail)
