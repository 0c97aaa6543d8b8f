"""The way into a course, page by page."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from quizapp.accounts import service as accounts
from quizapp.accounts.models import User
from quizapp.accounts.service import NewPerson
from quizapp.courses import queries
from quizapp.courses.models import Course
from quizapp.courses.rules import Role
from quizapp.extensions import db
from tests.factories import NOON, make_course, make_enrollment, make_user

PASSWORD = "otter kettle violin"
NEW = {"how": "new", "new-name": "Ada Obi", "new-login": "ada", "new-password": PASSWORD}
KNOWN = {"how": "known", "known-login": "ada", "known-password": PASSWORD}


@pytest.fixture
def course(app: Flask) -> Course:
    made: Course = make_course(join_code="QZ74KPM")
    return made


@pytest.fixture
def ada(app: Flask) -> User:
    return accounts.create_user(NewPerson("Ada Obi", "ada", PASSWORD), NOON)


def sign_in(client: FlaskClient) -> None:
    client.post("/signin", data={"login": "ada", "password": PASSWORD})


def is_in(course: Course, login: str = "ada") -> bool:
    user_id = db.session.scalar(select(User.id).where(User.login == login))
    return user_id is not None and queries.find_enrollment(course.id, user_id) is not None


def text_of(page: str) -> str:
    """What is read, without the tags."""
    return " ".join(re.sub(r"<[^>]+>", "", page).replace("&#39;", "'").split())


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("typed", ["QZ7-4KPM", "qz7 4kpm", "qz74kpm "])
def test_code_leads_to_its_course(client: FlaskClient, typed: str) -> None:
    reply = client.post("/join", data={"code": typed})
    assert (reply.status_code, reply.location) == (303, "/join/QZ7-4KPM")


@pytest.mark.parametrize("typed", ["", "  ", "--", "…"])
def test_form_without_a_code_asks_for_it(client: FlaskClient, typed: str) -> None:
    reply = client.post("/join", data={"code": typed})
    assert reply.status_code == 422
    assert "Enter the course code from your instructor." in reply.text


def test_wrong_code_is_said_at_the_field_and_kept(client: FlaskClient) -> None:
    reply = client.post("/join", data={"code": "qz7-4kp"})
    assert reply.status_code == 422
    sentence = "No course has the code QZ7-4KP. Check it with your instructor."
    assert reply.text.count(sentence) == 2
    assert 'value="qz7-4kp"' in reply.text
    assert 'aria-invalid="true"' in reply.text
    assert "<title>Error: Join your course</title>" in reply.text


def test_link_with_a_wrong_code_is_not_found_and_offers_the_form(client: FlaskClient) -> None:
    reply = client.get("/join/QZ7-4KP")
    assert reply.status_code == 404
    assert "No course has the code QZ7-4KP. Check it with your instructor." in reply.text
    assert 'value="QZ7-4KP"' in reply.text


@pytest.mark.parametrize("status", [403, 422])
def test_closed_course_says_whom_to_ask(client: FlaskClient, course: Course, status: int) -> None:
    make_enrollment(course, make_user(name="Dr Okafor"), Role.INSTRUCTOR)
    course.is_open_to_join = False
    db.session.commit()
    link = client.get("/join/QZ7-4KPM")
    form = client.post("/join", data={"code": "QZ7-4KPM"})
    reply = link if status == 403 else form
    assert reply.status_code == status
    sentence = "Biology 101 isn't taking new students. Ask Dr Okafor to add you."
    assert sentence in text_of(reply.text)


@pytest.mark.usefixtures("course")
def test_sixth_wrong_code_has_to_wait(client: FlaskClient) -> None:
    for _ in range(5):
        assert client.post("/join", data={"code": "222-2222"}).status_code == 422
    for reply in (client.post("/join", data={"code": "QZ7-4KPM"}), client.get("/join/QZ7-4KPM")):
        assert reply.status_code == 429
        assert re.search(r"Too many tries\. Wait \d+ seconds, then try again\.", reply.text)
        assert 0 < int(reply.headers["Retry-After"]) <= 32
    elsewhere = client.get("/join/QZ7-4KPM", environ_base={"REMOTE_ADDR": "198.51.100.1"})
    assert elsewhere.status_code == 200


@pytest.mark.parametrize(
    ("teacher", "question"),
    [
        ("Dr Okafor", "Biology 101 with Dr Okafor. Is this your course?"),
        (None, "Biology 101. Is this your course?"),
    ],
)
def test_page_asks_whether_this_is_the_course(
    client: FlaskClient, course: Course, teacher: str | None, question: str
) -> None:
    if teacher:
        make_enrollment(course, make_user(name=teacher), Role.INSTRUCTOR)
    assert question in text_of(client.get("/join/qz74kpm").text)


def test_new_person_joins_in_one_step_and_is_signed_in(client: FlaskClient, course: Course) -> None:
    reply = client.post("/join/QZ7-4KPM", data=NEW)
    assert (reply.status_code, reply.location) == (303, "/")
    assert is_in(course)
    assert client.get("/account").status_code == 200


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"new-name": " "}, "Enter your name."),
        ({"new-login": ""}, "Enter an email or a username."),
        ({"new-login": "ada obi"}, "Leave out spaces"),
        ({"new-password": "abc"}, "A password needs 8 characters or more; this has 3."),
        ({"new-password": "password1"}, "one of the first that guessers try"),
        ({"new-password": "biology101"}, "one of the first that guessers try"),
        ({"new-password": "ada-obi-1"}, "one of the first that guessers try"),
    ],
)
def test_unfit_person_is_told_what_to_mend(
    client: FlaskClient, course: Course, given: dict[str, str], words: str
) -> None:
    reply = client.post("/join/QZ7-4KPM", data={**NEW, **given})
    assert reply.status_code == 422
    assert reply.text.count(words) == 2  # in the summary and at the field
    assert "<title>Error: " in reply.text
    assert 'value="Ada Obi"' in reply.text or "new-name" in given
    assert given.get("new-password", PASSWORD) not in reply.text
    assert db.session.scalar(select(func.count()).select_from(User)) == 0


@pytest.mark.usefixtures("ada")
def test_taken_login_is_refused_at_its_field(client: FlaskClient, course: Course) -> None:
    reply = client.post("/join/QZ7-4KPM", data={**NEW, "new-login": "ADA"})
    assert reply.status_code == 422
    assert "Someone here has the name “ada” already. Choose another, or sign in." in reply.text
    assert not is_in(course)


@pytest.mark.usefixtures("ada")
def test_known_person_signs_in_and_joins_in_one_step(client: FlaskClient, course: Course) -> None:
    reply = client.post("/join/QZ7-4KPM", data=KNOWN)
    assert (reply.status_code, reply.location) == (303, "/")
    assert is_in(course)
    assert client.get("/account").status_code == 200


@pytest.mark.parametrize("login", ["ada", "nobody"])
@pytest.mark.usefixtures("ada")
def test_wrong_password_on_the_way_in_tells_no_names(
    client: FlaskClient, course: Course, login: str
) -> None:
    form = {**KNOWN, "known-login": login, "known-password": "wrong"}
    reply = client.post("/join/QZ7-4KPM", data=form)
    assert reply.status_code == 422
    assert "That name and password don't match. Check both and try again." in text_of(reply.text)
    assert f'value="{login}"' in reply.text
    assert not is_in(course)


@pytest.mark.usefixtures("ada")
def test_guessing_passwords_on_the_way_in_has_to_wait(client: FlaskClient, course: Course) -> None:
    for _ in range(5):
        client.post("/join/QZ7-4KPM", data={**KNOWN, "known-password": "wrong"})
    reply = client.post("/join/QZ7-4KPM", data=KNOWN)
    assert reply.status_code == 429
    assert "Retry-After" in reply.headers
    assert not is_in(course)


@pytest.mark.usefixtures("ada")
def test_signed_in_person_joins_with_one_button(client: FlaskClient, course: Course) -> None:
    sign_in(client)
    page = client.get("/join/QZ7-4KPM").text
    assert "Join this course" in page
    assert "You are signed in as Ada Obi." in text_of(page)
    assert 'type="password"' not in page
    assert client.post("/join/QZ7-4KPM").location == "/"
    assert is_in(course)


def test_opening_the_link_joins_nobody(client: FlaskClient, course: Course, ada: User) -> None:
    sign_in(client)
    client.get("/join/QZ7-4KPM")
    assert not is_in(course)


def test_stranger_who_presses_join_signs_in_first(client: FlaskClient, course: Course) -> None:
    reply = client.post("/join/QZ7-4KPM", headers={"Referer": "http://localhost/join/QZ7-4KPM"})
    asked = client.get(reply.location)
    assert asked.request.path == "/signin"
    assert asked.request.args["next"] == "/join/QZ7-4KPM"


def already_in(client: FlaskClient, course: Course) -> list[str]:
    replies = [
        client.get("/join/QZ7-4KPM", follow_redirects=True),
        client.post("/join", data={"code": "QZ7-4KPM"}, follow_redirects=True),
        client.post("/join/QZ7-4KPM", follow_redirects=True),
    ]
    assert all(reply.request.path == "/" for reply in replies)
    return [text_of(reply.text) for reply in replies]


def test_member_goes_home_and_is_told_once(client: FlaskClient, course: Course, ada: User) -> None:
    make_enrollment(course, ada)
    sign_in(client)
    for page in already_in(client, course):
        assert page.count("You are already in Biology 101.") == 1
    assert "already in" not in text_of(client.get("/").text)


def test_member_who_signs_in_on_the_way_goes_home_too(
    client: FlaskClient, course: Course, ada: User
) -> None:
    make_enrollment(course, ada)
    reply = client.post("/join/QZ7-4KPM", data=KNOWN, follow_redirects=True)
    assert "You are already in Biology 101." in text_of(reply.text)
    assert client.get("/account").status_code == 200


def test_code_never_makes_staff(client: FlaskClient, course: Course) -> None:
    client.post("/join/QZ7-4KPM", data={**NEW, "role": "instructor", "is_administrator": "y"})
    user = db.session.scalars(select(User)).one()
    enrollment = queries.find_enrollment(course.id, user.id)
    assert enrollment is not None
    assert (enrollment.role, user.is_administrator) == (Role.STUDENT, False)


@pytest.mark.parametrize("path", ["/join", "/join/QZ7-4KPM"])
@pytest.mark.usefixtures("course")
def test_forged_join_without_token_is_refused(app: Flask, client: FlaskClient, path: str) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    assert client.post(path, data={**NEW, "code": "QZ7-4KPM"}).status_code == 400


def test_titles_and_names_are_shown_as_text(client: FlaskClient) -> None:
    course = make_course(join_code="QZ74KPM", title="<script>alert(1)</script>")
    make_enrollment(course, make_user(name="<b>Dr</b>"), Role.INSTRUCTOR)
    page = client.get("/join/QZ7-4KPM").text
    assert "<script>alert" not in page
    assert "<b>Dr" not in page


@pytest.mark.parametrize("code", ["..%2f..", "%00", "a" * 2_000, "<script>"])
def test_strange_code_in_the_address_is_merely_wrong(client: FlaskClient, code: str) -> None:
    reply = client.get(f"/join/{code}")
    assert reply.status_code == 404
    assert "<script>" not in reply.text
