"""Tests of the pages of effective windows and extensions, as staff and students open them."""

from datetime import datetime
from typing import Any

import pytest
from flask import Flask

from quizapp.attempts import service as attempts
from quizapp.attempts.late_decisions import Decider
from quizapp.clock import utc_now
from quizapp.extensions import db
from quizapp.quizzes.models import Extension
from quizapp.quizzes.rules import Extras, FeedbackPolicy, When
from quizapp.supervision import service
from tests.attempts.student import run_out, words
from tests.factories import make_course, make_user
from tests.supervision.staffed import MINUTE, Staffed

# Far enough ahead that no test can overtake it: noon in London, in winter.
OPENS = datetime.fromisoformat("2100-01-15T12:00:00+00:00")


def times(quiz_id: str) -> str:
    return f"/teach/quizzes/{quiz_id}/windows"


def test_windows_show_a_students_own_times(app: Flask) -> None:
    staffed = Staffed(app, time_percent=150)
    quiz_id = staffed.student.quiz(
        opens_at=OPENS, closes_at=OPENS + 60 * MINUTE, time_limit=30 * MINUTE
    )
    page = staffed.see(times(quiz_id))
    assert "Fri 15 Jan, 12:00 (London) Fri 15 Jan, 13:15 (London) 45 minutes" in page
    assert "150% of the time in every quiz of the course" in page


def test_windows_flag_a_window_shorter_than_the_limit(staffed: Staffed) -> None:
    quiz_id = staffed.student.quiz(
        opens_at=OPENS, closes_at=OPENS + 20 * MINUTE, time_limit=30 * MINUTE
    )
    assert "Closes before the 30 minutes can run" in staffed.see(times(quiz_id))


def test_windows_flag_an_extension_past_the_release(staffed: Staffed) -> None:
    policy = FeedbackPolicy(when=When.AT_TIME, at=OPENS + 90 * MINUTE)
    quiz_id = staffed.student.quiz(closes_at=OPENS, feedback=policy)
    extras = Extras(closes_at=OPENS + 120 * MINUTE)
    service.extend(quiz_id, staffed.student.id, extras, "ill", Decider(staffed.student.id, OPENS))
    page = staffed.see(times(quiz_id))
    assert "The others may see the answers while this student still works" in page
    assert "Goes on after the quiz has closed for the others" in page


def test_windows_are_filtered_by_name(staffed: Staffed) -> None:
    quiz_id = staffed.student.quiz()
    assert "Ada Obi" in staffed.see(times(quiz_id) + "?name=ada++o")
    assert "Nobody here is called that." in staffed.see(times(quiz_id) + "?name=zzz")


def test_windows_of_a_course_without_students_say_so(app: Flask, staffed: Staffed) -> None:
    quiz_id = staffed.student.quiz()
    db.session.execute(db.text("DELETE FROM enrollment WHERE role = 'student'"))
    db.session.commit()
    assert "Nobody has joined the course yet." in staffed.see(times(quiz_id))


def post(staffed: Staffed, quiz_id: str, **fields: str) -> Any:
    address = f"{times(quiz_id)}/{staffed.student.id}"
    return staffed.staff.post(address, data={"reason": "ill", **fields}, follow_redirects=True)


def test_extension_is_given_by_the_form_and_said_in_a_sentence(staffed: Staffed) -> None:
    quiz_id = staffed.student.quiz(time_limit=30 * MINUTE)
    page = words(post(staffed, quiz_id, minutes="15", more_attempts="1").text)
    assert "Ada Obi gets 45 minutes, and 2 attempts (0 used)." in page


def test_student_sees_the_extension_on_the_start_page(staffed: Staffed) -> None:
    quiz_id = staffed.student.quiz(time_limit=30 * MINUTE)
    post(staffed, quiz_id, minutes="15", more_attempts="1")
    page = words(staffed.student.get(f"/quizzes/{quiz_id}"))
    assert "Your extra time 45 minutes Attempts 2 of 2 left" in page


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"minutes": "many"}, "Extra minutes: type a whole number from 0 to 10080, or nothing."),
        ({"percent": "50"}, "Time in percent: type a whole number from 100 to 1000, or nothing."),
        ({"minutes": "5", "reason": " "}, "Say why, for whoever reads this later."),
        ({"opens_at": "tomorrow"}, "Type a date and a time, like 2026-02-13 14:30."),
        ({"closes_at": "2026-03-29T01:30"}, "There is no 01:30 on 29 March 2026 in London"),
        ({"closes_at": "2099-01-01T12:00"}, "It closes before it opens."),
        ({}, "Give something: time, another window or more attempts."),
    ],
)
def test_form_says_what_is_wrong(staffed: Staffed, fields: dict[str, str], sentence: str) -> None:
    quiz_id = staffed.student.quiz(opens_at=OPENS)
    response = post(staffed, quiz_id, **fields)
    assert (response.status_code, sentence in words(response.text)) == (422, True)
    assert db.session.get(Extension, (quiz_id, staffed.student.id)) is None


def test_form_shows_stored_times_in_the_courses_zone(staffed: Staffed) -> None:
    quiz_id = staffed.student.quiz()
    post(staffed, quiz_id, closes_at="2100-06-15T14:30")
    page = staffed.staff.get(f"{times(quiz_id)}/{staffed.student.id}").text
    assert 'value="2100-06-15T14:30"' in page
    stored = db.session.get(Extension, (quiz_id, staffed.student.id))
    assert stored is not None
    assert stored.closes_at == datetime.fromisoformat("2100-06-15T13:30:00+00:00")


def test_extension_is_withdrawn(staffed: Staffed) -> None:
    quiz_id = staffed.student.quiz(time_limit=30 * MINUTE)
    post(staffed, quiz_id, minutes="15")
    staffed.staff.post(f"{times(quiz_id)}/{staffed.student.id}/withdraw")
    assert db.session.get(Extension, (quiz_id, staffed.student.id)) is None


def test_extension_that_reopens_an_attempt_says_so(staffed: Staffed) -> None:
    quiz_id, attempt_id = staffed.begin()
    run_out(attempt_id, 40 * MINUTE)
    attempts.settle(quiz_id, utc_now())
    page = words(post(staffed, quiz_id, minutes="30").text)
    assert "The attempt that had run out of time goes on." in page


@pytest.mark.parametrize("page", ["windows", "late"])
def test_students_and_strangers_find_no_staff_pages(
    app: Flask, staffed: Staffed, page: str
) -> None:
    quiz_id, _ = staffed.begin()
    stranger = Staffed.join(app, make_course(title="Chemistry"), "instructor")
    clients = (staffed.student.client, stranger)
    found = [client.get(f"/teach/quizzes/{quiz_id}/{page}").status_code for client in clients]
    assert found == [404, 404]


def test_extension_for_somebody_of_another_course_is_not_found(staffed: Staffed) -> None:
    quiz_id = staffed.student.quiz()
    assert "Page not found" in staffed.see(f"{times(quiz_id)}/{make_user().id}", status=404)
