"""Sign-ins as a browser meets them: cookies, ends, and pages for known people only."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update

from quizapp.accounts import service, signin
from quizapp.accounts.models import SignIn, User
from quizapp.accounts.service import NewPerson
from quizapp.clock import utc_now
from quizapp.courses.rules import Role
from quizapp.extensions import db
from tests.factories import NOON, make_course, make_enrollment

PASSWORD = "otter kettle violin"
HTTPS = "https://localhost"


@pytest.fixture
def ada(app: Flask) -> Iterator[User]:
    yield service.create_user(NewPerson("Ada Obi", "ada", PASSWORD), NOON)


def sign_in(client: FlaskClient, base_url: str = "http://localhost", **given: str) -> list[str]:
    """Sign Ada in; the Set-Cookie headers."""
    form = {"login": "ada", "password": PASSWORD, **given}
    reply = client.post("/signin", data=form, base_url=base_url)
    assert reply.status_code == 303
    return [value for value in reply.headers.getlist("Set-Cookie") if "signin=" in value]


def is_signed_in(client: FlaskClient, base_url: str = "http://localhost") -> bool:
    return client.get("/account", base_url=base_url).status_code == 200


def move_clock(**ago: timedelta) -> None:
    """As if the only sign-in had been made and seen so long ago."""
    now = utc_now()
    db.session.execute(update(SignIn).values({name: now - by for name, by in ago.items()}))
    db.session.commit()


def copy_cookies(client: FlaskClient, app: Flask) -> FlaskClient:
    """A thief's browser with the same sign-in cookie."""
    cookie = client.get_cookie("signin")
    assert cookie is not None
    thief = app.test_client()
    thief.set_cookie("signin", cookie.value)
    return thief


