"""Wrong options for a figure or a date: plausible, written like it, and surely not true."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import chain
from random import Random

from quizapp.generation.distractors.date_distractors import other_dates
from quizapp.generation.distractors.number_distractors import (
    other_ranges,
    other_values,
    span_of_years,
)
from quizapp.generation.figures.date_writing import parts_of, write_date_like
from quizapp.generation.figures.figure_parts import whole_of
from quizapp.generation.figures.number_writing import write_like
from quizapp.generation.figures.scores import SCORES
from quizapp.generation.figures.share_writing import shares_like
from quizapp.generation.findings import Figure, Findings

_FROM_TO = re.compile(r"(?: an? \w+)?(?: in \d{4})? to (?:[a-z]+ ){0,3}")
_SINGLE = ("measure", "duration", "money")  # one mile, but two miles
MOST_APART = 5  # times the key, or a fifth of it
TOO_NEAR = Decimal("1.1")  # times each other
TOO_NEAR_IF_ROUGH = Decimal("1.24")  # times the key, where it is said to be rough
SMALL = 15  # whole numbers up to here may be neighbours


@dataclass(frozen=True)
class Distractor:
    """A wrong figure: `text` and `amount` are written as the right one's are."""

    text: str
    amount: str
    value: Decimal
    upper: Decimal | None = None


class Ranks:
    """How many wrong options lie below a key: each number as often as any other in a bank."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self._dealt: Counter[int] = Counter()

    def deal(self, possible: Sequence[int]) -> int:
        """One of those that were dealt least often."""
        fewest = min(self._dealt[rank] for rank in possible)
        rank = self.random.choice([each for each in possible if self._dealt[each] == fewest])
        self._dealt[rank] += 1
        return rank


@dataclass(frozen=True)
class Spread:
    """Wrong options below a key and above it, the best first, and how many are wanted in all."""

    below: Sequence[Distractor]
    above: Sequence[Distractor]
    count: int

    @property
    def ranks(self) -> list[int]:
        """How many of those wanted may lie below the key."""
        lows = range(self.count + 1)
        return [n for n in lows if n <= len(self.below) and self.count - n <= len(self.above)]

    def at(self, low: int) -> tuple[Distractor, ...]:
        """With so many below the key, in order of size."""
        return tuple(sorted([*self.below[:low], *self.above[: self.count - low]], key=_size))

    def dealt(self, ranks: Ranks) -> tuple[Distractor, ...]:
        """As many as there are, if those are fewer than wanted."""
        possible = self.ranks
        if possible:
            return self.at(ranks.deal(possible))
        return tuple(sorted([*self.below, *self.above][: self.count], key=_size))


def find_distractors(
    figure: Figure, findings: Findings, ranks: Ranks, count: int = 3
) -> tuple[Distractor, ...]:
    """Up to `count`, in order of size; how many of them lie below the key, `ranks` deals."""
    return find_spread(figure, findings, ranks.random, count).dealt(ranks)


def find_spread(figure: Figure, findings: Findings, random: Random, count: int = 3) -> Spread:
    """Enough of them on either side of the key."""
    candidates = chain(_from_article(figure, findings, random), _invented(figure, findings, random))
    fits = _sense_of_change(figure, findings)
    text = findings.article.sentences[figure.sentence].text
    said, whole = text.lower(), whole_of(figure, text)
    unsaid = (
        each
        for each in candidates
        if fits(each) and not _is_said(each, said) and (whole is None or each.value < whole)
    )
    return Spread(*_spread(figure, unsaid, count), count)


def _is_said(each: Distractor, sentence: str) -> bool:
    """Whether the key's sentence has it too, perhaps of something else."""
    if each.amount.lower() not in sentence:
        return False
    words = re.escape(each.amount.lower())
    return re.search(rf"(?<![\w.,])(?<!\w-){words}(?![\w%]|[.,]\d)", sentence) is not None


def _sense_of_change(figure: Figure, findings: Findings) -> Callable[[Distractor], bool]:
    """Whether a change goes on in its sense: what fell from 52 to 40 didn't fall from 16."""
    others = [
        other.value
        for other in findings.figures_in(figure.sentence)
        if other.kind == figure.kind and _are_ends(findings, *sorted((figure, other), key=_place))
    ]
    return lambda each: all(
        (each.value > value) == (figure.value > value) and each.value != value for value in others
    )


def _are_ends(findings: Findings, first: Figure, second: Figure) -> bool:
    between = findings.article.text[first.end : second.start]
    return first.end < second.start and _FROM_TO.fullmatch(between) is not None


def _place(figure: Figure) -> int:
    return figure.start


def _size(distractor: Distractor) -> Decimal:
    return distractor.value


def _from_article(figure: Figure, findings: Findings, random: Random) -> Iterator[Distractor]:
    """Other figures of the same kind, rewritten as the key is."""
    told = {each.value for each in findings.figures_in(figure.sentence)}
    if figure.kind in ("date", "year", "range") or not figure.unit:
        return
    values = {
        other.value
        for other in findings.figures_like(figure)
        if other.scale == figure.scale and other.value not in told and _is_as_exact(figure, other)
    }
    yield from _rewritten(figure, _shuffled(values, random))


