"""Shares in words that can stand in for each other: a third for a quarter, one in six."""

from collections.abc import Iterator
from decimal import Decimal

from quizapp.generation.figures.numbers import number_at
from quizapp.generation.figures.shares import share_at
from quizapp.generation.figures.tokens import Tokens

WITH_A = ("a tenth", "a fifth", "a quarter", "a third", "half", "two-thirds", "three-quarters")
WITH_ONE = ("one-tenth", "one-fifth", "one-quarter", "one-third", "one-half", "two-thirds")
LARGE = ("a quarter", "a third", "half", "two-thirds", "three-quarters", "four-fifths")
OF_ONE = (("two", "2"), ("three", "3"), ("four", "4"), ("five", "5"), ("six", "6"), ("eight", "8"))
OF_TEN = (("ten", "10"), ("twenty", "20"))


def shares_like(text: str) -> Iterator[tuple[Decimal, str]]:
    """Other shares in the same form, with what each comes to as a percentage."""
    for other in _others(text):
        share = share_at(Tokens(f"{other} of"), 0)
        if share is not None:
            yield share.percent, other.capitalize() if text[0].isupper() else other


def _others(text: str) -> Iterator[str]:
    lower = text.lower()
    if " in " in lower or " out of " in lower:
        yield from _of_many(lower)
    elif lower.startswith(("a ", "an ")):
        yield from WITH_A
    elif lower.startswith("one"):
        yield from (_spaced(lower, each) for each in WITH_ONE)
    else:
        yield from (_spaced(lower, each) for each in LARGE)


def _spaced(text: str, other: str) -> str:
    return other if "-" in text or text == "half" else other.replace("-", " ")


def _of_many(text: str) -> Iterator[str]:
    """Of "one in five" the second number changes, of "six in ten" the first."""
    joint = " in " if " in " in text else " out of "
    few, many = text.split(joint)
    number = number_at(Tokens(few), 0)
    if number is not None and number.value == 1:
        for word, digit in (*OF_ONE, *OF_TEN):
            yield f"{few}{joint}{digit if many[0].isdigit() else word}"
        return
    whole = number_at(Tokens(many), 0)
    for word, digit in (("one", "1"), *OF_ONE, ("seven", "7"), ("nine", "9")):
        if whole is not None and int(digit) < whole.value:
            yield f"{digit if few[0].isdigit() else word}{joint}{many}"
