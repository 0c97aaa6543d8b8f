"""Errors are pages: the right status, a sentence, and nothing of our insides."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from quizapp.config import Settings
from quizapp.errors import Conflict, NotFound, Refused, TooMany, UserError
from quizapp.extensions import db
from tests.conftest import serving


def answer_with(app: Flask, error: Exception) -> FlaskClient:
    """A browser of a site where /fails raises `error`."""

    def fail() -> str:
        raise error

    app.testing = False
    app.add_url_rule("/fails", view_func=fail)
    return app.test_client()


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotFound(), 404),
        (Refused("Not now."), 403),
        (Conflict("It changed."), 409),
        (TooMany("Wait.", retry_after=30), 429),
        (UserError("No."), 400),
    ],
)
def test_each_kind_of_error_has_its_status_and_says_its_sentence(
    app: Flask, error: UserError, status: int
) -> None:
    response = answer_with(app, error).get("/fails")
    assert response.status_code == status
    assert str(error).replace("'", "&#39;") in response.text


def test_too_many_tries_say_when_to_come_back(app: Flask) -> None:
    response = answer_with(app, TooMany("Wait.", retry_after=30)).get("/fails")
    assert response.headers["Retry-After"] == "30"


def test_our_own_failure_shows_a_reference_and_no_trace(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    response = answer_with(app, ZeroDivisionError("secret detail")).get("/fails")
    assert response.status_code == 500
    assert "secret detail" not in response.text
    assert re.search(r"Answers saved before \d\d:\d\d are safe\.", response.text)
    reference = next(
        record.getMessage().split()[-1] for record in caplog.records if record.exc_info
    )
    assert reference in response.text


def test_an_unknown_address_is_a_page(client: FlaskClient) -> None:
    response = client.get("/no-such-page")
    assert response.status_code == 404
    assert "This page isn&#39;t here" in response.text


def test_a_full_disk_is_said_to_be_one_of_saving(app: Flask) -> None:
    def write() -> str:
        with db.engine.execution_options(writes=True).begin() as connection:
            connection.execute(text("PRAGMA max_page_count = 1"))
            connection.execute(text("CREATE TABLE filler (bytes BLOB)"))
            for _ in range(100):
                connection.execute(text("INSERT INTO filler VALUES (zeroblob(100000))"))
        return "saved"

    app.testing = False
    app.add_url_rule("/writes", view_func=write)
    response = app.test_client().get("/writes")
    assert response.status_code == 503
    assert "We can&#39;t save right now" in response.text


def test_a_database_that_is_away_is_said_to_be_one_of_saving(tmp_path: Path) -> None:
    away = Settings(instance=tmp_path, database_url="postgresql://quiz@127.0.0.1:1/quiz")
    with serving(away) as app:
        app.testing = False
        response = app.test_client().get("/join/QZ7-4KPM")
    assert response.status_code == 503
    assert "We can&#39;t save right now" in response.text


def test_a_body_over_one_megabyte_is_refused(app: Flask, client: FlaskClient) -> None:
    app.testing = False
    response = client.post("/signin", data={"login": "x" * 1_100_000})
    assert response.status_code == 413
    assert "larger than 1 MB" in response.text


def test_errors_of_the_database_hold_nothing_of_what_was_to_be_stored(app: Flask) -> None:
    with pytest.raises(IntegrityError) as caught:
        db.session.execute(
            text("INSERT INTO user (id, name) VALUES (:id, :name)"), {"id": "u1", "name": "Ada Obi"}
        )
    assert "Ada" not in str(caught.value)
