"""Sign-ins begin and end, and passwords change."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts import service
from quizapp.accounts.models import SignIn, User
from quizapp.accounts.passwords import UnfitPassword
from quizapp.accounts.service import (
    Device,
    LoginTaken,
    PasswordChange,
    WrongOldPassword,
    WrongPassword,
)
from quizapp.errors import NotFound, TooMany
from quizapp.extensions import db
from tests.accounts.test_service import HERE, PASSWORD, fail, guess, make_ada
from tests.factories import NOON, make_user

pytestmark = pytest.mark.usefixtures("app")


def test_table_holds_the_hash_of_the_token_only() -> None:
    token = service.sign_in(make_ada().id, Device(name="Firefox on Linux"), NOON)
    row = db.session.scalars(select(SignIn)).one()
    assert len(token) >= 43
    assert row.token_hash == hashlib.sha256(token.encode()).hexdigest()
    assert (row.device, row.made_at, row.seen_at) == ("Firefox on Linux", NOON, NOON)


def test_signing_in_again_ends_the_sign_in_before() -> None:
    user = make_ada()
    token = service.sign_in(user.id, Device(), NOON)
    other = service.sign_in(user.id, Device(), NOON)
    new = service.sign_in(user.id, Device(old_token=token), NOON)
    assert live_tokens() == {service.hash_token(other), service.hash_token(new)}


def live_tokens() -> set[str]:
    return set(db.session.scalars(select(SignIn.token_hash)))


def test_signing_out_ends_this_sign_in_only() -> None:
    user = make_ada()
    token, other = (service.sign_in(user.id, Device(), NOON) for _ in range(2))
    service.sign_out(token, NOON)
    assert live_tokens() == {service.hash_token(other)}


def test_disabling_a_person_ends_every_sign_in() -> None:
    user = make_ada()
    service.sign_in(user.id, Device(), NOON)
    service.disable_user(user.id, NOON)
    assert live_tokens() == set()


def test_enabled_person_may_sign_in_again() -> None:
    user = make_ada()
    service.disable_user(user.id, NOON)
    service.enable_user(user.id)
    guess(PASSWORD)


def test_sign_ins_older_than_any_may_be_are_dropped_at_the_next() -> None:
    user = make_ada()
    service.sign_in(user.id, Device(), NOON)
    service.sign_in(user.id, Device(), NOON + timedelta(days=31))
    assert len(live_tokens()) == 1


def test_nobody_ends_the_sign_in_of_another_person() -> None:
    user, stranger = make_ada(), make_user()
    token = service.sign_in(user.id, Device(), NOON)
    service.end_sign_in(stranger.id, service.hash_token(token)[:16], NOON)
    assert live_tokens() == {service.hash_token(token)}


def change(user: User, token: str, old: str, new: str, now: datetime = NOON) -> str:
    return service.change_password(user.id, PasswordChange(old, new), HERE, token, now)


def test_changed_password_ends_the_other_sign_ins_and_renews_this_one() -> None:
    user = make_ada()
    token, _other = (service.sign_in(user.id, Device(), NOON) for _ in range(2))
    new_token = change(user, token, PASSWORD, "tram zebra quilt")
    assert live_tokens() == {service.hash_token(new_token)}
    assert new_token != token


def test_changed_password_replaces_the_old_one() -> None:
    user = make_ada()
    token = service.sign_in(user.id, Device(), NOON)
    change(user, token, PASSWORD, "tram zebra quilt")
    fail(1, password=PASSWORD)
    guess("tram zebra quilt")


def test_wrong_old_password_changes_nothing() -> None:
    user = make_ada()
    token = service.sign_in(user.id, Device(), NOON)
    with pytest.raises(WrongOldPassword):
        change(user, token, "wrong", "tram zebra quilt")
    guess(PASSWORD)
    assert live_tokens() == {service.hash_token(token)}


def test_stolen_cookie_does_not_make_old_passwords_guessable() -> None:
    user = make_ada()
    token = service.sign_in(user.id, Device(), NOON)
    for _ in range(5):
        with pytest.raises(WrongOldPassword):
            change(user, token, "wrong", "tram zebra quilt")
    with pytest.raises(TooMany):
        change(user, token, PASSWORD, "tram zebra quilt")


def test_easy_new_password_is_refused_before_the_old_is_looked_at() -> None:
    user = make_ada()
    token = service.sign_in(user.id, Device(), NOON)
    with pytest.raises(UnfitPassword):
        change(user, token, PASSWORD, "password1")


def test_password_set_by_somebody_else_ends_every_sign_in() -> None:
    user = make_ada()
    service.sign_in(user.id, Device(), NOON)
    service.set_password(user.id, "tram zebra quilt", NOON)
    assert live_tokens() == set()
    guess("tram zebra quilt")


def test_unknown_person_is_not_found() -> None:
    with pytest.raises(NotFound):
        service.get_user("nobody")


def test_twenty_guesses_at_once_get_five_tries(app: Flask) -> None:
    make_ada()
    db.session.rollback()

    def try_once(number: int) -> str:
        with app.app_context():
            try:
                guess(f"wrong {number}")
            except (WrongPassword, TooMany) as error:
                return type(error).__name__
            return "in"

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(try_once, range(20)))
    assert sorted(set(answers)) == ["TooMany", "WrongPassword"]
    assert answers.count("WrongPassword") == 5


def test_one_login_taken_by_many_at_once_is_given_once(app: Flask) -> None:
    def try_once(_number: int) -> str:
        with app.app_context():
            try:
                make_ada()
            except LoginTaken:
                return "taken"
            return "made"

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(try_once, range(8)))
    assert (answers.count("made"), answers.count("taken")) == (1, 7)
