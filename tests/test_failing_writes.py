"""A database that fails at any one of a verb's writes: a sentence, and nothing half-done."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from quizapp.accounts.models import User
from quizapp.extensions import db
from tests.attempts.builders import browser_of
from tests.test_routes import content_of
from tests.world import make_full

COURSE, QUIZ = "/teach/{course_id}", "/teach/quizzes/{quiz_id}"
SENT = {
    "/teach/new-course": {"title": "Botany", "zone": "Europe/London"},
    f"{COURSE}/copy": {"title": "Next term"},
    f"{COURSE}/code/renew": {},
    f"{COURSE}/people/add": {"login": "bo", "name": "Bo Lee", "role": "assistant"},
    f"{COURSE}/people/import/apply": {"text": "name,email\nBo Lee,bo\nCy Roe,cy\n"},
    f"{COURSE}/people/codes": {},
    f"{COURSE}/people/{{user_id}}/code": {},
    f"{COURSE}/people/{{user_id}}/time": {"percent": "150"},
    f"{COURSE}/people/{{user_id}}/role": {"role": "assistant"},
    f"{COURSE}/people/{{user_id}}/remove": {},
    f"{COURSE}/people/{{user_id}}/erase": {"name": "Ada cells"},
    f"{COURSE}/quizzes/new": {"title": "Week 4", "banks": "cells"},
    f"{QUIZ}/close": {},
    f"{QUIZ}/windows/{{user_id}}": {"minutes": "9", "reason": "ill"},
    f"{QUIZ}/windows/{{user_id}}/withdraw": {},
    f"{QUIZ}/late/{{late_attempt}}/2/accept": {},
    f"{QUIZ}/notes/{{note_id}}/reply": {"text": "Because."},
    f"{QUIZ}/regrade/{{correction_id}}/undo": {},
}
WRITES = ("INSERT", "UPDATE", "DELETE")
APART = ("throttle", "sign_in SET")  # of the request, not of the verb


@contextmanager
def failing_at(number: int) -> Iterator[list[str]]:
    """The writes that come meanwhile; the one with this number, from 1, fails."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith(WRITES) and not any(each in statement for each in APART):
            seen.append(statement)
            if len(seen) == number:
                raise OperationalError(statement, {}, sqlite3.OperationalError("disk is full"))

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


@pytest.mark.parametrize("address", SENT)
def test_a_write_that_fails_leaves_nothing_behind(
    app: Flask, questions: Path, address: str
) -> None:
    full = make_full(questions, "cells")
    client = browser_of(app, db.session.get_one(User, full.instructor_id))
    at, before = address.format(**full.values), content_of(app)
    for number in range(1, 100):
        with failing_at(number) as writes:
            response = client.post(at, data=SENT[address])
        if len(writes) < number:
            break
        assert response.status_code == 503 and "save right now" in response.text, writes[-1]
        assert content_of(app) == before, writes[-1]
    assert number > 1 and response.status_code in (200, 303)
