"""What texts say that can be checked."""

from decimal import Decimal

import pytest

from quizapp.generation.asking.saying import Amount, has_address, months_in, names_in, numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3.5 million people", [3_500_000]),
        ("3,500,000 people", [3_500_000]),
        ("five percent, or 5%", [5]),
        ("twenty-one of 40 in March 1871", [21, 40, 1871]),
        ("$3bn", [3_000_000_000]),
        ("from 4,000 to 6,000", [4_000, 6_000]),
        ("no number at all", []),
    ],
)
def test_numbers_are_found_however_they_are_written(text: str, numbers: list[int]) -> None:
    assert numbers_in(text) == {Decimal(number) for number in numbers}


def test_amounts_of_unlike_units_are_not_alike() -> None:
    assert not Amount(Decimal(5), "percent").is_like(Amount(Decimal(5), "years"))
    assert Amount(Decimal(5), "percent").is_like(Amount(Decimal(5)))
    assert not Amount(Decimal(5)).is_like(Amount(Decimal(6)))


def test_names_are_words_with_a_capital_inside_a_sentence() -> None:
    text = "The mill of Clara Whitcombe stood in Tarrow. Later the U.S. bought it: Tarrow's pride."
    assert names_in(text) == ("Clara", "Whitcombe", "Tarrow", "U.S")


def test_months_are_named_in_full_or_short() -> None:
    assert months_in("From Sept. 3 to March; they may come in May.") == {"Sep", "Mar", "May"}


@pytest.mark.parametrize("text", ["see https://a.example", "www.a.example", "MAILTO:x@y.z"])
def test_addresses_are_noticed(text: str) -> None:
    assert has_address(text)
    assert not has_address("and/or: a ratio of 3:1")
