"""A model at an endpoint that tests play, and `quizapp generate` asking it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest

from quizapp.banks.model import Bank
from quizapp.generation.model_tier.model_client import Limits
from quizapp.markdown import to_plain
from tests.generation.endpoints import Answer, Endpoint, Request, endpoint, saying

KEY = "sk-hunter2"
QUICK = partial(Limits, connect=1, silence=0.3, whole=0.5, pause=0.1, reply_bytes=100_000)


def fact(quote: str, answer: str, kind: str, **changes: object) -> dict[str, object]:
    return {
        "quote": quote,
        "claim": f"The town of Larkfield knows of {answer}.",
        "answer": answer,
        "answer_type": kind,
        "importance": 3,
    } | changes


COST = fact("The repair of the bridge cost 4 million dollars.", "4 million dollars", "number")
REASON = fact(
    "A lottery paid for most of it, because the town had no money",
    "the town had no money",
    "reason",
)
LEADER = fact("Maud Ellery led the council at the time.", "Maud Ellery", "name")
FACTS = [COST, REASON, LEADER]


def item(fact_id: str, stem: str, *options: str, **changes: Any) -> dict[str, Any]:
    return {
        "fact_id": fact_id,
        "type": "multiple_choice",
        "stem": stem,
        "options": [{"text": text, "why_wrong": ""} for text in options],
        "key_index": 0,
        "numeric": None,
        "explanation": "",
        "difficulty": "medium",
    } | changes


PRICE = item(
    *("f1", "What did Larkfield's bridge need for its repair?"),
    *("1 million dollars", "2 million dollars", "4 million dollars", "9 million dollars"),
    key_index=2,
    explanation="The repair was paid with 4 million dollars.",
)
WHY = item(
    *("f2", "Why did a lottery have to pay for Larkfield's bridge?"),
    *("The town itself had no money", "The council had refused it", "The law asked for one"),
)
WHO = item("f3", "Who headed Larkfield's council at that time?", type="short_answer")
ITEMS = [PRICE, WHY, WHO]


def asked(request: Request) -> str:
    """What a request wants: facts, items or answers."""
    told = request["messages"][0]["content"]
    return next(name for name in ("facts", "items", "answers") if f'{{"{name}":' in told)


@dataclass
class Behaviour:
    """A model that says the same whenever it is asked for the same."""

    facts: object = ()
    items: object = ()
    answers: object = ()

    def __call__(self, request: Request) -> Answer:
        name = asked(request)
        return saying(json.dumps({name: getattr(self, name)}))


@dataclass
class Ran:
    """What the command did."""

    status: int
    said: str
    bank: Bank | None
    text: str

    @property
    def stems(self) -> dict[str, str]:
        """The stems with who proposed them."""
        questions = self.bank.questions if self.bank else ()
        return {to_plain(each.heading): each.origin.split(",")[0] for each in questions}


Run = Callable[..., Ran]


def called(command: Callable[[], None]) -> int:
    with pytest.raises(SystemExit) as ended:
        command()
    assert isinstance(ended.value.code, int | None)
    return ended.value.code or 0


def drafted(run: Run, behave: Callable[[Request], Answer], *options: str) -> tuple[Ran, Endpoint]:
    with endpoint(behave) as found:
        return run(found.url, "--model", "some-model", *options), found
