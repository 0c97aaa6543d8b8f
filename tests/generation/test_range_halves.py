"""A range is read as a whole or not at all."""

import pytest

from quizapp.generation.figures.finding import find_figures
from tests.generation.builders import make_sentence_article


def texts_of(sentence: str) -> list[str]:
    return [each.text for each in find_figures(make_sentence_article(sentence))]


@pytest.mark.parametrize(
    "sentence",
    [
        "A stand would cost £3\u20144 million.",
        "A lock costs £300-400 a week.",
        "It lost 20-30 boats.",
        "It lost 20 to 30 boats.",
        "The price went from £3 to 4 million.",
    ],
)
def test_no_end_of_a_range_is_read_alone(sentence: str) -> None:
    assert all(text in ("4 million",) for text in texts_of(sentence))


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("A stand would cost £3\u20134 million.", "£3\u20134 million"),
        ("A stand would cost £3-4 million.", "£3-4 million"),
        ("A stand would cost £3m-4m.", "£3m-4m"),
        ("A stand would cost £3.5\u20134m.", "£3.5\u20134m"),
        ("A stand would cost £3m to 4m.", "£3m to 4m"),
        ("A stand would cost 3 to 4 million pounds.", "3 to 4 million pounds"),
        ("The repair took 4\u20136 weeks.", "4\u20136 weeks"),
    ],
)
def test_range_is_read_as_a_whole(sentence: str, text: str) -> None:
    assert texts_of(sentence) == [text]


def test_the_ends_of_a_change_are_read_alone() -> None:
    assert texts_of("The week fell from 40 hours to 32 hours.") == ["40 hours", "32 hours"]
    assert texts_of("Rents rose 5 percent to 900 pounds.") == ["5 percent", "900 pounds"]
