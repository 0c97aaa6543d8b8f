"""Whether a text says what a fact's value or anchor says: numbers by size, words by beginning."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from quizapp.banks.evidence import fold

_SCALES = {
    "thousand": Decimal(1000),
    "million": Decimal(1_000_000),
    "billion": Decimal(1_000_000_000),
}
_SHORT_SCALES = {"k": _SCALES["thousand"], "m": _SCALES["million"], "bn": _SCALES["billion"]}
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[, \u2009\u202f\u00a0]\d{3})+(?!\d)")
_NUMBER_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[1:10])}))?|{'|'.join(_ONES)})"
_TOKEN = re.compile(
    rf"(?P<number>\d+(?:\.\d+)?|\b{_NUMBER_WORD}\b)"
    rf"(?:[ -](?P<scale>{'|'.join(_SCALES)})s?\b|(?P<short>k|m|bn)\b)?"
    r"|(?P<word>[^\W\d_]+)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Tokens:
    """A text as its words, in lower case, and its numbers, both in order."""

    words: tuple[str, ...]
    numbers: tuple[Decimal, ...]
    scales: frozenset[Decimal]  # of "millions of dollars", which a bare 1.3 may be counted in

    def holds_number(self, number: Decimal) -> bool:
        """Whether it names this number, perhaps in thousands or millions."""
        if number in self.numbers:
            return True
        return any(each * scale == number for each in self.numbers for scale in self.scales)

    def holds_word(self, start: str) -> bool:
        """Whether one of its words begins so."""
        return any(word.startswith(start) for word in self.words)


@cache
def tokens(text: str) -> Tokens:
    """`text` in words and numbers; months are written out, grouped digits joined."""
    grouped = _GROUPED.sub(lambda match: re.sub(r"\D", "", match[0]), text)
    words, numbers, scales = [], [], set()
    for match in _TOKEN.finditer(fold(grouped)):
        if match["word"]:
            word = match["word"].casefold()
            words.append(_month(word))
            scales |= {_SCALES[each] for each in _SCALES if word in (each, each + "s")}
            continue
        scale = _SCALES.get((match["scale"] or "").casefold())
        numbers.append(_size(match["number"]) * (scale or 1))
        short = _SHORT_SCALES.get(match["short"] or "")  # 118m may also be so many meters
        scales |= {each for each in (scale, short) if each}
    return Tokens(tuple(words), tuple(numbers), frozenset(scales))


def numbers_in(text: str) -> frozenset[Decimal]:
    """The numbers that a text names, by size."""
    return frozenset(tokens(text).numbers)


def holds(text: str, value: str, context: str = "") -> bool:
    """Whether `text` says `value`: all of its numbers, and words that begin like all of its words.

    `context`: where the unit may stand, as "in millions" in the stem of a bare number.
    """
    wanted, found = tokens(value), tokens(text)
    scaled = Tokens(found.words, found.numbers, found.scales | tokens(context).scales)
    return all(scaled.holds_number(each) for each in wanted.numbers) and all(
        scaled.holds_word(word) for word in wanted.words
    )


def holds_any(text: str, values: tuple[str, ...], context: str = "") -> bool:
    """Whether it says one of them."""
    return any(holds(text, value, context) for value in values)


def holds_anchors(text: str, anchors: tuple[str, ...]) -> bool:
    """Whether it says each anchor; a|b is one anchor of two words, either of which will do."""
    return all(holds_any(text, tuple(anchor.split("|"))) for anchor in anchors)


def word_list(text: str) -> tuple[str, ...]:
    """Words and numbers in the order of the text, for comparing texts."""
    return tuple(re.findall(r"\w+", fold(_GROUPED.sub(_joined, text)).casefold()))


def _joined(match: re.Match[str]) -> str:
    return re.sub(r"\D", "", match[0])


def _month(word: str) -> str:
    """An abbreviated month in full, any other word as it is."""
    if len(word) == 3 or word == "sept":
        return next((month for month in _MONTHS if month.startswith(word)), word)
    return word


def _size(number: str) -> Decimal:
    if number[0].isdigit():
        return Decimal(number)
    tens, _, ones = number.casefold().partition("-")
    if tens in _ONES:
        return Decimal(_ONES.index(tens))
    return Decimal(20 + 10 * _TENS.index(tens) + (_ONES.index(ones) if ones else 0))
