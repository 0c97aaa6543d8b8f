"""How good a draft has to be, by tier, and whether it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Measures = Mapping[str, float | None]  # of one article; None where nothing can be measured


@dataclass(frozen=True)
class Bar:
    """Bounds of one measure: of its mean over the articles, and of each article."""

    measure: str
    least: float | None = None
    most: float | None = None
    each_least: float | None = None
    each_most: float | None = None

    def mean_passes(self, mean: float) -> bool:
        """Whether the mean keeps its bounds; what rounding shows as the bound does."""
        return _is_within(mean, self.least, self.most)

    def each_passes(self, value: float) -> bool:
        """Whether one article's value keeps the bounds of each."""
        return _is_within(value, self.each_least, self.each_most)


def _at_most(measure: str, most: float) -> Bar:
    """A bound that each article has to keep, and so the mean."""
    return Bar(measure, most=most, each_most=most)


NONE_ALLOWED = tuple(
    _at_most(each, 0) for each in ("contradictions", "duplicates", "evidence", "reruns unlike")
)
ITEMS = Bar("items", least=20, most=60, each_least=20, each_most=60)
FLAWED = Bar("flawed", most=0.03)
BARS = {
    "light": (
        ITEMS,
        Bar("types", least=4, each_least=4),
        Bar("recall", least=0.5, each_least=0.42),
        Bar("figures", least=0.55, each_least=0.45),
        Bar("important", least=0.55),
        Bar("explanations"),
        *NONE_ALLOWED,
        FLAWED,
        Bar("copied", most=0.4),
        _at_most("seconds", 1),
        Bar("cpu seconds"),
        _at_most("megabytes", 60),
    ),
    "parser": (
        ITEMS,
        Bar("types", least=5, each_least=5),
        Bar("recall", least=0.68, each_least=0.58),
        Bar("figures", least=0.75, each_least=0.65),
        Bar("important", least=0.72),
        Bar("explanations", least=0.25),
        *NONE_ALLOWED,
        FLAWED,
        Bar("copied", most=0.25),
        _at_most("seconds", 5),
        Bar("cpu seconds"),
        _at_most("megabytes", 300),
    ),
}


@dataclass(frozen=True)
class Verdict:
    """One measure against its bar."""

    bar: Bar
    values: tuple[float | None, ...]  # in the order of the articles

    @property
    def mean(self) -> float | None:
        """Over the articles where it could be measured."""
        known = [value for value in self.values if value is not None]
        return sum(known) / len(known) if known else None

    @property
    def passes(self) -> bool:
        """Whether the mean and each article keep the bounds; what wasn't measured doesn't."""
        if self.mean is None:
            return False
        known = [value for value in self.values if value is not None]
        return self.bar.mean_passes(self.mean) and all(map(self.bar.each_passes, known))


def judge(articles: Sequence[Measures], tier: str) -> list[Verdict]:
    """Every measure of the tier against its bar."""
    return [
        Verdict(bar, tuple(measures.get(bar.measure) for measures in articles))
        for bar in BARS[tier]
    ]


def _is_within(value: float, least: float | None, most: float | None) -> bool:
    shown = round(value, 2)
    return (least is None or shown >= least) and (most is None or shown <= most)