def _shuffled(values: Iterable[Decimal], random: Random) -> list[Decimal]:
    ordered = sorted(values)
    random.shuffle(ordered)
    return ordered


def _is_as_exact(figure: Figure, other: Figure) -> bool:
    if figure.unit == "share" or other.unit == "share":
        return False
    return figure.value.as_tuple().exponent == other.value.as_tuple().exponent


def _invented(figure: Figure, findings: Findings, random: Random) -> Iterator[Distractor]:
    if figure.unit == "share":
        shares = list(shares_like(figure.text))
        random.shuffle(shares)
        yield from (Distractor(text, text, value) for value, text in shares)
    elif figure.kind == "range":
        yield from _ranges(figure, random)
    elif figure.kind in ("date", "year"):
        yield from _dates(figure, _shuffled(set(other_dates(figure, findings)), random))
    else:
        told = {each.value for each in findings.figures_in(figure.sentence)}
        values = {value for value in other_values(figure) if value not in told}
        yield from _rewritten(figure, _shuffled(values, random))


def _ranges(figure: Figure, random: Random) -> Iterator[Distractor]:
    ranges = list(other_ranges(figure))
    random.shuffle(ranges)
    for lower, upper in ranges:
        if figure.unit == "year":
            amount = span_of_years(figure.amount, lower, upper)
        else:
            amount = write_like(figure.amount, (lower, upper), figure.scale)
        if amount is not None:
            yield Distractor(amount + _unit_text(figure), amount, lower, upper)


def _dates(figure: Figure, values: Iterable[Decimal]) -> Iterator[Distractor]:
    for value in values:
        text = write_date_like(figure.text, parts_of(value))
        if text is not None:
            yield Distractor(text, text, value)


def _rewritten(figure: Figure, values: Iterable[Decimal]) -> Iterator[Distractor]:
    unit = _unit_text(figure)
    is_single = figure.value == 1 and figure.kind in _SINGLE and unit[:1] == " "
    for value in filter(partial(_is_near, figure), values):
        amount = write_like(figure.amount, (value,))
        has_plural = unit and not unit.startswith("-")
        if amount is not None and not (value == 1 and has_plural):
            yield Distractor(amount + (f" {figure.unit}" if is_single else unit), amount, value)


def _unit_text(figure: Figure) -> str:
    return figure.text[len(figure.amount) :]


def _spread(
    figure: Figure, candidates: Iterable[Distractor], count: int
) -> tuple[list[Distractor], list[Distractor]]:
    """Those below and above the key that can stand side by side with it, the first preferred."""
    below: list[Distractor] = []
    above: list[Distractor] = []
    for each in candidates:
        if each.value == figure.value or each.text.lower() == figure.text.lower():
            continue
        side, others = below if each.value < figure.value else above, (*below, *above)
        if len(side) == count or any(_are_near(figure, each, one) for one in others):
            continue
        if not any(_is_within(each.amount, one) for one in (figure.amount, *_amounts(others))):
            side.append(each)
        if len(below) >= count and len(above) >= count:
            break
    return below, above


def _amounts(distractors: Iterable[Distractor]) -> Iterator[str]:
    return (each.amount for each in distractors)


def _is_within(one: str, other: str) -> bool:
    """Whether one stands in the other, as seventy-one does in one hundred and seventy-one."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return re.search(rf"(?<![\w.,-]){re.escape(short)}(?![\w-]|[.,]\d)", long) is not None


def _is_near(figure: Figure, value: Decimal) -> bool:
    """Whether a value is plausible: neither far from the key nor nearly the same."""
    if figure.kind == "percent" and not _is_percentage(figure, value):
        return False
    small, large = sorted((value, figure.value))
    if small <= 0 or large > small * MOST_APART:
        return False
    if figure.hedge and large < small * TOO_NEAR_IF_ROUGH:
        return False
    return not _too_near(small, large)


def _is_percentage(figure: Figure, value: Decimal) -> bool:
    """From 1 to 99, unless the key itself is beyond."""
    return (value >= 1 or figure.value < 1) and (value <= 99 or figure.value > 99)


def _too_near(small: Decimal, large: Decimal) -> bool:
    if large <= SMALL and small == small.to_integral() and large == large.to_integral():
        return small == large
    return large < small * TOO_NEAR


def _are_near(figure: Figure, one: Distractor, other: Distractor) -> bool:
    if one.text.lower() == other.text.lower() or one.value == other.value:
        return True
    if figure.unit in SCORES:
        return False
    if figure.kind == "range" and one.upper is not None and other.upper is not None:
        return not (one.upper < other.value or other.upper < one.value)
    if figure.kind in ("date", "year") or figure.unit == "share":
        return False
    return _too_near(*sorted((one.value, other.value)))
