"""Tests of the page on which answers are checked, as a browser without scripts uses it."""

from tests.attempts.builders import (
    NINE_TYPES,
    get_attempt,
    stored_answers,
)
from tests.attempts.forms_of import form_to
from tests.attempts.student import Student, words


def test_check_page_shows_answers_with_the_letters_this_student_saw(student: Student) -> None:
    attempt_id = student.start(student.quiz(NINE_TYPES))
    form = student.questions(attempt_id)
    number = next(
        number
        for number, place in enumerate(get_attempt(attempt_id).layout, 1)
        if place["slot"] == 1
    )
    form.choose(number, "1")
    page = words(student.get(form.send(student.client, "check").location))
    letter = get_attempt(attempt_id).layout[number - 1]["order"][1]
    text = {"a": "Venus", "b": "Mercury", "c": "Mars"}[letter]
    assert f"{number} B {text} Change question {number}" in page


def test_check_page_says_what_is_missing(student: Student) -> None:
    attempt_id = student.start(student.quiz())
    form = student.questions(attempt_id)
    form.choose(1, "0")
    form.revisit(2)
    page = words(student.get(form.send(student.client, "check").location))
    assert "1 question has no answer, and 1 is marked to revisit." in page
    assert "2 No answer (to revisit) Change question 2" in page


def test_change_leads_back_to_the_question(student: Student) -> None:
    attempt_id = student.start(student.quiz())
    assert f'href="/attempts/{attempt_id}#question-2"' in student.get(
        f"/attempts/{attempt_id}/check"
    )


GERMAN = """\
---
title: Zahlen
language: de
---

## Wie viele?
`id: zahl`

- = 1,234
"""


def test_check_page_asks_which_reading_of_a_number_is_meant(student: Student) -> None:
    attempt_id = student.start(student.quiz(GERMAN))
    form = student.questions(attempt_id)
    form.fill(1, "1,234")
    page = student.get(form.send(student.client, "check").location)
    assert "can be read in two ways" in page
    asked = form_to(page, f"/attempts/{attempt_id}/check")
    asked.controls[-1].chosen = True
    response = asked.send(student.client)
    assert "can be read in two ways" not in student.get(response.location)
    assert stored_answers(attempt_id)[1][0] == "1,234"
    assert len(stored_answers(attempt_id)[1]) == 2


def test_chosen_reading_outlives_another_save_of_the_page(student: Student) -> None:
    attempt_id = student.start(student.quiz(GERMAN))
    form = student.questions(attempt_id)
    form.fill(1, "1,234")
    page = student.get(form.send(student.client, "check").location)
    asked = form_to(page, f"/attempts/{attempt_id}/check")
    asked.controls[-1].chosen = True
    asked.send(student.client)
    before = stored_answers(attempt_id)
    student.questions(attempt_id).send(student.client, "")
    assert stored_answers(attempt_id) == before


def test_unanswered_question_about_a_number_counts_the_reading_that_earns_more(
    student: Student,
) -> None:
    attempt_id = student.start(student.quiz(GERMAN))
    form = student.questions(attempt_id)
    form.fill(1, "1.234")
    form.send(student.client, "check")
    assert "1 out of / 1" in words(student.submit(attempt_id))
