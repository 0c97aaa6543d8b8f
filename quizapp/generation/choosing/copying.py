"""How many stems of a draft may be the article's own sentences."""

from collections.abc import Sequence

from quizapp.generation.choosing.gate import Passed
from quizapp.generation.passages.asked_already import is_weak
from quizapp.generation.proposals import Dropped

_COPIED = "copied-stem"
_MOST, _MOST_WITHOUT_PARSER = 0.32, 0.4  # of the stems; real questions need a parser
_FEW = 20  # questions, of which none is missed lightly
_SENTENCE = "Enough stems take their words from the article."


def limit_copied(chosen: Sequence[Passed]) -> tuple[list[Passed], list[Dropped]]:
    """Without the last statements and blanks that are too many; passages and questions stay."""
    is_parsed = any(each.proposal.tier != "light" for each in chosen)
    most = _MOST if is_parsed else _MOST_WITHOUT_PARSER
    left, copied = len(chosen), sum(_COPIED in each.flaws for each in chosen)
    kept: list[Passed] = []
    dropped: list[Dropped] = []
    for each in reversed(chosen):
        are_many = copied > most * left and left > _FEW
        if are_many and _COPIED in each.flaws and is_weak(each.proposal):
            dropped.append(Dropped(each.proposal, _COPIED, _SENTENCE))
            left, copied = left - 1, copied - 1
        else:
            kept.append(each)
    return kept[::-1], dropped
