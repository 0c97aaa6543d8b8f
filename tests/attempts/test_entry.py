"""Tests of quizapp.attempts.entry: the word that lets students start."""

from datetime import timedelta

import pytest
from flask import Flask

from quizapp.attempts import service
from quizapp.attempts.rules import WrongCode
from quizapp.errors import TooMany
from tests.attempts.builders import sitting
from tests.attempts.student import Student, words
from tests.factories import NOON

LATER = timedelta(hours=1)


@pytest.mark.parametrize("typed", ["red kite", " RED  Kite ", "redkite", "ｒｅｄ kite"])
def test_the_code_lets_in_however_it_is_written(any_app: Flask, typed: str) -> None:
    quiz, student = sitting(access_code="Red kite")
    assert service.start(student.id, quiz.id, NOON, code=typed)


@pytest.mark.parametrize("typed", ["", "red", "red kites"])
def test_another_word_does_not(any_app: Flask, typed: str) -> None:
    quiz, student = sitting(access_code="Red kite")
    with pytest.raises(WrongCode):
        service.start(student.id, quiz.id, NOON, code=typed)


def test_who_has_started_is_not_asked_again(app: Flask) -> None:
    quiz, student = sitting(access_code="kite")
    quiz_id, student_id = quiz.id, student.id
    attempt_id = service.start(student_id, quiz_id, NOON, code="kite")
    assert service.start(student_id, quiz_id, NOON) == attempt_id


def test_guessing_has_to_wait_even_with_the_right_word(any_app: Flask) -> None:
    quiz, student = sitting(access_code="kite")
    quiz_id, student_id = quiz.id, student.id
    for _ in range(5):
        with pytest.raises(WrongCode):
            service.start(student_id, quiz_id, NOON, code="hawk")
    with pytest.raises(TooMany):
        service.start(student_id, quiz_id, NOON, code="kite")
    assert service.start(student_id, quiz_id, NOON + LATER, code="kite")


def test_the_start_page_asks_and_keeps_what_was_typed(app: Flask) -> None:
    student = Student(app)
    quiz_id = student.quiz(access_code="kite")
    page = student.get(f"/quizzes/{quiz_id}")
    assert "kite" not in page
    response = student.client.post(f"/quizzes/{quiz_id}/start", data={"code": "hawk"})
    assert response.status_code == 422
    assert "isn&#39;t the code of this quiz" in words(response.text)
    assert 'value="hawk"' in response.text
    response = student.client.post(f"/quizzes/{quiz_id}/start", data={"code": "kite"})
    assert response.status_code == 303


def test_a_quiz_without_a_code_asks_for_none(app: Flask) -> None:
    student = Student(app)
    assert "Access code" not in student.get(f"/quizzes/{student.quiz()}")
