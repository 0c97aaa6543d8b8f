"""`quizapp generate --model` with an endpoint that fails, breaks off or isn't there."""

import json
import sys

import pytest

from tests.generation.endpoints import Answer, Request, endless, refusing, saying
from tests.generation.model_runs import (
    FACTS,
    ITEMS,
    KEY,
    PRICE,
    WHO,
    WHY,
    Behaviour,
    Run,
    asked,
    drafted,
)


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (refusing(401), "refused the key (401)"),
        (refusing(500), "answered with an error (500)"),
        (Answer(b"<!doctype html><p>Please sign in.</p>"), "isn't an OpenAI-compatible endpoint"),
        (endless(b"x" * 50_000), "sent far more than was asked for"),
        (endless(b" ", pause=0.05), "didn't come to an end"),
        (Answer(status=307, headers=(("Location", "http://127.0.0.1:9/"),)), "sends elsewhere"),
        (endless(b"", pause=5), "endpoint"),
    ],
)
def test_after_a_failure_the_bank_is_drafted_without_the_model(
    run: Run, answer: Answer, sentence: str
) -> None:
    ran, _ = drafted(run, lambda request: answer)
    assert ran.status == 0 and len(ran.stems) == 3
    assert sentence in ran.said and "The bank is drafted without it." in ran.said
    assert "Traceback" not in ran.said and KEY not in ran.said


def test_what_came_before_a_failure_is_used(run: Run) -> None:
    def behave(request: Request) -> Answer:
        return refusing(401) if asked(request) == "answers" else Behaviour(FACTS, ITEMS)(request)

    ran, _ = drafted(run, behave, "--check")
    assert sorted(ran.stems.values()) == ["light"] * 3 + ["model"] * 3
    assert "Its questions until then are used" in ran.said
    assert ran.text.count("unchecked") == 3


def test_a_pause_is_made_after_too_many_requests(run: Run) -> None:
    first = [refusing(429, Retry_After="0")]

    def behave(request: Request) -> Answer:
        return first.pop() if first else Behaviour(FACTS, ITEMS)(request)

    ran, _ = drafted(run, behave)
    assert "model" in ran.stems.values()


def test_an_endpoint_without_schemas_serves_as_well(run: Run) -> None:
    def behave(request: Request) -> Answer:
        if "response_format" in request:
            return refusing(400, "response_format isn't supported")
        said = json.dumps({asked(request): FACTS if asked(request) == "facts" else ITEMS})
        return saying(f"Sure! Here it is:\n```json\n{said}\n```\nAnything else?")

    ran, _ = drafted(run, behave)
    assert list(ran.stems.values()).count("model") == 3


def test_a_reply_that_breaks_off_serves_as_far_as_it_goes(run: Run) -> None:
    def behave(request: Request) -> Answer:
        name = asked(request)
        return saying(json.dumps({name: FACTS if name == "facts" else ITEMS})[:-40])

    ran, _ = drafted(run, behave)
    assert list(ran.stems.values()).count("model") == 2


def test_the_second_look_drops_what_the_model_answers_otherwise(run: Run) -> None:
    answers = [
        {"item_id": "q1", "answer": "0"},  # 2 million: the key is 4 million
        {"item_id": "q2", "answer": "0"},
        {"item_id": "q3", "answer": "Maud Ellery"},
    ]
    ran, found = drafted(run, Behaviour(FACTS, ITEMS, answers), "--check", "--explain")
    assert PRICE["stem"] not in ran.stems and WHY["stem"] in ran.stems
    assert "model: second-look: " in ran.said
    assert len(found.requests) == 4
    assert ran.text.count("guessable") == 2


def test_types_that_no_model_is_asked_for_are_left_to_the_rules(run: Run) -> None:
    ran, found = drafted(run, Behaviour(FACTS, ITEMS), "--types", "ordering,matching")
    assert found.requests == [] and ran.status == 1


def test_wanted_types_are_asked_for(run: Run) -> None:
    ran, found = drafted(run, Behaviour(FACTS, ITEMS), "--types", "short_answer,ordering")
    assert "these types are wanted: short_answer" in found.requests[-1]["messages"][0]["content"]
    assert list(ran.stems) == [WHO["stem"]]


def test_without_an_address_it_is_wrong_use(run: Run) -> None:
    ran = run("", "--model", "some-model")
    assert ran.status == 2 and "QUIZAPP_MODEL_URL" in ran.said
    assert ran.bank is None


def test_without_the_client_it_is_wrong_use(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "quizapp.generation.model_tier.model_client")
    monkeypatch.setitem(sys.modules, "openai", None)
    ran = run("https://models.example.edu/v1", "--model", "some-model")
    assert ran.status == 2 and "pip install 'quizapp[llm]'" in ran.said


def test_a_check_without_a_model_is_wrong_use(run: Run) -> None:
    assert run("https://models.example.edu/v1", "--check").status == 2
