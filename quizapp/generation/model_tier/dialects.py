"""What endpoints take: all speak one protocol, but not all of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from quizapp.generation.model_tier.endpoint import Prompt

_LONGEST_COMPLAINT = 2_000  # characters that are looked at


@dataclass(frozen=True)
class Dialect:
    """What is asked of an endpoint beside the messages; it begins with the most."""

    form: Literal["json_schema", "json_object", "text"] = "json_schema"
    seed: bool = True
    temperature: bool = True
    limit: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"

    def options(self, prompt: Prompt, *, seed: int, tokens: int) -> dict[str, object]:
        """The options of a request."""
        found: dict[str, object] = {self.limit: tokens}
        if self.form != "text":
            found["response_format"] = _format(self.form, prompt)
        if self.temperature:
            found["temperature"] = 0
        if self.seed:
            found["seed"] = seed
        return found


def _format(form: str, prompt: Prompt) -> Mapping[str, object]:
    if form == "json_object":
        return {"type": form}
    schema = {"name": prompt.name, "strict": True, "schema": prompt.schema}
    return {"type": form, form: schema}


def simpler(dialect: Dialect, complaint: str) -> Dialect | None:
    """What to try after the endpoint refused an option; None if nothing is left to do without."""
    said = complaint[:_LONGEST_COMPLAINT].lower()
    if dialect.limit == "max_tokens" and "max_tokens" in said:
        return replace(dialect, limit="max_completion_tokens")
    if dialect.seed and "seed" in said:
        return replace(dialect, seed=False)
    if dialect.temperature and "temperature" in said:
        return replace(dialect, temperature=False)
    if dialect.form == "json_schema":
        return replace(dialect, form="json_object")
    if dialect.form == "json_object":
        return replace(dialect, form="text")
    if dialect.seed or dialect.temperature:
        return replace(dialect, seed=False, temperature=False)
    return None
