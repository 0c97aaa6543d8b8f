"""What every response says about security, on every route there is."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from quizapp.headers import ALWAYS


def addresses(app: Flask, method: str) -> list[str]:
    """An address for each route that takes `method`, with made-up names in it."""
    return [filled(rule) for rule in app.url_map.iter_rules() if method in (rule.methods or ())]


def filled(rule: Rule) -> str:
    """Names that exist nowhere, but for a static file's; 7 where a number is meant."""
    return re.sub(
        "<path:filename>",
        "style.css",
        re.sub(r"<(?!path:filename)[^>]+>", "none", re.sub(r"<int[^>]*>", "7", rule.rule)),
    )


def test_every_page_sends_the_headers(app: Flask, client: FlaskClient) -> None:
    for address in addresses(app, "GET"):
        with client.get(address) as response:
            headers = response.headers
        missing = [name for name, value in ALWAYS.items() if headers.get(name) != value]
        assert not missing, (address, missing)


def test_nothing_but_static_files_may_be_kept_unless_its_view_says_so(
    app: Flask, client: FlaskClient
) -> None:
    for address in addresses(app, "GET"):
        with client.get(address) as response:
            cached = response.headers["Cache-Control"]
        assert ("immutable" in cached) == address.startswith("/static/"), address
        assert address.startswith("/static/") or cached == "no-store", address


def test_a_view_may_say_for_how_long_it_may_be_kept(app: Flask) -> None:
    app.add_url_rule("/kept", view_func=lambda: ("", 200, {"Cache-Control": "private"}))
    assert app.test_client().get("/kept").headers["Cache-Control"] == "private"


def test_no_form_is_taken_without_its_token(app: Flask, client: FlaskClient) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    for address in addresses(app, "POST"):
        if address.endswith("/responses"):
            continue  # asks who is signed in first: see attempts/test_saving_refusals.py
        assert client.post(address).status_code == 400, address


def test_strict_transport_is_asked_for_on_https_only(client: FlaskClient) -> None:
    assert "Strict-Transport-Security" not in client.get("/join").headers
    secure = client.get("/join", base_url="https://localhost")
    assert secure.headers["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.parametrize(("scheme", "start"), [("http", "session="), ("https", "__Host-session=")])
def test_the_session_cookie_fits_the_connection(app: Flask, scheme: str, start: str) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    response = app.test_client().get("/join", base_url=f"{scheme}://localhost")
    cookie = response.headers["Set-Cookie"]
    assert cookie.startswith(start)
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie
    assert ("Secure" in cookie) == (scheme == "https")


def test_a_host_that_is_not_trusted_is_refused(app: Flask, client: FlaskClient) -> None:
    app.config["TRUSTED_HOSTS"] = ["quiz.example.org"]
    assert client.get("/join", headers={"Host": "evil.example"}).status_code == 400


def test_forged_proxy_headers_are_ignored(client: FlaskClient) -> None:
    response = client.get("/join", headers={"X-Forwarded-Proto": "https"})
    assert "Strict-Transport-Security" not in response.headers
