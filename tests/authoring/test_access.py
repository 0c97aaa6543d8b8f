"""Who may read which banks, and make quizzes from them."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from quizapp.accounts.models import User
from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from tests.factories import make_enrollment, make_user
from tests.insights.builders import publish
from tests.insights.reading import text_of

Browser = Callable[[User], FlaskClient]
Write = Callable[[str, str], None]

GENES = """\
---
title: Genes
---

## Genes are made of DNA.
`id: genes`

- (x) True
- ( ) False
"""


def quizzes() -> int:
    """How many there are."""
    return db.session.scalar(select(func.count()).select_from(Quiz)) or 0


def banks_of(browser: FlaskClient) -> str:
    return text_of(browser.get("/teach/banks/"))


def bank_of(browser: FlaskClient, name: str = "genes") -> str:
    return text_of(browser.get(f"/teach/banks/{name}"))


PATHS = ["/teach/banks/", "/teach/banks/genes"]


@pytest.mark.parametrize("path", PATHS)
def test_students_and_strangers_find_nothing(
    browser_of: Browser, write: Write, course: Course, path: str
) -> None:
    write("genes.md", GENES)
    student = make_user()
    make_enrollment(course, student)

    for user in (student, make_user()):
        assert browser_of(user).get(path).status_code == 404


def test_students_can_make_no_quiz(browser_of: Browser, write: Write, course: Course) -> None:
    write("genes.md", GENES)
    student = make_user()
    make_enrollment(course, student)

    response = browser_of(student).post("/teach/banks/genes", data={"course": course.id})

    assert (response.status_code, quizzes()) == (404, 0)


@pytest.mark.parametrize("path", PATHS)
def test_nobody_sees_it_without_signing_in(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code in (302, 303, 401)


def test_assistants_read_the_banks_that_their_courses_use_only(
    browser_of: Browser, write: Write, course: Course
) -> None:
    write("genes.md", GENES)
    write("cells.md", GENES)
    publish(course, {"genes": 2}, bank="genes")
    assistant = make_user()
    make_enrollment(course, assistant, "assistant")
    browser = browser_of(assistant)

    words = banks_of(browser)

    assert "genes.md" in words and "cells.md" not in words
    assert browser.get("/teach/banks/cells").status_code == 404


def test_assistants_can_make_no_quiz(browser_of: Browser, write: Write, course: Course) -> None:
    write("genes.md", GENES)
    publish(course, {"genes": 2}, bank="genes")
    assistant = make_user()
    make_enrollment(course, assistant, "assistant")
    browser = browser_of(assistant)

    assert "Make a quiz" not in bank_of(browser)
    assert browser.post("/teach/banks/genes", data={"course": course.id}).status_code == 404


def test_administrators_read_every_bank(browser_of: Browser, write: Write) -> None:
    write("genes.md", GENES)

    assert "genes.md" in banks_of(browser_of(make_user(is_administrator=True)))
