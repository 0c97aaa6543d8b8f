"""A course copied for the next term: quizzes and settings, no people."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.attempts import service as attempts
from quizapp.courses.models import Course, Enrollment
from quizapp.extensions import db
from quizapp.quizzes import service
from quizapp.quizzes.course_copy import CoursePlan
from quizapp.quizzes.forms import NotDays, read_days
from quizapp.quizzes.models import Quiz, Slot
from quizapp.quizzes.rules import FeedbackPolicy, When
from tests.attempts.builders import browser_of, make_quiz, make_student
from tests.attempts.test_races import at_once
from tests.factories import NOON, make_course, make_enrollment, make_user

OPENS = datetime(2026, 2, 13, 14, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def course(app: Flask) -> Course:
    """With a quiz at 14:00 that somebody has taken, and one without times."""
    made: Course = make_course(keeps_answers=True)
    shown_later = FeedbackPolicy(when=When.AT_TIME, at=OPENS + 2 * HOUR)
    times = {"opens_at": OPENS, "closes_at": OPENS + HOUR, "feedback": shown_later}
    quiz = make_quiz(made, time_limit=HOUR, attempts_allowed=2, **times)
    make_quiz(made)
    student = make_student(made)
    attempts.start(student.id, quiz.id, OPENS)
    return made


def copy(course: Course, shift: timedelta | None) -> tuple[Course, list[Quiz]]:
    plan = CoursePlan("Biology 102", shift)
    made = service.copy_course(course.id, plan, make_user().id, NOON)
    quizzes = db.session.scalars(
        select(Quiz).where(Quiz.course_id == made.id).order_by(Quiz.made_at)
    ).all()
    return made, list(quizzes)


def test_copy_has_the_quizzes_with_their_questions_and_settings(course: Course) -> None:
    _, quizzes = copy(course, None)
    assert [quiz.time_limit for quiz in quizzes] == [3600, None]
    assert [quiz.attempts_allowed for quiz in quizzes] == [2, 1]
    slots = [
        len(db.session.scalars(select(Slot).where(Slot.quiz_id == quiz.id)).all())
        for quiz in quizzes
    ]
    assert slots == [2, 2]


def test_nobody_but_the_one_who_copies_is_in_it(course: Course) -> None:
    made, _ = copy(course, None)
    [part] = db.session.scalars(select(Enrollment).where(Enrollment.course_id == made.id))
    assert part.role == "instructor"


def test_copy_starts_closed_under_another_code(course: Course) -> None:
    made, _ = copy(course, None)
    assert (made.title, made.zone, made.is_open_to_join) == ("Biology 102", course.zone, False)
    assert made.join_code != course.join_code
    assert made.keeps_answers


def test_times_are_cleared(course: Course) -> None:
    _, (quiz, _) = copy(course, None)
    assert (quiz.opens_at, quiz.closes_at, quiz.shows_at) == (None, None, None)


def test_times_are_moved_as_clocks_show_them(course: Course) -> None:
    _, (quiz, _) = copy(course, timedelta(days=70))  # into summer time
    assert quiz.opens_at == OPENS + timedelta(days=70) - HOUR
    assert quiz.shows_at == OPENS + timedelta(days=70) + HOUR


def test_a_double_click_makes_one_copy(course: Course) -> None:
    course_id, by, plan = course.id, make_user().id, CoursePlan(course.title, None)
    first = service.copy_course(course_id, plan, by, NOON).id
    again = service.copy_course(course_id, plan, by, NOON + timedelta(seconds=2)).id
    later = service.copy_course(course_id, plan, by, NOON + timedelta(minutes=1)).id
    assert first == again
    assert len({course_id, first, later}) == 3


def test_another_title_makes_another_copy(course: Course) -> None:
    course_id, by = course.id, make_user().id
    titles = ("Biology 102", "Biology 103")
    made = [service.copy_course(course_id, CoursePlan(t, None), by, NOON) for t in titles]
    assert made[0] is not made[1]


def test_copies_in_the_same_moment_are_one(any_app: Flask) -> None:
    course_id, by = make_course().id, make_user().id
    plan = CoursePlan("Biology 102", None)

    def press() -> str:
        return service.copy_course(course_id, plan, by, NOON).id

    assert len(set(at_once(any_app, press))) == 1


@pytest.mark.parametrize(
    ("typed", "days"), [("", None), (" 364 ", 364), ("+7", 7), ("-7", -7), ("0", 0)]
)
def test_days_are_read(typed: str, days: int | None) -> None:
    assert read_days(typed) == (None if days is None else timedelta(days=days))


@pytest.mark.parametrize("typed", ["soon", "1.5", "99999", "--7", "٧", "3661"])
def test_what_is_no_number_of_days_is_refused(typed: str) -> None:
    with pytest.raises(NotDays):
        read_days(typed)


@pytest.fixture
def staff(app: Flask, course: Course) -> FlaskClient:
    user = make_user()
    make_enrollment(course, user, "instructor")
    return browser_of(app, user)


def test_page_makes_the_copy_and_leads_to_it(staff: FlaskClient, course: Course) -> None:
    sent = {"title": " Biology  102", "days": "364"}
    reply = staff.post(f"/teach/{course.id}/copy", data=sent, follow_redirects=True)
    assert "This is the copy." in reply.text
    assert "<title>Biology 102</title>" in reply.text


def test_page_says_what_it_can_not_read(staff: FlaskClient, course: Course) -> None:
    sent = {"title": "", "days": "soon"}
    reply = staff.post(f"/teach/{course.id}/copy", data=sent)
    assert reply.status_code == 422
    assert "Enter a title for the course." in reply.text
    assert "whole number of days" in reply.text
