"""A language model is asked only where the site has one and somebody names it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.drafting.asking import ARTICLE
from tests.generation.endpoints import Endpoint, endpoint, refusing
from tests.generation.model_runs import Behaviour, item
from tests.insights.reading import text_of, words_in

ADDRESS = "/teach/generate"


@pytest.fixture
def model(app: Flask) -> Iterator[Endpoint]:
    """An endpoint that the site's settings name, and that refuses everything."""
    with endpoint(lambda _request: refusing(401)) as found:
        app.config["SETTINGS"] = replace(app.config["SETTINGS"], model_url=found.url)
        yield found


def test_no_model_is_offered_where_none_is_set(staff: FlaskClient) -> None:
    assert "Language model" not in text_of(staff.get(ADDRESS))


def test_the_page_says_where_the_article_would_be_sent(staff: FlaskClient, model: Endpoint) -> None:
    words = text_of(staff.get(ADDRESS))
    assert "Language model" in words and "127.0.0.1, where the article is sent" in words


def test_nothing_is_sent_unless_a_model_is_named(staff: FlaskClient, model: Endpoint) -> None:
    assert staff.post(ADDRESS, data={"text": ARTICLE}).status_code == 303
    assert model.requests == []


def test_a_model_that_fails_is_told_and_the_rules_draft(
    staff: FlaskClient, model: Endpoint
) -> None:
    pytest.importorskip("openai", reason="models are asked with the extra llm")
    response = staff.post(ADDRESS, data={"text": ARTICLE, "model": "small-one"})
    assert response.status_code == 303 and model.requests
    words = text_of(staff.get(response.headers["Location"]))
    assert "The bank is drafted without it." in words and "0 of 4 reviewed" in words


def test_what_cant_be_a_models_name_is_refused(staff: FlaskClient, model: Endpoint) -> None:
    response = staff.post(ADDRESS, data={"text": ARTICLE, "model": "two words"})
    assert response.status_code == 422
    assert "Write the model's name as its endpoint lists it" in words_in(response.text)
    assert model.requests == []


def test_answers_are_checked_only_by_a_model_that_is_named(
    staff: FlaskClient, model: Endpoint
) -> None:
    response = staff.post(ADDRESS, data={"text": ARTICLE, "check": "y"})
    assert response.status_code == 422
    assert "Name the model above" in words_in(response.text)


def test_checking_is_offered_where_there_is_a_model(staff: FlaskClient, model: Endpoint) -> None:
    assert "Check the answers with the model" in text_of(staff.get(ADDRESS))


FACT = {
    "quote": "The council bought an old boat for 90,000 dollars.",
    "claim": "The boat cost the council 90,000 dollars.",
    "answer": "90,000 dollars",
    "answer_type": "number",
    "importance": 3,
}
ITEM = item(
    *("f1", "What did the ferry's boat cost the council?"),
    *("40,000 dollars", "60,000 dollars", "90,000 dollars", "120,000 dollars"),
    key_index=2,
)


@pytest.mark.parametrize("sent", [{}, {"check": "y"}])
def test_a_ticked_check_has_the_model_answer_its_questions(
    app: Flask, staff: FlaskClient, questions: Path, sent: dict[str, str]
) -> None:
    pytest.importorskip("openai", reason="models are asked with the extra llm")
    with endpoint(Behaviour([FACT], [ITEM], [{"item_id": "q1", "answer": "0"}])) as found:
        app.config["SETTINGS"] = replace(app.config["SETTINGS"], model_url=found.url)
        typed = {"text": ARTICLE, "model": "small-one", "name": "ferry", **sent}
        assert staff.post(ADDRESS, data=typed).status_code == 303
    is_asked = "What did the ferry's boat cost" in (questions / "ferry.md").read_text()
    assert is_asked is ("check" not in sent)