@pytest.mark.usefixtures("ada")
def test_cookie_on_https_is_bound_to_this_host(client: FlaskClient) -> None:
    (cookie,) = sign_in(client, HTTPS)
    name, *flags = cookie.split("; ")
    assert name.startswith("__Host-signin=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(flags)
    assert not any(flag.startswith("Domain") for flag in flags)


@pytest.mark.usefixtures("ada")
def test_cookie_on_plain_http_goes_without_secure_and_prefix(client: FlaskClient) -> None:
    (cookie,) = sign_in(client)
    name, *flags = cookie.split("; ")
    assert name.startswith("signin=")
    assert {"HttpOnly", "Path=/", "SameSite=Lax"} <= set(flags)
    assert "Secure" not in flags


@pytest.mark.usefixtures("ada")
def test_sign_in_on_https_is_recognized(client: FlaskClient) -> None:
    sign_in(client, HTTPS)
    assert is_signed_in(client, HTTPS)


@pytest.mark.usefixtures("ada")
def test_cookie_of_plain_http_is_not_believed_on_https(client: FlaskClient) -> None:
    sign_in(client)
    cookie = client.get_cookie("signin")
    assert cookie is not None
    client.set_cookie("signin", cookie.value, secure=True)
    assert not is_signed_in(client, HTTPS)


@pytest.mark.usefixtures("ada")
def test_cookie_on_a_shared_computer_ends_with_the_browser(client: FlaskClient) -> None:
    (cookie,) = sign_in(client, is_shared="y")
    assert "Max-Age" not in cookie
    assert "Expires" not in cookie


@pytest.mark.usefixtures("ada")
def test_two_people_in_two_browsers_are_told_apart(app: Flask, client: FlaskClient) -> None:
    sign_in(client)
    assert is_signed_in(client)
    assert not is_signed_in(app.test_client())


@pytest.mark.usefixtures("ada")
def test_old_cookie_is_dead_after_signing_in_again(app: Flask, client: FlaskClient) -> None:
    sign_in(client)
    thief = copy_cookies(client, app)
    assert is_signed_in(thief)
    sign_in(client)
    assert is_signed_in(client)
    assert not is_signed_in(thief)


@pytest.mark.usefixtures("ada")
def test_stolen_cookie_is_dead_after_signing_out(app: Flask, client: FlaskClient) -> None:
    sign_in(client)
    thief = copy_cookies(client, app)
    reply = client.post("/signout")
    assert reply.location == "/signin"
    assert client.get_cookie("signin") is None
    assert not is_signed_in(thief)


def test_stolen_cookie_is_dead_after_disabling(client: FlaskClient, ada: User) -> None:
    sign_in(client)
    service.disable_user(ada.id, NOON)
    assert not is_signed_in(client)


def test_disabled_person_is_out_even_if_a_sign_in_is_left(client: FlaskClient, ada: User) -> None:
    sign_in(client)
    db.session.execute(update(User).where(User.id == ada.id).values(disabled_at=NOON))
    db.session.commit()
    assert not is_signed_in(client)


@pytest.mark.usefixtures("ada")
def test_stolen_cookie_is_dead_after_changing_the_password(app: Flask, client: FlaskClient) -> None:
    sign_in(client)
    thief = copy_cookies(client, app)
    form = {"old": PASSWORD, "new": "tram zebra quilt"}
    assert client.post("/account/password", data=form).status_code == 303
    assert is_signed_in(client)
    assert not is_signed_in(thief)


@pytest.mark.parametrize("token", ["", "x", "é" * 50, "x" * 3_000, "%00"])
def test_made_up_cookie_is_nobody(client: FlaskClient, token: str) -> None:
    client.set_cookie("signin", token)
    assert not is_signed_in(client)


def test_hash_from_the_table_opens_nothing(client: FlaskClient, ada: User) -> None:
    token = service.sign_in(ada.id, service.Device(), utc_now())
    client.set_cookie("signin", service.hash_token(token))
    assert not is_signed_in(client)


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(("days", "is_in"), [(6.9, True), (7.1, False)])
def test_student_is_out_after_seven_idle_days(
    client: FlaskClient, days: float, is_in: bool
) -> None:
    sign_in(client)
    move_clock(seen_at=timedelta(days=days), made_at=timedelta(days=days))
    assert is_signed_in(client) == is_in


@pytest.mark.parametrize("role", [Role.ASSISTANT, Role.INSTRUCTOR])
@pytest.mark.parametrize(("hours", "is_in"), [(11.9, True), (12.1, False)])
def test_staff_is_out_after_twelve_idle_hours(
    client: FlaskClient, ada: User, role: Role, hours: float, is_in: bool
) -> None:
    make_enrollment(make_course(), ada, role)
    sign_in(client)
    move_clock(seen_at=timedelta(hours=hours))
    assert is_signed_in(client) == is_in


def test_administrator_is_out_after_twelve_idle_hours(client: FlaskClient, ada: User) -> None:
    db.session.execute(update(User).values(is_administrator=True))
    db.session.commit()
    sign_in(client)
    move_clock(seen_at=timedelta(hours=12))
    assert not is_signed_in(client)


@pytest.mark.usefixtures("ada")
def test_shared_computer_is_out_after_two_hours(client: FlaskClient) -> None:
    sign_in(client, is_shared="y")
    move_clock(made_at=timedelta(hours=2))
    assert not is_signed_in(client)


def test_person_with_an_open_attempt_stays_signed_in(
    app: Flask, client: FlaskClient, ada: User
) -> None:
    signin.standing(app).is_taking = lambda user_id: user_id == ada.id
    sign_in(client, is_shared="y")
    move_clock(made_at=timedelta(hours=3))
    assert is_signed_in(client)


def seen_at() -> object:
    db.session.rollback()
    return db.session.scalar(db.select(SignIn.seen_at))


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(("minutes", "is_written"), [(4, False), (6, True)])
def test_being_seen_is_written_at_most_every_five_minutes(
    client: FlaskClient, minutes: int, is_written: bool
) -> None:
    sign_in(client)
    move_clock(seen_at=timedelta(minutes=minutes))
    before = seen_at()
    client.get("/account")
    assert (seen_at() != before) == is_written


@pytest.mark.parametrize("path", ["/account", "/account?part=name"])
def test_stranger_is_asked_to_sign_in_and_led_back(client: FlaskClient, path: str) -> None:
    reply = client.get(path)
    assert reply.status_code == 303
    asked = client.get(reply.location, follow_redirects=True)
    assert asked.request.path == "/signin"
    assert asked.request.args["next"] == path


def test_sent_form_of_a_stranger_is_said_to_be_unsaved(client: FlaskClient) -> None:
    reply = client.post(
        "/account/name", data={"name": "X"}, headers={"Referer": "http://localhost/account?a=1"}
    )
    asked = client.get(reply.location)
    assert asked.request.args["next"] == "/account?a=1"
    assert b"wasn&#39;t saved" in asked.data


@pytest.mark.parametrize("referer", ["https://evil.example/account", "", "nonsense"])
def test_sent_form_from_elsewhere_leads_back_to_the_start(
    client: FlaskClient, referer: str
) -> None:
    reply = client.post("/account/name", data={"name": "X"}, headers={"Referer": referer})
    assert client.get(reply.location).request.args["next"] == "/"


@pytest.mark.usefixtures("ada")
def test_who_is_signed_in_is_read_in_one_query(app: Flask, client: FlaskClient) -> None:
    sign_in(client)
    queries: list[str] = []

    def note(*arguments: object) -> None:
        queries.append(str(arguments[2]))

    db.event.listen(db.engine, "before_cursor_execute", note)
    client.get("/signin/help")
    assert sum("FROM sign_in" in query for query in queries) == 1
    assert len(queries) == 2  # and one for the links between the pages of students and of staff
