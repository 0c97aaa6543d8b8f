"""Saving while another program holds the database, as a copy or a check of it does."""

import fcntl
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from sqlalchemy import event

from quizapp import sqlite
from quizapp.extensions import db
from tests.attempts.builders import stored_answers
from tests.attempts.saving_page import Page, entry


@contextmanager
def held(app: Flask) -> Iterator[sqlite3.Connection]:
    """The write lock of the site's database in somebody else's hands."""
    path = db.engine.url.database
    assert path
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    yield other
    other.close()


def test_a_short_hold_is_not_noticed(app: Flask) -> None:
    taking = Page(app)
    with held(app) as other:
        release = threading.Timer(0.3, other.rollback)
        release.start()
        response = taking.send(entry(1, "1"))
        release.join()
    assert response.status_code == 200
    assert list(stored_answers(taking.attempt_id)) == [1]


def test_a_long_hold_is_told_and_what_is_sent_again_is_stored(app: Flask) -> None:
    taking = Page(app)
    app.testing = False
    event.listen(db.engine, "checkout", lambda driver, *_: driver.execute("PRAGMA busy_timeout=50"))
    with held(app):
        response = taking.send(entry(1, "1"))
    assert response.status_code == 503
    assert response.json is not None
    assert response.json["error"].startswith("We can't save right now.")
    assert taking.send(entry(1, "1")).status_code == 200
    assert list(stored_answers(taking.attempt_id)) == [1]


def test_another_process_that_never_stops_writing_is_told_too(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    taking = Page(app)
    app.testing = False
    monkeypatch.setattr(sqlite, "WAIT_SECONDS", 0.2)
    file = os.open(f"{db.engine.url.database}-writer", os.O_RDWR | os.O_CREAT)
    fcntl.flock(file, fcntl.LOCK_EX)
    assert taking.send(entry(1, "1")).status_code == 503
    os.close(file)
    monkeypatch.undo()
    assert taking.send(entry(1, "1")).status_code == 200


def test_pages_open_while_the_database_is_held(app: Flask) -> None:
    taking = Page(app)
    with held(app):
        assert taking.client.get(f"/attempts/{taking.attempt_id}").status_code == 200
