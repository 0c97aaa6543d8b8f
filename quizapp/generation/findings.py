"""What is found in an article before anything is asked: its figures, dates and names."""

from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import Literal

from quizapp.generation.article import Article

FigureKind = Literal["percent", "money", "count", "range", "measure", "duration", "date", "year"]
_NEIGHBOURS = 60  # figures of one kind before a figure and behind it
NameKind = Literal["person", "place", "organization", "other"]


@dataclass(frozen=True)
class Figure:
    """A number or a date as the article says it: text[start:end], its hedge not included."""

    text: str  # "12,000 tons", "$3.5 million", "April 6", "between 4,000 and 6,000 officers"
    start: int
    end: int
    sentence: int
    kind: FigureKind
    value: Decimal  # a range's lower end; a date's or year's place in time: yyyymmdd, 0 where open
    upper: Decimal | None = None  # of a range, its higher end
    # In the plural: "tons", "dollars", "percent", "share" (a percentage in words); the noun
    # counted: "volunteers"; of a date how exact it is: "day", "month", "season", "year", "decade".
    unit: str = ""
    hedge: str = ""  # "about", "over", "less than"
    scale: str = ""  # "million", where the article writes it so
    amount: str = ""  # the beginning of `text` without its unit: "12,000", "$3.5 million", "five"


@dataclass(frozen=True)
class Name:
    """A proper name and every place where the article has it or a shorter form of it."""

    text: str  # the fullest form
    kind: NameKind
    mentions: tuple[tuple[int, int], ...]  # offsets, in order
    aliases: tuple[str, ...] = ()  # other forms, such as a surname alone
    gender: str = ""  # "she" or "he", where the article tells it and the name doesn't


_OFTEN = 5  # mentions of what an article is about
_SHARE = 8  # and one in so many sentences


@dataclass(frozen=True)
class Findings:
    """All of an article; figures and names in the order of the text, names by first mention."""

    article: Article
    figures: tuple[Figure, ...]
    names: tuple[Name, ...]

    @cached_property
    def _by_sentence(self) -> dict[int, tuple[Figure, ...]]:
        return {at: tuple(each) for at, each in groupby(self.figures, lambda one: one.sentence)}

    @cached_property
    def _by_unit(self) -> dict[tuple[FigureKind, str], list[Figure]]:
        found: dict[tuple[FigureKind, str], list[Figure]] = {}
        for figure in self.figures:
            found.setdefault((figure.kind, figure.unit), []).append(figure)
        return found

    @cached_property
    def commonest(self) -> frozenset[str]:
        """The one or two names that the article is about: the answer to nearly everything."""
        names = sorted(self.names, key=lambda name: -len(name.mentions))[:2]
        return frozenset(name.text for name in names) & self.often_named

    @cached_property
    def often_named(self) -> frozenset[str]:
        """All names that come back so often that a gap for them is filled without reading."""
        often = max(_OFTEN, len(self.article.sentences) // _SHARE)
        return frozenset(name.text for name in self.names if len(name.mentions) >= often)

    @cached_property
    def latest_year(self) -> int:
        """Of all dates; 0 without any."""
        dates = (each.value for each in self.figures if each.kind in ("date", "year"))
        return int(max(dates, default=0)) // 10000

    def figures_in(self, sentence: int) -> tuple[Figure, ...]:
        """The figures of one sentence."""
        return self._by_sentence.get(sentence, ())

    def figures_like(self, figure: Figure) -> list[Figure]:
        """Those of the same kind and unit, itself among them; of a long article the nearest."""
        alike = self._by_unit.get((figure.kind, figure.unit), [])
        place = bisect_left(alike, figure.start, key=attrgetter("start"))
        return alike[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS]
