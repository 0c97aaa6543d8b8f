"""What is sent of static files: scripts made small, but saying and doing the same."""

import re
from pathlib import Path

import pytest
from flask import Flask, url_for
from flask.testing import FlaskClient

from quizapp.assets import content, content_version

STATIC = Path(__file__).resolve().parents[1] / "quizapp" / "static"
SCRIPTS = sorted(STATIC.glob("*.js"))
EACH = pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)


@EACH
def test_a_script_is_sent_without_its_comments_and_indentation(script: Path) -> None:
    sent = content(script).decode()
    assert len(sent) < len(script.read_text("utf-8"))
    assert not re.search(r"^\s|^//| // ", sent, re.M)


@EACH
def test_a_script_is_sent_with_all_its_words(script: Path) -> None:
    """White space inside of quotation marks stays; a template in a template would lose some."""
    sent = content(script).decode()
    words = re.findall(r'"[^"\n]*"|`[^`\n]*`', script.read_text("utf-8"))
    assert [each for each in words if each not in sent] == []


def test_a_script_has_its_type_and_the_version_of_what_is_sent(
    app: Flask, client: FlaskClient
) -> None:
    with app.test_request_context():
        address = url_for("static", filename="clock.js")
    response = client.get(address)
    assert response.mimetype == "text/javascript"
    assert response.data == content(STATIC / "clock.js")
    assert address.endswith(f"?v={content_version(STATIC / 'clock.js')}")
    assert response.headers["Cache-Control"].endswith("immutable")


def test_a_script_that_a_browser_has_is_not_sent_again(client: FlaskClient) -> None:
    etag = client.get("/static/clock.js").headers["ETag"]
    again = client.get("/static/clock.js", headers={"If-None-Match": etag})
    assert (again.status_code, again.data) == (304, b"")


def test_a_sheet_is_sent_as_it_is_written(client: FlaskClient) -> None:
    with client.get("/static/style.css") as response:
        assert response.data == (STATIC / "style.css").read_bytes()


def test_only_what_lies_in_the_folder_is_sent(client: FlaskClient) -> None:
    for name in ("none.js", "../app.py", "%2e%2e/app.py", "vendor/../../app.py"):
        assert client.get(f"/static/{name}").status_code == 404, name
