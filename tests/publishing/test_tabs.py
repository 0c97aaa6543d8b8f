"""Tests of the ways around a quiz's pages."""

import pytest
from flask import Flask

from quizapp.quizzes.models import Quiz
from tests.attempts.builders import NINE_TYPES, TWO_CHOICES, browser_of, make_quiz
from tests.attempts.student import words
from tests.factories import make_course, make_enrollment, make_user
from tests.publishing.conftest import Desk


def tabs_of(app: Flask, quiz: Quiz, role: str) -> list[str]:
    """The words of the tabs on the page with the scores."""
    user = make_user()
    make_enrollment(quiz.course, user, role)
    page = browser_of(app, user).get(f"/teach/quizzes/{quiz.id}/scores").text
    tabs = page.partition('<nav class="tabs"')[2].partition("</nav>")[0]
    return [link.rpartition(">")[2] for link in tabs.split("</a>")[:-1]]


@pytest.mark.parametrize(("role", "has_settings"), [("instructor", True), ("assistant", False)])
def test_links_that_a_role_cannot_open_are_not_shown(
    app: Flask, role: str, has_settings: bool
) -> None:
    quiz = make_quiz(make_course(), TWO_CHOICES)
    assert ("Settings" in tabs_of(app, quiz, role)) == has_settings


@pytest.mark.parametrize(("text", "is_marked"), [(NINE_TYPES, True), (TWO_CHOICES, False)])
def test_marking_is_there_where_people_mark(app: Flask, text: str, is_marked: bool) -> None:
    quiz = make_quiz(make_course(), text)
    assert ("Marking" in tabs_of(app, quiz, "instructor")) == is_marked


def test_a_quiz_that_is_not_published_has_settings_only(desk: Desk) -> None:
    page = desk.get(f"/teach/quizzes/{desk.make()}/settings")
    tabs = page.partition('<nav class="tabs"')[2].partition("</nav>")[0]
    assert tabs.count("<a ") == 1


def test_the_course_lists_what_is_not_published(desk: Desk) -> None:
    desk.make(title="Week 9")
    page = words(desk.get(f"/teach/{desk.course.id}/"))
    assert "Not published yet Week 9" in page
