"""Tests of quizapp.attempts.views: the pages as a browser without scripts uses them."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.attempts import service
from quizapp.attempts.answers import Given
from quizapp.attempts.models import Attempt
from quizapp.clock import utc_now
from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import Counts, FeedbackPolicy, Part, When
from tests.attempts.builders import (
    AS_WRITTEN,
    NINE_TYPES,
    TWO_CHOICES,
    browser_of,
    close,
    get_attempt,
    make_quiz,
    make_student,
    statements,
    stored_answers,
)
from tests.attempts.forms_of import Form, form_to, forms_of
from tests.factories import make_course, make_enrollment, make_user

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


class Student:
    """A student with a browser, in a course of their own."""

    def __init__(self, app: Flask, **enrollment: Any) -> None:
        self.course: Course = make_course()
        self.id: str = make_student(self.course, **enrollment).id
        user = db.session.get_one(type(make_user()), self.id)
        self.client: FlaskClient = browser_of(app, user)

    def quiz(self, text: str = TWO_CHOICES, **settings: Any) -> str:
        """The id of a new quiz in the course."""
        return make_quiz(self.course, text, **settings).id

    def get(self, address: str, status: int = 200) -> str:
        response = self.client.get(address)
        assert response.status_code == status, response.text[:2000]
        return response.text

    def start(self, quiz_id: str) -> str:
        """Press the button on the start page; the id of the attempt."""
        form = form_to(self.get(f"/quizzes/{quiz_id}"), f"/quizzes/{quiz_id}/start")
        response = form.send(self.client)
        assert response.status_code == 303
        return response.location.rpartition("/")[2]

    def questions(self, attempt_id: str, query: str = "") -> Form:
        """The form of the taking page."""
        return form_to(self.get(f"/attempts/{attempt_id}{query}"), f"/attempts/{attempt_id}")

    def submit(self, attempt_id: str) -> str:
        """Press the button on the check page; the result page."""
        page = self.get(f"/attempts/{attempt_id}/check")
        response = form_to(page, f"/attempts/{attempt_id}/submit").send(self.client)
        assert response.status_code == 303
        return self.get(response.location)


@pytest.fixture
def student(app: Flask) -> Student:
    return Student(app)


def words(html: str) -> str:
    """The text of the page's main part, one space between words."""
    main = re.search(r"<main.*?</main>", html, re.DOTALL)
    assert main
    return " ".join(re.sub(r"<[^>]+>", " ", main[0]).split())


def run_out(attempt_id: str, ago: timedelta) -> None:
    """Move the start of an attempt into the past."""
    db.session.rollback()
    attempt = db.session.get_one(Attempt, attempt_id)
    attempt.started_at -= ago
    db.session.commit()


def fill_in_all_nine(form: Form) -> None:
    """Answer NINE_TYPES as written; 12 of the 14 points that need no marking, 5 to be marked."""
    form.choose(1, "1")
    form.choose(2, "0", "1")
    form.choose(3, "false")
    form.fill(4, "73,519")
    form.fill(5, " ZQXLeader")
    form.fill(6, "zqxgap", "2")
    form.fill(7, "It is <b>so</b>.\r\nBecause.")
    form.fill(8, "0", "2")
    form.fill(9, "1", "2", "3", "4")


def test_quiz_of_all_nine_types_is_taken_with_scripts_off(student: Student) -> None:
    attempt_id = student.start(student.quiz(NINE_TYPES, **AS_WRITTEN))
    form = student.questions(attempt_id)
    fill_in_all_nine(form)
    assert form.send(student.client, "check").location == f"/attempts/{attempt_id}/check"
    page = words(student.submit(attempt_id))
    order = get_attempt(attempt_id).layout[8]["order"]
    kept = sum(order.index(b) - order.index(a) == 1 for a, b in ("ab", "bc", "cd"))
    assert f"{11 + kept} of 14 so far, 5 points to be marked" in page


