"""Questions whose answer is two names."""

import pytest

from quizapp.generation.asking.asking_pairs import propose
from tests.generation.asked import ask, key_of, stems

PEOPLE = " They asked Paul Roe. They asked Anna Lund. They asked Peter Voss."


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Maria Kern and Otto Falk sold the old mill.", "Which two people sold the old mill?"),
        (
            "Ten years later, Maria Kern and Otto Falk sold the old mill in Odby.",
            "Which two people sold the old mill in Odby?",
        ),
        (
            "In 1907 two bakers, Maria Kern and Otto Falk, sold the old mill.",
            "Which two people sold the old mill?",
        ),
        (
            "The big prize was awarded to Maria Kern and Otto Falk in 1907.",
            "To which two people was the big prize awarded in 1907?",
        ),
    ],
)
def test_two_people_are_asked_for(text: str, stem: str) -> None:
    (asked,) = ask(propose, text + PEOPLE)
    assert (asked.stem, key_of(asked)[2:]) == (stem, "Maria Kern and Otto Falk")


@pytest.mark.parametrize(
    "text",
    [
        "Otto Dahl, Maria Kern and Otto Falk sold the old mill.",
        "Maria Kern and Otto Falk said it was an old mill.",
        "She sold the old mill to Maria Kern and Otto Falk.",
    ],
)
def test_a_list_and_speech_are_no_pair(text: str) -> None:
    assert stems(propose, text + PEOPLE) == []


def test_without_other_people_nobody_is_asked_for() -> None:
    assert stems(propose, "Maria Kern and Otto Falk sold the old mill.") == []
