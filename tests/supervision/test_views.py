"""Tests of the pages of supervision, as staff and students open them."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.attempts import service as attempts
from quizapp.attempts.late_decisions import Decider
from quizapp.attempts.rules import TimeIsUp
from quizapp.clock import utc_now
from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.quizzes.models import Extension
from quizapp.quizzes.rules import Extras, FeedbackPolicy, Part, When
from quizapp.supervision import service
from tests.attempts.builders import AS_WRITTEN, browser_of, get_attempt, given
from tests.attempts.student import Student, run_out, words
from tests.factories import make_course, make_enrollment, make_user

MINUTE = timedelta(minutes=1)
KEPT_BACK = FeedbackPolicy(when=When.NEVER)
# Far enough ahead that no test can overtake it: noon in London, in winter.
OPENS = datetime.fromisoformat("2100-01-15T12:00:00+00:00")


class Staffed:
    """A student in a course, and the browser of an assistant of the same course."""

    def __init__(self, app: Flask, role: str = "assistant", **enrollment: Any) -> None:
        self.student = Student(app, **enrollment)
        self.staff = self.join(app, self.student.course, role)

    @staticmethod
    def join(app: Flask, course: Course, role: str) -> FlaskClient:
        user = make_user(name="Dr Okafor")
        make_enrollment(course, user, role)
        return browser_of(app, user)

    def see(self, address: str, status: int = 200) -> str:
        response = self.staff.get(address)
        assert response.status_code == status, response.text[:2000]
        return words(response.text)

    def begin(self, **settings: Any) -> tuple[str, str]:
        """A quiz and the student's attempt of thirty minutes at it."""
        settings = {"feedback": KEPT_BACK, "time_limit": 30 * MINUTE, **AS_WRITTEN, **settings}
        quiz_id = self.student.quiz(**settings)
        return quiz_id, attempts.start(self.student.id, quiz_id, utc_now())

    def save_late(self, attempt_id: str, posted: dict[int, tuple[str, ...]]) -> None:
        """Send answers three minutes and some seconds after the end."""
        run_out(attempt_id, 33 * MINUTE + timedelta(seconds=20))
        with pytest.raises(TimeIsUp):
            attempts.save_responses(self.student.id, attempt_id, given(posted), utc_now())


@pytest.fixture
def staffed(app: Flask) -> Staffed:
    return Staffed(app)


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


def test_late_page_compares_what_came_in_time_with_what_came_late(staffed: Staffed) -> None:
    quiz_id, attempt_id = staffed.begin()
    attempts.save_responses(staffed.student.id, attempt_id, given({1: ("0",)}), utc_now())
    staffed.save_late(attempt_id, {1: ("1",)})
    page = staffed.see(f"/teach/quizzes/{quiz_id}/late")
    assert "In time A First Late B Second" in page
    assert "3 minutes after the end" in page
    assert "The key was not to be seen by then." in page


def test_late_page_without_late_answers_says_so(staffed: Staffed) -> None:
    quiz_id, _ = staffed.begin()
    assert "No answer has come too late." in staffed.see(f"/teach/quizzes/{quiz_id}/late")


def test_late_answer_is_accepted_with_one_click(staffed: Staffed) -> None:
    quiz_id, attempt_id = staffed.begin()
    staffed.save_late(attempt_id, {1: ("1",)})
    address = re.search(
        r'action="([^"]+/accept)"', staffed.staff.get(f"/teach/quizzes/{quiz_id}/late").text
    )
    assert address
    page = staffed.staff.post(address[1], follow_redirects=True)
    assert "Everything is decided." in words(page.text)
    score = get_attempt(attempt_id).score
    assert score is not None
    assert score.earned == 1


def test_all_of_a_student_are_offered_only_where_the_key_was_kept_back(staffed: Staffed) -> None:
    pages = []
    for policy in (KEPT_BACK, FeedbackPolicy()):
        quiz_id, attempt_id = staffed.begin(feedback=policy)
        staffed.save_late(attempt_id, {1: ("1",), 2: ("0",)})
        pages.append(staffed.see(f"/teach/quizzes/{quiz_id}/late"))
    assert ["Accept all 2" in page for page in pages] == [True, False]
    assert "This student could see right from wrong by then." in pages[1]


