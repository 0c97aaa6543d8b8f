"""Who gets a sign-in code from whom, and the pages that show it once."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from quizapp.accounts import code_service
from quizapp.accounts.code_service import WrongCode
from quizapp.attempts import service as attempts
from quizapp.clock import utc_now
from quizapp.courses.rules import Role
from quizapp.extensions import db
from quizapp.people import service
from quizapp.people.rules import Standing, lasting, may_let_in
from quizapp.people.service import NewMember
from tests.attempts.builders import browser_of, make_quiz
from tests.factories import make_course, make_enrollment, make_user
from tests.people.conftest import Desk
from tests.test_audit import rows_of

CODE = re.compile(r"(?:[2-9A-Z]{4}-){3}[2-9A-Z]{4}")
STUDENT = Standing(is_administrator=False, has_password=True)


@pytest.mark.parametrize(("maker", "may"), [("student", False), ("assistant", True)])
def test_staff_let_students_in(maker: str, may: bool) -> None:
    assert may_let_in(Role(maker), STUDENT, ()) == may


@pytest.mark.parametrize(
    ("has_password", "teaches", "edits", "may"),
    [
        (True, ["bio"], ["bio"], False),
        (False, ["bio"], ["bio", "art"], True),
        (False, ["bio", "art"], ["bio"], False),
        (False, ["bio"], [], False),
    ],
)
def test_those_who_teach_are_let_in_once_by_those_above_them(
    has_password: bool, teaches: list[str], edits: list[str], may: bool
) -> None:
    person = Standing(is_administrator=False, has_password=has_password, teaches=teaches)
    assert may_let_in(Role.INSTRUCTOR, person, edits) == may


@given(st.sampled_from(Role), st.booleans(), st.lists(st.sampled_from("abc")))
def test_nobody_lets_an_administrator_in(
    role: Role, has_password: bool, courses: list[str]
) -> None:
    person = Standing(is_administrator=True, has_password=has_password, teaches=courses)
    assert not may_let_in(role, person, courses)


def test_codes_last_minutes_on_request_and_days_on_paper() -> None:
    assert lasting(has_password=True) == timedelta(minutes=30)
    assert lasting(has_password=False) == timedelta(days=14)


def codes_on(page: str) -> list[str]:
    return CODE.findall(page)


def works(code: str) -> bool:
    try:
        return bool(code_service.check_code(code, "192.0.2.1", utc_now()))
    except WrongCode:
        return False


def test_code_for_one_student_is_shown_once_and_works(desk: Desk) -> None:
    [code] = codes_on(desk.send(f"{desk.person}/code"))
    assert works(code)
    assert codes_on(desk.see(f"{desk.person}")) == []
    assert desk.browser.get(f"{desk.person}/code").location == desk.person
    on = f"course {desk.course.id}, user {desk.student.id}"
    assert rows_of("sign-in code made") == [(on, desk.instructor.id, "")]


def test_sheet_has_a_code_for_each_student_without_a_password(desk: Desk) -> None:
    make_enrollment(desk.course, make_user(name="Bo Lee"))
    make_enrollment(desk.course, make_user(name="Cy Roe", password_hash="hash"))
    page = desk.send(f"{desk.people}/codes")
    assert len(set(codes_on(page))) == 2
    assert "Ada Obi" in page and "Bo Lee" in page and "Cy Roe" not in page
    assert all(map(works, codes_on(page)))


def test_sheet_without_anybody_to_let_in_says_so(desk: Desk) -> None:
    desk.student.password_hash = "hash"
    db.session.commit()
    assert "Every student of the course has signed in." in desk.send(f"{desk.people}/codes")


def test_assistant_makes_codes_for_students_and_not_for_those_who_teach(
    app: Flask, desk: Desk
) -> None:
    assistant, other = make_user(), make_user()
    for user in (assistant, other):
        make_enrollment(desk.course, user, "assistant")
    browser = browser_of(app, assistant)
    assert browser.post(f"{desk.person}/code").status_code == 200
    assert browser.post(f"{desk.people}/{other.id}/code").status_code == 403
    assert "Make a sign-in code" not in browser.get(f"{desk.people}/{other.id}").text


def test_instructor_can_not_open_the_account_of_somebody_who_teaches_elsewhere(desk: Desk) -> None:
    colleague = make_user(password_hash="hash")
    make_enrollment(make_course(), colleague, "instructor")
    desk.send(f"{desk.people}/add", login=colleague.login, name="", role="student")
    desk.send(f"{desk.people}/{colleague.id}/code", 403)


def test_instructor_can_not_open_a_students_account_by_putting_them_into_a_course(
    desk: Desk,
) -> None:
    theirs = make_user(password_hash="hash")
    make_enrollment(make_course(), theirs)
    desk.send(f"{desk.people}/add", login=theirs.login, name="", role="student")
    refused = desk.send(f"{desk.people}/{theirs.id}/code", 403)
    assert "has an account from another course and took no quiz in this one yet" in refused
    assert "Make a sign-in code" not in desk.see(f"{desk.people}/{theirs.id}")
    assert rows_of("sign-in code made") == []


@pytest.mark.parametrize("is_here", [True, False])
def test_code_that_was_made_for_a_student_opens_no_account_of_staff(
    desk: Desk, is_here: bool
) -> None:
    [code] = codes_on(desk.send(f"{desk.person}/code"))
    now, by, student_id = utc_now(), desk.instructor.id, desk.student.id
    if is_here:
        service.change_role(desk.course.id, student_id, Role.ASSISTANT, by, now)
    else:
        new = NewMember(desk.student.login, "", Role.ASSISTANT)
        service.add_member(make_course().id, new, by, now)
    assert not works(code)


def test_student_of_two_courses_who_took_a_quiz_here_is_let_in_again(desk: Desk) -> None:
    desk.student.password_hash = "hash"
    make_enrollment(make_course(), desk.student)
    attempts.start(desk.student.id, make_quiz(desk.course).id, utc_now())
    [code] = codes_on(desk.send(f"{desk.person}/code"))
    assert works(code)


def test_person_who_has_left_gets_no_code(desk: Desk) -> None:
    desk.send(f"{desk.person}/remove")
    desk.send(f"{desk.person}/code", 404)
