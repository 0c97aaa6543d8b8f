"""How often each option was chosen, as bars: by all, and by those with high and low scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from quizapp.insights.option_analysis import GroupCounts
from quizapp.insights.statistics import OptionFigures, QuestionStatistics
from quizapp.question_types.base import Alternative

WIDEST = 60  # percent of the drawing; behind it the number stands
THIN = 0.4  # of nobody


@dataclass(frozen=True)
class ShareBar:
    """One bar and what it says."""

    group: str  # who
    n: int
    share: Fraction | None  # None: there is nobody in the group
    width: float  # percent
    y: int  # pixels


@dataclass(frozen=True)
class OptionBars:
    """An option with its bars."""

    letter: str  # "" if it has none
    option: Alternative
    bars: tuple[ShareBar, ...]
    point_biserial: float | None

    @property
    def description(self) -> str:
        """For those who don't see the bars."""
        return ", ".join(f"{bar.group}: {bar.n}" for bar in self.bars)


@dataclass(frozen=True)
class PartBars:
    """The options for one part of a question, or for the whole."""

    about: str  # Markdown; "" for the whole
    options: tuple[OptionBars, ...]


def draw_options(question: QuestionStatistics, *, has_groups: bool) -> tuple[PartBars, ...]:
    """The bars part by part; leaving it blank stands with the options where there is one part."""
    options = list(question.options)
    if not options:
        return ()
    if all(not each.option.about for each in options):
        blank = Alternative("", "Left blank", is_key=False)
        options.append(OptionFigures(blank, question.blank, None))
    return tuple(
        PartBars(about, tuple(_draw(each, question.answers, has_groups) for each in found))
        for about, found in groupby(options, key=lambda each: each.option.about)
    )


def _draw(each: OptionFigures, everybody: GroupCounts, has_groups: bool) -> OptionBars:
    groups = [("All", each.counts.n, everybody.n)]
    if has_groups:
        groups.append(("Upper 27%", each.counts.upper, everybody.upper))
        groups.append(("Lower 27%", each.counts.lower, everybody.lower))
    name = each.option.name
    return OptionBars(
        letter=name if len(name) <= 2 else "",
        option=each.option,
        bars=_bars(groups),
        point_biserial=each.point_biserial,
    )


def _bars(groups: Sequence[tuple[str, int, int]]) -> tuple[ShareBar, ...]:
    bars = []
    for place, (group, n, of) in enumerate(groups):
        share = Fraction(n, of) if of else None
        width = max(float((share or 0) * WIDEST), THIN)
        bars.append(ShareBar(group, n, share, round(width, 2), place * 22))
    return tuple(bars)
