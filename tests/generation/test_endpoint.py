"""Reaching a model: what is missing is said before anything is sent."""

import sys

import pytest

from quizapp.generation.model_tier.endpoint import (
    UnfitName,
    WithoutClient,
    WithoutEndpoint,
    connect,
)

URL = "https://models.example.edu/v1"


def test_without_an_address_the_setting_is_named() -> None:
    with pytest.raises(WithoutEndpoint, match="QUIZAPP_MODEL_URL"):
        connect("", "", "some-model", seed=1)


@pytest.mark.parametrize("name", ["", " ", "two words", "a\nb", "x" * 201, "\x00"])
def test_what_names_no_model_is_refused(name: str) -> None:
    with pytest.raises(UnfitName):
        connect(URL, "", name, seed=1)


@pytest.mark.parametrize("missing", ["openai", "httpx2"])
def test_without_the_client_it_says_how_to_install_it(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "quizapp.generation.model_tier.model_client", raising=False)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(WithoutClient, match=r"quizapp\[llm\]"):
        connect(URL, "", "some-model", seed=1)


def test_connecting_sends_nothing() -> None:
    connect("https://127.0.0.1:9/v1", "", "some-model", seed=1)
