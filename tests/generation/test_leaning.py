"""Phrases of a question that nobody understands without the article."""

import pytest

from quizapp.generation.clauses.definite import Definites
from quizapp.generation.clauses.leaning import leans_back
from tests.generation.builders import make_article


def leans(text: str, article: str = "A freighter left Riga.") -> bool:
    return leans_back(text, Definites(make_article(article), ()))


@pytest.mark.parametrize(
    "text",
    [
        "How many holds did the load share with a cargo of timber?",
        "How many passengers did the ships carry?",
        "The load shared 12 holds with a cargo of timber",
        "How many men did the other two lose in the storm?",
        "The other two lost 18 men in the storm",
        "On the third, 45 people stayed in the hall",
        "Who led the two in the storm?",
        "When did the project begin?",
    ],
)
def test_what_earlier_sentences_introduce_leans_back(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize(
    "text",
    [
        "How many holds did the load of coal fill?",
        "How many tons of coal did the other two ships carry?",
        "How many of a ship's boats did the ship lose?",
        "How many people did the council hire?",
        "How many votes did the third party win?",
        "How many pupils does the project manager teach?",
    ],
)
def test_what_the_text_explains_does_not(text: str) -> None:
    assert not leans(text)


def test_what_an_article_is_about_needs_no_explanation() -> None:
    assert not leans("When did the project begin?", "The project. " + "The project grew. " * 5)
