"""The client of endpoints: what it sends, what it takes, and what it makes of failures."""

import gzip
import logging
import socket
import time
from dataclasses import replace

import pytest

from quizapp.generation.model_tier.endpoint import ModelFailed, Prompt
from quizapp.generation.model_tier.model_client import Limits, ModelClient
from tests.generation.endpoints import (
    Answer,
    Endpoint,
    endless,
    endpoint,
    in_turn,
    refusing,
    saying,
)

PROMPT = Prompt("facts", "List the facts.", "The text.", {"type": "object"})
KEY = "sk-hunter2"
QUICK = Limits(connect=1, silence=0.3, whole=0.5, pause=10, reply_bytes=100_000)


def client_of(found: Endpoint, limits: Limits = QUICK, key: str = KEY) -> ModelClient:
    client = ModelClient(found.url, key, "some-model", seed=7, limits=limits)
    client.sleep = lambda seconds: None
    return client


def test_a_prompt_is_sent_with_a_schema_and_without_chance() -> None:
    with endpoint(in_turn(saying("fine"))) as found:
        assert client_of(found).reply(PROMPT) == "fine"
    (sent,) = found.requests
    assert found.paths == ["/v1/chat/completions"]
    assert (sent["model"], sent["temperature"], sent["seed"]) == ("some-model", 0, 7)
    assert sent["max_tokens"] == QUICK.reply_tokens
    assert [each["content"] for each in sent["messages"]] == ["List the facts.", "The text."]
    assert sent["response_format"]["json_schema"] == {
        "name": "facts",
        "strict": True,
        "schema": {"type": "object"},
    }


def test_nothing_is_said_about_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Secret: from elsewhere")
    monkeypatch.setenv("OPENAI_ORG_ID", "an-organization")
    with endpoint(in_turn(saying("fine"))) as found:
        client_of(found).reply(PROMPT)
    (headers,) = found.headers
    assert headers["authorization"] == f"Bearer {KEY}"
    assert set(headers) <= {
        *("host", "authorization", "content-type", "content-length", "connection"),
        *("accept", "accept-encoding"),
    }


def test_without_a_key_none_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "someone-elses")
    with endpoint(in_turn(saying("fine"))) as found:
        client_of(found, key="").reply(PROMPT)
    assert "authorization" not in found.headers[0]


def test_a_proxy_that_the_environment_names_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    with endpoint(in_turn(saying("fine"))) as found:
        assert client_of(found).reply(PROMPT) == "fine"


@pytest.mark.parametrize(
    ("refusals", "forms"),
    [
        (0, ["json_schema"]),
        (1, ["json_schema", "json_object"]),
        (2, ["json_schema", "json_object", None]),
    ],
)
def test_an_endpoint_without_schemas_is_asked_in_plainer_ways(
    refusals: int, forms: list[str | None]
) -> None:
    refused = [refusing(400, "response_format isn't supported")] * refusals
    with endpoint(in_turn(*refused, saying("fine"))) as found:
        client = client_of(found)
        assert client.reply(PROMPT) == "fine"
        assert client.reply(PROMPT) == "fine"
    sent = [request.get("response_format", {}).get("type") for request in found.requests]
    assert sent == [*forms, forms[-1]]


def test_an_endpoint_that_refuses_everything_is_given_up() -> None:
    with endpoint(in_turn(refusing(400, "no"))) as found, pytest.raises(ModelFailed, match="400"):
        client_of(found).reply(PROMPT)
    assert len(found.requests) == 4


def test_after_too_many_requests_it_waits_as_told_and_tries_again() -> None:
    waited: list[float] = []
    with endpoint(in_turn(refusing(429, Retry_After="1"), saying("fine"))) as found:
        client = client_of(found)
        client.sleep = waited.append
        assert client.reply(PROMPT) == "fine"
    assert waited == [1.0]


