"""A published quiz, people in its course, and graded attempts, as rows in the database."""

from collections.abc import Callable
from datetime import datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.accounts import service
from quizapp.accounts.models import User
from quizapp.clock import utc_now
from quizapp.courses.models import Course
from quizapp.quizzes.models import Quiz
from tests.factories import make_course, make_enrollment, make_user
from tests.insights.builders import publish

Browser = Callable[[User], FlaskClient]


@pytest.fixture
def browser_of(app: Flask) -> Browser:
    """Gives a browser in which a person is signed in."""

    def sign_in(user: User) -> FlaskClient:
        token = service.sign_in(user.id, service.Device("a test", False, None), _now())
        client = app.test_client()
        client.set_cookie("signin", token)
        return client

    return sign_in


def _now() -> datetime:
    return utc_now()


@pytest.fixture
def course(app: Flask) -> Course:
    return make_course()


@pytest.fixture
def quiz(course: Course) -> Quiz:
    """Two questions: cells for 1 point, osmosis for 2."""
    return publish(course, {"cells": 1, "osmosis": 2})


@pytest.fixture
def instructor(course: Course) -> User:
    user = make_user(name="Dr Okafor")
    make_enrollment(course, user, "instructor")
    return user


@pytest.fixture
def staff(browser_of: Browser, instructor: User) -> FlaskClient:
    """The instructor's browser."""
    return browser_of(instructor)
