"""Tests of the student's home."""

import re
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.attempts import service
from quizapp.attempts.answers import Given
from quizapp.clock import utc_now
from quizapp.quizzes.rules import FeedbackPolicy, When
from tests.attempts.builders import (
    AS_WRITTEN,
    TWO_CHOICES,
    browser_of,
    selects,
    statements,
)
from tests.attempts.forms_of import form_to
from tests.attempts.student import HOUR, MINUTE, Student, run_out, words
from tests.factories import make_course, make_enrollment, make_user


def home(student: Student) -> str:
    return words(student.get("/"))


def test_home_of_nobody_leads_to_joining(client: FlaskClient) -> None:
    response = client.get("/")
    assert (response.status_code, response.location) == (302, "/join")


def test_home_without_a_course_has_the_form_to_join(app: Flask) -> None:
    page = browser_of(app, make_user()).get("/").text
    assert form_to(page, "/join").names() == ["csrf_token", "code"]


def test_home_without_quizzes_says_so(student: Student) -> None:
    assert "No quizzes yet. When your instructor opens one it appears here." in home(student)


@pytest.mark.parametrize("role", ["assistant", "instructor"])
def test_home_of_who_only_teaches_is_the_teaching_page(app: Flask, role: str) -> None:
    user = make_user()
    make_enrollment(make_course(), user, role)
    assert browser_of(app, user).get("/").location == "/teach/"


def test_home_of_an_administrator_without_a_course_is_the_teaching_page(app: Flask) -> None:
    user = make_user(is_administrator=True)
    assert browser_of(app, user).get("/").location == "/teach/"


def test_student_who_assists_finds_the_way_to_teaching_and_back(app: Flask) -> None:
    user = make_user()
    make_enrollment(make_course(), user)
    make_enrollment(make_course(title="Chemistry"), user, "assistant")
    browser = browser_of(app, user)
    assert '<a href="/teach/">Teaching</a>' in browser.get("/").text
    assert '<a href="/">Your quizzes</a>' in browser.get("/teach/").text


def test_teaching_pages_of_who_is_no_student_offer_no_quizzes_to_take(app: Flask) -> None:
    user = make_user()
    make_enrollment(make_course(), user, "instructor")
    assert "Your quizzes" not in browser_of(app, user).get("/teach/").text


def test_home_of_a_student_does_not_lead_to_the_teaching_pages(student: Student) -> None:
    student.quiz()
    assert "/teach/" not in student.get("/")


def put_in_state(student: Student, state: str) -> None:
    """Give the student a quiz in this state."""
    now = utc_now()
    if state == "unfinished":
        attempt_id = student.start(student.quiz(**AS_WRITTEN))
        service.save_responses(student.id, attempt_id, {1: Given(("1",))}, now)
        return
    if state == "ran out":
        run_out(student.start(student.quiz(time_limit=MINUTE)), HOUR)
        return
    settings: dict[str, dict[str, Any]] = {
        "open": {"closes_at": now + timedelta(days=2, hours=1)},
        "later": {"opens_at": now + HOUR},
        "missed": {"closes_at": now - HOUR},
        "submitted": {},
        "result later": {"feedback": FeedbackPolicy(when=When.AT_TIME, at=now + HOUR)},
        "again": {"attempts_allowed": 2},
    }
    quiz_id = student.quiz(**settings[state])
    if state in ("submitted", "result later", "again"):
        student.submit(student.start(quiz_id))


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("open", r"Open now Two choices Not started\. Closes .*, in 2 days\. Start"),
        ("later", r"Opening later Two choices Opens .* See"),
        ("unfinished", r"Open now Two choices 1 of 2 answered\. Continue"),
        ("submitted", r"Done Two choices Submitted .*\. 0 out of / 3"),
        ("result later", r"Done Two choices Submitted .*\. Result ready .*\. Submitted"),
        ("ran out", r"Done Two choices Time ran out; submitted for you .*\. 0 out of / 3"),
        ("missed", r"Done Two choices Missed\. Closed .* Missed"),
        ("again", r"Open now Two choices Submitted .*\. 1 attempt left\. 0 out of / 3"),
    ],
)
def test_row_of_a_quiz_has_its_state_in_words(student: Student, state: str, said: str) -> None:
    put_in_state(student, state)
    assert re.search(said, home(student))


def test_home_puts_open_quizzes_by_closing_time(student: Student) -> None:
    now = utc_now()
    for title, closes_at in (("Never", None), ("Later", now + 2 * HOUR), ("Soon", now + HOUR)):
        student.quiz(TWO_CHOICES.replace("Two choices", title), closes_at=closes_at)
    assert re.search("Soon.*Later.*Never", home(student))


def test_home_puts_done_quizzes_newest_first(student: Student) -> None:
    now = utc_now()
    for title, closes_at in (("Old", now - 2 * HOUR), ("New", now - HOUR)):
        student.quiz(TWO_CHOICES.replace("Two choices", title), closes_at=closes_at)
    assert re.search("New.*Old", home(student))


@pytest.mark.parametrize("quizzes", [1, 6])
def test_home_takes_the_same_few_selects_however_many_quizzes(
    student: Student, quizzes: int
) -> None:
    for _ in range(quizzes):
        student.submit(student.start(student.quiz(closes_at=utc_now() + HOUR)))
    with statements() as found:
        student.get("/")
    assert selects(found) <= 12  # five of them tell whether anything may be practiced
