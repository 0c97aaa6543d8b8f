"""What a browser sends to the review of a draft, and what comes back."""

import re
from pathlib import Path

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quizapp.banks.reviewing import Drafted, Progress, read_drafted
from tests.drafting.asking import CLUB, LEADER, PRICE, YEAR

REVIEW = "/teach/banks/ferry/review"
STEMS = (YEAR, PRICE, LEADER, CLUB)  # in the order of the file


def drafted(path: Path) -> Drafted:
    return read_drafted(path.read_text())


def progress(path: Path) -> Progress:
    return drafted(path).progress


def key_of(path: Path, stem: str) -> str:
    return next(each.key for each in drafted(path).questions if each.heading == stem)


def hidden(page: TestResponse, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page.text)
    assert found, name
    return found.group(1)


def opened(browser: FlaskClient, key: str = "") -> dict[str, str]:
    """What the page of a question carries with a decision."""
    page = browser.get(REVIEW, query_string={"q": key})
    return {name: hidden(page, name) for name in ("key", "seen")}


def decide(browser: FlaskClient, act: str, key: str = "") -> TestResponse:
    return browser.post(REVIEW, data={**opened(browser, key), "act": act})


def undo(browser: FlaskClient) -> TestResponse:
    page = browser.get(REVIEW)
    return browser.post(f"{REVIEW}/undo", data={"base": hidden(page, "base")})


def decide_all(browser: FlaskClient, *acts: str) -> None:
    for act in acts:
        assert decide(browser, act).status_code == 303


def written(page: TestResponse) -> str:
    """What stands in the text field."""
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page.text, re.DOTALL)
    assert found
    return found.group(1).replace("&#34;", '"').replace("&gt;", ">").replace("&#39;", "'")


def save(browser: FlaskClient, key: str, old: str, new: str, act: str = "save") -> TestResponse:
    """Edit a question as a browser does."""
    page = browser.get(f"{REVIEW}/edit", query_string={"q": key})
    text = written(page).replace(old, new).replace("\n", "\r\n")
    sent = {"key": hidden(page, "key"), "seen": hidden(page, "seen"), "text": text, "act": act}
    return browser.post(f"{REVIEW}/edit", data=sent)
