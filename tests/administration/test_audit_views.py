"""The audit trail as administrators read it."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.accounts.audit import Act, record_alone
from quizapp.administration import queries
from tests.attempts.builders import browser_of
from tests.attempts.student import words
from tests.factories import NOON, make_user

DAY = timedelta(days=1)


@pytest.fixture
def desk(any_app: Flask) -> FlaskClient:
    """An administrator's browser."""
    return browser_of(any_app, make_user(name="Dr Okafor", is_administrator=True))


def trail(desk: FlaskClient, query: str = "") -> str:
    response = desk.get(f"/admin/audit{query}")
    assert response.status_code == 200
    return words(response.text)


def test_trail_is_read_from_the_newest(desk: FlaskClient) -> None:
    ada = make_user(name="Ada Obi").id
    record_alone(Act.SIGN_IN, "sign-in 1", NOON, by=ada)
    record_alone(Act.ERASURE, "user 9", NOON + DAY, by=None, detail="one <b>course</b>")
    page = trail(desk)
    assert page.index("user 9") < page.index("sign-in 1")
    assert "in the terminal user 9 one &lt;b&gt;course" in page and "sign-in Ada Obi" in page


@pytest.mark.parametrize("query", ["?act=sign-in", "?find=ADA", "?day=2026-02-13"])
def test_trail_is_filtered_by_act_person_and_day(desk: FlaskClient, query: str) -> None:
    record_alone(Act.SIGN_IN, "sign-in 1", NOON, by=make_user(name="Ada Obi").id)
    record_alone(Act.ERASURE, "user 9", NOON + DAY, by=make_user(name="Bo Lee").id)
    page = trail(desk, query)
    assert "sign-in 1" in page and "user 9" not in page


def test_every_row_stands_on_one_page(desk: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "A_PAGE", 2)
    for number in range(5):
        record_alone(Act.EXPORT, f"quiz q{number}", NOON + DAY * (number // 2), by=None)
    found, query = [], "?act=export"
    for _ in range(3):
        html = desk.get(f"/admin/audit{query}").text
        found += sorted(number for number in range(5) if f"quiz q{number}" in html)[::-1]
        _, _, rest = html.partition('<a href="/admin/audit?act=export&amp;before=')
        query = f"?act=export&before={rest.partition(chr(34))[0]}"
    assert sorted(found) == [0, 1, 2, 3, 4] and found[0] == 4


@pytest.mark.parametrize(
    "query",
    ["?act=no&day=never&before=~", "?day=9999-12-31", "?find=%00&before=%00", "?day=0001-01-01"],
)
def test_what_cannot_be_read_in_the_address_is_left_out(desk: FlaskClient, query: str) -> None:
    assert "Audit trail" in trail(desk, query)


def test_empty_trail_says_so(desk: FlaskClient) -> None:
    assert "Nothing like this stands in the trail." in trail(desk, "?act=erasure")


def test_administrators_find_the_trail_from_their_first_page(desk: FlaskClient) -> None:
    assert 'href="/admin/audit"' in desk.get("/teach/").text
