"""Adding people, changing their part and their time, and taking them out of the course."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from quizapp.accounts.models import User
from quizapp.attempts import service as attempts
from quizapp.attempts.models import Attempt
from quizapp.clock import utc_now
from quizapp.courses import queries
from quizapp.extensions import db
from tests.attempts.builders import get_attempt, make_quiz
from tests.attempts.student import MINUTE, run_out
from tests.factories import make_enrollment, make_user
from tests.people.conftest import Desk
from tests.test_audit import rows_of


def part_of(desk: Desk, user_id: str) -> str | None:
    """The role that is stored now."""
    db.session.rollback()
    found = queries.find_enrollment(desk.course.id, user_id)
    return found.role if found else None


def test_somebody_with_an_account_is_added_by_login(desk: Desk) -> None:
    other = make_user(name="Bo Lee", login="bo")
    page = desk.send(f"{desk.people}/add", login=" BO ", name="", role="assistant")
    assert "Bo Lee is in the course." in page
    assert part_of(desk, other.id) == "assistant"


def test_somebody_without_an_account_needs_a_name(desk: Desk) -> None:
    page = desk.send(f"{desk.people}/add", 422, login="bo", name="", role="student")
    assert "Nobody here has the email or username bo yet." in page


def test_somebody_with_a_name_gets_an_account(desk: Desk) -> None:
    desk.send(f"{desk.people}/add", login="bo", name="Bo  Lee", role="instructor")
    made = db.session.scalars(select(User).where(User.login == "bo")).one()
    assert (made.name, made.password_hash) == ("Bo Lee", None)
    assert part_of(desk, made.id) == "instructor"


def test_nobody_is_added_twice(desk: Desk) -> None:
    page = desk.send(f"{desk.people}/add", 422, login=desk.student.login, name="", role="student")
    assert "This person is in the course already." in page


def test_role_is_changed_and_written_down(desk: Desk) -> None:
    desk.send(f"{desk.person}/role", role="assistant")
    assert part_of(desk, desk.student.id) == "assistant"
    on = f"course {desk.course.id}, user {desk.student.id}"
    assert rows_of("role changed") == [(on, desk.instructor.id, "student to assistant")]


def test_unknown_role_is_refused(desk: Desk) -> None:
    desk.send(f"{desk.person}/role", 422, role="emperor")
    assert part_of(desk, desk.student.id) == "student"


def test_last_instructor_can_not_be_made_something_else(desk: Desk) -> None:
    page = desk.send(f"{desk.people}/{desk.instructor.id}/role", 422, role="assistant")
    assert "This is the course's only instructor." in page.replace("&#39;", "'")
    assert part_of(desk, desk.instructor.id) == "instructor"


def test_last_instructor_can_not_be_removed(desk: Desk) -> None:
    desk.send(f"{desk.people}/{desk.instructor.id}/remove", 409)
    assert part_of(desk, desk.instructor.id) == "instructor"


def test_instructor_may_leave_once_there_is_another(desk: Desk) -> None:
    make_enrollment(desk.course, make_user(), "instructor")
    reply = desk.browser.post(f"{desk.people}/{desk.instructor.id}/remove")
    assert reply.location == "/teach/"
    assert part_of(desk, desk.instructor.id) is None


def test_removed_student_leaves_the_attempts_behind(desk: Desk) -> None:
    attempt_id = attempts.start(desk.student.id, make_quiz(desk.course).id, utc_now())
    page = desk.send(f"{desk.person}/remove")
    assert "No longer in the course" in page and "Ada Obi" in page
    assert db.session.get(Attempt, attempt_id) is not None
    assert "Attempt 1: working now" in desk.see(desk.person)


def test_person_of_another_course_is_not_found(desk: Desk) -> None:
    desk.see(f"{desk.people}/{make_user().id}", status=404)


@pytest.mark.parametrize(("typed", "percent"), [("150", 150), ("1.25", 125), ("", 100)])
def test_time_of_a_student_is_changed(desk: Desk, typed: str, percent: int) -> None:
    page = desk.send(f"{desk.person}/time", percent=typed)
    assert f"The time is {percent}% now." in page
    found = queries.find_enrollment(desk.course.id, desk.student.id)
    assert found is not None and found.time_percent == percent


def test_page_shows_what_the_time_does_to_each_quiz(desk: Desk) -> None:
    make_quiz(desk.course, time_limit=30 * MINUTE)
    page = desk.send(f"{desk.person}/time", percent="150")
    assert "45 minutes (own times)" in page


def test_time_that_nobody_can_read_is_refused(desk: Desk) -> None:
    assert "There is a problem" in desk.send(f"{desk.person}/time", 422, percent="a lot")


def test_more_time_lets_an_attempt_go_on_that_the_clock_ended(desk: Desk) -> None:
    quiz_id = make_quiz(desk.course, time_limit=30 * MINUTE).id
    attempt_id = attempts.start(desk.student.id, quiz_id, utc_now())
    run_out(attempt_id, 33 * MINUTE)
    attempts.settle(quiz_id, utc_now())
    page = desk.send(f"{desk.person}/time", percent="200")
    assert "The attempt that had run out of time goes on." in page
    assert get_attempt(attempt_id).submitted_at is None


def test_time_of_somebody_who_teaches_is_no_setting(desk: Desk) -> None:
    desk.send(f"{desk.people}/{desk.instructor.id}/time", 404, percent="150")


def test_page_lists_attempts_with_what_they_earned(desk: Desk) -> None:
    quiz_id = make_quiz(desk.course).id
    attempt_id = attempts.start(desk.student.id, quiz_id, utc_now())
    attempts.submit(desk.student.id, attempt_id, utc_now() + timedelta(minutes=1))
    page = desk.browser.get(desk.person).text
    assert "0 of 3," in page
    assert f"/teach/quizzes/{quiz_id}/log/{attempt_id}" in page
    assert f"/teach/quizzes/{quiz_id}/windows/{desk.student.id}" in page
