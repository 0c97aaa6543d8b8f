"""A short article of our own, and what a model says about it."""

from decimal import Decimal
from typing import Any

from quizapp.generation.article import Article
from quizapp.generation.model_tier.model_replies import Choice, Fact, Item, Numeric
from quizapp.generation.model_tier.verification import Ground, Verified
from tests.generation.builders import make_article

TEXT = (
    "The Tarrow mill opened in March 1871 beside the river Ense. Its founder, Clara Whitcombe, "
    "had sold a shipyard to pay for it. At first 40 people worked there; by 1890 the number had "
    'grown to about 215 workers.\n"We grind what the valley grows," Whitcombe wrote to her '
    "brother - a promise she kept for 22 years. The mill ground 12 tons of flour a day, more than "
    "any other in the county.\n"
    "In 1903 the owners closed the works because the new railway carried cheaper flour from the "
    "coast. Roughly 30 percent of the families left Tarrow within two years. A museum of milling "
    "now fills the building, and 3.5 million visitors have come since 1958."
)
ARTICLE: Article = make_article(TEXT)
GROUND = Ground(ARTICLE)


def fact(**changes: Any) -> Fact:
    """The fact about the flour."""
    made: dict[str, Any] = {
        "quote": "The mill ground 12 tons of flour a day",
        "claim": "The Tarrow mill produced 12 tons of flour daily.",
        "answer": "12 tons",
        "answer_type": "number",
        "importance": 2,
    }
    return Fact(**(made | changes))


NAME = fact(
    quote="Its founder, Clara Whitcombe, had sold a shipyard to pay for it.",
    claim="Clara Whitcombe founded the Tarrow mill.",
    answer="Clara Whitcombe",
    answer_type="name",
)
REASON = fact(
    quote="closed the works because the new railway carried cheaper flour from the coast",
    claim="The mill closed because the railway brought cheaper flour.",
    answer="the new railway carried cheaper flour",
    answer_type="reason",
)
PERCENT = fact(
    quote="Roughly 30 percent of the families left Tarrow within two years.",
    claim="About 30 percent of Tarrow's families moved away.",
    answer="30 percent",
)
WORKERS = fact(
    quote="by 1890 the number had grown to about 215 workers",
    claim="By 1890 the Tarrow mill had about 215 workers.",
    answer="215 workers",
)


def verified(said: Fact | None = None, name: str = "f1") -> Verified:
    """A fact that the article bears out."""
    found = GROUND.check_fact(said or fact(), name)
    assert isinstance(found, Verified), found
    return found


def choices(*texts: str) -> tuple[Choice, ...]:
    """Options without a word on why they are wrong."""
    return tuple(Choice(text, "") for text in texts)


def item(**changes: Any) -> Item:
    """A multiple-choice question on the flour."""
    made: dict[str, Any] = {
        "fact_id": "f1",
        "type": "multiple_choice",
        "stem": "How much flour did the Tarrow mill produce daily?",
        "options": choices("8 tons", "12 tons", "20 tons"),
        "key_index": 1,
        "numeric": None,
        "explanation": "The mill's daily output was 12 tons.",
        "difficulty": "easy",
    }
    return Item(**(made | changes))


def number(value: str, unit: str = "", tolerance: str = "0", **changes: Any) -> Item:
    """A question whose answer is typed as a number."""
    numeric = Numeric(Decimal(value), unit, Decimal(tolerance))
    return item(type="numerical", options=(), key_index=0, numeric=numeric, **changes)


def statement(text: str, *, truth: bool) -> Item:
    """A statement that is said to be true or false."""
    return item(type="true_false", options=(), stem=text, key_index=0 if truth else 1)
