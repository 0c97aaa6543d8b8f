"""A figure's clause as a statement, true or altered, and with a gap in its place."""

from random import Random

from quizapp.generation.figure_distractors import Distractor
from quizapp.generation.spots import Spot

GAP = "____"
_AT_LEAST = frozenset(
    {
        "over",
        "more than",
        "at least",
        "just over",
        "well over",
        "no fewer than",
        "no less than",
        "slightly more than",
        "slightly over",
        "a little over",
        "little more than",
        "in excess of",
        "upward of",
        "upwards of",
        "above",
    }
)
_AT_MOST = frozenset(
    {
        "under",
        "less than",
        "fewer than",
        "up to",
        "at most",
        "no more than",
        "just under",
        "well under",
        "slightly less than",
        "slightly under",
        "a little under",
        "nearly",
        "almost",
        "below",
    }
)


def statement(spot: Spot) -> str:
    """What the article says."""
    return f"{spot.clause}."


def altered(spot: Spot, wrong: tuple[Distractor, ...], random: Random) -> str | None:
    """The same with another figure, which makes it untrue; None without such a figure."""
    fitting = [each for each in wrong if _contradicts(spot, each)]
    if not fitting:
        return None
    return f"{spot.with_text(_in_case_of(spot, random.choice(fitting).text))}."


def _contradicts(spot: Spot, each: Distractor) -> bool:
    """Whether both can't be true: over 8,000 are, where over 12,000 are."""
    if spot.hedge in _AT_LEAST:
        return each.value > spot.figure.value
    if spot.hedge in _AT_MOST:
        return each.value < spot.figure.value
    return True


def _in_case_of(spot: Spot, text: str) -> str:
    is_capital = spot.clause[spot.start].isupper()
    return text[:1].upper() + text[1:] if is_capital else text[:1].lower() + text[1:]


def with_gap(spot: Spot, *, only_amount: bool) -> str:
    """The clause with a gap instead of the figure or of its number."""
    return f"{spot.with_text(GAP + (spot.unit_text if only_amount else ''))}."
