"""The gradebook's page and files, asked for by staff."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from quizapp.accounts.models import AuditEvent
from quizapp.clock import utc_now
from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.quizzes.models import Extension
from tests.attempts.builders import statements
from tests.insights.builders import make_attempt, make_student, make_working_attempt, publish
from tests.insights.reading import text_of


def words_of(staff: FlaskClient, course: Course, query: str = "") -> str:
    return text_of(staff.get(f"/teach/{course.id}/gradebook{query}"))


def test_page_has_a_score_or_a_word_for_everybody(staff: FlaskClient, course: Course) -> None:
    quiz = publish(course, {"cells": 1, "osmosis": 2}, attempts_allowed=None)
    ada = make_student(course, "Ada Obi")
    make_attempt(quiz, ada, 0, 1)
    make_attempt(quiz, ada, 1, 0.5, number=2)
    make_attempt(quiz, make_student(course, "Bo Lee"), 1, None)
    make_working_attempt(quiz, make_student(course, "Cy Fox"), utc_now())
    make_student(course, "Di Roe")

    words = words_of(staff, course)

    assert "Ada Obi 50% 1.5 of 3" in words
    assert "Bo Lee – 1 of 1 so far 2 to be marked" in words
    assert "Cy Fox – working" in words
    assert "Di Roe – not started" in words
    assert "Average of all 50%" in words


def test_extension_keeps_a_quiz_from_being_missed(staff: FlaskClient, course: Course) -> None:
    now = utc_now()
    quiz = publish(course, {"cells": 1}, closes_at=now - timedelta(hours=1))
    ada = make_student(course, "Ada Obi")
    make_student(course, "Bo Lee")
    later = now + timedelta(hours=1)
    db.session.add(Extension(quiz_id=quiz.id, user_id=ada.id, closes_at=later, made_at=now))
    db.session.commit()

    words = words_of(staff, course)

    assert "Ada Obi – not started" in words
    assert "Bo Lee 0% missed" in words


def test_page_without_quizzes_or_people_says_so(staff: FlaskClient, course: Course) -> None:
    assert "No quizzes yet." in words_of(staff, course)
    publish(course, {"cells": 1})
    assert "Nobody has joined yet." in words_of(staff, course)


def test_a_search_that_finds_nobody_says_so(staff: FlaskClient, course: Course) -> None:
    publish(course, {"cells": 1})
    make_student(course, "Ada Obi")
    assert "0 people found." in words_of(staff, course, "?find=nobody")


@pytest.mark.parametrize("path", ["gradebook", "gradebook.csv"])
def test_queries_do_not_grow(staff: FlaskClient, course: Course, path: str) -> None:
    counts = []
    for _ in range(2):
        for _ in range(3):
            quiz = publish(course, {"cells": 1})
            for number in range(3):
                make_attempt(quiz, make_student(course), number % 2)
        with statements() as found:
            assert staff.get(f"/teach/{course.id}/{path}").data
        counts.append(len(found))

    assert counts[0] == counts[1]


def test_file_leaves_a_row_in_the_audit_trail(staff: FlaskClient, course: Course) -> None:
    publish(course, {"cells": 1})

    response = staff.get(f"/teach/{course.id}/gradebook.csv?for=canvas")

    assert response.data.startswith(b"Student,ID,")
    name = response.headers["Content-Disposition"]
    assert name == "attachment; filename=gradebook-canvas.csv"
    row = db.session.query(AuditEvent).filter_by(act="export").one()
    assert (row.object, row.detail) == (f"course {course.id}", "gradebook.csv for canvas")


def test_our_file_is_marked_as_utf_8_and_unknown_systems_get_it(
    staff: FlaskClient, course: Course
) -> None:
    content = staff.get(f"/teach/{course.id}/gradebook.csv?for=nonsense").data
    assert content.startswith(b"\xef\xbb\xbfname,login")
