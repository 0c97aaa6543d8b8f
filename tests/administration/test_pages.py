"""Pages for everybody: help, accessibility and privacy."""

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("name", ["screen reader", "Firefox", "WebKit"])
def test_accessibility_page_says_what_was_not_tested(client: FlaskClient, name: str) -> None:
    _, _, untested = client.get("/accessibility").text.partition("What has not been tested")
    assert name in untested


@pytest.mark.parametrize(
    "kept",
    ["practice", "the reason", "sign-in code", "every version of a question bank", "Sums over"],
)
def test_privacy_page_names_what_is_kept(client: FlaskClient, kept: str) -> None:
    assert kept in client.get("/privacy").text


def test_help_speaks_to_those_who_teach(client: FlaskClient) -> None:
    assert "If you teach" in client.get("/help").text
