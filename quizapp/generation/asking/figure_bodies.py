"""What may be answered to a question for a figure: options, or a number within a tolerance."""

import re
from collections.abc import Sequence
from decimal import Decimal

from quizapp.generation.distractors.figure_distractors import Distractor, Spread
from quizapp.generation.figures.number_writing import with_commas
from quizapp.generation.figures.numbers import SCALES
from quizapp.generation.findings import Figure
from quizapp.generation.reading.plain import plain_to_markdown
from quizapp.question_types.accepted import AcceptedNumbers
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.numerical import Numerical
from quizapp.question_types.options import Option
from quizapp.question_types.values import Value

FEWEST_WRONG = 3
EXACT_UP_TO = 20  # whole numbers that nobody rounds
TOLERANCE = "5%"  # where the article itself is rough
_ROUND_WORDS = re.compile(r"(?:a|half)\b|.*\bdozen\b", re.IGNORECASE)  # no exact numbers
_LETTERS = "abcdefgh"


def choices(
    figure: Figure, wrong: Sequence[Distractor], *, only_amounts: bool
) -> MultipleChoice | None:
    """The figure among wrong ones in order of size; None if there are too few of them."""
    if len(wrong) < FEWEST_WRONG:
        return None
    key = figure.amount if only_amounts else figure.text
    texts = [(each.value, each.amount if only_amounts else each.text, False) for each in wrong]
    ordered = sorted([*texts, (figure.value, key, True)])
    return MultipleChoice(
        tuple(
            Option(plain_to_markdown(with_commas(text)), correct, letter)
            for letter, (_, text, correct) in zip(_LETTERS, ordered, strict=False)
        )
    )


def choices_by_rank(
    figure: Figure, spread: Spread, *, only_amounts: bool
) -> tuple[MultipleChoice, ...]:
    """The same with the key at each place that it can have."""
    every = (choices(figure, spread.at(low), only_amounts=only_amounts) for low in spread.ranks)
    return tuple(body for body in every if body is not None)


def number_field(figure: Figure, *, hedged: bool) -> Numerical | None:
    """A field for the figure as a number; None if it isn't one number."""
    if figure.kind in ("range", "date") or figure.unit == "share" or figure.value < 0:
        return None
    if _ROUND_WORDS.match(figure.amount):
        return None
    if figure.kind == "year":
        return Numerical(AcceptedNumbers((Value(str(int(figure.value) // 10000)),)))
    value = figure.value / SCALES.get(figure.scale, Decimal(1))
    is_exact = not hedged or value <= EXACT_UP_TO and value == value.to_integral()
    source = f"{value.normalize():,f}" + ("" if is_exact else f" +- {TOLERANCE}")
    return Numerical(AcceptedNumbers((Value(source),), unit=_unit(figure)))


def _unit(figure: Figure) -> str:
    if figure.unit == "percent":
        return "%"
    if figure.kind == "money":
        return f"{figure.scale} {figure.unit}".strip()
    return figure.unit if figure.kind in ("measure", "duration") else ""
