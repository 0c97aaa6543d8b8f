"""Figures that are a part of another figure beside them: two of the three, 38 of the 61."""

from decimal import Decimal

from quizapp.generation.figures.numbers import number_at
from quizapp.generation.figures.tokens import Tokens
from quizapp.generation.findings import Figure


def whole_of(figure: Figure, sentence: str) -> Decimal | None:
    """What it can't exceed; None where it is no part of anything."""
    if figure.kind != "count" or not figure.unit or figure.text != figure.amount:
        return None
    tokens = Tokens(sentence)
    numbers = (number_at(tokens, at) for at in range(len(tokens)))
    return min((each.value for each in numbers if each and each.value > figure.value), default=None)
