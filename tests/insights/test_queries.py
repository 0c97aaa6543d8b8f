"""How many statements the teaching pages ask of the database."""

from flask.testing import FlaskClient
from sqlalchemy import event

from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from tests.insights.builders import (
    make_attempt,
    make_student,
    publish,
)


def count_queries(browser: FlaskClient, path: str) -> int:
    """How many statements a page asks of the database."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        assert browser.get(path).status_code == 200
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return len(statements)


def test_queries_do_not_grow_with_attempts(staff: FlaskClient, course: Course, quiz: Quiz) -> None:
    path = f"/teach/quizzes/{quiz.id}/scores"
    for _ in range(50):
        make_attempt(quiz, make_student(course), 1, 2)
    staff.get(path)
    few = count_queries(staff, path)
    for _ in range(450):
        make_attempt(quiz, make_student(course), 1, 2)

    staff.get(path)
    assert count_queries(staff, path) <= few  # of many people it asks no names


def test_queries_do_not_grow_with_questions(staff: FlaskClient, course: Course) -> None:
    counts = set()
    for questions in (2, 40):
        quiz = publish(course, {f"question-{number}": 1 for number in range(questions)})
        make_attempt(quiz, make_student(course), *[1] * questions)
        path = f"/teach/quizzes/{quiz.id}/scores"
        staff.get(path)
        counts.add(count_queries(staff, path))

    assert len(counts) == 1


def test_queries_of_the_home_page_do_not_grow_with_quizzes(
    staff: FlaskClient, course: Course
) -> None:
    publish(course, {"cells": 1})
    few = count_queries(staff, "/teach/")
    for _ in range(9):
        publish(course, {"cells": 1})

    assert count_queries(staff, "/teach/") == few
