"""What the ways of asking propose; the gate decides which of it becomes a question."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from quizapp.question_types.base import QuestionType

Tier = Literal["light", "parser", "model"]
Form = Literal["question", "statement", "blank"]  # a true-or-false statement; a sentence with a gap
Topic = Literal["figure", "date", "name", "reason", "definition", "order", "outcome"]


@dataclass(frozen=True)
class Proposal:
    """A question that could be asked, with its evidence."""

    stem: str  # plain text, one line
    body: QuestionType
    quotes: tuple[str, ...]  # the article's own words, one sentence each, whose first has the key
    sentence: int  # of the article: where the key stands
    fact: str  # of two proposals with one fact only the better is kept, such as "12:5 percent"
    form: Form
    topic: Topic
    tier: Tier
    explanation: str = ""  # plain text
    answer: str = ""  # the key as the article says it; "" where it is no passage of it
    flags: tuple[str, ...] = ()  # what makes it weaker, for ranking and for the reader
    gaps: tuple[str, ...] = ()  # the facts that its gaps ask for, one by one
    # The same body with the key at every place that it can have, if options stay in order.
    bodies: Callable[[], tuple[QuestionType, ...]] = field(default=tuple, compare=False)


@dataclass(frozen=True)
class Dropped:
    """A proposal that didn't become a question, and why."""

    proposal: Proposal
    reason: str  # a code, such as answer-in-stem
    sentence: str  # the reason in words
