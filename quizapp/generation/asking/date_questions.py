"""A clause with a date to a question for it, where rules can be sure of the grammar."""

import re

from quizapp.generation.asking.question_words import date_words
from quizapp.generation.clauses.inversion import invert
from quizapp.generation.clauses.spots import Spot, is_between_ends, is_listed
from quizapp.generation.english.name_words import MONTHS
from quizapp.generation.english.verbs import is_participle, is_past
from quizapp.generation.english.words import word_set
from quizapp.generation.figures.date_writing import parts_of
from quizapp.generation.names.casing import Casing, capitalized

_JOINING = word_set(
    "and or but that which who whose whom because when while if whether than where how why"
)
# One of two dates: in 2012 and 2013, in June and July.
_DATE = rf"(?:(?:in |early |late )?(?:\d{{4}}|{'|'.join(sorted(MONTHS))})\b)"
_GOES_ON = re.compile(r" (?:until|till|on|onward|onwards|through)\b")  # the stone from 2019
ANOTHER_BEHIND = re.compile(rf",? (?:and|or) {_DATE}")
ANOTHER_BEFORE = re.compile(rf"{_DATE},? (?:and|or)$")
OF_FIRST_END = re.compile(r"\bfrom [$£€]?\d[\d.,]*(?: [\w-]+){0,2} in$")  # from 55 percent in 1998
_YEAR_BEHIND_COMMA = re.compile(r", \d{4}$")  # born on May 3, 1937, in Odby
PERFECT = word_set("has have had")


def date_question(spot: Spot, casing: Casing) -> str | None:
    """The question, or None where a gap has to do."""
    if spot.figure.unit == "year" and spot.figure.kind == "range":
        return _in_predicate(spot, casing, "when", spot.head)
    if spot.figure.kind not in ("date", "year") or is_between_ends(spot.clause, spot.start):
        return None
    if _is_one_of_several(spot):
        return None
    head, _, preposition = spot.head.removesuffix(" the").rpartition(" ")
    has_year = bool(parts_of(spot.figure.value).year)
    what = date_words(spot.figure.unit, preposition.lower(), has_year=has_year)
    if what is None or (preposition == "from" and not _GOES_ON.match(spot.tail)):
        return None
    if not head:
        return _opening(spot, casing, what)
    return _in_predicate(spot, casing, what, head)


def _is_one_of_several(spot: Spot) -> bool:
    """Whether another date stands beside it: in 1911 and 1948, from 5 in 1980 to 7 in 1990."""
    if OF_FIRST_END.search(spot.head):
        return True
    is_first = is_listed(spot.clause, spot.end) or ANOTHER_BEHIND.match(spot.tail) is not None
    return is_first or ANOTHER_BEFORE.search(spot.head) is not None


def _opening(spot: Spot, casing: Casing, what: str) -> str | None:
    """In 1999, they signed ...: the rest is the whole clause."""
    rest = capitalized(spot.tail.lstrip(" ,"))
    inverted = invert(rest, casing)
    if inverted is None or inverted.opening:
        return None
    return inverted.question(what, rest[inverted.rest :])


def _in_predicate(spot: Spot, casing: Casing, what: str, head: str) -> str | None:
    inverted = invert(spot.clause, casing)
    if inverted is None or len(head) < inverted.rest:
        return None
    if what.startswith("since") and inverted.auxiliary not in PERFECT:
        return None  # for the first time since 1974
    middle = head[inverted.rest :]
    if not _dates_the_verb(middle, has_auxiliary=not inverted.base):
        return None
    tail = spot.tail.lstrip(",") if _YEAR_BEHIND_COMMA.search(spot.figure.text) else spot.tail
    return inverted.question(what, middle + tail)


def _dates_the_verb(middle: str, *, has_auxiliary: bool) -> bool:
    """Whether nothing between verb and date could be what the date belongs to."""
    if any(mark in middle for mark in ',;:"()'):
        return False
    words = middle.lower().split()
    behind = words[2:] if has_auxiliary else words
    return not any(word in _JOINING for word in words) and not any(
        is_past(word) or is_participle(word) for word in behind
    )
