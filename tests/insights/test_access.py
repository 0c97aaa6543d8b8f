"""Who may see scores: staff of the course and administrators; for others nothing is there."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from quizapp.accounts.models import User
from quizapp.courses.models import Course
from quizapp.quizzes.models import Quiz
from tests.factories import make_course, make_enrollment, make_user
from tests.insights.builders import (
    make_student,
)

Browser = Callable[[User], FlaskClient]


PATHS = ["/teach/", "/teach/quizzes/{quiz}/scores"]


@pytest.mark.parametrize("path", PATHS)
def test_students_find_nothing(browser_of: Browser, course: Course, quiz: Quiz, path: str) -> None:
    browser = browser_of(make_student(course))

    assert browser.get(path.format(quiz=quiz.id)).status_code == 404


@pytest.mark.parametrize("path", PATHS)
def test_people_without_a_course_find_nothing(browser_of: Browser, quiz: Quiz, path: str) -> None:
    browser = browser_of(make_user())

    assert browser.get(path.format(quiz=quiz.id)).status_code == 404


@pytest.mark.parametrize("path", PATHS[1:])
def test_instructors_of_another_course_find_no_scores(
    browser_of: Browser, quiz: Quiz, path: str
) -> None:
    other = make_user()
    make_enrollment(make_course(), other, "instructor")

    assert browser_of(other).get(path.format(quiz=quiz.id)).status_code == 404


@pytest.mark.parametrize("path", PATHS)
def test_nobody_sees_it_without_signing_in(client: FlaskClient, quiz: Quiz, path: str) -> None:
    assert client.get(path.format(quiz=quiz.id)).status_code in (302, 303, 401)


@pytest.mark.parametrize("path", PATHS)
def test_assistants_and_administrators_see_it(
    browser_of: Browser, course: Course, quiz: Quiz, path: str
) -> None:
    assistant = make_user()
    make_enrollment(course, assistant, "assistant")

    for user in (assistant, make_user(is_administrator=True)):
        assert browser_of(user).get(path.format(quiz=quiz.id)).status_code == 200


def test_an_unknown_quiz_is_not_found(staff: FlaskClient) -> None:
    assert staff.get("/teach/quizzes/nothing/scores").status_code == 404
