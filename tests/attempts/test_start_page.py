"""Tests of the page before a quiz."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from quizapp.clock import utc_now
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import FeedbackPolicy, Part, When
from tests.attempts.builders import (
    NINE_TYPES,
    TWO_CHOICES,
    close,
)
from tests.attempts.forms_of import form_to
from tests.attempts.student import HOUR, MINUTE, Student, words
from tests.factories import make_enrollment, make_user


def start_words(student: Student, text: str = TWO_CHOICES, **settings: Any) -> str:
    return words(student.get(f"/quizzes/{student.quiz(text, **settings)}"))


def test_start_page_says_how_much_there_is(student: Student) -> None:
    assert "2 questions, 3 points" in start_words(student)


def test_start_page_counts_what_is_drawn(student: Student) -> None:
    page = start_words(student, NINE_TYPES, draw={0: 1, 1: 2, 2: 0})
    assert "3 questions" in page
    assert "points" not in page


def test_start_page_shows_the_introduction(student: Student) -> None:
    assert "Read carefully." in start_words(student, NINE_TYPES)


def test_start_page_of_a_plain_quiz_has_its_rules(student: Student) -> None:
    page = start_words(student)
    assert "Time No limit Attempts 1 of 1 left Feedback Score and answers at once" in page


def test_start_page_says_the_own_extra_time(app: Flask) -> None:
    page = start_words(Student(app, time_percent=150), time_limit=30 * MINUTE)
    assert "Time 30 minutes, from when you start Your extra time 45 minutes" in page


def test_start_page_says_when_closing_cuts_the_limit(student: Student) -> None:
    closes_at = utc_now() + 18 * MINUTE + timedelta(seconds=30)
    page = start_words(student, time_limit=30 * MINUTE, closes_at=closes_at)
    assert "It closes in 18 minutes, so you have 18 minutes, not 30 minutes." in page


def test_start_page_of_a_later_quiz_says_when_and_has_no_button(student: Student) -> None:
    opens_at = utc_now() + timedelta(days=2, hours=1)
    quiz_id = student.quiz(opens_at=opens_at)
    page = student.get(f"/quizzes/{quiz_id}")
    assert ("This quiz opens" in page, "in 2 days." in page) == (True, True)
    assert f"/quizzes/{quiz_id}/start" not in page


def test_start_page_of_a_closed_quiz_says_whom_to_ask(student: Student) -> None:
    make_enrollment(student.course, make_user(name="Dr Okafor"), "instructor")
    page = start_words(student, closes_at=utc_now() - HOUR)
    assert "You have no attempt at it. If something went wrong, ask Dr Okafor." in page


def test_start_page_without_attempts_left_leads_to_the_result(student: Student) -> None:
    quiz_id = student.quiz()
    attempt_id = student.start(quiz_id)
    student.submit(attempt_id)
    page = student.get(f"/quizzes/{quiz_id}")
    assert "You have used your attempt." in words(page)
    assert f"/attempts/{attempt_id}/result" in page


def test_start_page_of_an_unfinished_attempt_goes_on_with_it(student: Student) -> None:
    quiz_id = student.quiz(time_limit=30 * MINUTE)
    attempt_id = student.start(quiz_id)
    page = student.get(f"/quizzes/{quiz_id}")
    assert re.search("have answered 0 of 2. Finish by .*: 29 minutes left.", words(page))
    assert f'href="/attempts/{attempt_id}"' in page


def test_start_pressed_for_a_closed_quiz_is_refused_with_words(student: Student) -> None:
    quiz_id = student.quiz()
    form = form_to(student.get(f"/quizzes/{quiz_id}"), f"/quizzes/{quiz_id}/start")
    close(quiz_id, utc_now() - MINUTE)
    response = form.send(student.client)
    assert (response.status_code, "This quiz is closed" in response.text) == (403, True)


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        (FeedbackPolicy(when=When.NEVER), "Feedback None"),
        (FeedbackPolicy(when=When.AFTER_CLOSING), "Score and answers after the quiz has closed"),
        (
            FeedbackPolicy(frozenset({Part.SCORE, Part.MARKS})),
            "Feedback Score and marks at once",
        ),
        (
            FeedbackPolicy(when=When.AFTER_CLOSING, score_at_once=True),
            "Feedback Score at once, answers after the quiz has closed",
        ),
    ],
    ids=["never", "after closing", "marks only", "score first"],
)
def test_start_page_says_what_feedback_there_will_be(
    student: Student, policy: FeedbackPolicy, said: str
) -> None:
    assert said in start_words(student, feedback=policy)


def test_quiz_shows_times_in_the_zone_of_its_course(student: Student) -> None:
    closes_at = datetime.fromisoformat("2099-07-01T12:00:00+00:00")
    assert "Closes Wed 1 Jul, 13:00 (London)" in start_words(student, closes_at=closes_at)


def test_quiz_that_is_not_published_is_not_there(student: Student) -> None:
    quiz_id = student.quiz()
    db.session.get_one(Quiz, quiz_id).version = 0
    db.session.commit()
    assert student.client.get(f"/quizzes/{quiz_id}").status_code == 404
