"""The files of a quiz's scores, downloaded and read back."""

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from quizapp.attempts.models import AnswerLog, Attempt, Response
from quizapp.courses.models import Course, Enrollment
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from tests.attempts.builders import statements
from tests.downloads.reading import file_of
from tests.factories import NOON
from tests.insights.builders import make_attempt, make_student, publish, publish_again


def test_file_has_a_row_an_attempt_and_a_column_a_question(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    make_attempt(quiz, make_student(course, "Ada Obi", login="ada"), 1, 0.333333)

    assert file_of(staff, quiz) == [
        {
            "name": "Ada Obi",
            "login": "ada",
            "student_number": "",
            "in_course": "1",
            "attempt": "1",
            "counts": "1",
            "started": "2026-02-13T12:00:00Z",
            "submitted": "2026-02-13T12:20:00Z",
            "seconds": "1200",
            "ran_out": "0",
            "score": "1.333333",
            "possible": "3",
            "unmarked": "0",
            "cells": "1",
            "osmosis": "0.333333",
        }
    ]


def test_long_file_has_a_row_an_answer(staff: FlaskClient, course: Course, quiz: Quiz) -> None:
    make_attempt(quiz, make_student(course, login="ada"), 1, 0.5)

    first, second = file_of(staff, quiz, name="answers.csv")

    assert second == {
        "attempt": "1",
        "student": "ada",
        "question": "osmosis",
        "answer": "a",
        "fraction": "0.25",
        "points": "0.5",
        "max_points": "2",
        "seconds": "",
    }
    assert first["question"] == "cells"


def test_seconds_come_from_the_log_of_answers(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    attempt = make_attempt(quiz, make_student(course), 1, 2)
    for number, (slot, seconds) in enumerate([(1, 30), (2, 70), (1, 75), (2, 9_999)], 1):
        row = AnswerLog(attempt_id=attempt.id, slot=slot, device="", number=number, answer=["a"])
        row.arrived_at = NOON + timedelta(seconds=seconds)
        db.session.add(row)
    db.session.commit()

    assert [row["seconds"] for row in file_of(staff, quiz, name="answers.csv")] == ["35", "40"]


def test_answer_to_be_marked_is_an_empty_cell(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    make_attempt(quiz, make_student(course), 1, None)

    (row,) = file_of(staff, quiz)
    assert (row["osmosis"], row["unmarked"]) == ("", "2")
    row = file_of(staff, quiz, name="answers.csv")[1]
    assert (row["fraction"], row["points"], row["max_points"]) == ("", "", "2")


def test_question_left_out_is_worth_nothing(staff: FlaskClient, course: Course, quiz: Quiz) -> None:
    attempt = make_attempt(quiz, make_student(course), 1, 2)
    db.session.get_one(Response, (attempt.id, 2)).earned = None
    db.session.commit()

    row = file_of(staff, quiz, name="answers.csv")[1]
    assert (row["points"], row["max_points"]) == ("", "0")


def test_first_all_or_counted_attempts(staff: FlaskClient, course: Course, quiz: Quiz) -> None:
    student = make_student(course)
    for number, points in enumerate([(0, 1), (1, 2), (1, 0)], 1):
        make_attempt(quiz, student, *points, number=number)

    def scores(query: str) -> list[str]:
        return [row["score"] for row in file_of(staff, quiz, query)]

    assert scores("") == scores("?attempts=first") == scores("?attempts=nonsense") == ["1"]
    assert scores("?attempts=all") == ["1", "3", "1"]
    assert scores("?attempts=counted") == ["3"]
    assert [row["counts"] for row in file_of(staff, quiz, "?attempts=all")] == ["0", "1", "0"]


def test_unfinished_attempts_are_left_out(staff: FlaskClient, course: Course, quiz: Quiz) -> None:
    make_attempt(quiz, make_student(course), submitted_at=None, earned=None)

    assert file_of(staff, quiz) == []


def test_who_has_left_is_in_the_file_and_said_to_have_left(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    student = make_student(course, "Bo Lee")
    make_attempt(quiz, student, 1, 2)
    db.session.delete(db.session.get(Enrollment, (course.id, student.id)))
    db.session.commit()

    assert [(row["name"], row["in_course"]) for row in file_of(staff, quiz)] == [("Bo Lee", "0")]


@pytest.mark.parametrize("name", ["scores.csv", "answers.csv", "scores.json", "scores.xlsx"])
def test_hidden_names_are_in_no_file(
    staff: FlaskClient, course: Course, quiz: Quiz, name: str
) -> None:
    student = make_student(course, "Adaeze Obi", login="adaeze@example.org")
    make_attempt(quiz, student, 1, 2)

    content = staff.get(f"/teach/quizzes/{quiz.id}/{name}?names=hidden").data

    assert not [word for word in ("Adaeze", "adaeze", student.id) if word.encode() in content]


@pytest.mark.parametrize(
    "page",
    ["scores?sort=name&", "scores?sort=-score&", "scores?sort=submitted&", "scores/students?"],
)
def test_hidden_people_have_the_numbers_of_the_files_on_every_page(
    staff: FlaskClient, course: Course, quiz: Quiz, page: str
) -> None:
    for score in (0, 1, 2):
        make_attempt(quiz, make_student(course, f"Ada {score}"), 0, score)
    make_student(course, "Ada 9")
    file = {row["student"]: row["osmosis"] for row in file_of(staff, quiz, "?names=hidden")}

    shown = staff.get(f"/teach/quizzes/{quiz.id}/{page}names=hidden").text

    rows = re.findall(r"<tr>\s*<th scope=\"row\">(Student \d).*?class=\"num\">(\S+)", shown, re.S)
    assert len(rows) == 4 and "Ada" not in shown
    assert {student: score for student, score in rows if score.isdecimal()} == file


def test_hidden_people_keep_their_numbers_in_every_file(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    for score in (0, 1, 2):
        make_attempt(quiz, make_student(course), 0, score)

    wide = {row["student"]: row["osmosis"] for row in file_of(staff, quiz, "?names=hidden")}
    long = file_of(staff, quiz, "?names=hidden", "answers.csv")

    assert set(wide) == {"Student 1", "Student 2", "Student 3"}
    assert list(wide) == sorted(wide)
    assert {row["student"]: row["points"] for row in long if row["question"] == "osmosis"} == wide


def test_names_that_are_formulas_are_made_safe(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    attempt = make_attempt(quiz, make_student(course, '=HYPERLINK("x")', login="+1+1"), 1, 2)
    db.session.get_one(Response, (attempt.id, 1)).answer = ["@SUM(A1)"]
    db.session.commit()

    assert file_of(staff, quiz)[0]["name"] == '\'=HYPERLINK("x")'
    long = file_of(staff, quiz, name="answers.csv")[0]
    assert (long["student"], long["answer"]) == ("'+1+1", "'@SUM(A1)")
    (row,) = staff.get(f"/teach/quizzes/{quiz.id}/scores.json").json["rows"]
    assert (row["login"], row["answers"][0]["answer"]) == ("+1+1", ["@SUM(A1)"])


def test_question_named_like_a_column_gets_a_column_of_its_own(
    staff: FlaskClient, course: Course
) -> None:
    quiz = publish(course, {"score": 5})
    make_attempt(quiz, make_student(course), 4)

    (row,) = file_of(staff, quiz)

    assert row["question:score"] == "4"


def test_questions_of_older_versions_keep_their_columns(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    make_attempt(quiz, make_student(course, "Ada"), 1, 2)
    publish_again(quiz, {"osmosis": 2, "genes": 1})
    make_attempt(quiz, make_student(course, "Bo"), 1, 0)

    ada, bo = file_of(staff, quiz)

    assert list(ada)[-3:] == ["osmosis", "genes", "cells"]
    assert (ada["osmosis"], ada["genes"], ada["cells"]) == ("2", "", "1")
    assert (bo["osmosis"], bo["genes"], bo["cells"]) == ("1", "0", "")


def test_json_holds_answers_as_they_are_stored(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    make_attempt(quiz, make_student(course), 1, 0.5)

    found = staff.get(f"/teach/quizzes/{quiz.id}/scores.json?attempts=all").json

    assert found["attempts"] == "all"
    assert [question["key"] for question in found["questions"]] == [["a"], ["a"]]
    assert found["rows"][0]["answers"][1] == {
        "question": "osmosis",
        "answer": ["a"],
        "fraction": 0.25,
        "points": 0.5,
        "max_points": 2.0,
        "seconds": None,
    }


def test_figures_are_those_of_the_page(staff: FlaskClient, course: Course, quiz: Quiz) -> None:
    for points in (0, 1, 1, 1):
        make_attempt(quiz, make_student(course), points, 2)

    test, cells, *others = file_of(staff, quiz, name="figures.csv")

    assert (test["question"], test["n"], test["mean"]) == ("", "4", "2.75")
    assert (cells["question"], cells["option"], cells["facility"]) == ("cells", "", "0.75")
    assert [(row["question"], row["option"], row["n"]) for row in others] == [
        ("cells", "a", "4"),
        ("cells", "b", "0"),
        ("osmosis", "", "4"),
        ("osmosis", "a", "4"),
        ("osmosis", "b", "0"),
    ]
    found = staff.get(f"/teach/quizzes/{quiz.id}/scores.json").json
    assert found["statistics"]["test"]["mean"] == 2.75


def test_json_without_attempts_is_whole(staff: FlaskClient, quiz: Quiz) -> None:
    assert staff.get(f"/teach/quizzes/{quiz.id}/scores.json").json["rows"] == []


def test_files_are_named_after_the_bank(staff: FlaskClient, quiz: Quiz) -> None:
    for name in (
        "scores.csv",
        "answers.csv",
        "scores.xlsx",
        "scores.json",
        "figures.csv",
        "codebook.csv",
    ):
        response = staff.get(f"/teach/quizzes/{quiz.id}/{name}")
        header = response.headers["Content-Disposition"]
        assert response.data
        assert header == f"attachment; filename=week-03-{name}"


def test_time_that_ran_out_is_settled_first(staff: FlaskClient, course: Course, quiz: Quiz) -> None:
    quiz.time_limit = 60
    make_attempt(quiz, make_student(course), submitted_at=None, earned=None)

    (row,) = file_of(staff, quiz)

    assert (row["ran_out"], row["submitted"]) == ("1", "2026-02-13T12:01:00Z")
    assert db.session.query(Attempt).one().receipt


@pytest.mark.parametrize("name", ["scores.csv", "answers.csv", "scores.json"])
def test_queries_do_not_grow_with_attempts(
    staff: FlaskClient, course: Course, quiz: Quiz, name: str
) -> None:
    counts = []
    for _ in range(2):
        for _ in range(40):
            make_attempt(quiz, make_student(course), 1, 2)
        with statements() as found:
            assert staff.get(f"/teach/quizzes/{quiz.id}/{name}").data
        counts.append(len(found))

    assert counts[1] <= counts[0]  # the first asks for the questions, too
