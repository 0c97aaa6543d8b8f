"""What to ask for a figure with: how many tons, about what percentage, in which year."""

import re

from quizapp.generation.clauses.spots import Spot
from quizapp.generation.english.words import word_set
from quizapp.generation.figures.hedges import ROUGH, SILENT
from quizapp.generation.figures.scores import SCORES

_SILENT = SILENT | {""}
_MONEY_BEHIND = {
    "to": "to what amount",
    "from": "from what amount",
    "at": "at what amount",
    "by": "by how much",
    "for": "for how much",
    "in": "in how much",
}
_A_RATE = re.compile(r" (?:a|per) (?:year|month|week|day|night|hour|minute|second)\b")
_KEPT_BEFORE_DATES = word_set("since by until from")


def is_hedged(spot: Spot) -> bool:
    """Whether the article's figure is a rough one."""
    return spot.hedge not in _SILENT


def is_bounded(spot: Spot) -> bool:
    """Whether the figure is a bound, so that others beyond it aren't wrong: up to 2,000 volts."""
    return is_hedged(spot) and spot.hedge not in ROUGH


def amount_words(spot: Spot, preposition: str = "") -> str | None:
    """The words that ask for an amount, in small letters; None if none fit."""
    hedge = _hedge(spot)
    what = _what(spot, preposition)
    if what is None or (hedge and "what amount" in what) or hedge.startswith("as "):
        return None
    if preposition and not what.startswith(f"{preposition} "):
        return f"{preposition} {hedge}{what}"
    if preposition:
        return f"{preposition} {hedge}{what.removeprefix(preposition).strip()}"
    return hedge + what


def _hedge(spot: Spot) -> str:
    if spot.hedge in _SILENT:
        return ""
    return "about " if spot.hedge in ROUGH else f"{spot.hedge} "


def _what(spot: Spot, preposition: str) -> str | None:
    figure = spot.figure
    if figure.unit == "share":
        is_counted = " in " in figure.text or " out of " in figure.text  # one in five homes
        if is_counted:
            return "what share of" if spot.tail else "what share"
        return "what share" if spot.tail.startswith(" of ") else "what fraction"
    if figure.unit == "percent":
        return "what percentage"
    if figure.kind == "money" or (figure.kind == "range" and figure.unit in _CURRENCIES):
        return _MONEY_BEHIND.get(preposition) if preposition else "how much"
    if figure.kind == "count" and not figure.unit:
        if _A_RATE.match(spot.tail):
            return "how many"
        is_number = "number" in spot.head.lower().split()
        return "what number" if is_number and spot.head.endswith((" to", " from")) else None
    if spot.unit_text.startswith("-") or figure.unit in _NO_COUNTS:
        return None
    return "how many" + _plural_unit(spot)


_NO_COUNTS = SCORES | {"", "year"}
_CURRENCIES = word_set("dollars pounds euros yen rupees yuan rubles cents")


def _plural_unit(spot: Spot) -> str:
    figure = spot.figure
    is_single = figure.value == 1 and figure.kind in ("measure", "duration")
    return f" {figure.unit}" if is_single else spot.unit_text


def number_words(spot: Spot, preposition: str = "") -> str | None:
    """As `amount_words`, for an answer in digits: it says whether thousands or millions count."""
    figure = spot.figure
    words = amount_words(spot, preposition)
    if words is None or figure.kind != "money":
        scaled = f"how many {figure.scale}".strip()
        return words.replace("how many", scaled, 1) if words is not None else None
    if preposition not in ("", "for", "by"):
        return None
    scale = f"{figure.scale} " if figure.scale else ""
    return f"{preposition} {_hedge(spot)}how many {scale}{figure.unit}".strip()


def date_words(unit: str, preposition: str, *, has_year: bool) -> str | None:
    """The words that ask for a date behind a preposition; None if none fit."""
    if preposition in _KEPT_BEFORE_DATES:
        noun = {"year": "year", "day": "date", "month": "month", "decade": "decade"}.get(unit)
        return f"{preposition} which {noun}" if noun else None
    if preposition not in ("in", "on", "during"):
        return None
    if unit == "day":
        return "on which date"
    if unit == "month":
        return "when" if has_year else "in which month"
    return {"year": "in which year", "decade": "in which decade", "season": "when"}.get(unit)
