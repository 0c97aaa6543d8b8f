"""Questions that a matching question asks already."""

import pytest

from quizapp.banks.model import Question
from quizapp.banks.rules import Item
from quizapp.generation.choosing.repeats import ask_alike, is_told
from quizapp.question_types.base import QuestionType
from quizapp.question_types.matching import Matching, Pair
from quizapp.question_types.true_false import TrueFalse
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


@pytest.mark.parametrize(
    ("statement", "is_true", "expected"),
    [
        ("Maud Ellery closed the bridge in May.", True, True),
        ("Maud Ellery closed the bridge in June.", False, False),
        ("Maud Ellery opened a school.", True, False),
    ],
)
def test_what_a_true_statement_tells_is_not_asked(
    statement: str, is_true: bool, expected: bool
) -> None:
    told = item(statement, TrueFalse(is_true))
    question = item("Who closed the bridge in May?", options("Maud Ellery", "Jo", "Bo"))
    assert is_told(told, question) is expected
    assert is_told(question, told) is expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("close the old bridge", True),
        ("close the bridge", True),
        ("march", False),
        ("open a new school", False),
        ("Old Maud Ellery", False),
    ],
)
def test_a_stem_does_not_say_the_long_answer_to_another(key: str, expected: bool) -> None:
    telling = item(
        "In which month did old Maud Ellery close the old bridge?", options("May", "J", "B")
    )
    asking = item("What did Maud Ellery do in May?", options(key, "Jo", "Bo"))
    assert is_told(telling, asking) is expected


@pytest.mark.parametrize(
    ("stem", "expected"),
    [("Which bridge was closed?", False), ("What did Maud Ellery do in May?", True)],
)
def test_what_somebody_did_is_not_asked_beside_a_part_of_it(stem: str, expected: bool) -> None:
    deed = item(stem, options("receive the Gold Medal", "Jo", "Bo"))
    part = item("Which award did Maud Ellery get?", options("Gold Medal", "Iron Cross", "Star"))
    assert is_told(deed, part) is expected
    assert is_told(part, deed) is expected