def test_page_served_after_saving_sends_the_same_answers_again(student: Student) -> None:
    attempt_id = student.start(student.quiz(NINE_TYPES))
    form = student.questions(attempt_id)
    fill_in_all_nine_shuffled(form)
    form.send(student.client, "")
    before = stored_answers(attempt_id)
    again = student.questions(attempt_id)
    assert sorted(again.entries()) == sorted(form.entries())
    again.send(student.client, "")
    assert (stored_answers(attempt_id), get_attempt(attempt_id).revision) == (before, 1)


def fill_in_all_nine_shuffled(form: Form) -> None:
    """Something in every question, whatever its type."""
    for number in range(1, 10):
        fields = [control for control in form.controls if control.name == form.prefix(number)]
        if fields[0].kind in ("radio", "checkbox"):
            form.choose(number, fields[0].value)
            continue
        form.fill(
            number,
            *(
                control.options[at + 1][0] if control.tag == "select" else "some text"
                for at, control in enumerate(fields)
            ),
        )


def test_field_names_are_of_this_attempt_only(student: Student) -> None:
    quiz_id = student.quiz(attempts_allowed=2)
    names = []
    for _ in range(2):
        attempt_id = student.start(quiz_id)
        names.append(set(student.questions(attempt_id).names()))
        student.submit(attempt_id)
    assert names[0] & names[1] <= {"csrf_token", "seen"}


def test_saving_stays_on_the_page_and_says_so(student: Student) -> None:
    attempt_id = student.start(student.quiz())
    form = student.questions(attempt_id)
    form.choose(1, "0")
    response = form.send(student.client, "")
    page = student.get(response.location)
    assert (response.location, "Saved " in page, "(1 of 2 answered)" in words(page)) == (
        f"/attempts/{attempt_id}",
        True,
        True,
    )


def test_map_tells_in_words_what_is_answered_and_to_revisit(student: Student) -> None:
    attempt_id = student.start(student.quiz())
    form = student.questions(attempt_id)
    form.choose(1, "0")
    form.revisit(2)
    form.send(student.client, "")
    page = words(student.get(f"/attempts/{attempt_id}"))
    assert "1 , answered 2 , not answered, to revisit" in page


def test_unchecked_question_is_cleared_when_its_page_is_sent(student: Student) -> None:
    attempt_id = student.start(student.quiz(**AS_WRITTEN))
    form = student.questions(attempt_id)
    form.choose(1, "0")
    form.send(student.client, "")
    form.choose(1)
    form.send(student.client, "")
    assert stored_answers(attempt_id) == {1: []}


def test_passage_stands_over_its_questions(student: Student) -> None:
    attempt_id = student.start(student.quiz(NINE_TYPES, **AS_WRITTEN))
    page = words(student.get(f"/attempts/{attempt_id}"))
    assert "Questions 1 to 3 are about this passage. A passage that these questions share." in page


def test_deadline_stands_on_the_page(student: Student) -> None:
    attempt_id = student.start(student.quiz(time_limit=30 * MINUTE))
    assert "Finish by" in words(student.get(f"/attempts/{attempt_id}"))


def test_hints_do_not_show_in_quizzes(student: Student) -> None:
    attempt_id = student.start(student.quiz(NINE_TYPES))
    assert "zqx-hint" not in student.get(f"/attempts/{attempt_id}") + student.submit(attempt_id)


# One question at a time


def test_one_at_a_time_shows_one_question_and_moves_on_by_saving(student: Student) -> None:
    attempt_id = student.start(student.quiz(one_at_a_time=True, **AS_WRITTEN))
    form = student.questions(attempt_id)
    form.choose(1, "1")
    assert form.send(student.client, "2").location == f"/attempts/{attempt_id}?q=2"
    second = student.questions(attempt_id, "?q=2")
    second.choose(2, "0")
    second.send(student.client, "check")
    assert stored_answers(attempt_id) == {1: ["b"], 2: ["a"]}


def test_one_at_a_time_leaves_alone_what_it_does_not_show(student: Student) -> None:
    attempt_id = student.start(student.quiz(one_at_a_time=True, **AS_WRITTEN))
    form = student.questions(attempt_id)
    form.choose(1, "1")
    form.send(student.client, "2")
    student.questions(attempt_id, "?q=2").send(student.client, "1")
    assert stored_answers(attempt_id) == {1: ["b"]}


