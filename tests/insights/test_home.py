"""The instructor's home page: what needs a hand, what runs, the courses."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from flask.testing import FlaskClient

from quizapp.accounts.models import User
from quizapp.attempts import service as attempts
from quizapp.attempts.models import LateAnswer
from quizapp.banks.library import Library
from quizapp.clock import utc_now
from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.quizzes.rules import QuizSettings
from quizapp.quizzes.service import create_quiz
from quizapp.regrading.models import MarkNote
from tests.factories import make_course, make_enrollment, make_user
from tests.insights.builders import make_attempt, make_student, make_working_attempt, publish
from tests.insights.reading import text_of

Browser = Callable[[User], FlaskClient]

CLEAN = """\
---
title: Genes
---

## Genes are made of DNA.
`id: genes`

- (x) True
- ( ) False

> **Explanation:** Deoxyribonucleic acid carries them.
"""
BROKEN = CLEAN.replace("(x)", "( )")


def home_of(browser: FlaskClient) -> str:
    return text_of(browser.get("/teach/"))


def course_of(browser: FlaskClient, course: Course) -> str:
    return text_of(browser.get(f"/teach/{course.id}/"))


def test_without_quizzes_three_steps_are_offered(staff: FlaskClient) -> None:
    words = home_of(staff)

    assert "1. Write a bank" in words and "2. Make a quiz" in words and "3. Share the code" in words


def test_the_steps_stay_until_there_are_a_quiz_and_a_student(
    staff: FlaskClient, course: Course
) -> None:
    publish(course, {"cells": 1})

    assert "Three steps" in home_of(staff)

    make_student(course)

    assert "Three steps" not in home_of(staff)


def test_a_course_shows_its_code_and_its_number_of_students(
    staff: FlaskClient, course: Course
) -> None:
    make_student(course)
    make_student(course)
    shown = f"{course.join_code[:3]}-{course.join_code[3:]}"

    assert f"Biology 101 2 students, 0 quizzes. Join code {shown}" in home_of(staff)


def test_a_course_that_is_closed_shows_no_code(browser_of: Browser) -> None:
    course, user = make_course(is_open_to_join=False), make_user()
    make_enrollment(course, user, "instructor")

    assert "Closed to new students." in home_of(browser_of(user))


def test_a_quiz_shows_how_many_people_submitted(staff: FlaskClient, course: Course) -> None:
    quiz, student = publish(course, {"cells": 1}), make_student(course)
    make_attempt(quiz, student, 1)
    make_attempt(quiz, student, 1, number=2)

    assert "Week 3: Cells No closing time 1 submitted Scores" in course_of(staff, course)


def test_a_quiz_that_somebody_is_taking_is_running(staff: FlaskClient, course: Course) -> None:
    quiz = publish(course, {"cells": 1})
    make_working_attempt(quiz, make_student(course), utc_now())

    assert "Running now Week 3: Cells Biology 101 : 0 submitted, 1 working" in home_of(staff)


def test_a_quiz_that_is_open_until_a_set_time_is_running(
    staff: FlaskClient, course: Course
) -> None:
    publish(course, {"cells": 1}, closes_at=utc_now() + timedelta(hours=1))

    assert "0 submitted, 0 working. Closes" in home_of(staff)


def test_a_closed_quiz_is_not_running(staff: FlaskClient, course: Course) -> None:
    publish(course, {"cells": 1}, closes_at=utc_now() - timedelta(hours=1))

    assert "Running now" not in home_of(staff)


def test_work_left_past_the_closing_time_is_settled(staff: FlaskClient, course: Course) -> None:
    quiz = publish(course, {"cells": 1}, closes_at=utc_now() - timedelta(hours=1))
    make_working_attempt(quiz, make_student(course), utc_now() - timedelta(hours=2))

    assert "1 submitted" in course_of(staff, course)


def test_a_bank_with_problems_needs_the_instructor(staff: FlaskClient, questions: Path) -> None:
    (questions / "genes.md").write_text(BROKEN)

    assert "Needs you genes.md : 1 problem 1 error" in home_of(staff)


def test_a_clean_bank_without_a_quiz_needs_one(staff: FlaskClient, questions: Path) -> None:
    (questions / "genes.md").write_text(CLEAN)

    assert "genes.md : in no quiz yet" in home_of(staff)


def test_a_clean_bank_with_a_quiz_needs_nothing(
    staff: FlaskClient, course: Course, questions: Path
) -> None:
    (questions / "genes.md").write_text(CLEAN)
    publish(course, {"genes": 1}, bank="genes")

    assert "genes.md" not in home_of(staff)


def test_a_misnamed_file_needs_the_instructor(staff: FlaskClient, questions: Path) -> None:
    (questions / "My Genes.md").write_text(CLEAN)

    assert "1 file has the wrong name" in home_of(staff)


def test_a_missing_folder_is_said_to_be_missing(staff: FlaskClient, questions: Path) -> None:
    questions.rmdir()

    assert "The folder of banks is missing" in home_of(staff)


def test_assistants_hear_of_the_banks_that_their_courses_use_only(
    browser_of: Browser, course: Course, questions: Path
) -> None:
    (questions / "genes.md").write_text(BROKEN)
    (questions / "cells.md").write_text(BROKEN)
    publish(course, {"genes": 1}, bank="genes")
    assistant = make_user()
    make_enrollment(course, assistant, "assistant")

    words = home_of(browser_of(assistant))

    assert "genes.md" in words and "cells.md" not in words


def test_courses_of_others_do_not_show(staff: FlaskClient) -> None:
    make_course(title="Chemistry")

    assert "Chemistry" not in home_of(staff)


def test_administrators_see_all_courses(browser_of: Browser) -> None:
    make_course(title="Chemistry")

    assert "Chemistry" in home_of(browser_of(make_user(is_administrator=True)))


def test_a_quiz_that_was_really_taken_counts_in_its_scores(
    staff: FlaskClient, course: Course, questions: Path
) -> None:
    (questions / "genes.md").write_text(CLEAN)
    quiz = create_quiz(course.id, Library(questions).load("genes"), QuizSettings(), utc_now())
    student = make_student(course)
    attempts.submit(student.id, attempts.start(student.id, quiz.id, utc_now()), utc_now())

    words = text_of(staff.get(f"/teach/quizzes/{quiz.id}/scores"))

    assert "1 of 1 submitted" in words and "Average 0%" in words
    assert "1 Genes are made of DNA. 1 Too few answers to judge" in words


def test_quizzes_of_a_course_stand_by_what_they_are(staff: FlaskClient, course: Course) -> None:
    hour, now = timedelta(hours=1), utc_now()
    publish(course, {"cells": 1}, title="Past", closes_at=now - hour)
    publish(course, {"cells": 1}, title="Present")
    publish(course, {"cells": 1}, title="To come", opens_at=now + hour)

    words = course_of(staff, course)

    order = ["Open now", "Present", "Opening later", "To come", "Closed", "Past"]
    assert sorted(order, key=words.index) == order


def test_course_without_quizzes_leads_to_a_new_one(staff: FlaskClient, course: Course) -> None:
    page = staff.get(f"/teach/{course.id}/")

    assert "No quizzes yet." in text_of(page)
    assert f'href="/teach/{course.id}/quizzes/new"' in page.text


def test_unpublished_quiz_needs_its_editor(staff: FlaskClient, course: Course) -> None:
    quiz = publish(course, {"cells": 1})
    quiz.version = 0
    db.session.commit()

    assert "Week 3: Cells : not published yet" in home_of(staff)
    assert "Not published yet Week 3: Cells" in course_of(staff, course)
    assert "Running now" not in home_of(staff)


def test_unpublished_quiz_is_nothing_to_an_assistant(browser_of: Browser, course: Course) -> None:
    quiz, assistant = publish(course, {"cells": 1}), make_user()
    quiz.version = 0
    make_enrollment(course, assistant, "assistant")

    assert "not published" not in home_of(browser_of(assistant))
    page = browser_of(assistant).get(f"/teach/{course.id}/").text
    assert f"/teach/quizzes/{quiz.id}" not in page


def test_assistants_are_not_offered_what_they_may_not_do(
    browser_of: Browser, course: Course
) -> None:
    assistant = make_user()
    make_enrollment(course, assistant, "assistant")
    browser = browser_of(assistant)

    words = course_of(browser, course) + home_of(browser)

    assert "New quiz" not in words and "Settings" not in words and "New course" not in words


def test_late_answers_need_a_decision(staff: FlaskClient, course: Course) -> None:
    quiz = publish(course, {"cells": 1})
    attempt = make_attempt(quiz, make_student(course), 1)
    late = {"slot": 1, "device": "", "number": 1, "answer": ["a"], "key_visible": False}
    db.session.add(LateAnswer(attempt_id=attempt.id, arrived_at=utc_now(), **late))
    db.session.commit()

    assert "Week 3: Cells : 1 late answer to decide on Biology 101 Decide" in home_of(staff)


def test_notes_about_marks_need_a_reply(staff: FlaskClient, course: Course) -> None:
    quiz = publish(course, {"cells": 1})
    attempt = make_attempt(quiz, make_student(course), 1)
    note = {"quiz_id": quiz.id, "attempt_id": attempt.id, "slot": 1, "text": "Why?"}
    db.session.add(MarkNote(made_at=utc_now(), **note))
    db.session.commit()

    page = staff.get("/teach/")

    assert "Week 3: Cells : 1 note about marks Biology 101 Reply" in text_of(page)
    assert f'href="/teach/quizzes/{quiz.id}/notes"' in page.text
