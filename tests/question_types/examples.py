"""Every type's own example, read by the reader."""

import pytest

from quizapp.banks.model import Question
from quizapp.banks.reader import parse
from quizapp.question_types import all_types
from quizapp.question_types.base import QuestionType

FRONT = "---\ntitle: Example\n---\n\n"

every_type = pytest.mark.parametrize("kind", all_types(), ids=lambda kind: kind.name)
_examples: dict[str, QuestionType] = {}


def example(kind: type[QuestionType], language: str = "en") -> Question:
    """The type's own example, read by the reader."""
    text = FRONT.replace("title", f"language: {language}\ntitle") + kind.example
    reading = parse(text, "example")
    assert reading.bank is not None
    return reading.bank.questions[0]


def right_answer(body: QuestionType) -> tuple[str, ...]:
    """The key, or an essay."""
    return body.key() or ("Because the axis is tilted.",)


def example_of(kind: type[QuestionType]) -> QuestionType:
    """The example's body, read once: bodies are frozen."""
    if kind.name not in _examples:
        _examples[kind.name] = example(kind).body
    return _examples[kind.name]