@pytest.mark.parametrize("query", ["?q=99", "?q=0", "?q=x", "?q=", "?q=-1"])
def test_question_that_is_not_there_is_answered_by_one_that_is(
    student: Student, query: str
) -> None:
    attempt_id = student.start(student.quiz(one_at_a_time=True))
    assert "seen" in student.questions(attempt_id, query).names()


# Checking


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


# Submitting and after


def test_submitting_again_leads_to_the_same_receipt(student: Student) -> None:
    attempt_id = student.start(student.quiz())
    page = student.get(f"/attempts/{attempt_id}/check")
    form = form_to(page, f"/attempts/{attempt_id}/submit")
    receipts = [
        re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", student.get(form.send(student.client).location))
        for _ in range(2)
    ]
    assert [found[0] if found else "" for found in receipts] == [
        get_attempt(attempt_id).receipt
    ] * 2


@pytest.mark.parametrize("tail", ["", "/check"])
def test_going_back_after_submitting_says_so_and_leads_to_the_result(
    student: Student, tail: str
) -> None:
    attempt_id = student.start(student.quiz())
    student.submit(attempt_id)
    response = student.client.get(f"/attempts/{attempt_id}{tail}", follow_redirects=True)
    assert "You submitted this at" in words(response.text)
    assert f"/attempts/{attempt_id}/result" in response.text


def test_result_of_an_open_attempt_leads_back_to_its_questions(student: Student) -> None:
    attempt_id = student.start(student.quiz())
    response = student.client.get(f"/attempts/{attempt_id}/result")
    assert response.location == f"/attempts/{attempt_id}"


def test_answers_sent_after_submitting_are_refused_with_words(student: Student) -> None:
    attempt_id = student.start(student.quiz())
    form = student.questions(attempt_id)
    student.submit(attempt_id)
    response = form.send(student.client, "")
    assert (response.status_code, "Already submitted" in words(response.text)) == (409, True)


def test_answers_sent_after_the_end_are_refused_with_words(student: Student) -> None:
    attempt_id = student.start(student.quiz(time_limit=30 * MINUTE))
    form = student.questions(attempt_id)
    run_out(attempt_id, HOUR)
    response = form.send(student.client, "")
    assert response.status_code == 409
    assert "Time is up. The answers we had by then are submitted" in words(response.text)


@pytest.mark.parametrize("tail", ["", "/check", "/result"])
def test_page_of_an_attempt_whose_time_ran_out_says_so(student: Student, tail: str) -> None:
    attempt_id = student.start(student.quiz(time_limit=30 * MINUTE))
    run_out(attempt_id, HOUR)
    response = student.client.get(f"/attempts/{attempt_id}{tail}", follow_redirects=True)
    assert "Time ran out" in words(response.text)
    assert get_attempt(attempt_id).ran_out


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("GET", "/attempts/{}"),
        ("POST", "/attempts/{}"),
        ("GET", "/attempts/{}/check"),
        ("POST", "/attempts/{}/check"),
        ("POST", "/attempts/{}/submit"),
        ("GET", "/attempts/{}/result"),
    ],
)
def test_attempt_of_another_is_not_there(app: Flask, method: str, address: str) -> None:
    owner = Student(app)
    attempt_id = owner.start(owner.quiz())
    for client in (
        browser_of(app, make_student(owner.course)),
        browser_of(app, make_user(is_administrator=True)),
    ):
        assert client.open(address.format(attempt_id), method=method).status_code == 404


@pytest.mark.parametrize(("method", "tail"), [("GET", ""), ("POST", "/start")])
def test_quiz_of_another_course_is_not_there(app: Flask, method: str, tail: str) -> None:
    quiz_id = Student(app).quiz()
    response = Student(app).client.open(f"/quizzes/{quiz_id}{tail}", method=method)
    assert response.status_code == 404


def test_somebody_not_signed_in_signs_in_first(app: Flask) -> None:
    response = app.test_client().get("/attempts/anything")
    assert response.status_code in (302, 303, 401)


# The start page


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
    assert "Time no limit Attempts 1 of 1 left Feedback Score and answers at once" in page


