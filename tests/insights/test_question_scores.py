"""The page of one question's scores, and the pages of many people, over real rows."""

import pytest
from flask.testing import FlaskClient

from quizapp.attempts import service as attempts
from quizapp.courses.models import Course
from quizapp.insights import service
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import Counts
from tests.attempts.builders import AS_WRITTEN, given, make_quiz
from tests.factories import NOON, make_enrollment, make_user
from tests.insights.builders import make_attempt, make_student
from tests.insights.conftest import Browser
from tests.insights.reading import text_of

WRITTEN = """\
---
title: Written
---

## Who?
`id: who` `points: 2`

- = Somebody
- = Nobody => 50%

## Fill.
`id: fill`

A [[= word]] and [[( ) no | (x) yes]].
"""


def question_page(browser: FlaskClient, quiz: Quiz, number: int = 1, query: str = "") -> str:
    return text_of(browser.get(f"/teach/quizzes/{quiz.id}/scores/{number}{query}"))


@pytest.fixture
def wrong_key(course: Course, quiz: Quiz) -> Quiz:
    """Twenty people: the strong ones chose b, which isn't the key of the first question."""
    for number in range(20):
        is_strong = number < 12
        points = (0, 2) if is_strong else (1, 0)
        make_attempt(quiz, make_student(course), *points, answers=["b" if is_strong else "a", "a"])
    return quiz


def test_question_page_says_to_check_the_key(staff: FlaskClient, wrong_key: Quiz) -> None:
    words = question_page(staff, wrong_key)
    assert "chose “Wrong cells” more often than the key (12 to 0) . Check the key." in words


def test_scores_page_puts_the_flag_first(staff: FlaskClient, wrong_key: Quiz) -> None:
    words = text_of(staff.get(f"/teach/quizzes/{wrong_key.id}/scores"))
    assert "Worth a look Question 1: Students with high scores chose" in words


def test_options_are_counted_in_all_and_in_both_groups(staff: FlaskClient, wrong_key: Quiz) -> None:
    words = question_page(staff, wrong_key)
    assert "Right cells (key) 8 (40%) 0 (0%) 8 (100%) −1.00" in words
    assert "Wrong cells 12 (60%) 12 (100%) 0 (0%) 1.00" in words


def test_figures_of_a_question_have_their_intervals(staff: FlaskClient, wrong_key: Quiz) -> None:
    words = question_page(staff, wrong_key)
    assert "Correct 40%, 95% interval 22% to 61%" in words and "Guessing 50% by chance" in words


def test_a_wrong_key_is_found_for_the_home_page(wrong_key: Quiz, course: Course) -> None:
    # With two questions alone, each is the rest of the quiz for the other.
    assert service.list_questions_to_check([wrong_key.id]) == {wrong_key.id: [1, 2]}


def test_home_page_says_which_key_to_check(staff: FlaskClient, wrong_key: Quiz) -> None:
    page = staff.get("/teach/")
    assert "Week 3: Cells : question 1: check the key Biology 101 Check" in text_of(page)
    assert f'href="/teach/quizzes/{wrong_key.id}/scores/1"' in page.text


def test_good_keys_are_not_found(course: Course, quiz: Quiz) -> None:
    for number in range(20):
        points, letter = ((1, 2), "a") if number < 12 else ((0, 0), "b")
        make_attempt(quiz, make_student(course), *points, answers=[letter, letter])
    assert service.list_questions_to_check([quiz.id]) == {}


