"""Questions that a matching question asks already."""

import pytest

from quizapp.banks.model import Question
from quizapp.banks.rules import Item
from quizapp.generation.repeats import ask_alike
from quizapp.question_types.base import QuestionType
from quizapp.question_types.matching import Matching, Pair
from tests.generation.proposing import options

PEOPLE = Matching(
    (Pair("Maud Ellery", "head of the town council"), Pair("Ivo Stern", "a reporter at the Echo"))
)


def item(heading: str, body: QuestionType) -> Item:
    return Item(Question(heading, body), body.export())


@pytest.mark.parametrize(
    ("stem", "key", "expected"),
    [
        ("Who is described as head of the town council?", "Maud Ellery", True),
        ("What is said of Maud Ellery?", "head of the town council", True),
        ("Who wanted the bridge to be closed?", "Maud Ellery", False),
        ("Who is described as head of the town council?", "Ana Ruiz", False),
    ],
)
def test_a_part_of_a_pair_is_not_asked_for_again(stem: str, key: str, expected: bool) -> None:
    matching, single = item("Match them.", PEOPLE), item(stem, options(key, "Jo", "Bo"))
    assert ask_alike(matching, single) is expected
    assert ask_alike(single, matching) is expected
