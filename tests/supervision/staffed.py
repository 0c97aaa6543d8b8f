"""A student of a course and its staff, as the pages of supervision meet them."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.attempts import service as attempts
from quizapp.attempts.rules import TimeIsUp
from quizapp.clock import utc_now
from quizapp.courses.models import Course
from quizapp.quizzes.rules import FeedbackPolicy, When
from tests.attempts.builders import AS_WRITTEN, browser_of, given
from tests.attempts.student import Student, run_out, words
from tests.factories import make_enrollment, make_user

MINUTE = timedelta(minutes=1)
KEPT_BACK = FeedbackPolicy(when=When.NEVER)


class Staffed:
    """A student in a course, and the browser of an assistant of the same course."""

    def __init__(self, app: Flask, role: str = "assistant", **enrollment: Any) -> None:
        self.student = Student(app, **enrollment)
        self.staff = self.join(app, self.student.course, role)

    @staticmethod
    def join(app: Flask, course: Course, role: str) -> FlaskClient:
        user = make_user(name="Dr Okafor")
        make_enrollment(course, user, role)
        return browser_of(app, user)

    def see(self, address: str, status: int = 200) -> str:
        response = self.staff.get(address)
        assert response.status_code == status, response.text[:2000]
        return words(response.text)

    def begin(self, **settings: Any) -> tuple[str, str]:
        """A quiz and the student's attempt of thirty minutes at it."""
        settings = {"feedback": KEPT_BACK, "time_limit": 30 * MINUTE, **AS_WRITTEN, **settings}
        quiz_id = self.student.quiz(**settings)
        return quiz_id, attempts.start(self.student.id, quiz_id, utc_now())

    def save_late(self, attempt_id: str, posted: dict[int, tuple[str, ...]]) -> None:
        """Send answers three minutes and some seconds after the end."""
        run_out(attempt_id, 33 * MINUTE + timedelta(seconds=20))
        with pytest.raises(TimeIsUp):
            attempts.save_responses(self.student.id, attempt_id, given(posted), utc_now())
