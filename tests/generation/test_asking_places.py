"""Questions for places, and sentences with a gap for a name."""

import pytest

from quizapp.generation.asking.asking_places import propose
from tests.generation.asked import ask, stems


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (
            "The Kern Institute will close its old mill in Odby, Norway, by the end of June.",
            "Where will the Kern Institute close its old mill by the end of June?",
        ),
        ("The oldest mill still stands in Odby.", "Where does the oldest mill still stand?"),
        ("Kern Dam is a big dam in Odby.", "Where is Kern Dam?"),
    ],
)
def test_the_place_is_asked_for(text: str, stem: str) -> None:
    assert stem in stems(propose, text)


@pytest.mark.parametrize(
    "text",
    [
        "Maria Kern sold the mill to a firm in Odby.",
        "Maria Kern sold the mill and moved to a hut in Odby.",
        "Maria Kern sold the mill, which stands in Odby.",
        "Maria Kern sold the mill after the fire at Odby in May.",
        "Maria Kern is a baker in Odby.",
        "Maria Kern was the baker who lived at Odby in May.",
    ],
)
def test_a_place_of_something_else_is_not_asked_for(text: str) -> None:
    assert not any(stem.startswith("Where") for stem in stems(propose, text))


def test_a_gap_takes_the_place_of_a_name() -> None:
    found = ask(propose, "Maria Kern sold the mill to Norway.")
    assert [(each.stem, each.form) for each in found] == [
        ("____ sold the mill to Norway.", "blank"),
        ("Maria Kern sold the mill to ____.", "blank"),
    ]


def test_no_gap_takes_a_part_of_a_name() -> None:
    text = "They saw New York. Maria Kern sold the New York Tribune to Paul Roe."
    assert "Maria Kern sold the ____ Tribune to Paul Roe." not in stems(propose, text)


def test_no_gap_takes_the_place_of_what_the_article_is_about() -> None:
    text = "Sweden sold the mill to Norway. " + "Norway has many old mills. " * 6
    assert "Sweden sold the mill to ____." not in stems(propose, text)
    assert "____ sold the mill to Norway." in stems(propose, text)
