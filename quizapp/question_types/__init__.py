"""The types of question; adding a module with a QuestionType to this package adds a type."""

from functools import cache

from quizapp.discovery import find_classes
from quizapp.question_types.base import QuestionType
from quizapp.question_types.block import AnswerBlock


@cache
def all_types() -> tuple[type[QuestionType], ...]:
    """Every type there is, by name."""
    return tuple(find_classes(__name__, QuestionType))


def get_type(name: str) -> type[QuestionType]:
    """The type called `name`; raises KeyError."""
    return {kind.name: kind for kind in all_types()}[name]


def type_of(block: AnswerBlock) -> type[QuestionType] | None:
    """The type whose shape `block` has, or None."""
    return next((kind for kind in all_types() if kind.recognizes(block)), None)
