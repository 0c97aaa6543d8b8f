"""Numbers are compared by size, words by beginning, dates however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.generation.matching import holds, holds_anchors, numbers_in, tokens


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,300,000 dollars", "1.3 million"),
        ("$1.3 million", "1,300,000"),
        ("1\u2009230 yards", "1,230"),
        ("1 230 yards", "1,230"),
        ("€118m", "118 million"),
        ("€1.1bn", "1.1 billion"),
        ("118m", "118"),
        ("twenty-four percent", "24"),
        ("Seven", "7"),
        ("between 9 and 14 percent", "9 14"),
        ("$11–14 million", "11 million 14 million"),
        ("Oct. 31, 2019", "October 31, 2019"),
        ("31 October 2019", "October 31, 2019"),
        ("the 88th minute", "88"),
        ("Because the cannery closed", "cannery"),
        ("Cooperatives", "cooperative"),
        ("gutta-percha", "Gutta-percha"),
    ],
)
def test_what_means_the_same_is_held(text: str, value: str) -> None:
    assert holds(text, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("13 million", "1.3 million"),
        ("1.3", "1.3 million"),
        ("1230", "123"),
        ("between 9 and 15 percent", "9 14"),
        ("Oct. 30, 2019", "October 31, 2019"),
        ("the can", "cannery"),
        ("a re-cannery", "annery"),
        ("someone", "1"),
        ("", "1"),
    ],
)
def test_what_means_something_else_is_not_held(text: str, value: str) -> None:
    assert not holds(text, value)


def test_a_bare_number_counts_in_the_unit_that_the_stem_names() -> None:
    assert holds("1.3", "1.3 million", "How many millions of dollars did it lose?")


def test_a_month_is_no_number() -> None:
    assert numbers_in("May 16") == {16}


def test_every_anchor_is_needed_but_one_word_of_each_is_enough() -> None:
    assert holds_anchors("The ship was sold.", ("ship|boat", "sold|bought"))
    assert not holds_anchors("The ship was scrapped.", ("ship|boat", "sold|bought"))


def test_sequences_of_figures_are_no_thousands() -> None:
    assert tokens("in 1986, 300 people").numbers == (1986, 300)


@given(st.integers(min_value=0, max_value=10**12))
def test_a_number_is_held_however_it_is_grouped(number: int) -> None:
    assert holds(f"{number:,} people", str(number))
    assert not holds(f"{number + 1:,} people", str(number))


@given(st.text())
def test_a_text_holds_itself(text: str) -> None:
    assert holds(text, text)
