"""The sign-in page and the account page."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from quizapp.accounts import service
from quizapp.accounts.models import SignIn, User
from quizapp.accounts.service import Device, NewPerson
from quizapp.clock import utc_now
from quizapp.extensions import db
from tests.factories import NOON

PASSWORD = "otter kettle violin"
MISMATCH = "That name and password don&#39;t match. Check both and try again."


@pytest.fixture
def ada(app: Flask) -> User:
    return service.create_user(NewPerson("Ada Obi", "ada@example.org", PASSWORD), NOON)


@pytest.fixture
def signed_in(client: FlaskClient, ada: User) -> FlaskClient:
    client.post("/signin", data={"login": ada.login, "password": PASSWORD})
    return client


def try_sign_in(
    client: FlaskClient, login: str = "ada@example.org", password: str = "wrong"
) -> tuple[int, str]:
    reply = client.post("/signin", data={"login": login, "password": password})
    return reply.status_code, reply.text


@pytest.mark.usefixtures("ada")
def test_known_and_unknown_names_fail_alike(client: FlaskClient) -> None:
    known = try_sign_in(client, "ada@example.org")
    unknown = try_sign_in(client, "bea@example.org")
    assert known[0] == unknown[0] == 422
    assert known[1] == unknown[1].replace("bea@", "ada@")


@pytest.mark.usefixtures("ada")
def test_failed_sign_in_says_so_and_keeps_the_name_only(client: FlaskClient) -> None:
    _, page = try_sign_in(client, password="wrong horse")
    assert page.count(MISMATCH) == 2  # in the summary and at the field
    assert "<title>Error: Sign in</title>" in page
    assert 'value="ada@example.org"' in page
    assert "wrong horse" not in page


@pytest.mark.parametrize("form", [{}, {"login": "ada"}, {"password": "x"}])
def test_empty_sign_in_asks_for_what_is_missing(client: FlaskClient, form: dict[str, str]) -> None:
    reply = client.post("/signin", data=form)
    assert reply.status_code == 422
    assert "There is a problem" in reply.text


@pytest.mark.parametrize("login", ["ada@example.org", "bea@example.org"])
@pytest.mark.usefixtures("ada")
def test_sixth_try_is_told_how_long_to_wait(client: FlaskClient, login: str) -> None:
    for _ in range(5):
        try_sign_in(client, login)
    reply = client.post("/signin", data={"login": login, "password": "secret words"})
    assert reply.status_code == 429
    assert re.search(r"Too many tries\. Wait \d+ seconds, then try again\.", reply.text)
    assert 25 <= int(reply.headers["Retry-After"]) <= 32
    assert f'value="{login}"' in reply.text
    assert "secret words" not in reply.text


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(
    ("next_address", "location"),
    [
        ("/account", "/account"),
        ("/quizzes/x?q=3", "/quizzes/x?q=3"),
        ("", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("/\t/evil.example", "/"),
    ],
)
def test_sign_in_leads_on_to_this_site_only(
    client: FlaskClient, next_address: str, location: str
) -> None:
    form = {"login": "ada@example.org", "password": PASSWORD}
    reply = client.post("/signin", query_string={"next": next_address}, data=form)
    assert reply.location == location
    again = client.get("/signin", query_string={"next": next_address})
    assert again.location == location


def test_sign_in_from_a_quiz_says_that_answers_are_safe(client: FlaskClient) -> None:
    page = client.get("/signin?next=/attempts/abc%3Fq%3D3").text
    assert "Your answers are safe. Sign in to go on." in page


def test_dead_cookie_is_explained(client: FlaskClient) -> None:
    client.set_cookie("signin", "ended")
    assert "You are signed out. Sign in to go on." in client.get("/signin").text


def test_plain_sign_in_page_explains_nothing(client: FlaskClient) -> None:
    assert "Sign in to go on" not in client.get("/signin").text


def test_help_with_signing_in_says_whom_to_ask(client: FlaskClient) -> None:
    assert "ask your instructor" in client.get("/signin/help").text


def test_signing_out_needs_a_post(signed_in: FlaskClient) -> None:
    assert signed_in.get("/signout").status_code == 405
    assert signed_in.get("/account").status_code == 200


@pytest.mark.parametrize("path", ["/signin", "/signout", "/account/name", "/account/theme"])
def test_forged_form_without_token_is_refused(
    app: Flask, signed_in: FlaskClient, path: str
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    assert signed_in.post(path, data={"name": "Mallory"}).status_code == 400


def test_name_is_changed_and_said_once(signed_in: FlaskClient) -> None:
    reply = signed_in.post("/account/name", data={"name": " Ada  Eze "}, follow_redirects=True)
    assert "Your name is changed." in reply.text
    assert 'value="Ada Eze"' in reply.text
    assert "Your name is changed." not in signed_in.get("/account").text


def test_unfit_name_is_refused_and_kept_for_mending(signed_in: FlaskClient) -> None:
    reply = signed_in.post("/account/name", data={"name": "a" * 201})
    assert reply.status_code == 422
    assert "Use at most 200 characters" in reply.text
    assert "a" * 201 in reply.text
    assert "<title>Error: Your account</title>" in reply.text


@pytest.mark.parametrize("part", ["name", "password", "theme", "devices"])
def test_reloading_an_answered_form_leads_back_to_the_account(
    signed_in: FlaskClient, part: str
) -> None:
    assert signed_in.get(f"/account/{part}").location == "/account"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("wrong", "tram zebra quilt", "That isn&#39;t your present password."),
        (PASSWORD, "short", "A password needs 8 characters or more; this has 5."),
        (PASSWORD, "password1", "one of the first that guessers try"),
        (PASSWORD, "ada-obi-1", "one of the first that guessers try"),
        ("", "tram zebra quilt", "Enter your present password."),
    ],
)
def test_refused_password_change_says_why_and_shows_neither(
    signed_in: FlaskClient, old: str, new: str, words: str
) -> None:
    reply = signed_in.post("/account/password", data={"old": old, "new": new})
    assert reply.status_code == 422
    assert words in reply.text
    assert f'value="{new}"' not in reply.text


def test_guessing_the_old_password_has_to_wait(signed_in: FlaskClient) -> None:
    form = {"old": "wrong", "new": "tram zebra quilt"}
    for _ in range(5):
        assert signed_in.post("/account/password", data=form).status_code == 422
    reply = signed_in.post("/account/password", data=form)
    assert reply.status_code == 429
    assert "Too many tries." in reply.text


def sign_in_elsewhere(ada: User) -> str:
    """The new device's handle."""
    token = service.sign_in(ada.id, Device(name="Edge on Windows"), utc_now())
    return service.hash_token(token)[:16]