def test_under_ten_answers_the_question_page_shows_no_index(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    make_attempt(quiz, make_student(course), 1, 2)
    words = question_page(staff, quiz)
    assert "1 answer. Too few answers to judge" in words and "All figures" not in words


def test_without_answers_the_question_page_says_so(staff: FlaskClient, quiz: Quiz) -> None:
    assert "Nobody's answer to this question is final yet." in question_page(staff, quiz)


def test_question_page_shows_the_key(staff: FlaskClient, quiz: Quiz) -> None:
    assert "A Right cells Correct answer" in question_page(staff, quiz)


def test_questions_that_are_not_there_have_no_page(staff: FlaskClient, quiz: Quiz) -> None:
    assert staff.get(f"/teach/quizzes/{quiz.id}/scores/3").status_code == 404


def test_question_page_leads_to_its_neighbors(staff: FlaskClient, quiz: Quiz) -> None:
    response = staff.get(f"/teach/quizzes/{quiz.id}/scores/2?attempts=all")
    assert f"/teach/quizzes/{quiz.id}/scores/1?attempts=all" in response.text


def test_texts_stand_together_when_they_say_the_same(staff: FlaskClient, course: Course) -> None:
    quiz = make_quiz(course, WRITTEN, **AS_WRITTEN)
    for text in ("somebody", " SOMEBODY ", "nobody", ""):
        student = make_student(course).id
        attempt = attempts.start(student, quiz.id, NOON)
        attempts.save_responses(student, attempt, given({1: (text,), 2: (text, "2")}), NOON)
        attempts.submit(student, attempt, NOON)
    words = question_page(staff, quiz)
    assert "somebody 2 2 nobody 1 1" in words
    words = question_page(staff, quiz, 2)
    assert "nobody 1 0.5" in words and "Gap 2 no" in words


@pytest.mark.parametrize(("which", "share"), [("first", "0%"), ("counted", "100%"), ("all", "50%")])
def test_which_attempts_are_chosen_by_link(
    staff: FlaskClient, course: Course, quiz: Quiz, which: str, share: str
) -> None:
    assert quiz.counts == Counts.BEST
    for _ in range(10):
        student = make_student(course)
        make_attempt(quiz, student, 0, 0)
        make_attempt(quiz, student, 1, 2, number=2)
    assert f"Correct {share}" in question_page(staff, quiz, query=f"?attempts={which}")


def test_names_can_be_hidden(staff: FlaskClient, course: Course, quiz: Quiz) -> None:
    make_attempt(quiz, make_student(course, "Ada Obi"), 1, 2)
    words = text_of(staff.get(f"/teach/quizzes/{quiz.id}/scores?names=hidden"))
    assert "Student 1" in words and "Ada" not in words


def test_people_of_a_large_quiz_are_found_by_name(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    make_attempt(quiz, make_student(course, "Ada Obi"), 1, 2)
    make_student(course, "Bea Ito")
    words = text_of(staff.get(f"/teach/quizzes/{quiz.id}/scores/students?find=oBI"))
    assert "Ada Obi Submitted 3 of 3" in words and "Bea" not in words


def test_a_name_that_nobody_has_is_said_so(staff: FlaskClient, quiz: Quiz) -> None:
    words = text_of(staff.get(f"/teach/quizzes/{quiz.id}/scores/students?find=100%"))
    assert "Nobody's name holds “ 100% ”" in words


def test_people_come_a_hundred_a_page(staff: FlaskClient, course: Course, quiz: Quiz) -> None:
    for number in range(101):
        make_student(course, f"Student {number:03}")
    first = text_of(staff.get(f"/teach/quizzes/{quiz.id}/scores/students"))
    second = text_of(staff.get(f"/teach/quizzes/{quiz.id}/scores/students?page=2"))
    assert "Student 099" in first and "Next page" in first and "Student 100" not in first
    assert "Student 100" in second and "Page before" in second


def test_too_many_people_get_a_page_of_their_own(
    staff: FlaskClient, course: Course, quiz: Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST_PEOPLE", 1)
    make_attempt(quiz, make_student(course, "Ada Obi"), 1, 2)
    words = text_of(staff.get(f"/teach/quizzes/{quiz.id}/scores"))
    assert "Find a student" in words and "Ada" not in words


def test_instructors_are_led_to_correcting_the_key(staff: FlaskClient, quiz: Quiz) -> None:
    assert "Correct this question" in question_page(staff, quiz)


def test_assistants_are_not_led_to_what_they_may_not_do(
    browser_of: Browser, course: Course, quiz: Quiz
) -> None:
    assistant = make_user()
    make_enrollment(course, assistant, "assistant")
    assert "Correct this question" not in question_page(browser_of(assistant), quiz)


def test_bars_say_that_they_go_by_the_whole_score(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    for score in range(10):
        make_attempt(quiz, make_student(course), score % 2, score % 3)
    assert "in the whole quiz, this question included" in question_page(staff, quiz)
