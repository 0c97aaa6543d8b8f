"""While a draft is made, whoever asks for another is told so and loses nothing."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from random import Random
from threading import Event

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.generation import tiers
from quizapp.generation.findings import Findings
from quizapp.generation.proposals import Proposal
from tests.drafting.asking import ARTICLE, ask
from tests.generation.endpoints import Answer, Request, endpoint, refusing
from tests.insights.reading import words_in

ADDRESS = "/teach/generate"
MODEL = {"text": ARTICLE, "model": "small-one"}


class Held:
    """Work that has begun and waits to be let go."""

    def __init__(self) -> None:
        self.begun, self.may_end = Event(), Event()

    def wait(self) -> None:
        self.begun.set()
        assert self.may_end.wait(20)


@contextmanager
def at_work(app: Flask, staff: FlaskClient, held: Held, sent: dict[str, str]) -> Iterator[None]:
    """The same person's draft in another window, from its begin to its end."""
    other = app.test_client()
    for cookie in staff._cookies.values():
        other._cookies[cookie._storage_key] = cookie
    with ThreadPoolExecutor(1) as pool:
        made = pool.submit(other.post, ADDRESS, data=sent)
        assert held.begun.wait(20)
        try:
            yield
        finally:
            held.may_end.set()
        assert made.result().status_code == 303


@pytest.fixture
def held_rules(monkeypatch: pytest.MonkeyPatch) -> Held:
    """Rules that wait within the first draft."""
    held = Held()

    def slowly(findings: Findings, random: Random) -> Iterator[Proposal]:
        if not held.begun.is_set():
            held.wait()
        yield from ask(findings, random)

    monkeypatch.setattr(tiers, "LIGHT", (slowly,))
    return held


@pytest.fixture
def held_model(app: Flask) -> Iterator[Held]:
    """A model of the site that waits before it refuses."""
    pytest.importorskip("openai", reason="models are asked with the extra llm")
    held = Held()

    def answer(_request: Request) -> Answer:
        held.wait()
        return refusing(401)

    with endpoint(answer) as found:
        app.config["SETTINGS"] = replace(app.config["SETTINGS"], model_url=found.url)
        yield held


def test_another_draft_waits_its_turn_and_its_text_is_kept(
    app: Flask, staff: FlaskClient, held_rules: Held
) -> None:
    with at_work(app, staff, held_rules, {"text": ARTICLE}):
        reply = staff.post(ADDRESS, data={"text": ARTICLE})
        assert reply.status_code == 429
        assert "Your text is kept: try again in a few seconds." in words_in(reply.text)
        assert "Ilse Brandt" in reply.text
    assert staff.post(ADDRESS, data={"text": ARTICLE}).status_code == 303


def test_whoever_sent_a_file_is_asked_for_it_again(
    app: Flask, staff: FlaskClient, held_rules: Held
) -> None:
    with at_work(app, staff, held_rules, {"text": ARTICLE}):
        sent = {"file": (BytesIO(ARTICLE.encode()), "ferry.txt")}
        reply = staff.post(ADDRESS, data=sent)
        assert "Choose your file again in a few seconds." in words_in(reply.text)


def test_one_draft_by_a_model_is_made_at_a_time(
    app: Flask, staff: FlaskClient, held_model: Held
) -> None:
    with at_work(app, staff, held_model, MODEL):
        reply = staff.post(ADDRESS, data=MODEL)
        assert reply.status_code == 429
        assert "Your text is kept: try again later, or name no model." in words_in(reply.text)
        assert "Ilse Brandt" in reply.text


def test_rules_draft_while_a_model_is_asked(
    app: Flask, staff: FlaskClient, held_model: Held
) -> None:
    with at_work(app, staff, held_model, MODEL):
        assert staff.post(ADDRESS, data={"text": ARTICLE}).status_code == 303
