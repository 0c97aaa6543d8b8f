"""A course with an instructor, their browser, and banks as files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.accounts import service
from quizapp.accounts.models import User
from quizapp.clock import utc_now
from quizapp.courses.models import Course
from tests.authoring.banks import GENES
from tests.factories import make_course, make_enrollment, make_user
from tests.insights.builders import publish

Browser = Callable[[User], FlaskClient]
Write = Callable[[str, str], None]


@pytest.fixture
def browser_of(app: Flask) -> Browser:
    """Gives a browser in which a person is signed in."""

    def sign_in(user: User) -> FlaskClient:
        client = app.test_client()
        client.set_cookie("signin", service.sign_in(user.id, service.Device(), utc_now()))
        return client

    return sign_in


@pytest.fixture
def course(app: Flask) -> Course:
    return make_course()


@pytest.fixture
def staff(browser_of: Browser, course: Course) -> FlaskClient:
    """An instructor's browser."""
    user = make_user(name="Dr Okafor")
    make_enrollment(course, user, "instructor")
    return browser_of(user)


@pytest.fixture
def reader(browser_of: Browser, course: Course) -> FlaskClient:
    """An assistant's browser; their course uses the banks that the tests read."""
    user = make_user()
    make_enrollment(course, user, "assistant")
    for name in ("genes", "cells", "torn", "bank"):
        publish(course, {"genes": 2}, bank=name)
    return browser_of(user)


@pytest.fixture
def write(questions: Path) -> Write:
    """Puts a file among the banks."""

    def write_file(name: str, text: str) -> None:
        (questions / name).write_text(text, encoding="utf-8")

    return write_file


@pytest.fixture
def genes(questions: Path, write: Write) -> Path:
    """The file of a bank."""
    write("genes.md", GENES)
    return questions / "genes.md"


@pytest.fixture
def colleague(browser_of: Browser, course: Course) -> FlaskClient:
    """Another instructor's browser."""
    user = make_user(name="Dr Baker")
    make_enrollment(course, user, "instructor")
    return browser_of(user)
