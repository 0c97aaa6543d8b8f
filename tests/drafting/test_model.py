"""A language model is asked only where the site has one and somebody names it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.drafting.asking import ARTICLE
from tests.generation.endpoints import Endpoint, endpoint, refusing
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
