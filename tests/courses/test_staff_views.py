"""Making a course, its settings, and its join code, page by page."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.accounts.models import User
from quizapp.courses import queries
from quizapp.courses.models import Course
from quizapp.extensions import db
from tests.attempts.builders import browser_of
from tests.factories import make_course, make_enrollment, make_user
from tests.test_audit import rows_of


@pytest.fixture
def course(app: Flask) -> Course:
    made: Course = make_course(join_code="QZ74KPM")
    return made


@pytest.fixture
def instructor(course: Course) -> User:
    user: User = make_user()
    make_enrollment(course, user, "instructor")
    return user


@pytest.fixture
def staff(app: Flask, instructor: User) -> FlaskClient:
    return browser_of(app, instructor)


def stored(course: Course) -> Course:
    db.session.rollback()
    return db.session.get_one(Course, course.id, populate_existing=True)


def test_whoever_makes_a_course_teaches_it(staff: FlaskClient, instructor: User) -> None:
    sent = {"title": " Chemistry  1 ", "zone": "Asia/Tokyo"}
    reply = staff.post("/teach/new-course", data=sent)
    made = db.session.scalars(select(Course).where(Course.title == "Chemistry 1")).one()
    assert reply.location == f"/teach/{made.id}/"
    assert made.zone == "Asia/Tokyo"
    enrollment = queries.find_enrollment(made.id, instructor.id)
    assert enrollment is not None and enrollment.role == "instructor"


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"title": "", "zone": "Asia/Tokyo"}, "Enter a title for the course."),
        ({"title": "Chemistry", "zone": "Mars/Olympus"}, "Choose the time zone"),
        ({"title": "Chemistry"}, "Choose the time zone"),
    ],
)
def test_course_that_can_not_be_is_refused(
    staff: FlaskClient, sent: dict[str, str], sentence: str
) -> None:
    reply = staff.post("/teach/new-course", data=sent)
    assert reply.status_code == 422
    assert reply.text.count(sentence) == 2


@pytest.mark.parametrize("role", ["assistant", "student"])
def test_only_instructors_make_courses(app: Flask, course: Course, role: str) -> None:
    user = make_user()
    make_enrollment(course, user, role)
    assert browser_of(app, user).get("/teach/new-course").status_code == 404


def test_settings_are_saved(staff: FlaskClient, course: Course) -> None:
    sent = {"title": "Biology 102", "zone": "Europe/Paris"}
    staff.post(f"/teach/{course.id}/settings", data=sent)
    now = stored(course)
    assert (now.title, now.zone, now.is_open_to_join) == ("Biology 102", "Europe/Paris", False)


def test_settings_show_what_they_are(staff: FlaskClient, course: Course) -> None:
    page = staff.get(f"/teach/{course.id}/settings").text
    assert 'value="Biology 101"' in page
    assert '<option selected value="Europe/London">' in page


def test_zone_with_another_kind_of_name_can_stay(staff: FlaskClient, course: Course) -> None:
    course.zone = "Etc/GMT+3"
    db.session.commit()
    sent = {"title": "Biology", "zone": "Etc/GMT+3", "is_open_to_join": "y"}
    assert staff.post(f"/teach/{course.id}/settings", data=sent).status_code == 303


def test_old_code_fails_as_soon_as_there_is_a_new_one(
    staff: FlaskClient, client: FlaskClient, course: Course
) -> None:
    staff.post(f"/teach/{course.id}/code/renew")
    assert client.get("/join/QZ7-4KPM").status_code == 404
    assert client.get(f"/join/{stored(course).join_code}").status_code == 200
    assert len(rows_of("join code renewed")) == 1


def test_course_is_closed_and_opened(
    staff: FlaskClient, client: FlaskClient, course: Course
) -> None:
    staff.post(f"/teach/{course.id}/code/close")
    assert client.get("/join/QZ7-4KPM").status_code == 403
    staff.post(f"/teach/{course.id}/code/open")
    assert client.get("/join/QZ7-4KPM").status_code == 200


def test_page_for_the_projector_shows_code_drawing_and_address(
    staff: FlaskClient, course: Course
) -> None:
    page = staff.get(f"/teach/{course.id}/code").text
    assert '<p class="join-code">QZ7-4KPM</p>' in page
    assert page.count("http://localhost/join/QZ7-4KPM") == 2


def test_address_that_leads_to_this_computer_only_is_warned_of(
    staff: FlaskClient, course: Course
) -> None:
    assert "works on this computer only" in staff.get(f"/teach/{course.id}/code").text
