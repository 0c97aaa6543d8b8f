"""True or false."""

from random import Random

import pytest

from quizapp.question_types.base import ProblemsFound, Shows
from quizapp.question_types.true_false import TrueFalse
from tests.question_types.blocks import marked, parse
from tests.question_types.pages import asked_page, reviewed_page

MOON = parse(TrueFalse, marked("( ) True > It reflects.", "(x) False"))


def test_key_earns_everything_and_its_opposite_nothing() -> None:
    assert (MOON.grade(("false",)).fraction, MOON.grade(("true",)).fraction) == (1, 0)


@pytest.mark.parametrize("answer", [("False",), ("false", "false"), ("0",), ("a",), ("x",)])
def test_anything_else_earns_nothing(answer: tuple[str, ...]) -> None:
    assert MOON.grade(answer).fraction == 0


def test_feedback_is_that_of_the_choice() -> None:
    assert MOON.grade(("true",)).feedback == ("It reflects.",)


def test_order_in_the_file_does_not_matter() -> None:
    assert parse(TrueFalse, marked("(x) False", "( ) True > It reflects.")) == MOON


def test_it_is_never_shuffled() -> None:
    assert MOON.shuffle(Random(1)) == MOON.order() == ()


@pytest.mark.parametrize(
    ("lines", "code"),
    [(("( ) True", "( ) False"), "no-key"), (("(x) True", "(x) False"), "not-one-key")],
)
def test_it_needs_exactly_one_key(lines: tuple[str, str], code: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        parse(TrueFalse, marked(*lines))
    assert [problem.code for problem in found.value.problems] == [code]


def test_what_was_posted_is_chosen_again() -> None:
    assert 'value="true" checked' in asked_page(MOON, ("true",))


def test_review_says_verdicts_in_words() -> None:
    page = reviewed_page(MOON, ("true",), Shows())
    assert "Yours, not correct" in page and "Correct answer" in page


def test_answer_is_described_in_words() -> None:
    assert MOON.describe(("false",), ()) == ("False",)
