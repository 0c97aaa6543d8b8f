"""Other numbers in the writing of a given one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generation.figures.number_writing import number_in_words, with_commas, write_like
from quizapp.generation.figures.numbers import number_at
from quizapp.generation.figures.tokens import Tokens

WRITTEN = [
    # the given writing, the value, how it is written
    ("12,000", 8500, "8,500"),
    ("2500", 1200, "1200"),
    ("2500", 12000, "12000"),
    ("12 000", 8500, "8,500"),
    ("250", 1200, "1,200"),
    ("3.5", 4, "4.0"),
    ("$27.50", 11, "$11.00"),
    ("US$3.5 million", 7_100_000, "US$7.1 million"),
    ("£2bn", 3_000_000_000, "£3bn"),
    ("seven", 4, "four"),
    ("Seven", 24, "Twenty-four"),
    ("two million", 5_000_000, "five million"),
    ("one hundred", 225, "two hundred and twenty-five"),
]


@pytest.mark.parametrize(("given_amount", "value", "written"), WRITTEN)
def test_number_is_written_like_the_given_one(given_amount: str, value: int, written: str) -> None:
    assert write_like(given_amount, (Decimal(value),)) == written


RANGES = [
    ("between 4,000 and 6,000", (1000, 3000), "", "between 1,000 and 3,000"),
    ("4-6", (7, 9), "", "7-9"),
    ("four to six", (7, 9), "", "seven to nine"),
    ("4 to 6 million", (7_000_000, 9_000_000), "million", "7 to 9 million"),
    ("$11 million to $14 million", (5_000_000, 8_000_000), "million", "$5 million to $8 million"),
]


@pytest.mark.parametrize(("amount", "values", "scale", "written"), RANGES)
def test_both_ends_of_a_range_are_written(
    amount: str, values: tuple[int, int], scale: str, written: str
) -> None:
    assert write_like(amount, [Decimal(value) for value in values], scale) == written


@pytest.mark.parametrize("amount", ["a dozen", "half a million", "a hundred", "two dozen"])
def test_words_for_round_numbers_have_no_others_like_them(amount: str) -> None:
    assert write_like(amount, (Decimal(30),)) is None


@given(st.integers(0, 999))
def test_numbers_in_words_are_read_as_they_were_written(value: int) -> None:
    words = number_in_words(Decimal(value))
    assert words is not None
    number = number_at(Tokens(words), 0)
    assert number is not None
    assert (number.value, number.end) == (value, len(Tokens(words)))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1 230 tickets", "1,230 tickets"),
        ("12 500 000", "12,500,000"),
        ("In 2021 300 people", "In 2021 300 people"),
        ("1,230", "1,230"),
    ],
)
def test_thousands_have_commas(text: str, written: str) -> None:
    assert with_commas(text) == written
