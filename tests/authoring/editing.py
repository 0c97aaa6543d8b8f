"""What a browser sends to the editor, and what comes back."""

import re
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quizapp.banks.saving import digest_of
from quizapp.revisions.queries import find_revision, list_revisions
from tests.authoring.banks import GENES


def send(browser: FlaskClient, path: Path, text: str, **given: Any) -> TestResponse:
    """Save a text that began from the file as it is, as a browser sends it."""
    data = {"text": text.replace("\n", "\r\n"), "base": digest_of(path.read_bytes()), "seen": ""}
    where = given.pop("where", "text")
    return browser.post(f"/teach/banks/{path.stem}/{where}", data={**data, **given})


def edited(text: str = GENES) -> str:
    return text.replace("title: Genes", "title: Genes and more")


def typed_in(response: TestResponse) -> str:
    """What stands in the text field."""
    match = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", response.text, re.DOTALL)
    assert match
    return match.group(1).replace("&#34;", '"').replace("&#39;", "'").replace("&gt;", ">")


def field(response: TestResponse, name: str) -> str:
    match = re.search(rf'name="{name}" value="([^"]*)"', response.text)
    assert match
    return match.group(1)


def history(name: str = "genes") -> list[str]:
    """The texts that are known, the oldest first."""
    found = [find_revision(name, line.number) for line in reversed(list_revisions(name))]
    return [revision.content.decode() for revision in found if revision]
