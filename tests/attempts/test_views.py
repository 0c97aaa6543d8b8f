"""Tests of quizapp.attempts.views: who may do what, and in which order."""

import re

import pytest
from flask import Flask

from tests.attempts.builders import (
    browser_of,
    get_attempt,
    make_student,
    selects,
    statements,
)
from tests.attempts.forms_of import form_to, forms_of
from tests.attempts.student import HOUR, MINUTE, Student, run_out, words
from tests.factories import make_user


def test_submitting_again_leads_to_the_same_receipt(student: Student) -> None:
    attempt_id = student.start(student.quiz())
    page = student.get(f"/attempts/{attempt_id}/check")
    form = form_to(page, f"/attempts/{attempt_id}/submit")
    receipts = [
        re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", student.get(form.send(student.client).location))
        for _ in range(2)
    ]
    assert [found[0] if found else "" for found in receipts] == [
        get_attempt(attempt_id).receipt
    ] * 2


@pytest.mark.parametrize("tail", ["", "/check"])
def test_going_back_after_submitting_says_so_and_leads_to_the_result(
    student: Student, tail: str
) -> None:
    attempt_id = student.start(student.quiz())
    student.submit(attempt_id)
    response = student.client.get(f"/attempts/{attempt_id}{tail}", follow_redirects=True)
    assert "You submitted this at" in words(response.text)
    assert f"/attempts/{attempt_id}/result" in response.text


def test_result_of_an_open_attempt_leads_back_to_its_questions(student: Student) -> None:
    attempt_id = student.start(student.quiz())
    response = student.client.get(f"/attempts/{attempt_id}/result")
    assert response.location == f"/attempts/{attempt_id}"


def test_answers_sent_after_submitting_are_refused_with_words(student: Student) -> None:
    attempt_id = student.start(student.quiz())
    form = student.questions(attempt_id)
    student.submit(attempt_id)
    response = form.send(student.client, "")
    assert (response.status_code, "Already submitted" in words(response.text)) == (409, True)


def test_answers_sent_after_the_end_are_refused_with_words(student: Student) -> None:
    attempt_id = student.start(student.quiz(time_limit=30 * MINUTE))
    form = student.questions(attempt_id)
    run_out(attempt_id, HOUR)
    response = form.send(student.client, "")
    assert response.status_code == 409
    assert "Time is up. The answers we had by then are submitted" in words(response.text)


@pytest.mark.parametrize("tail", ["", "/check", "/result"])
def test_page_of_an_attempt_whose_time_ran_out_says_so(student: Student, tail: str) -> None:
    attempt_id = student.start(student.quiz(time_limit=30 * MINUTE))
    run_out(attempt_id, HOUR)
    response = student.client.get(f"/attempts/{attempt_id}{tail}", follow_redirects=True)
    assert "Time ran out" in words(response.text)
    assert get_attempt(attempt_id).ran_out


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("GET", "/attempts/{}"),
        ("POST", "/attempts/{}"),
        ("GET", "/attempts/{}/check"),
        ("POST", "/attempts/{}/check"),
        ("POST", "/attempts/{}/submit"),
        ("GET", "/attempts/{}/result"),
    ],
)
def test_attempt_of_another_is_not_there(app: Flask, method: str, address: str) -> None:
    owner = Student(app)
    attempt_id = owner.start(owner.quiz())
    for client in (
        browser_of(app, make_student(owner.course)),
        browser_of(app, make_user(is_administrator=True)),
    ):
        assert client.open(address.format(attempt_id), method=method).status_code == 404


@pytest.mark.parametrize(("method", "tail"), [("GET", ""), ("POST", "/start")])
def test_quiz_of_another_course_is_not_there(app: Flask, method: str, tail: str) -> None:
    quiz_id = Student(app).quiz()
    response = Student(app).client.open(f"/quizzes/{quiz_id}{tail}", method=method)
    assert response.status_code == 404


def test_somebody_not_signed_in_signs_in_first(app: Flask) -> None:
    response = app.test_client().get("/attempts/anything")
    assert response.status_code in (302, 303, 401)


def test_showing_pages_writes_nothing(student: Student) -> None:
    quiz_id = student.quiz()
    attempt_id = student.start(quiz_id)
    with statements() as found:
        for address in ("/", f"/quizzes/{quiz_id}", f"/attempts/{attempt_id}"):
            student.get(address)
        student.get(f"/attempts/{attempt_id}/check")
    assert selects(found) == len(found)


def test_every_form_carries_a_token_against_forgery(student: Student) -> None:
    quiz_id = student.quiz()
    attempt_id = student.start(quiz_id)
    pages = [student.get(f"/attempts/{attempt_id}"), student.get(f"/attempts/{attempt_id}/check")]
    assert all("csrf_token" in form.names() for page in pages for form in forms_of(page))