def test_it_does_not_wait_for_longer_than_its_limit() -> None:
    with (
        endpoint(in_turn(refusing(429, Retry_After="3600"))) as found,
        pytest.raises(ModelFailed, match="too many requests"),
    ):
        client_of(found).reply(PROMPT)
    assert len(found.requests) == 1


@pytest.mark.parametrize(
    ("answer", "sentence", "requests"),
    [
        (refusing(401), "refused the key", 1),
        (refusing(403), "refused the key", 1),
        (refusing(404), "knows no such model", 1),
        (refusing(429), "too many requests", 3),
        (refusing(500), "with an error .500", 3),
        (refusing(503), "with an error .503", 3),
        (Answer(b"<html>Sign in</html>"), "isn't an OpenAI-compatible", 1),
        (Answer(b"null"), "isn't an OpenAI-compatible", 1),
        (Answer(b'{"choices": []}'), "isn't an OpenAI-compatible", 1),
        (Answer(b'{"choices": ' + b"[" * 50_000), "isn't an OpenAI-compatible", 1),
        (Answer(b"\xff\xfe"), "isn't an OpenAI-compatible", 1),
        (endless(b"x" * 50_000), "far more", 1),
        (replace(endless(b"x" * 50_000), status=500), "far more", 1),
        (endless(b" ", pause=0.05), "come to an end", 1),
        (endless(b" ", pause=5), "in time|be reached", 1),
    ],
)
def test_a_failure_is_one_sentence(answer: Answer, sentence: str, requests: int) -> None:
    with endpoint(in_turn(answer)) as found, pytest.raises(ModelFailed, match=sentence) as failed:
        client_of(found).reply(PROMPT)
    assert len(found.requests) == requests
    assert KEY not in str(failed.value)
    assert failed.value.__cause__ is None and failed.value.__suppress_context__


def test_all_replies_together_have_a_bound() -> None:
    with endpoint(lambda _: saying("fine")) as found:
        client = client_of(found, replace(QUICK, total=0.4))
        assert client.reply(PROMPT) == "fine"
        time.sleep(0.5)
        with pytest.raises(ModelFailed, match="took too long"):
            client.reply(PROMPT)
    assert len(found.requests) == 1


def test_two_hundred_megabytes_are_not_taken() -> None:
    begun = time.monotonic()
    large = replace(endless(b"x" * 1_000_000), headers=(("Content-Length", str(200_000_000)),))
    with endpoint(in_turn(large)) as found, pytest.raises(ModelFailed, match="far more"):
        client_of(found).reply(PROMPT)
    assert time.monotonic() - begun < 2


def test_a_packed_reply_is_not_unpacked() -> None:
    packed = Answer(gzip.compress(b" " * 10_000_000), headers=(("Content-Encoding", "gzip"),))
    with endpoint(in_turn(packed)) as found, pytest.raises(ModelFailed, match="packed"):
        client_of(found).reply(PROMPT)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status: int) -> None:
    with endpoint(in_turn(saying("lured"))) as other:
        moved = Answer(status=status, headers=(("Location", f"{other.url}/chat/completions"),))
        with endpoint(in_turn(moved)) as found, pytest.raises(ModelFailed, match="elsewhere"):
            client_of(found).reply(PROMPT)
    assert other.paths == []


def test_nobody_at_the_address_is_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    client = ModelClient(f"http://127.0.0.1:{port}/v1", KEY, "some-model", seed=1, limits=QUICK)
    with pytest.raises(ModelFailed, match="can't be reached"):
        client.reply(PROMPT)


def test_the_key_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with endpoint(in_turn(refusing(500), saying("fine"))) as found:
        client_of(found).reply(PROMPT)
    assert caplog.records
    assert KEY not in caplog.text


def test_a_model_that_says_nothing_has_said_nothing() -> None:
    silent = Answer(b'{"choices": [{"message": {"content": null, "refusal": "no"}}]}')
    with endpoint(in_turn(silent)) as found:
        assert client_of(found).reply(PROMPT) == ""
