"""Words that make a figure less exact: about, more than, an estimated."""

from quizapp.generation.tokens import Tokens

HEDGES = frozenset(
    {
        "no more than",
        "no fewer than",
        "no less than",
        "as many as",
        "as much as",
        "as few as",
        "as little as",
        "slightly more than",
        "slightly less than",
        "slightly over",
        "slightly under",
        "a little over",
        "a little under",
        "little more than",
        "somewhere around",
        "in excess of",
        "just over",
        "just under",
        "well over",
        "well under",
        "a mere",
        "an estimated",
        "the estimated",
        "more than",
        "less than",
        "fewer than",
        "greater than",
        "at least",
        "at most",
        "up to",
        "close to",
        "upward of",
        "upwards of",
        "only about",
        "only around",
        "about",
        "around",
        "some",
        "over",
        "under",
        "nearly",
        "almost",
        "roughly",
        "approximately",
        "circa",
        "above",
        "below",
        "estimated",
        "virtually",
        "perhaps",
    }
)
LONGEST = 3  # words of a hedge
# Next to a small number or a time these are about place: over two boats, under two hours.
PLACES = frozenset({"over", "under", "above", "below"})


def hedge_before(tokens: Tokens, index: int) -> str:
    """The hedge that ends right before that token; "" if none does."""
    for length in range(LONGEST, 0, -1):
        if length > index:
            continue
        words = " ".join(tokens.word(at) for at in range(index - length, index))
        if words in HEDGES:
            return words
    return ""
