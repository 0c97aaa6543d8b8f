"""Tests of the save endpoint: whom and what it refuses, and in which order."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts.models import SignIn, User
from quizapp.clock import utc_now
from quizapp.extensions import db
from tests.attempts.builders import (
    NINE_TYPES,
    browser_of,
    get_attempt,
    make_student,
    stored_answers,
)
from tests.attempts.saving_page import Page, entry
from tests.attempts.student import HOUR, Student


@pytest.mark.parametrize("is_shared", [True, False])
def test_a_sign_in_that_has_been_idle_too_long_saves_nothing(taking: Page, is_shared: bool) -> None:
    db.session.rollback()
    sign_in = db.session.scalars(select(SignIn)).one()
    sign_in.seen_at = sign_in.made_at = utc_now() - (13 if is_shared else 200) * HOUR
    sign_in.is_shared = is_shared
    db.session.commit()
    assert taking.send(entry(1, "1")).status_code == 401
    assert stored_answers(taking.attempt_id) == {}


def test_a_disabled_person_saves_nothing(taking: Page) -> None:
    db.session.rollback()
    db.session.get_one(User, taking.student_id).disabled_at = utc_now()
    db.session.commit()
    assert taking.send(entry(1, "1")).status_code == 401


def test_who_is_signed_out_is_told_so_before_anything_else(taking: Page, any_app: Flask) -> None:
    taking.client = any_app.test_client()
    any_app.config["WTF_CSRF_ENABLED"] = True
    response = taking.post("nonsense")
    assert response.status_code == 401
    assert response.json == {
        "error": "You are signed out. Sign in again in a new tab; your answers stay here."
    }


@pytest.mark.parametrize("token", [None, "", "forged"])
def test_a_save_needs_the_token_of_its_session(app: Flask, token: str | None) -> None:
    taking = Page(app)
    app.config["WTF_CSRF_ENABLED"] = True
    headers = {} if token is None else {"X-CSRFToken": token}
    response = taking.client.post(
        f"/attempts/{taking.attempt_id}/responses",
        json={"answers": [entry(1, "1")], "revision": 0},
        headers=headers,
    )
    assert response.status_code == 400
    assert stored_answers(taking.attempt_id) == {}


def test_who_comes_with_an_old_token_gets_one_that_works(app: Flask) -> None:
    taking = Page(app)
    app.config["WTF_CSRF_ENABLED"] = True
    address = f"/attempts/{taking.attempt_id}/responses"
    sent = {"answers": [entry(1, "1")], "revision": 0}
    refused = taking.client.post(address, json=sent, headers={"X-CSRFToken": "old"})
    headers = {"X-CSRFToken": (refused.json or {})["token"]}
    assert taking.client.post(address, json=sent, headers=headers).status_code == 200


def test_a_save_with_its_token_is_stored(app: Flask) -> None:
    taking = Page(app)
    app.config["WTF_CSRF_ENABLED"] = True
    html = taking.client.get(f"/attempts/{taking.attempt_id}").text
    token = html.partition('name="csrf_token" value="')[2].partition('"')[0]
    response = taking.client.post(
        f"/attempts/{taking.attempt_id}/responses",
        json={"answers": [entry(1, "1")], "revision": 0},
        headers={"X-CSRFToken": token},
    )
    assert response.status_code == 200


GOOD = entry(1, "1")


@pytest.mark.parametrize(
    "sent",
    [
        [],
        "text",
        {},
        {"answers": [GOOD]},
        {"answers": GOOD, "revision": 0},
        {"answers": [GOOD], "revision": "0"},
        {"answers": [GOOD], "revision": True},
        {"answers": [GOOD], "revision": -1},
        {"answers": [GOOD], "revision": 0, "device": ""},
        {"answers": [GOOD], "revision": 0, "device": "x" * 27},
        {"answers": [GOOD], "revision": 0, "device": 7},
        {"answers": [GOOD, GOOD], "revision": 0},
        {"answers": ["text"], "revision": 0},
        {"answers": [{**GOOD, "slot": "1"}], "revision": 0},
        {"answers": [{**GOOD, "slot": 0}], "revision": 0},
        {"answers": [{**GOOD, "slot": 3}], "revision": 0},
        {"answers": [{**GOOD, "slot": 1.0}], "revision": 0},
        {"answers": [{**GOOD, "n": 0}], "revision": 0},
        {"answers": [{**GOOD, "n": 2**31}], "revision": 0},
        {"answers": [{**GOOD, "values": "1"}], "revision": 0},
        {"answers": [{**GOOD, "values": [1]}], "revision": 0},
        {"answers": [{**GOOD, "values": [None]}], "revision": 0},
        {"answers": [{**GOOD, "values": ["1"] * 1001}], "revision": 0},
        {"answers": [{**GOOD, "revisit": 1}], "revision": 0},
        {"answers": [GOOD] + [{**GOOD, "slot": 2, "values": [[]]}], "revision": 0},
    ],
    ids=repr,
)
def test_what_our_script_never_sends_is_refused_as_a_whole(student: Student, sent: Any) -> None:
    attempt_id = student.start(student.quiz())
    response = student.client.post(f"/attempts/{attempt_id}/responses", json=sent)
    assert response.status_code == 400
    assert response.json is not None
    assert response.json["error"].startswith("That could not be saved: ")
    assert stored_answers(attempt_id) == {}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"{",
        b"\xff\xfe{",
        b"[" * 60_000,
        b'{"answers": [], "revision": 0, "revision": 0}',
    ],
    ids=["empty", "null", "cut", "not UTF-8", "deep", "twice"],
)
def test_a_body_that_isnt_clean_json_is_refused(student: Student, body: bytes) -> None:
    attempt_id = student.start(student.quiz())
    response = student.client.post(
        f"/attempts/{attempt_id}/responses", data=body, content_type="application/json"
    )
    assert response.status_code == 400
    assert response.is_json


def test_more_than_a_form_may_hold_is_too_much(student: Student) -> None:
    attempt_id = student.start(student.quiz(NINE_TYPES))
    sent = {"answers": [entry(7, "x" * 1_000_000)], "revision": 0}
    response = student.client.post(f"/attempts/{attempt_id}/responses", json=sent)
    assert response.status_code == 413
    assert response.json == {"error": "That is larger than 1 MB."}


def test_the_attempt_of_another_is_not_there(any_app: Flask) -> None:
    taking = Page(any_app)
    course = get_attempt(taking.attempt_id).quiz.course
    taking.client = browser_of(any_app, make_student(course))
    for answers in ([entry(1, "1")], [entry(99, "1")], []):
        assert taking.send(*answers).status_code == 404
    assert stored_answers(taking.attempt_id) == {}


def test_an_attempt_that_never_was_is_not_there(taking: Page) -> None:
    taking.attempt_id = "a" * 26
    response = taking.send(entry(1, "1"))
    assert (response.status_code, response.is_json) == (404, True)
