"""Accounts, sign-ins and passwords in a real database."""

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from argon2 import PasswordHasher
from flask import Flask
from sqlalchemy import func, select

from quizapp.accounts import service
from quizapp.accounts.models import SignIn, Throttle, User
from quizapp.accounts.names import UnfitLogin, UnfitName
from quizapp.accounts.passwords import UnfitPassword
from quizapp.accounts.service import (
    Device,
    LoginTaken,
    NewPerson,
    PasswordChange,
    WrongOldPassword,
    WrongPassword,
)
from quizapp.errors import NotFound, TooMany
from quizapp.extensions import db
from tests.factories import NOON, make_user

PASSWORD = "otter kettle violin"
HERE, ELSEWHERE = "192.0.2.1", "198.51.100.1"
SECOND = timedelta(seconds=1)

pytestmark = pytest.mark.usefixtures("app")


def make_ada(**given: str) -> User:
    values = {"name": "Ada Obi", "login": "ada@example.org", "password": PASSWORD}
    return service.create_user(NewPerson(**{**values, **given}), NOON)


def guess(password: str = "wrong", login: str = "ada@example.org", network: str = HERE) -> None:
    service.authenticate(login, password, network, NOON)


def fail(times: int, **given: str) -> None:
    for _ in range(times):
        with pytest.raises(WrongPassword):
            guess(**given)


def count(model: type[User] | type[Throttle]) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def test_person_is_kept_with_normalized_name_and_login() -> None:
    user = make_ada(name=" Ada  Obi ", login=" ADA@Example.org ")
    assert (user.name, user.login) == ("Ada Obi", "ada@example.org")


def test_password_is_not_in_the_table() -> None:
    user = make_ada()
    assert user.password_hash is not None
    assert PASSWORD not in user.password_hash


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"name": " "}, UnfitName),
        ({"login": "ada obi"}, UnfitLogin),
        ({"password": "otter k"}, UnfitPassword),
        ({"password": "ada-obi-1"}, UnfitPassword),
    ],
)
def test_unfit_person_is_not_kept(given: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        make_ada(**given)
    assert count(User) == 0


def test_login_belongs_to_one_person_whatever_its_case() -> None:
    make_ada()
    with pytest.raises(LoginTaken, match="ada@example.org"):
        make_ada(login="ADA@example.ORG")
    assert count(User) == 1


def test_name_and_password_find_the_person() -> None:
    user = make_ada()
    assert service.authenticate("Ada@example.org ", PASSWORD, HERE, NOON).id == user.id


def disabled() -> None:
    service.disable_user(make_ada().id, NOON)


def without_password() -> None:
    make_user(login="ada@example.org")


@pytest.mark.parametrize("prepare", [make_ada, disabled, without_password, lambda: None])
def test_every_failure_has_the_same_words(prepare: Callable[[], object]) -> None:
    prepare()
    with pytest.raises(WrongPassword) as caught:
        guess("not the password")
    sentence = "That name and password don't match. Check both and try again."
    assert str(caught.value) == sentence


def test_disabled_person_with_the_right_password_fails_alike() -> None:
    disabled()
    with pytest.raises(WrongPassword):
        guess(PASSWORD)


@pytest.mark.parametrize("prepare", [make_ada, disabled, without_password, lambda: None])
def test_every_failure_does_the_same_hash_work(
    prepare: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare()
    verified: list[str] = []
    verify = PasswordHasher.verify

    def watched(hasher: PasswordHasher, hashed: str, password: str) -> bool:
        verified.append(hashed.rpartition("$")[0].rpartition("$")[0])
        return verify(hasher, hashed, password)

    monkeypatch.setattr(PasswordHasher, "verify", watched)
    fail(1)
    assert verified == ["$argon2id$v=19$m=19456,t=2,p=1"]


def test_old_parameters_are_hashed_anew_at_sign_in() -> None:
    user = make_ada()
    user.password_hash = PasswordHasher(1, 8192, 1).hash(PASSWORD)
    db.session.commit()
    guess(PASSWORD)
    hashed = service.get_user(user.id).password_hash
    assert hashed is not None
    assert hashed.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    guess(PASSWORD)


@pytest.mark.parametrize("login", ["ada@example.org", "nobody@example.org"])
def test_after_five_failures_even_the_right_password_waits(login: str) -> None:
    make_ada()
    fail(5, login=login)
    with pytest.raises(TooMany, match="Wait 32 seconds, then try again") as caught:
        guess(PASSWORD, login=login)
    assert caught.value.retry_after == 32


def test_name_in_other_letters_is_the_same_account_to_the_counter() -> None:
    make_ada()
    fail(5, login="ADA@example.org ")
    with pytest.raises(TooMany):
        guess(PASSWORD)


def test_after_the_wait_the_right_password_gets_in_and_is_forgiven() -> None:
    make_ada()
    fail(5)
    later = NOON + timedelta(seconds=32)
    service.authenticate("ada@example.org", PASSWORD, HERE, later)
    fail(5)


def test_tries_while_waiting_make_no_wait_longer() -> None:
    make_ada()
    fail(5)
    for _ in range(20):
        with pytest.raises(TooMany):
            guess()
    service.authenticate("ada@example.org", PASSWORD, HERE, NOON + timedelta(seconds=32))


def test_thousand_wrong_tries_keep_nobody_on_another_network_out() -> None:
    make_ada()
    refused = checked = 0
    for number in range(1_000):
        try:
            service.authenticate("ada@example.org", "wrong", HERE, NOON + number * SECOND)
        except WrongPassword:
            checked += 1
        except TooMany:
            refused += 1
    assert (checked, refused) == (10, 990)
    guess(PASSWORD, network=ELSEWHERE)


def test_network_rests_after_300_failures_of_any_accounts() -> None:
    make_ada()
    db.session.add(
        Throttle(
            key=hashlib.sha256(f"network\x1f{HERE}".encode()).hexdigest(),
            failures=299,
            first_at=NOON,
            last_at=NOON,
        )
    )
    db.session.commit()
    guess(PASSWORD)
    fail(1, login="somebody@example.org")
    with pytest.raises(TooMany, match="Wait 10 minutes"):
        guess(PASSWORD)
    guess(PASSWORD, network=ELSEWHERE)


def test_successes_count_against_nobody() -> None:
    make_ada()
    for _ in range(8):
        guess(PASSWORD)
    assert count(Throttle) == 0


def test_counters_name_neither_person_nor_network() -> None:
    fail(1, login="nobody@example.org")
    keys = db.session.scalars(select(Throttle.key)).all()
    assert len(keys) == 2
    assert all(len(key) == 64 and set(key) <= set("0123456789abcdef") for key in keys)


def test_old_counters_are_dropped() -> None:
    fail(1, login="nobody@example.org")
    later = NOON + timedelta(days=1, seconds=1)
    with pytest.raises(WrongPassword):
        service.authenticate("else@example.org", "wrong", ELSEWHERE, later)
    assert count(Throttle) == 2


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
    service.sign_out(token)
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
    service.end_sign_in(stranger.id, service.hash_token(token)[:16])
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
    service.set_password(user.id, "tram zebra quilt")
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
