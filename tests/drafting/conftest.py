"""An instructor's browser, and drafts that are always the same."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.generation import tiers
from tests.attempts.builders import browser_of
from tests.drafting.asking import ARTICLE, ask
from tests.factories import make_course, make_enrollment, make_user


@pytest.fixture(autouse=True)
def asking(monkeypatch: pytest.MonkeyPatch) -> None:
    """One way of asking, which knows one article."""
    monkeypatch.setattr(tiers, "LIGHT", (ask,))
    monkeypatch.setattr(tiers, "find_parser", lambda _name: tiers.NoParser("No parser is here."))


@pytest.fixture
def staff(app: Flask) -> FlaskClient:
    """An instructor's browser."""
    user = make_user(name="Dr Okafor")
    make_enrollment(make_course(), user, "instructor")
    return browser_of(app, user)


@pytest.fixture
def draft(staff: FlaskClient, questions: Path) -> Path:
    """The file of a draft, made in the browser."""
    response = staff.post("/teach/generate", data={"text": ARTICLE, "name": "ferry"})
    assert response.status_code == 303, response.text
    return questions / "ferry.md"
