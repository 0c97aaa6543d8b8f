"""What a short text says that can be checked: its numbers, its names, its words in a row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from quizapp.banks.evidence import fold
from quizapp.banks.rules import words_of
from quizapp.generation.article import Sentence
from quizapp.generation.figures.finding import figures_in_sentence
from quizapp.generation.figures.numbers import number_at
from quizapp.generation.figures.tokens import Tokens

_NAME = re.compile(r"(?<![^\W_])[^\W\d_a-z](?:[^\W\d_]+|(?=\.[^\W\d_]))(?:[.'-][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|[\"'(]\s*)$")
_ADDRESS = re.compile(r"\w://|\bwww\.|\bmailto:", re.IGNORECASE)
_MINUS = re.compile(r"\bminus \d|(?<![\w.,])-\d", re.IGNORECASE)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SHORT_MONTHS = frozenset({*(month[:3] for month in _MONTHS), "Sept"})


@dataclass(frozen=True)
class Amount:
    """A number, with its unit where one is told: "percent", "volunteers"."""

    value: Decimal
    unit: str = ""

    def is_like(self, other: "Amount") -> bool:
        """Whether the two may say the same."""
        return self.value == other.value and (
            self.unit == other.unit or not self.unit or not other.unit
        )


def numbers_in(text: str) -> frozenset[Decimal]:
    """The value of every number, in digits and in words: 3.5 million is 3500000."""
    return frozenset(_numbers(Tokens(fold(text))))


def _numbers(tokens: Tokens) -> Iterator[Decimal]:
    at = 0
    while at < len(tokens):
        number = number_at(tokens, at, after_currency=True)
        if number is not None and number.end > at:
            yield number.value
        at = max(at + 1, number.end if number else 0)


def amounts_in(text: str) -> tuple[Amount, ...]:
    """Every number, with its unit if it has one."""
    folded = fold(text)
    sentence = Sentence(folded, 0, len(folded), 0, 0)
    figures = [
        each for each in figures_in_sentence(sentence, 0) if each.kind not in ("date", "year")
    ]
    found = [Amount(each.value, each.unit) for each in figures]
    found += [Amount(each.upper, each.unit) for each in figures if each.upper is not None]
    known = {amount.value for amount in found}
    return (*found, *(Amount(value) for value in sorted(numbers_in(folded) - known)))


def names_in(text: str) -> tuple[str, ...]:
    """The words with a capital, save one that only begins a sentence; no single letters."""
    folded = fold(text)
    return tuple(
        match.group()
        for match in _NAME.finditer(folded)
        if not _SENTENCE_START.search(folded, max(0, match.start() - 4), match.start())
    )


def is_below_zero(text: str) -> bool:
    """Whether a number in it has a minus."""
    return _MINUS.search(fold(text)) is not None


def last_word(name: str) -> str:
    """The word of a name that nobody leaves out, folded; "" if there is none."""
    words = words_of(name)
    return words[-1].removesuffix("'s") if words else ""


def has_address(text: str) -> bool:
    """Whether it holds the address of a page or a mailbox, which no question needs."""
    return _ADDRESS.search(text) is not None


def months_in(text: str) -> frozenset[str]:
    """The months a text names, by their first three letters; "may" only as a name."""
    words = re.findall(r"[A-Z][a-z]{2,8}", fold(text))
    return frozenset(word[:3] for word in words if word in _MONTHS or word in _SHORT_MONTHS)
