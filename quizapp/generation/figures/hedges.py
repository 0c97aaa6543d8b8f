"""Words that make a figure less exact: about, more than, an estimated."""

from quizapp.generation.english.particles import is_phrasal
from quizapp.generation.english.verbs import base_of
from quizapp.generation.figures.tokens import Tokens


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in listed.split(","))


_NEAR = _phrases(
    "about, around, some, roughly, approximately, circa, close to, somewhere around, only about, "
    "only around, estimated, an estimated, the estimated, virtually, perhaps"
)
_A_LITTLE_MORE = _phrases(
    "over, more than, just over, well over, slightly more than, slightly over, a little over, "
    "little more than, in excess of, upward of, upwards of"
)
_A_LITTLE_LESS = _phrases(
    "nearly, almost, just under, slightly less than, slightly under, a little under"
)
_FLOORS = _phrases("at least, no fewer than, no less than, greater than, above")
_CEILINGS = _phrases(
    "under, less than, fewer than, up to, at most, no more than, well under, below"
)
_STRESSED = _phrases("as many as, as much as, as few as, as little as")
SILENT = _phrases("a mere")  # it leaves the figure as exact as it is
# Near enough to the figure that "about" says it, and unlike "at least" makes smaller ones wrong.
ROUGH = _NEAR | _A_LITTLE_MORE | _A_LITTLE_LESS
AT_LEAST = _A_LITTLE_MORE | _FLOORS
AT_MOST = _A_LITTLE_LESS | _CEILINGS
HEDGES = ROUGH | _FLOORS | _CEILINGS | _STRESSED | SILENT
LONGEST = 3  # words of a hedge
# Next to a small number or a time these are about place: over two boats, under two hours.
PLACES = frozenset({"over", "under", "above", "below"})


def _is_particle(tokens: Tokens, index: int, word: str) -> bool:
    """Whether it belongs to the verb before it: to roll over $2 billion of debt."""
    verb = tokens.word(index - 1) if index else ""
    return is_phrasal(base_of(verb) or verb, word)


def hedge_before(tokens: Tokens, index: int) -> str:
    """The hedge that ends right before that token; "" if none does."""
    for length in range(LONGEST, 0, -1):
        if length > index:
            continue
        words = " ".join(tokens.word(at) for at in range(index - length, index))
        if words in HEDGES:
            return "" if _is_particle(tokens, index - 1, words) else words
    return ""
