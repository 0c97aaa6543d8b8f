"""Numbers in digits and in words, with what they are worth."""

from dataclasses import dataclass
from decimal import Decimal

from quizapp.generation.figures.tokens import Tokens

SMALL = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES = {
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
SHORT_SCALES = {"k": "thousand", "m": "million", "bn": "billion", "b": "billion", "tn": "trillion"}
GROUPS = {"hundred": Decimal(100), "dozen": Decimal(12)} | SCALES
MOST_DIGITS = 18  # what is longer is no figure that anybody reads
MOST_WORDS = 10


@dataclass(frozen=True)
class Number:
    """A number that ends before the token `end`."""

    value: Decimal
    end: int
    scale: str = ""  # "million", where it is written so
    in_words: bool = False


def number_at(tokens: Tokens, index: int, *, after_currency: bool = False) -> Number | None:
    """The number that begins there; after a currency sign also as short as "3bn"."""
    token = tokens.at(index)
    if token is None:
        return None
    if token.is_number:
        return _in_digits(tokens, index, after_currency=after_currency)
    return _in_words(tokens, index) if token.is_word else None


def _in_digits(tokens: Tokens, index: int, *, after_currency: bool) -> Number | None:
    digits = tokens.raw(index).replace(",", "").replace(" ", "")
    if len(digits) > MOST_DIGITS:
        return None
    value, following = Decimal(digits), index + 1
    if after_currency and tokens.is_glued(following) and tokens.word(following) in SHORT_SCALES:
        scale = SHORT_SCALES[tokens.word(following)]
        return Number(value * SCALES[scale], following + 1, scale)
    if tokens.is_hyphen(following):
        following += 1
    elif tokens.is_glued(following):
        return Number(value, index + 1)
    scale = tokens.word(following)
    if scale not in SCALES:
        return Number(value, index + 1)
    return Number(value * SCALES[scale], following + 1, scale)


def _in_words(tokens: Tokens, index: int) -> Number | None:
    word, following = tokens.word(index), tokens.word(index + 1)
    if word == "half" and following == "a" and tokens.word(index + 2) in GROUPS:
        scale = tokens.word(index + 2)
        return Number(GROUPS[scale] / 2, index + 3, _scale(scale), in_words=True)
    if word == "a":
        if following not in GROUPS:
            return None
        return _sum_of_words(tokens, index + 1, Decimal(1))
    if word not in SMALL and word not in TENS:
        return None
    return _sum_of_words(tokens, index, Decimal(0))


def _scale(word: str) -> str:
    return word if word in SCALES else ""


def _sum_of_words(tokens: Tokens, index: int, part: Decimal) -> Number:
    """Reads on from `index`; `part` is what stands before it."""
    total, scale, end = Decimal(0), "", index
    while end - index < MOST_WORDS:
        word = tokens.word(end)
        if word in GROUPS and part:
            part *= GROUPS[word]
            if word in SCALES:
                total, part, scale = total + part, Decimal(0), word
        elif _fits(word, total + part, part):
            part += SMALL.get(word, 0) or TENS.get(word, 0)
        elif not _is_joint(tokens, end, total + part):
            break
        end += 1
    return Number(total + part, end, scale, in_words=True)


def _fits(word: str, so_far: Decimal, part: Decimal) -> bool:
    """Whether the word continues the number, as "five" does "twenty"."""
    if word in TENS:
        return part % 100 == 0
    if word not in SMALL:
        return False
    if not so_far:
        return True
    return part % 100 == 0 or (SMALL[word] < 10 and part % 10 == 0 and part % 100 >= 20)


def _is_joint(tokens: Tokens, index: int, so_far: Decimal) -> bool:
    """Whether a hyphen or an "and" stands inside the number."""
    following = tokens.word(index + 1)
    if tokens.word(index) == "and":
        is_whole = so_far >= 100 and so_far % 100 == 0
        return is_whole and tokens.word(index - 1) in GROUPS and following in {**SMALL, **TENS}
    return tokens.is_hyphen(index) and (
        following in GROUPS or (following in SMALL and so_far % 100 >= 20 and so_far % 10 == 0)
    )
