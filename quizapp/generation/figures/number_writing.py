"""Another number in the writing of a given one: its commas, decimals, words and scale."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizapp.generation.figures.numbers import SCALES, SMALL, TENS, Number, number_at
from quizapp.generation.figures.tokens import Tokens

WORDS_OF_SMALL = {value: word for word, value in SMALL.items()}
WORDS_OF_TENS = {value: word for word, value in TENS.items()}
MOST_IN_WORDS = 999
LONG_IN_WORDS = 100  # from here on a number in words stands out among shorter ones
FOUR_DIGITS = 4
_SPACED = re.compile(r"(?<![\w.,])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")


@dataclass(frozen=True)
class _Span:
    """A number within a text."""

    start: int
    end: int
    number: Number


def write_like(amount: str, values: Sequence[Decimal], scale: str = "") -> str | None:
    """`amount` with other values for its numbers; None if it has no such writing for them.

    `scale` is that of a range's last number, where the others leave it out.
    """
    spans = list(_spans(amount))
    if len(spans) != len(values):
        return None
    written, at = "", 0
    for span, value in zip(spans, values, strict=True):
        number = _write(amount[span.start : span.end], value, span.number, scale)
        if number is None:
            return None
        written += amount[at : span.start] + number
        at = span.end
    return written + amount[at:]


def with_commas(text: str) -> str:
    """1 230 as 1,230, which is how a key is written."""
    return _SPACED.sub(lambda number: number.group().replace(" ", ","), text)


def decimals_of(amount: str) -> int:
    """How many digits stand behind the decimal point of the first number in digits."""
    tokens = Tokens(amount)
    digits = next((token.text for token in tokens.all if token.is_number), "")
    return len(digits.partition(".")[2])


def _spans(amount: str) -> Iterator[_Span]:
    tokens = Tokens(amount)
    at = 0
    while at < len(tokens):
        after_currency = at > 0 and tokens.raw(at - 1) in "$£€¥₹"
        number = number_at(tokens, at, after_currency=after_currency)
        if number is None:
            at += 1
            continue
        yield _Span(tokens.all[at].start, tokens.all[number.end - 1].end, number)
        at = number.end


def _write(text: str, value: Decimal, number: Number, scale: str) -> str | None:
    factor = SCALES.get(number.scale or scale, Decimal(1))
    if number.in_words:
        return _in_words_like(text, value / factor, number)
    digits = Tokens(text).all[0].text
    return _in_digits_like(digits, value / factor) + text[len(digits) :]


def _in_digits_like(digits: str, value: Decimal) -> str:
    decimals = len(digits.partition(".")[2])
    written = f"{value:,.{decimals}f}"
    whole = digits.partition(".")[0]
    has_bare_thousands = len(whole) >= FOUR_DIGITS and not {*", "} & {*whole}
    return written.replace(",", "") if has_bare_thousands else written


def _in_words_like(text: str, value: Decimal, number: Number) -> str | None:
    if text.split(maxsplit=1)[0].lower() in ("a", "half") or "dozen" in text.lower():
        return None
    words = number_in_words(value)
    own = number.value / SCALES.get(number.scale, Decimal(1))
    if words is None or value >= LONG_IN_WORDS > own:
        return None
    words = words.capitalize() if text[0].isupper() else words
    return f"{words} {number.scale}" if number.scale else words


def number_in_words(value: Decimal) -> str | None:
    """Twenty-four, one hundred and five; None beyond 999 and between whole numbers."""
    if value != value.to_integral() or not 0 <= value <= MOST_IN_WORDS:
        return None
    whole = int(value)
    if whole in WORDS_OF_SMALL:
        return WORDS_OF_SMALL[whole]
    hundreds, rest = divmod(whole, 100)
    if hundreds:
        behind = number_in_words(Decimal(rest))
        return f"{WORDS_OF_SMALL[hundreds]} hundred" + (f" and {behind}" if rest else "")
    tens, ones = divmod(whole, 10)
    return WORDS_OF_TENS[10 * tens] + (f"-{WORDS_OF_SMALL[ones]}" if ones else "")
