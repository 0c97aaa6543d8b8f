"""A clause with a vote or a score to a question for it: by what margin did the motion fail?"""

import re

from quizapp.generation.clauses.inversion import invert
from quizapp.generation.clauses.spots import Spot
from quizapp.generation.figures.scores import POINTS
from quizapp.generation.names.casing import Casing

_NOUN = re.compile(r" (?:vote|majority|margin|decision|ruling)\b")
_BEFORE_NOUN = re.compile(r" (?:by|in|on|with) an?$")
_BY = re.compile(r" by(?: an? (?:vote|score|margin) of)?$")


def score_question(spot: Spot, casing: Casing) -> str | None:
    """The question, or None where a gap has to do."""
    head, tail = spot.head, spot.tail
    if head.endswith((" a", " an")) and not _NOUN.match(tail):
        return None  # in a 3-1 win
    if noun := _NOUN.match(tail):
        short, tail = _BEFORE_NOUN.sub("", head), tail[noun.end() :]
        if short == head:
            return None
        head = short
    head = _BY.sub("", head)
    clause = head + tail
    inverted = invert(clause, casing)
    if inverted is None or len(head) < inverted.rest - 1:
        return None
    what = "by what score" if spot.figure.unit == POINTS else "by what margin"
    return inverted.question(what, clause[inverted.rest :])
