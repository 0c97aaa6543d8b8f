"""Words inside a question keep the capitals of names alone."""

import pytest

from quizapp.generation.names.casing import Casing
from quizapp.generation.names.finding import find_names
from tests.generation.builders import make_article

TEXT = (
    "Kern, who led it, left. Trees, who knows, die. "
    "They asked May Falk. Then she left The Hague. The mill closed. The House met in a house. "
    "They asked the Mill Lane Trust."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May Falk left", "May Falk left"),
        ("Kern paid", "Kern paid"),
        ("Trees fell", "trees fell"),
        ("Mill closed", "mill closed"),
        ("Mill Lane Trust closed", "Mill Lane Trust closed"),
        ("The Hague paid", "The Hague paid"),
        ("The mill closed", "the mill closed"),
        ("Congress met", "Congress met"),
        ("German troops met", "German troops met"),
        ("House prices fell", "house prices fell"),
        ("President Ysolt Roe left", "President Ysolt Roe left"),
        ("President of a mill", "president of a mill"),
    ],
)
def test_a_name_keeps_its_capital(text: str, expected: str) -> None:
    article = make_article(TEXT)
    assert Casing(article, find_names(article)).lowered(text) == expected
