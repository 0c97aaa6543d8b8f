"""The audit trail: what a row says, and the rows that signing in and out leave."""

from collections.abc import Callable

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from quizapp.accounts import audit, service
from quizapp.accounts.audit import Act, record, record_alone
from quizapp.accounts.models import AuditEvent, User
from quizapp.accounts.service import Device, NewPerson, PasswordChange, WrongPassword
from quizapp.extensions import db, transaction
from tests.factories import NOON, make_user

PASSWORD = "otter kettle violin"
HERE = "192.0.2.1"


def make_ada() -> User:
    return service.create_user(NewPerson("Ada Obi", "ada@example.org", PASSWORD), NOON)


def trail() -> list[tuple[str, str, str | None, str]]:
    """Every row: the act, the object, who, and the rest, in the order of their acts' names."""
    rows = db.session.scalars(select(AuditEvent)).all()
    return sorted((row.act, row.object, row.user_id, row.detail) for row in rows)


def test_a_row_says_who_what_when_and_from_where(any_app: Flask) -> None:
    ada = make_user()
    with any_app.test_request_context(environ_base={"REMOTE_ADDR": HERE}):
        record_alone(Act.EXPORT, "quiz abc", NOON, by=ada.id, detail="scores.csv")
    row = db.session.scalars(select(AuditEvent)).one()
    assert (row.at, row.act, row.object) == (NOON, "export", "quiz abc")
    assert (row.user_id, row.detail, row.network) == (ada.id, "scores.csv", HERE)


@pytest.mark.usefixtures("app")
def test_what_a_command_does_comes_from_the_terminal() -> None:
    record_alone(Act.ERASURE, "user abc", NOON, by=None)
    assert db.session.scalars(select(AuditEvent)).one().network == "terminal"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("one\ntwo", "one\\ntwo"),
        ("one\r\ntwo", "one\\r\\ntwo"),
        ("one\\ntwo", "one\\\\ntwo"),
        ("tab\there", "tab\\there"),
        ("line\u2028end", "line\\u2028end"),
        ("turn\u202earound", "turn\\u202earound"),
        ("nul\x00", "nul\\x00"),
        ("half \udc80", "half \\udc80"),
        ("Zoë Ωmega 漢字", "Zoë Ωmega 漢字"),
    ],
)
def test_newlines_and_unseen_signs_are_escaped(any_app: Flask, given: str, kept: str) -> None:
    record_alone(Act.DENIED, given, NOON, by=None, detail=given)
    row = db.session.scalars(select(AuditEvent)).one()
    assert (row.object, row.detail) == (kept, kept)


@given(st.text())
def test_whatever_is_written_is_one_short_line(text: str) -> None:
    line = audit._in_one_line(text)
    assert line.isprintable()
    assert len(line) <= audit.LONGEST
    line.encode()


@pytest.mark.usefixtures("app")
def test_an_act_that_fails_leaves_no_row() -> None:
    @transaction
    def fail() -> None:
        record(Act.SIGN_OUT, "user abc", NOON, by=None)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert trail() == []


def test_a_row_outlives_the_person_but_not_their_name(any_app: Flask) -> None:
    ada = make_user()
    record_alone(Act.EXPORT, "quiz abc", NOON, by=ada.id)
    db.session.delete(db.session.get_one(User, ada.id))
    db.session.commit()
    assert trail() == [("export", "quiz abc", None, "")]


@pytest.mark.usefixtures("app")
def test_signing_in_leaves_a_row_with_the_device() -> None:
    ada = make_ada()
    service.sign_in(ada.id, Device("Firefox on Linux"), NOON)
    assert trail() == [("sign-in", f"user {ada.id}", ada.id, "Firefox on Linux")]


@pytest.mark.parametrize("login", ["ada@example.org", "otter kettle violin"])
@pytest.mark.usefixtures("app")
def test_failing_to_sign_in_leaves_a_row_without_what_was_typed(login: str) -> None:
    ada = make_ada()
    with pytest.raises(WrongPassword):
        service.authenticate(login, "a wrong horse", HERE, NOON)
    on = f"user {ada.id}" if login == ada.login else "unknown name"
    assert trail() == [("sign-in failed", on, None, "")]


Verb = Callable[[User, str], object]
ENDINGS: dict[str, Verb] = {
    "Firefox": lambda _ada, token: service.sign_out(token, NOON),
    "Firefox ": lambda ada, token: service.end_sign_in(
        ada.id, service.hash_token(token)[:16], NOON
    ),
    "all other devices": lambda ada, _token: service.end_sign_ins(ada.id, NOON),
}


@pytest.mark.parametrize("detail", ENDINGS)
@pytest.mark.usefixtures("app")
def test_every_way_of_signing_out_leaves_a_row(detail: str) -> None:
    ada = make_ada()
    token = service.sign_in(ada.id, Device("Firefox"), NOON)
    ENDINGS[detail](ada, token)
    assert trail()[1:] == [("sign-out", f"user {ada.id}", ada.id, detail.strip())]


@pytest.mark.usefixtures("app")
def test_a_dead_token_signs_nobody_out() -> None:
    service.sign_out("dead", NOON)
    assert trail() == []


@pytest.mark.usefixtures("app")
def test_changing_the_password_leaves_a_row_that_does_not_hold_it() -> None:
    ada = make_ada()
    token = service.sign_in(ada.id, Device(), NOON)
    change = PasswordChange(PASSWORD, "tram zebra quilt")
    service.change_password(ada.id, change, HERE, token, NOON)
    assert trail()[0] == ("password changed", f"user {ada.id}", ada.id, "")
    assert "tram" not in str(trail())


@pytest.mark.usefixtures("app")
def test_a_password_set_by_somebody_else_names_them() -> None:
    ada, admin = make_ada(), make_user()
    service.set_password(ada.id, "tram zebra quilt", NOON, by=admin.id)
    assert trail() == [("password changed", f"user {ada.id}", admin.id, "")]
