"""Questions for who says so."""

import pytest

from quizapp.generation.asking.asking_sources import propose
from tests.generation.asked import stems


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (
            "According to the Kern Institute, bridges last for ninety years.",
            "Which organization is cited as saying that bridges last for ninety years?",
        ),
        (
            "According to a Kern Institute poll, few people use bridges.",
            "Which organization's findings say that few people use bridges?",
        ),
        (
            "Repairs would cost 7 million, according to the architect Maria Kern, who led it.",
            "Who is cited as saying that repairs would cost 7 million?",
        ),
        (
            "In a survey of 812 homes carried out by Kern College in May 2023, many agreed.",
            "Which organization carried out a survey of 812 homes in May 2023?",
        ),
        (
            "\"You can't run a boat you don't have,\" said Maria Kern, who owns none.",
            "Who said: \"You can't run a boat you don't have\"?",
        ),
        (
            "The work, published on Monday in the journal Kern Letters, took ten years.",
            "Which journal published the work that the article is about?",
        ),
    ],
)
def test_the_source_is_asked_for(text: str, stem: str) -> None:
    assert stems(propose, text) == [stem]


@pytest.mark.parametrize(
    "text",
    [
        "According to the Kern Institute, this lasts for ninety years.",
        "According to Maria Kern and Paul Roe, bridges last for ninety years.",
        "According to the report, bridges last for ninety years.",
        '"Yes," said Maria Kern.',
        "A bridge was built by the Kern Institute.",
        "The work, published in the Kern Institute, took ten years.",
    ],
)
def test_no_question_without_one_source_and_a_claim(text: str) -> None:
    assert stems(propose, text) == []