def test_start_page_says_the_own_extra_time(app: Flask) -> None:
    page = start_words(Student(app, time_percent=150), time_limit=30 * MINUTE)
    assert "Time 30 minutes, from when you start Extra time Yours: 45 minutes" in page


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


# Home


def home(student: Student) -> str:
    return words(student.get("/"))


def test_home_of_nobody_leads_to_joining(client: FlaskClient) -> None:
    response = client.get("/")
    assert (response.status_code, response.location) == (302, "/join")


def test_home_without_a_course_has_the_form_to_join(app: Flask) -> None:
    page = browser_of(app, make_user()).get("/").text
    assert form_to(page, "/join").names() == ["csrf_token", "code"]


def test_home_without_quizzes_says_so(student: Student) -> None:
    assert "No quizzes yet. When your instructor opens one it appears here." in home(student)


def test_home_of_staff_leads_to_the_teaching_pages(app: Flask) -> None:
    user = make_user()
    make_enrollment(make_course(), user, "assistant")
    assert 'href="/teach/"' in browser_of(app, user).get("/").text


def test_home_of_a_student_does_not_lead_to_the_teaching_pages(student: Student) -> None:
    student.quiz()
    assert "/teach/" not in student.get("/")


def put_in_state(student: Student, state: str) -> None:
    """Give the student a quiz in this state."""
    now = utc_now()
    if state == "unfinished":
        attempt_id = student.start(student.quiz(**AS_WRITTEN))
        service.save_responses(student.id, attempt_id, {1: Given(("1",))}, now)
        return
    if state == "ran out":
        run_out(student.start(student.quiz(time_limit=MINUTE)), HOUR)
        return
    settings: dict[str, dict[str, Any]] = {
        "open": {"closes_at": now + timedelta(days=2, hours=1)},
        "later": {"opens_at": now + HOUR},
        "missed": {"closes_at": now - HOUR},
        "submitted": {},
        "result later": {"feedback": FeedbackPolicy(when=When.AT_TIME, at=now + HOUR)},
        "again": {"attempts_allowed": 2},
    }
    quiz_id = student.quiz(**settings[state])
    if state in ("submitted", "result later", "again"):
        student.submit(student.start(quiz_id))


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("open", r"Open now Two choices Not started\. Closes .*, in 2 days\. Start"),
        ("later", r"Opening later Two choices Opens .* See"),
        ("unfinished", r"Open now Two choices 1 of 2 answered\. Continue"),
        ("submitted", r"Done Two choices Submitted .*\. 0 out of / 3"),
        ("result later", r"Done Two choices Submitted .*\. Result ready .*\. Submitted"),
        ("ran out", r"Done Two choices Time ran out; submitted for you .*\. 0 out of / 3"),
        ("missed", r"Done Two choices Missed\. Closed .* Missed"),
        ("again", r"Open now Two choices Submitted .*\. 1 attempt left\. 0 out of / 3"),
    ],
)
def test_row_of_a_quiz_has_its_state_in_words(student: Student, state: str, said: str) -> None:
    put_in_state(student, state)
    assert re.search(said, home(student))


def test_home_puts_open_quizzes_by_closing_time(student: Student) -> None:
    now = utc_now()
    for title, closes_at in (("Never", None), ("Later", now + 2 * HOUR), ("Soon", now + HOUR)):
        student.quiz(TWO_CHOICES.replace("Two choices", title), closes_at=closes_at)
    assert re.search("Soon.*Later.*Never", home(student))


def test_home_puts_done_quizzes_newest_first(student: Student) -> None:
    now = utc_now()
    for title, closes_at in (("Old", now - 2 * HOUR), ("New", now - HOUR)):
        student.quiz(TWO_CHOICES.replace("Two choices", title), closes_at=closes_at)
    assert re.search("New.*Old", home(student))


# The result


def test_result_tells_which_attempt_counts(student: Student) -> None:
    quiz_id = student.quiz(attempts_allowed=3, counts=Counts.BEST, **AS_WRITTEN)
    for answer in ("1", "0"):
        attempt_id = student.start(quiz_id)
        service.save_responses(student.id, attempt_id, {1: Given((answer,))}, utc_now())
        page = student.submit(attempt_id)
    assert re.search(r"Attempt 1: submitted .*, 1 out of / 3 \(this one counts\)", words(page))


