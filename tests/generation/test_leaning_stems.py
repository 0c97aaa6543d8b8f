"""Questions that say first the sentence which their pronoun leans on."""

import pytest

from quizapp.generation.parser_tier.asking_why import ask_why
from tests.generation.parsing import read_sentences

OTHERS = (
    "The fair was moved because rain had softened the meadow.",
    "Bread grew dear because frost had killed the wheat.",
    "The clerk resigned because his salary was halved.",
    "Fewer trains ran because coal had become scarce.",
)


def asked(*said: str) -> list[str]:
    """What is asked about the first sentences."""
    found = [proposal.stem for proposal in ask_why(read_sentences(*OTHERS, *said))]
    return found[len(OTHERS) :]


@pytest.mark.parametrize(
    ("before", "said", "stem"),
    [
        (
            "The council built a wall.",
            "It failed because the ground was too soft.",
            "The council built a wall. Why did it fail?",
        ),
        (
            "The town opened three schools.",
            "Most of them closed because families moved away.",
            "The town opened three schools. Why did most of them close?",
        ),
        (
            "The bridge opened in May.",
            "This success pleased the mayor because debts had been feared.",
            "The bridge opened in May. Why did this success please the mayor?",
        ),
    ],
)
def test_what_a_pronoun_leans_on_is_said_first(before: str, said: str, stem: str) -> None:
    assert asked(before, said) == [stem]


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("It had built a wall.", "Most of them liked it because the ground was too soft."),
        ("But the council built walls.", "Most of them fell because the ground was too soft."),
        ("Rain fell.", "Most of them closed because families moved away."),
    ],
)
def test_a_sentence_that_tells_nothing_is_not_said(before: str, said: str) -> None:
    assert not asked(before, said)
