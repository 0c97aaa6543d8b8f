"""All figures and dates of an article, in the order of its text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from quizapp.generation.article import Article, Sentence
from quizapp.generation.figures.dates import MONTH_NUMBERS, SEASONS, FoundDate, date_at
from quizapp.generation.figures.hedges import PLACES, hedge_before
from quizapp.generation.figures.numbers import SCALES, SMALL, TENS, number_at
from quizapp.generation.figures.quantities import Quantity, quantity_at
from quizapp.generation.figures.range_halves import is_half_of_range
from quizapp.generation.figures.ranges import range_at
from quizapp.generation.figures.scores import score_at
from quizapp.generation.figures.tokens import Tokens
from quizapp.generation.figures.units import CURRENCY_LETTERS, CURRENCY_SIGNS
from quizapp.generation.findings import Figure

FEW = 10
SIGNS = frozenset(CURRENCY_SIGNS) | CURRENCY_LETTERS
FIRST_WORDS = (
    frozenset({"a", "an", "half", "between", "ad"} | SMALL.keys() | TENS.keys())
    | SEASONS
    | {month.lower() for month in MONTH_NUMBERS}
)
FARTHEST_END = 8  # tokens from one end of a change to the other
AFTER_BARE = frozenset({".", ",", ";", ")", "in", "by", "without", "with", "after", "over", "on"})
YEAR_HEDGES = frozenset({"about", "around", "circa", "roughly"})


def find_figures(article: Article) -> tuple[Figure, ...]:
    """Percents, money, counts, ranges, measures, durations, dates and years."""
    return tuple(
        figure
        for index, sentence in enumerate(article.sentences)
        for figure in figures_in_sentence(sentence, index)
    )


def figures_in_sentence(sentence: Sentence, index: int) -> Iterator[Figure]:
    """The figures of one sentence, which is the article's number `index`."""
    reading = _Reading(Tokens(sentence.text, sentence.start), index)
    at, last, last_at = 0, None, 0
    while at < len(reading.tokens):
        figure, following = reading.figure_at(at)
        if last is not None and reading.leads_from(last_at, at):
            figure = reading.like(last, at) or figure
        if figure is not None:
            if not is_half_of_range(figure, reading.tokens, at, following):
                yield figure
            last, last_at = figure, at
        at = following


@dataclass(frozen=True)
class _Reading:
    """A sentence being read."""

    tokens: Tokens
    sentence: int

    def figure_at(self, at: int) -> tuple[Figure | None, int]:
        """The figure that begins there, and where to read on."""
        if not self._may_begin_at(at):
            return None, at + 1
        ranging = score_at(self.tokens, at) or range_at(self.tokens, at)
        if ranging is not None:
            return self._quantity(ranging), ranging.end
        date = date_at(self.tokens, at)
        if date is not None:
            return (None if date.unit == "span" else self._date(date, at)), date.end
        quantity = quantity_at(self.tokens, at)
        if quantity is not None:
            return self._quantity(quantity), quantity.end
        return None, self._past_joined_numbers(at)

    def leads_from(self, first: int, at: int) -> bool:
        """Whether they are the two ends of a change: from 40 hours to 32."""
        is_second = self.tokens.word(at - 1) == "to" and at - first <= FARTHEST_END
        return is_second and self.tokens.word(first - 1) == "from"

    def like(self, last: Figure, at: int) -> Figure | None:
        """A bare number as a figure of the last one's unit."""
        number = number_at(self.tokens, at)
        if number is None or last.kind in ("date", "year", "range", "money") or not last.unit:
            return None
        if number.end < len(self.tokens) and self.tokens.raw(number.end) not in AFTER_BARE:
            return None
        figure = self._figure(at, number.end)
        return replace(figure, kind=last.kind, value=number.value, unit=last.unit)

    def _may_begin_at(self, at: int) -> bool:
        token = self.tokens.all[at]
        if self._begins_name(at):
            return False
        return token.is_number or token.text in SIGNS or token.text.lower() in FIRST_WORDS

    def _begins_name(self, at: int) -> bool:
        """Whether a number inside a sentence is written as a name is: at home in Two Harbors."""
        before, word, after = (self.tokens.raw(each) for each in (at - 1, at, at + 1))
        is_inside = before[:1].islower() and word.istitle() and word.isalpha()
        return is_inside and after.istitle() and after.lower() not in SCALES

    def _past_joined_numbers(self, at: int) -> int:
        """Behind 555-123-4567 or 10:30, so that no part of it is read alone."""
        at += 1
        while self.tokens.is_hyphen(at) or (
            self.tokens.raw(at) in (":", "/", ".") and self.tokens.is_glued(at + 1)
        ):
            if not self.tokens.raw(at + 1)[:1].isdecimal():
                break
            at += 2
        return at

    def _quantity(self, found: Quantity) -> Figure:
        hedge = hedge_before(self.tokens, found.start)
        is_place = hedge in PLACES and (found.kind == "duration" or found.value < FEW)
        is_place = is_place and self.tokens.word(found.start - 2) != "in"  # done in under an hour
        return replace(
            self._figure(found.start, found.end),
            kind=found.kind,
            value=found.value,
            upper=found.upper,
            unit=found.unit,
            hedge="" if is_place else hedge,
            scale=found.scale,
            amount=self.tokens.between(found.start, found.amount_end),
        )

    def _date(self, found: FoundDate, at: int) -> Figure:
        hedge = hedge_before(self.tokens, at)
        figure = self._figure(at, found.end)
        return replace(
            figure,
            kind="year" if found.unit == "year" else "date",
            value=found.value,
            unit=found.unit,
            hedge=hedge if hedge in YEAR_HEDGES else "",
        )

    def _figure(self, first: int, end: int) -> Figure:
        """What stands between two tokens; what it means is still to be said."""
        text = self.tokens.between(first, end)
        start, stop = self.tokens.all[first].start, self.tokens.all[end - 1].end
        return Figure(text, start, stop, self.sentence, "count", Decimal(0), amount=text)
