"""The scores as a CSV file, downloaded and read back."""

import csv
import io

from flask.testing import FlaskClient

from quizapp.courses.models import Course
from quizapp.quizzes.models import Quiz
from tests.insights.builders import (
    make_attempt,
    make_student,
    publish,
)


def file_of(browser: FlaskClient, quiz: Quiz, query: str = "") -> list[dict[str, str]]:
    """The rows of the CSV file."""
    response = browser.get(f"/teach/quizzes/{quiz.id}/scores.csv{query}")
    return list(csv.DictReader(io.StringIO(response.data.decode("utf-8-sig"), newline="")))


def test_file_has_a_row_an_attempt_and_a_column_a_question(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    make_attempt(quiz, make_student(course, "Ada Obi", login="ada"), 1, 0.333333)

    assert file_of(staff, quiz) == [
        {
            "name": "Ada Obi",
            "login": "ada",
            "attempt": "1",
            "submitted": "2026-02-13T12:20:00Z",
            "score": "1.333333",
            "possible": "3",
            "unmarked": "0",
            "cells": "1",
            "osmosis": "0.333333",
        }
    ]


def test_a_name_that_is_a_formula_is_made_safe_in_the_file(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    make_attempt(quiz, make_student(course, '=HYPERLINK("x")'), 1, 2)

    assert file_of(staff, quiz)[0]["name"] == '\'=HYPERLINK("x")'


def test_an_answer_to_be_marked_is_an_empty_cell(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    make_attempt(quiz, make_student(course), 1, None)

    (row,) = file_of(staff, quiz)

    assert (row["osmosis"], row["unmarked"]) == ("", "2")


def test_file_covers_the_attempts_that_the_page_covers(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    student = make_student(course)
    make_attempt(quiz, student, 0, 0)
    make_attempt(quiz, student, 1, 2, number=2)

    assert [row["score"] for row in file_of(staff, quiz)] == ["0"]
    assert [row["score"] for row in file_of(staff, quiz, "?attempts=all")] == ["0", "3"]


def test_a_question_named_like_a_column_gets_a_column_of_its_own(
    staff: FlaskClient, course: Course
) -> None:
    quiz = publish(course, {"score": 5})
    make_attempt(quiz, make_student(course), 4)

    (row,) = file_of(staff, quiz)

    assert row["question:score"] == "4"


def test_file_is_named_after_its_bank(staff: FlaskClient, quiz: Quiz) -> None:
    response = staff.get(f"/teach/quizzes/{quiz.id}/scores.csv")

    assert response.headers["Content-Disposition"] == "attachment; filename=week-03-scores.csv"
