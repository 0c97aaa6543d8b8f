"""A student with a browser, doing on the pages as served what a student does."""

import re
from datetime import timedelta
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from quizapp.attempts.models import Attempt
from quizapp.courses.models import Course
from quizapp.extensions import db
from tests.attempts.builders import (
    TWO_CHOICES,
    browser_of,
    make_quiz,
    make_student,
)
from tests.attempts.forms_of import Form, form_to
from tests.factories import make_course, make_user

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


class Student:
    """A student with a browser, in a course of their own."""

    def __init__(self, app: Flask, **enrollment: Any) -> None:
        self.course: Course = make_course()
        self.id: str = make_student(self.course, **enrollment).id
        user = db.session.get_one(type(make_user()), self.id)
        self.client: FlaskClient = browser_of(app, user)

    def quiz(self, text: str = TWO_CHOICES, **settings: Any) -> str:
        """The id of a new quiz in the course."""
        return make_quiz(self.course, text, **settings).id

    def get(self, address: str, status: int = 200) -> str:
        response = self.client.get(address)
        assert response.status_code == status, response.text[:2000]
        return response.text

    def start(self, quiz_id: str) -> str:
        """Press the button on the start page; the id of the attempt."""
        form = form_to(self.get(f"/quizzes/{quiz_id}"), f"/quizzes/{quiz_id}/start")
        response = form.send(self.client)
        assert response.status_code == 303
        return response.location.rpartition("/")[2]

    def questions(self, attempt_id: str, query: str = "") -> Form:
        """The form of the taking page."""
        return form_to(self.get(f"/attempts/{attempt_id}{query}"), f"/attempts/{attempt_id}")

    def submit(self, attempt_id: str) -> str:
        """Press the button on the check page; the result page."""
        page = self.get(f"/attempts/{attempt_id}/check")
        response = form_to(page, f"/attempts/{attempt_id}/submit").send(self.client)
        assert response.status_code == 303
        return self.get(response.location)


def words(html: str) -> str:
    """The text of the page's main part, one space between words."""
    main = re.search(r"<main.*?</main>", html, re.DOTALL)
    assert main
    return " ".join(re.sub(r"<[^>]+>", " ", main[0]).split())


def run_out(attempt_id: str, ago: timedelta) -> None:
    """Move the start of an attempt into the past."""
    db.session.rollback()
    attempt = db.session.get_one(Attempt, attempt_id)
    attempt.started_at -= ago
    db.session.commit()
