"""Sign-in codes: made for one person, good once, for a time; and the pages that take them."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.accounts import code_service, service
from quizapp.accounts.code_service import WrongCode
from quizapp.accounts.codes import CODE_ALPHABET, SIGN_IN_LENGTH, normalize_code
from quizapp.accounts.models import SignIn, SignInCode, User
from quizapp.accounts.passwords import UnfitPassword
from quizapp.clock import utc_now
from quizapp.errors import TooMany
from quizapp.extensions import db, transaction
from tests.attempts.test_races import at_once
from tests.factories import NOON, make_user

HOUR, NETWORK, PASSWORD = timedelta(hours=1), "192.0.2.1", "otter kettle violin"
make = transaction(code_service.add_code)


def check(code: str, later: timedelta = timedelta()) -> str:
    return code_service.check_code(code, NETWORK, NOON + later)


@pytest.mark.usefixtures("app")
def test_code_has_more_than_64_bits_and_is_kept_as_a_hash() -> None:
    code = normalize_code(make(make_user().id, HOUR, NOON))
    assert len(code) == SIGN_IN_LENGTH
    assert len(CODE_ALPHABET) ** SIGN_IN_LENGTH > 2**64
    kept = db.session.scalars(select(SignInCode)).one()
    assert code not in (kept.code_hash, kept.user_id)


@pytest.mark.usefixtures("app")
def test_code_sets_a_password_and_ends_every_sign_in() -> None:
    user = make_user(login="ada")
    service.sign_in(user.id, service.Device(), NOON)
    code = make(user.id, HOUR, NOON)
    assert code_service.use_code(check(code.lower()), PASSWORD, NOON).id == user.id
    assert service.authenticate("ada", PASSWORD, NETWORK, NOON).id == user.id
    assert db.session.scalars(select(SignIn)).all() == []


@pytest.mark.usefixtures("app")
def test_code_works_once() -> None:
    checked = check(make(make_user().id, HOUR, NOON))
    code_service.use_code(checked, PASSWORD, NOON)
    with pytest.raises(WrongCode):
        code_service.use_code(checked, "another long phrase", NOON)


@pytest.mark.usefixtures("app")
def test_code_ends_on_time() -> None:
    code = make(make_user().id, HOUR, NOON)
    checked = check(code, HOUR - timedelta(seconds=1))
    with pytest.raises(WrongCode):
        check(code, HOUR)
    with pytest.raises(WrongCode):
        code_service.use_code(checked, PASSWORD, NOON + HOUR)


@pytest.mark.usefixtures("app")
def test_new_code_takes_the_place_of_the_old_one() -> None:
    user_id = make_user().id
    old, new = (make(user_id, HOUR, NOON) for _ in range(2))
    with pytest.raises(WrongCode):
        check(old)
    assert check(new)


@pytest.mark.usefixtures("app")
def test_refused_password_leaves_the_code_as_it_is() -> None:
    checked = check(make(make_user().id, HOUR, NOON))
    with pytest.raises(UnfitPassword):
        code_service.use_code(checked, "short", NOON)
    code_service.use_code(checked, PASSWORD, NOON)


@pytest.mark.usefixtures("app")
def test_code_of_somebody_who_is_disabled_lets_nobody_in() -> None:
    user = make_user()
    code = make(user.id, HOUR, NOON)
    service.disable_user(user.id, NOON)
    with pytest.raises(WrongCode):
        check(code)


@pytest.mark.usefixtures("app")
def test_guessing_codes_has_to_wait() -> None:
    code = make(make_user().id, HOUR, NOON)
    for _ in range(5):
        with pytest.raises(WrongCode):
            check("2222-2222-2222-2222")
    with pytest.raises(TooMany):
        check(code)
    assert code_service.check_code(code, "198.51.100.1", NOON)


def test_code_used_by_many_in_the_same_moment_lets_one_in(any_app: Flask) -> None:
    checked = check(make(make_user().id, HOUR, NOON))

    def use() -> bool:
        try:
            code_service.use_code(checked, PASSWORD, NOON)
        except WrongCode:
            return False
        return True

    assert sum(at_once(any_app, use)) == 1


def test_pages_lead_from_the_code_to_being_signed_in(client: FlaskClient) -> None:
    user_id = make_user(name="Ada Obi", login="ada").id
    code = make(user_id, HOUR, utc_now())
    page = client.post("/signin/code", data={"code": code}, follow_redirects=True).text
    assert "Hello, <bdi>Ada Obi</bdi>." in page
    reply = client.post("/signin/code/password", data={"new": PASSWORD})
    assert reply.location == "/"
    assert 'Account<span class="visually-hidden"> of Ada Obi' in client.get("/").text
    user = db.session.get_one(User, user_id, populate_existing=True)
    assert user.signed_in_at is not None


def test_wrong_code_is_said_at_its_field(client: FlaskClient) -> None:
    reply = client.post("/signin/code", data={"code": "2222-2222-2222-2222"})
    assert reply.status_code == 422
    sentence = "This code doesn&#39;t work: it was mistyped, used before, or has run out."
    assert reply.text.count(sentence) == 2


def test_sixth_wrong_code_has_to_wait(client: FlaskClient) -> None:
    sent = {"code": "2222-2222-2222-2222"}
    statuses = [client.post("/signin/code", data=sent).status_code for _ in range(6)]
    assert statuses == [422] * 5 + [429]


def test_refused_password_is_said_and_can_be_mended(client: FlaskClient) -> None:
    code = make(make_user().id, HOUR, utc_now())
    client.post("/signin/code", data={"code": code})
    assert client.post("/signin/code/password", data={"new": "short"}).status_code == 422
    assert client.post("/signin/code/password", data={"new": PASSWORD}).status_code == 303


def test_password_page_without_a_code_asks_for_one(client: FlaskClient) -> None:
    assert client.get("/signin/code/password").location == "/signin/code"
    assert client.post("/signin/code/password", data={"new": PASSWORD}).location == "/signin/code"


def test_help_tells_of_the_code(client: FlaskClient) -> None:
    page = re.sub(r"\s+", " ", client.get("/signin/help").text)
    assert "Ask your instructor for a sign-in code. It works once, for 30 minutes" in page
