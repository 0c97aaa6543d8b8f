"""A course with an instructor whose browser is signed in, and a student."""

from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.accounts.models import User
from quizapp.courses.models import Course
from tests.attempts.builders import browser_of, make_student
from tests.attempts.student import words
from tests.factories import make_course, make_enrollment, make_user


@dataclass(frozen=True)
class Desk:
    """What the instructor of a course sees and sends."""

    course: Course
    instructor: User
    student: User
    browser: FlaskClient

    @property
    def people(self) -> str:
        """Where everybody stands."""
        return f"/teach/{self.course.id}/people"

    @property
    def person(self) -> str:
        """The student's page."""
        return f"{self.people}/{self.student.id}"

    def see(self, address: str, status: int = 200) -> str:
        """The words of a page."""
        response = self.browser.get(address)
        assert response.status_code == status, response.text[:2000]
        return words(response.text)

    def send(self, address: str, status: int = 200, **fields: str) -> str:
        """Send a form, and read the words of the page it leads to."""
        response = self.browser.post(address, data=fields, follow_redirects=True)
        assert response.status_code == status, response.text[:2000]
        return words(response.text)


def make_desk(app: Flask) -> Desk:
    """An instructor, Dr Okafor, and a student, Ada Obi, in a course of their own."""
    course = make_course()
    instructor = make_user(name="Dr Okafor")
    make_enrollment(course, instructor, "instructor")
    student = make_student(course)
    return Desk(course, instructor, student, browser_of(app, instructor))


@pytest.fixture
def desk(app: Flask) -> Desk:
    return make_desk(app)


@pytest.fixture
def any_desk(any_app: Flask) -> Desk:
    """On each database in turn."""
    return make_desk(any_app)