def test_all_at_once_is_refused_where_the_key_was_visible(staffed: Staffed) -> None:
    quiz_id, attempt_id = staffed.begin(feedback=FeedbackPolicy())
    staffed.save_late(attempt_id, {1: ("1",)})
    response = staffed.staff.post(f"/teach/quizzes/{quiz_id}/late/{attempt_id}/accept")
    assert response.status_code == 409


def test_result_page_tells_of_late_answers_and_of_the_new_score(staffed: Staffed) -> None:
    score_only = FeedbackPolicy(what=frozenset({Part.SCORE}))
    quiz_id, attempt_id = staffed.begin(feedback=score_only)
    staffed.save_late(attempt_id, {1: ("1",), 2: ("0",)})
    before = words(staffed.student.get(f"/attempts/{attempt_id}/result"))
    assert (
        "2 answers reached us 3 minutes after the end. Your instructor decides about them."
        in before
    )
    staffed.staff.post(f"/teach/quizzes/{quiz_id}/late/{attempt_id}/1/accept")
    staffed.staff.post(f"/teach/quizzes/{quiz_id}/late/{attempt_id}/2/leave")
    after = words(staffed.student.get(f"/attempts/{attempt_id}/result"))
    assert "Your score went from 0 to 1 on" in after
    assert "an answer that reached us late was accepted." in after
    assert "Your instructor left out 1 answer that reached us late." in after


def test_result_page_keeps_a_new_score_back_with_the_score(staffed: Staffed) -> None:
    quiz_id, attempt_id = staffed.begin()
    staffed.save_late(attempt_id, {1: ("1",)})
    staffed.staff.post(f"/teach/quizzes/{quiz_id}/late/{attempt_id}/1/accept")
    page = words(staffed.student.get(f"/attempts/{attempt_id}/result"))
    assert "1 answer that reached us late was accepted." in page
    assert "went from" not in page


def test_log_shows_everything_that_arrived_newest_last(staffed: Staffed) -> None:
    quiz_id, attempt_id = staffed.begin()
    for value in ("0", "1"):
        attempts.save_responses(staffed.student.id, attempt_id, given({1: (value,)}), utc_now())
    staffed.save_late(attempt_id, {2: ("0",)})
    page = staffed.see(f"/teach/quizzes/{quiz_id}/log/{attempt_id}")
    assert [page.index(text) for text in ("A First", "B Second", "A Third")] == sorted(
        page.index(text) for text in ("A First", "B Second", "A Third")
    )
    assert page.count("save 1 of the page's form") == 1
    assert "late" in page


def test_receipt_is_found_however_it_is_typed(staffed: Staffed) -> None:
    quiz_id, attempt_id = staffed.begin()
    receipt = attempts.submit(staffed.student.id, attempt_id, utc_now())
    typed = receipt.lower().replace("-", "%20")
    page = staffed.see(f"/quizzes/{quiz_id}/receipts?code={typed}")
    assert f"Receipt {receipt} is genuine." in page
    assert "Student Ada Obi" in page


def test_receipt_that_fits_no_more_is_told_from_a_wrong_one(staffed: Staffed) -> None:
    quiz_id, attempt_id = staffed.begin()
    receipt = attempts.submit(staffed.student.id, attempt_id, utc_now())
    run_out(attempt_id, MINUTE)  # somebody tampers with the times
    assert "doesn't fit what is stored now" in staffed.see(
        f"/quizzes/{quiz_id}/receipts?code={receipt}"
    )


def test_wrong_receipt_is_refused_clearly(staffed: Staffed) -> None:
    quiz_id, _ = staffed.begin()
    page = staffed.see(f"/quizzes/{quiz_id}/receipts?code=AAAA-BBBB")
    assert "No: AAAA-BBBB is no receipt of this quiz." in page


def test_student_can_check_only_their_own_receipt(app: Flask, staffed: Staffed) -> None:
    quiz_id, attempt_id = staffed.begin()
    receipt = attempts.submit(staffed.student.id, attempt_id, utc_now())
    classmate = Staffed.join(app, staffed.student.course, "student")
    address = f"/quizzes/{quiz_id}/receipts?code={receipt}"
    pages = [words(client.get(address).text) for client in (staffed.student.client, classmate)]
    assert ["is genuine" in page for page in pages] == [True, False]
    assert "is no receipt of yours" in pages[1]


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
