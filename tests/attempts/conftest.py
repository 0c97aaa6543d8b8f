"""Fixtures of the pages of attempts."""

import pytest
from flask import Flask

from quizapp.attempts import service
from tests.attempts.builders import AS_WRITTEN, TWO_CHOICES, sitting
from tests.attempts.saving_page import Page
from tests.attempts.student import MINUTE, Student
from tests.factories import NOON


@pytest.fixture
def student(app: Flask) -> Student:
    """A student in a course of their own."""
    return Student(app)


@pytest.fixture
def begun(any_app: Flask) -> tuple[str, str]:
    """A student and their attempt at the two questions, as written, with thirty minutes."""
    quiz, student = sitting(TWO_CHOICES, time_limit=30 * MINUTE, **AS_WRITTEN)
    student_id, quiz_id = student.id, quiz.id
    return student_id, service.start(student_id, quiz_id, NOON)


@pytest.fixture
def taking(any_app: Flask) -> Page:
    """Two questions with thirty minutes, on each database."""
    return Page(any_app, time_limit=30 * MINUTE)
