"""The scores page through a browser, over real rows."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from quizapp.clock import utc_now
from quizapp.courses.models import Course
from quizapp.quizzes.models import Quiz
from tests.factories import make_user
from tests.insights.builders import (
    make_attempt,
    make_student,
    make_working_attempt,
    publish,
    publish_again,
)
from tests.insights.reading import text_of


def scores_of(browser: FlaskClient, quiz: Quiz, query: str = "") -> str:
    """The words of the scores page."""
    return text_of(browser.get(f"/teach/quizzes/{quiz.id}/scores{query}"))


def test_scores_page_says_how_many_submitted(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    make_attempt(quiz, make_student(course), 1, 2)
    make_student(course)

    assert "1 of 2 submitted." in scores_of(staff, quiz)


def test_average_and_middle_show_from_the_first_score(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    make_attempt(quiz, make_student(course), 1, 0.5)

    assert "Average 50% Middle (median) 50% Scores 1" in scores_of(staff, quiz)


def test_figures_are_the_hand_worked_ones(staff: FlaskClient, course: Course, quiz: Quiz) -> None:
    # Ten totals of 3 points: 0 0 1 1 2 2 3 3 3 3. Mean 18/10 = 1.8 (60%), median 2 (67%),
    # quartiles at 2.25 and 6.75: 1 and 3 (33%, 100%), squares 15.6 - so SD sqrt(13.6/9)
    # = 1.2293 points, 40.98%.
    for first, second in [(0, 0)] * 2 + [(1, 0)] * 2 + [(0, 2)] * 2 + [(1, 2)] * 4:
        make_attempt(quiz, make_student(course), first, second)

    words = scores_of(staff, quiz)

    assert "Average 60% Middle (median) 67% Middle half 33% to 100% Standard deviation 41%" in words


def test_points_stand_beside_percentages(staff: FlaskClient, course: Course, quiz: Quiz) -> None:
    make_attempt(quiz, make_student(course), 1, 0.5)
    make_attempt(quiz, make_student(course), 1, 2)

    assert "Of 3 points: average 2.25, middle 2.25." in scores_of(staff, quiz)


def test_under_ten_scores_their_spread_is_not_judged(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    for _ in range(9):
        make_attempt(quiz, make_student(course), 1, 2)

    words = scores_of(staff, quiz)

    assert "Too few scores to judge" in words and "Middle half 100%" not in words


def test_facility_of_each_question_with_its_interval(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    # cells: 5 of 10 right, Wilson 24 to 76 %. osmosis: 4 x 2, 4 x 1, 2 x 0 of 2 points: 60 %,
    # t interval 32 to 88 %.
    osmosis = [2] * 4 + [1] * 4 + [0] * 2
    for number, points in enumerate(osmosis):
        make_attempt(quiz, make_student(course), number % 2, points)

    words = scores_of(staff, quiz)

    assert "10 50% 24% to 76% rough guide" in words
    assert "10 60% 32% to 88% rough guide" in words


def test_under_ten_answers_no_facility_is_shown(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    make_attempt(quiz, make_student(course), 1, 2)

    assert "What about cells? 1 Too few answers to judge" in scores_of(staff, quiz)


def test_from_thirty_answers_on_it_is_no_rough_guide(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    for _ in range(30):
        make_attempt(quiz, make_student(course), 1, 2)

    assert "rough guide" not in scores_of(staff, quiz).replace("both are a rough guide.", "")


def test_hardest_questions_come_first_if_asked(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    for _ in range(10):
        make_attempt(quiz, make_student(course), 1, 0)

    words = scores_of(staff, quiz, "?order=correct")

    assert words.index("What about osmosis?") < words.index("What about cells?")


def test_histogram_table_holds_the_counts(staff: FlaskClient, course: Course, quiz: Quiz) -> None:
    for first, second in [(0, 0), (1, 0.5), (1, 2), (1, 2)]:
        make_attempt(quiz, make_student(course), first, second)

    words = scores_of(staff, quiz)

    assert (
        "0 to under 1 points 1 1 to under 2 points 1 2 to under 3 points 0 3 of 3 points 2" in words
    )


def test_before_the_first_score_the_page_says_when_it_comes(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    make_student(course, "Ada Obi")

    words = scores_of(staff, quiz)

    assert "The first score appears as soon as someone submits." in words
    assert "Ada Obi Not started – – Not started" in words


def test_people_who_are_working_are_said_to_change_the_figures(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    make_attempt(quiz, make_student(course), 1, 2)
    for _ in range(2):
        make_working_attempt(quiz, make_student(course), utc_now())

    assert "2 are working; figures will change." in scores_of(staff, quiz)


def test_an_attempt_whose_time_ran_out_is_settled_before_the_page_reads(
    staff: FlaskClient, course: Course
) -> None:
    quiz = publish(course, {"cells": 1}, time_limit=600)
    make_working_attempt(quiz, make_student(course, "Ada Obi"), utc_now() - timedelta(hours=1))

    words = scores_of(staff, quiz)

    assert "1 of 1 submitted" in words and "Time ran out" in words


def test_an_attempt_to_be_marked_counts_in_n_only(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    make_attempt(quiz, make_student(course), 1, 2)
    make_attempt(quiz, make_student(course, "Sol Baker"), 1, None)

    words = scores_of(staff, quiz)

    assert "2 of 2 submitted" in words and "Average 100%" in words
    assert "1 attempt is still to be marked and not in the figures." in words
    assert "Sol Baker Submitted, to be marked 1 of 1 so far 2 to be marked" in words


def test_first_attempts_alone_count_by_default(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    student = make_student(course)
    make_attempt(quiz, student, 0, 0)
    make_attempt(quiz, student, 1, 2, number=2)

    assert "Average 0%" in scores_of(staff, quiz)


def test_all_attempts_count_by_link(staff: FlaskClient, course: Course, quiz: Quiz) -> None:
    student = make_student(course)
    make_attempt(quiz, student, 0, 0)
    make_attempt(quiz, student, 1, 2, number=2)

    words = scores_of(staff, quiz, "?attempts=all")

    assert "1 of 1 submitted." in words and "2 attempts." in words and "Average 50%" in words


def test_who_left_the_course_keeps_their_score_and_is_said_to_have_left(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    make_attempt(quiz, make_user(name="Gone Girl"), 1, 2)

    words = scores_of(staff, quiz)

    assert "0 of 0 submitted" in words and "Gone Girl has left the course Submitted 3 of 3" in words


def test_a_question_taken_out_of_the_quiz_keeps_its_line(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    make_attempt(quiz, make_student(course), 1, 2)
    publish_again(quiz, {"osmosis": 2})

    assert "– cells not in the quiz any more 1" in scores_of(staff, quiz)


def test_answers_to_one_question_in_two_versions_are_one_line(
    staff: FlaskClient, course: Course, quiz: Quiz
) -> None:
    make_attempt(quiz, make_student(course), 1, 2)
    publish_again(quiz, {"osmosis": 4})
    make_attempt(quiz, make_student(course), 4)

    assert "1 What about osmosis? 2" in scores_of(staff, quiz)


@pytest.mark.parametrize(
    ("sort", "names"),
    [("", "Ada Bea Cy Di"), ("-name", "Di Cy Bea Ada"), ("score", "Bea Ada Cy Di"),
     ("-score", "Ada Bea Cy Di"), ("submitted", "Bea Ada Cy Di"),
     ("state", "Di Cy Ada Bea"), ("nonsense", "Ada Bea Cy Di")],
)  # fmt: skip
def test_people_can_be_sorted(
    staff: FlaskClient, course: Course, quiz: Quiz, sort: str, names: str
) -> None:
    make_attempt(quiz, make_student(course, "Ada"), 1, 2, submitted_at=utc_now())
    make_attempt(quiz, make_student(course, "Bea"), 1, 0)
    make_working_attempt(quiz, make_student(course, "Cy"), utc_now())
    make_student(course, "Di")

    words = scores_of(staff, quiz, f"?sort={sort}")

    places = [
        words.index(f" {name} ", words.index("Students Hide names")) for name in names.split()
    ]
    assert places == sorted(places)
