"""A figure's clause as a statement, true or altered, and with a gap in its place."""

import re
from random import Random

from quizapp.generation.asking.date_questions import ANOTHER_BEFORE, ANOTHER_BEHIND
from quizapp.generation.clauses.spots import Spot
from quizapp.generation.distractors.figure_distractors import Distractor
from quizapp.generation.figures.hedges import AT_LEAST, AT_MOST
from quizapp.generation.figures.scores import SCORES
from quizapp.generation.names.casing import Casing, capitalized

GAP = "____"
LONG = 12  # words
DAYS_OF_WEEK = 7
# A time that a statement opens with: In August 1914, On 29 July.
_TIME = re.compile(r"((?:In|On|Since|During) (?:the )?[\w.]+(?: [\w.]+){0,2}(?:, \d{4})?), ")
_LISTED = re.compile(
    r", [A-Z][\w'-]*(?: [A-Z][\w'-]*)?(?:, [A-Z][\w' -]*)* and [A-Z]"
)  # two, A and B
_VOTE = re.compile(r"\bby [\d.]+(?: percent| per cent|%)? to [\d.]+")


def statement(spot: Spot, casing: Casing) -> str:
    """What the article says, not always in its order."""
    return f"{_with_time_last(spot.clause, casing)}."


def _with_time_last(clause: str, casing: Casing) -> str:
    """ "In 1999, the mill closed" as "The mill closed in 1999"."""
    opening = _TIME.match(clause)
    if (
        opening is None
        or len(clause.split()) < LONG
        or any(mark in clause[opening.end() :] for mark in ",;:")
    ):
        return clause
    return f"{capitalized(clause[opening.end() :])} {casing.lowered(opening[1])}"


def altered(
    spot: Spot, wrong: tuple[Distractor, ...], random: Random, casing: Casing
) -> str | None:
    """The same with another figure, which makes it untrue; None without such a figure."""
    if ANOTHER_BEHIND.match(spot.tail) or ANOTHER_BEFORE.search(spot.head):
        return None  # in 1892 and 1884
    if (spot.figure.unit not in SCORES and _VOTE.search(spot.clause)) or _LISTED.match(spot.tail):
        return None  # one part can't change without the other
    fitting = [each for each in wrong if _contradicts(spot, each)]
    if not fitting:
        return None
    text = spot.with_text(_in_case_of(spot, random.choice(fitting).text))
    return f"{_with_time_last(text, casing)}."


def _contradicts(spot: Spot, each: Distractor) -> bool:
    """Whether both can't be true: over 8,000 are, where over 12,000 are."""
    if spot.unit_text == "-day" and spot.tail.startswith(" week") and each.value > DAYS_OF_WEEK:
        return False  # nobody would believe it
    if spot.hedge in AT_LEAST:
        return each.value > spot.figure.value
    if spot.hedge in AT_MOST:
        return each.value < spot.figure.value
    return True


def _in_case_of(spot: Spot, text: str) -> str:
    is_capital = spot.clause[spot.start].isupper()
    return text[:1].upper() + text[1:] if is_capital else text[:1].lower() + text[1:]


def with_gap(spot: Spot, *, only_amount: bool, in_digits: bool = False) -> str:
    """The clause with a gap instead of the figure or of its number.

    Digits are to be filled in without "million", which stays behind the gap.
    """
    scale = f" {spot.figure.scale}" if in_digits and spot.figure.scale else ""
    return f"{spot.with_text(GAP + scale + (spot.unit_text if only_amount else ''))}."
