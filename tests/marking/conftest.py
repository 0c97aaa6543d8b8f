"""A course with a quiz of essays, an instructor, and one student's submitted attempt."""

from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.accounts.models import User
from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from tests.attempts.builders import browser_of
from tests.factories import make_course
from tests.marking.builders import make_course_quiz, make_member, submit

TEXT = "Money is short.\n\n<b>Votes</b> count."


@dataclass(frozen=True)
class Scene:
    """The ids of what is there."""

    course_id: str
    quiz_id: str
    student_id: str
    marker_id: str
    attempt_id: str

    @property
    def course(self) -> Course:
        return db.session.get_one(Course, self.course_id)

    @property
    def quiz(self) -> Quiz:
        return db.session.get_one(Quiz, self.quiz_id)

    def address(self, slot: int = 2, attempt_id: str = "") -> str:
        return f"/teach/quizzes/{self.quiz_id}/marking/{slot}/{attempt_id or self.attempt_id}"


def make_scene() -> Scene:
    course = make_course()
    quiz_id = make_course_quiz(course).id
    student_id = make_member(course, "Ada Obi").id
    marker_id = make_member(course, "Dr Okafor", "instructor").id
    attempt_id = submit(quiz_id, student_id, {1: "1", 2: TEXT, 3: "Once."})
    return Scene(course.id, quiz_id, student_id, marker_id, attempt_id)


@pytest.fixture
def scene(app: Flask) -> Scene:
    """1 of 8 points earned so far, two essays of 5 and 2 points to be marked."""
    return make_scene()


@pytest.fixture
def any_scene(any_app: Flask) -> Scene:
    """The same on each database in turn."""
    return make_scene()


@pytest.fixture
def staff(app: Flask, scene: Scene) -> FlaskClient:
    """The instructor's browser."""
    return browser_of(app, db.session.get_one(User, scene.marker_id))


@pytest.fixture
def student(app: Flask, scene: Scene) -> FlaskClient:
    """The student's browser."""
    return browser_of(app, db.session.get_one(User, scene.student_id))
