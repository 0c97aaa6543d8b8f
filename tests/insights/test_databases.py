"""Whatever the scores pages ask works on every database."""

from flask import Flask

from quizapp.insights import service
from quizapp.insights.people_queries import Wanted
from quizapp.insights.statistics import Which
from quizapp.insights.summary_file import to_json
from tests.factories import NOON, make_course
from tests.insights.builders import make_attempt, make_student, publish


def test_statistics_of_a_class(any_app: Flask) -> None:
    course = make_course()
    quiz = publish(course, {"cells": 1, "osmosis": 2})
    for number in range(12):
        is_strong = number < 6
        points = (0, 2) if is_strong else (1, 0)
        student = make_student(course, f"Student {number:02}")
        make_attempt(quiz, student, *points, answers=["b" if is_strong else "a", "a"])

    found = to_json(service.read_statistics(quiz.id, NOON, Which.FIRST))
    page = service.read_score_page(quiz, NOON, Which.COUNTED)
    people = service.read_people(quiz, NOON, Wanted(Which.ALL, find="student 0"))

    assert found["questions"][0]["options"] == [
        {"id": "a", "n": 6, "upper": 0, "lower": 6, "point_biserial": -1},
        {"id": "b", "n": 6, "upper": 6, "lower": 0, "point_biserial": 1},
    ]
    assert page.statistics.n == 12 and page.flags[0][0].number == 1
    assert len(people.rows) == 10
    assert service.list_questions_to_check([quiz.id]) == {quiz.id: [1, 2]}
    assert service.read_question_page(quiz.id, 1, NOON, Which.ALL).texts == ()