def test_earlier_attempts_stay_in_reach(student: Student) -> None:
    quiz_id = student.quiz(attempts_allowed=2)
    first = student.start(quiz_id)
    student.submit(first)
    page = student.submit(student.start(quiz_id))
    assert f'href="/attempts/{first}/result"' in page
    assert "Attempt 1 of 2" in words(student.get(f"/attempts/{first}/result"))


def test_best_attempt_is_not_told_before_scores_are(student: Student) -> None:
    policy = FeedbackPolicy(when=When.AFTER_CLOSING)
    quiz_id = student.quiz(attempts_allowed=2, feedback=policy)
    student.submit(student.start(quiz_id))
    assert "this one counts" not in words(student.submit(student.start(quiz_id)))


def test_average_of_attempts_is_told(student: Student) -> None:
    quiz_id = student.quiz(attempts_allowed=2, counts=Counts.AVERAGE, **AS_WRITTEN)
    for answer in ("1", "0"):
        attempt_id = student.start(quiz_id)
        service.save_responses(student.id, attempt_id, {1: Given((answer,))}, utc_now())
        page = student.submit(attempt_id)
    assert "is the average of your attempts: 0.5 out of / 3." in words(page)


def test_result_says_when_it_comes(student: Student) -> None:
    policy = FeedbackPolicy(when=When.AT_TIME, at=utc_now() + HOUR)
    page = words(student.submit(student.start(student.quiz(feedback=policy))))
    assert re.search(r"Results on .*, here\.", page)


def test_result_that_never_comes_says_so(student: Student) -> None:
    policy = FeedbackPolicy(when=When.NEVER)
    page = words(student.submit(student.start(student.quiz(feedback=policy))))
    assert "This quiz shows no score here." in page


# What a page costs


def selects(found: list[str]) -> int:
    return sum(sql.startswith("SELECT") for sql in found)


def test_taking_page_takes_three_selects(student: Student) -> None:
    attempt_id = student.start(student.quiz(NINE_TYPES))
    with statements() as found:
        student.get(f"/attempts/{attempt_id}")
    assert (selects(found), len(found)) == (3, 3)


@pytest.mark.parametrize("quizzes", [1, 6])
def test_home_takes_the_same_few_selects_however_many_quizzes(
    student: Student, quizzes: int
) -> None:
    for _ in range(quizzes):
        student.submit(student.start(student.quiz(closes_at=utc_now() + HOUR)))
    with statements() as found:
        student.get("/")
    assert selects(found) <= 6


def test_result_page_takes_few_selects(student: Student) -> None:
    attempt_id = student.start(student.quiz(NINE_TYPES))
    student.submit(attempt_id)
    with statements() as found:
        student.get(f"/attempts/{attempt_id}/result")
    assert selects(found) <= 5


def test_showing_pages_writes_nothing(student: Student) -> None:
    quiz_id = student.quiz()
    attempt_id = student.start(quiz_id)
    with statements() as found:
        for address in ("/", f"/quizzes/{quiz_id}", f"/attempts/{attempt_id}"):
            student.get(address)
        student.get(f"/attempts/{attempt_id}/check")
    assert selects(found) == len(found)


def test_every_form_carries_a_token_against_forgery(student: Student) -> None:
    quiz_id = student.quiz()
    attempt_id = student.start(quiz_id)
    pages = [student.get(f"/attempts/{attempt_id}"), student.get(f"/attempts/{attempt_id}/check")]
    assert all("csrf_token" in form.names() for page in pages for form in forms_of(page))


def test_quiz_shows_times_in_the_zone_of_its_course(student: Student) -> None:
    closes_at = datetime.fromisoformat("2099-07-01T12:00:00+00:00")
    assert "Closes Wed 1 Jul, 13:00 (London)" in start_words(student, closes_at=closes_at)


def test_quiz_that_is_not_published_is_not_there(student: Student) -> None:
    quiz_id = student.quiz()
    db.session.get_one(Quiz, quiz_id).version = 0
    db.session.commit()
    assert student.client.get(f"/quizzes/{quiz_id}").status_code == 404
