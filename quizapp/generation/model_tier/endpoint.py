"""What a language model is to all else here: it replies to prompts, or fails with a sentence."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from quizapp.errors import UserError


@dataclass(frozen=True)
class Prompt:
    """What a model is asked; `schema` describes the JSON object that it should reply with."""

    name: str  # of the schema
    instructions: str
    content: str
    schema: Mapping[str, object]


class ModelFailed(Exception):
    """The endpoint can't be used now; the text is a sentence for whoever drafts the bank."""


class Model(Protocol):
    """A model behind an endpoint."""

    name: str

    def reply(self, prompt: Prompt) -> str:
        """What it says, which may be anything; raises ModelFailed."""
        ...


class WithoutClient(UserError):
    """The client of endpoints isn't installed."""

    def __init__(self) -> None:
        super().__init__(
            "Asking a language model needs one more package. Add it with: "
            "pip install 'quizapp[llm]'. Without a model nothing else is needed."
        )


class WithoutEndpoint(UserError):
    """No endpoint is set."""

    def __init__(self) -> None:
        super().__init__(
            "No endpoint is set for --model. Set QUIZAPP_MODEL_URL to its base address, such as "
            "https://models.example.edu/v1, and QUIZAPP_MODEL_KEY to its key if it asks for one."
        )


class UnfitName(UserError):
    """No model can be called that."""

    def __init__(self) -> None:
        super().__init__(
            "--model takes the name of a model as its endpoint lists it: one line without spaces."
        )


def connect(url: str, key: str, name: str, *, seed: int, patience: float = math.inf) -> Model:
    """The model called `name` at an endpoint; nothing is sent yet. Raises a UserError.

    `patience`: seconds from now on after which it isn't asked any more.
    """
    if not url:
        raise WithoutEndpoint
    if not name.isprintable() or name.split() != [name] or len(name) > 200:
        raise UnfitName
    try:
        from quizapp.generation.model_tier.model_client import Limits, ModelClient
    except ModuleNotFoundError as error:
        if error.name in ("openai", "httpx2"):
            raise WithoutClient from None
        raise
    return ModelClient(url, key, name, seed=seed, limits=Limits(total=patience))
