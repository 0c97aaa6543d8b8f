"""Accounts, sign-ins and passwords in a real database."""

import hashlib
from collections.abc import Callable
from datetime import timedelta

import pytest
from nacl.pwhash import argon2id
from sqlalchemy import func, select

from quizapp.accounts import service
from quizapp.accounts.models import Throttle, User
from quizapp.accounts.names import UnfitLogin, UnfitName
from quizapp.accounts.passwords import UnfitPassword
from quizapp.accounts.service import (
    LoginTaken,
    NewPerson,
    WrongPassword,
)
from quizapp.errors import TooMany
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
    verify = argon2id.verify

    def watched(hashed: bytes, password: bytes) -> bool:
        verified.append(hashed.decode().rpartition("$")[0].rpartition("$")[0])
        return verify(hashed, password)

    monkeypatch.setattr(argon2id, "verify", watched)
    fail(1)
    assert verified == ["$argon2id$v=19$m=12288,t=3,p=1"]


def test_old_parameters_are_hashed_anew_at_sign_in() -> None:
    user = make_ada()
    user.password_hash = argon2id.str(PASSWORD.encode(), opslimit=1, memlimit=8 << 20).decode()
    db.session.commit()
    guess(PASSWORD)
    hashed = service.get_user(user.id).password_hash
    assert hashed is not None
    assert hashed.startswith("$argon2id$v=19$m=12288,t=3,p=1$")
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
