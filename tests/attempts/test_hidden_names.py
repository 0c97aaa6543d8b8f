"""Tests of quizapp.attempts.hidden_names."""

from flask import Flask

from quizapp.attempts import service
from quizapp.attempts.hidden_names import number, number_students
from quizapp.courses.models import Enrollment
from quizapp.extensions import db
from tests.attempts.builders import make_quiz, make_student
from tests.factories import NOON, make_course, make_enrollment, make_user

IDS = [f"user{at:02}" for at in range(30)]


def test_numbers_are_the_same_however_the_students_come() -> None:
    assert number("quiz", IDS) == number("quiz", reversed(IDS))


def test_numbers_go_from_one_to_the_last() -> None:
    assert sorted(number("quiz", IDS).values()) == list(range(1, 31))


def test_numbers_tell_nothing_of_the_order_of_ids() -> None:
    assert list(number("quiz", IDS)) != IDS


def test_numbers_differ_from_quiz_to_quiz() -> None:
    assert number("quiz", IDS) != number("another", IDS)


def test_students_and_whoever_took_the_quiz_have_numbers(app: Flask) -> None:
    course = make_course()
    quiz = make_quiz(course)
    waiting, leaver = make_student(course).id, make_student(course).id
    make_enrollment(course, make_user(), "instructor")
    service.start(leaver, quiz.id, NOON)
    db.session.query(Enrollment).filter_by(user_id=leaver).delete()
    db.session.commit()
    assert set(number_students(quiz)) == {waiting, leaver}
