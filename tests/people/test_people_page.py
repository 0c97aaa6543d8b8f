"""The page with everybody in a course."""

from datetime import timedelta

import pytest

from quizapp.accounts.models import User
from quizapp.attempts import service as attempts
from quizapp.clock import utc_now
from quizapp.extensions import db
from tests.attempts.builders import make_quiz
from tests.factories import make_enrollment, make_user
from tests.people.conftest import Desk


def add_student(desk: Desk, name: str, **given: object) -> User:
    """Another student of the course."""
    numbers = {"student_number": given.pop("student_number", "")}
    user: User = make_user(name=name, **given)
    make_enrollment(desk.course, user, **numbers)
    return user


def names_on(page: str) -> list[str]:
    """The students in the order of the page."""
    return sorted(
        (name for name in ("Ada Obi", "Bo Lee", "Cy Roe") if name in page), key=page.index
    )


def test_student_who_never_signed_in_is_said_to_have_never(desk: Desk) -> None:
    assert "Ada Obi person" in desk.see(desk.people)
    assert "never 0/0" in desk.see(desk.people)


def test_student_who_signs_in_has_done_so_today(desk: Desk) -> None:
    desk.student.signed_in_at = utc_now()
    db.session.commit()
    assert "today 0/0" in desk.see(desk.people)


def test_signing_in_is_noted(desk: Desk) -> None:
    signed_in_at = db.session.get_one(User, desk.instructor.id).signed_in_at
    assert signed_in_at is not None
    assert utc_now() - signed_in_at < timedelta(minutes=10)


def test_done_counts_quizzes_not_attempts(desk: Desk) -> None:
    quiz_id = make_quiz(desk.course, attempts_allowed=2).id
    make_quiz(desk.course)
    for _ in range(2):
        attempt_id = attempts.start(desk.student.id, quiz_id, utc_now())
        attempts.submit(desk.student.id, attempt_id, utc_now())
    assert "never 1/2" in desk.see(desk.people)


def test_quiz_that_opens_later_is_nobodys_to_do(desk: Desk) -> None:
    make_quiz(desk.course, opens_at=utc_now() + timedelta(days=1))
    assert "never 0/0" in desk.see(desk.people)


@pytest.mark.parametrize("typed", ["bo", "LEE@", "s-17"])
def test_people_are_found_by_name_login_and_number(desk: Desk, typed: str) -> None:
    add_student(desk, "Bo Lee", login="lee@example.org", student_number="S-17")
    page = desk.see(f"{desk.people}?find={typed}")
    assert "1 person found." in page
    assert names_on(page) == ["Bo Lee"]


def test_nobody_found_is_said(desk: Desk) -> None:
    assert "0 people found." in desk.see(f"{desk.people}?find=zebra")


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("", ["Ada Obi", "Bo Lee", "Cy Roe"]),
        ("?sort=name&order=down", ["Cy Roe", "Bo Lee", "Ada Obi"]),
        ("?sort=number", ["Ada Obi", "Cy Roe", "Bo Lee"]),
        ("?sort=seen&order=down", ["Bo Lee", "Ada Obi", "Cy Roe"]),
        ("?sort=nonsense", ["Ada Obi", "Bo Lee", "Cy Roe"]),
    ],
)
def test_students_are_sorted_as_the_address_says(desk: Desk, query: str, order: list[str]) -> None:
    add_student(desk, "Cy Roe", student_number="1")
    add_student(desk, "Bo Lee", student_number="2", signed_in_at=utc_now())
    assert names_on(desk.see(f"{desk.people}{query}")) == order


def test_those_who_teach_stand_apart(desk: Desk) -> None:
    page = desk.see(desk.people)
    assert "1 student" in page
    assert "Who teaches Dr Okafor Instructor" in page


def test_course_without_students_says_how_they_come(desk: Desk) -> None:
    desk.send(f"{desk.person}/remove")
    assert "Nobody has joined yet." in desk.see(desk.people)


def test_join_code_shows_with_its_drawing(desk: Desk) -> None:
    html = desk.browser.get(desk.people).text
    code = desk.course.join_code
    assert f"{code[:3]}-{code[3:]}" in html
    assert f'aria-label="QR code of http://localhost/join/{code[:3]}-{code[3:]}"' in html