def count_sign_ins() -> int:
    return db.session.scalar(select(func.count()).select_from(SignIn)) or 0


def test_devices_are_listed_with_this_one_marked(signed_in: FlaskClient, ada: User) -> None:
    sign_in_elsewhere(ada)
    page = signed_in.get("/account").text
    assert "Edge on Windows</span>" in page
    assert page.count("(this device)") == 1


def test_one_device_can_be_signed_out(signed_in: FlaskClient, ada: User) -> None:
    handle = sign_in_elsewhere(ada)
    sign_in_elsewhere(ada)
    signed_in.post("/account/devices", data={"handle": handle})
    assert count_sign_ins() == 2
    assert signed_in.get("/account").status_code == 200


def test_all_other_devices_can_be_signed_out(signed_in: FlaskClient, ada: User) -> None:
    for _ in range(3):
        sign_in_elsewhere(ada)
    signed_in.post("/account/devices")
    assert count_sign_ins() == 1
    assert signed_in.get("/account").status_code == 200


def test_devices_of_others_can_not_be_signed_out(signed_in: FlaskClient) -> None:
    bea = service.create_user(NewPerson("Bea", "bea", PASSWORD), NOON)
    handle = sign_in_elsewhere(bea)
    signed_in.post("/account/devices", data={"handle": handle})
    signed_in.post("/account/devices")
    assert len(db.session.scalars(select(SignIn).where(SignIn.user_id == bea.id)).all()) == 1


def test_page_never_shows_a_whole_token_hash(signed_in: FlaskClient, ada: User) -> None:
    sign_in_elsewhere(ada)
    page = signed_in.get("/account").text
    for whole in db.session.scalars(select(SignIn.token_hash)):
        assert whole not in page


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_chosen_theme_is_kept_in_a_cookie(signed_in: FlaskClient, theme: str) -> None:
    signed_in.post("/account/theme", data={"theme": theme})
    cookie = signed_in.get_cookie("theme")
    assert cookie is not None
    assert cookie.value == theme
    page = signed_in.get("/account").text
    assert f'data-theme="{theme}"' in page
    assert re.search(rf'<input checked[^>]*value="{theme}"', page)


def test_theme_of_the_device_needs_no_cookie(signed_in: FlaskClient) -> None:
    signed_in.post("/account/theme", data={"theme": "dark"})
    signed_in.post("/account/theme", data={"theme": "system"})
    assert signed_in.get_cookie("theme") is None


@pytest.mark.parametrize("theme", ["purple", "", 'dark"><script>'])
def test_unknown_theme_changes_nothing(signed_in: FlaskClient, theme: str) -> None:
    signed_in.post("/account/theme", data={"theme": theme})
    assert signed_in.get_cookie("theme") is None
    signed_in.set_cookie("theme", "purple")
    assert "data-theme" not in signed_in.get("/account").text


def test_name_is_shown_as_text(signed_in: FlaskClient) -> None:
    signed_in.post("/account/name", data={"name": "<script>alert(1)</script>"})
    assert "<script>alert(1)" not in signed_in.get("/account").text
