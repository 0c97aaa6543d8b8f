"""Where the bars of a histogram stand: x and width in percent, y and height in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass

TALLEST = 150  # pixels
BASE = 182  # where bars stand
GAP_SHARE = 0.075  # of a bar's room, left free on either side


@dataclass(frozen=True)
class Bar:
    """One bar; `words` name its range in full, `label` stands under it."""

    label: str
    words: str
    count: int
    x: float
    width: float
    middle: float
    y: int
    height: int


@dataclass(frozen=True)
class Chart:
    """A histogram and its description for those who don't see it."""

    bars: tuple[Bar, ...]
    scale: str  # what the labels under the bars count
    description: str


def draw_histogram(counts: Sequence[int], *, unit: str) -> Chart:
    """Bars for `counts` as score_summary.histogram gives them; `unit` is "points" or "%"."""
    room = 100 / len(counts)
    most = max(max(counts), 1)
    bars = tuple(
        _draw_bar(step, counts, room, round(TALLEST * counts[step] / most), unit)
        for step in range(len(counts))
    )
    scale = "share of the points in percent" if unit == "%" else "points earned"
    return Chart(bars, scale, _describe(bars))


def _draw_bar(step: int, counts: Sequence[int], room: float, height: int, unit: str) -> Bar:
    return Bar(
        label=_label(step, unit),
        words=_words(step, len(counts) - 1, unit),
        count=counts[step],
        x=round((step + GAP_SHARE) * room, 2),
        width=round((1 - 2 * GAP_SHARE) * room, 2),
        middle=round((step + 0.5) * room, 2),
        y=BASE - height,
        height=height,
    )


def _label(step: int, unit: str) -> str:
    if unit == "%":
        return f"{step * 10}%" if step == 0 else str(step * 10)
    return str(step)


def _words(step: int, steps: int, unit: str) -> str:
    """The last bar holds full scores only."""
    if unit == "%":
        return "100%" if step == steps else f"{step * 10} to under {step * 10 + 10}%"
    return f"{step} of {steps} points" if step == steps else f"{step} to under {step + 1} points"


def _describe(bars: Sequence[Bar]) -> str:
    total = sum(bar.count for bar in bars)
    tallest = max(bars, key=lambda bar: bar.count)
    scores = "1 score" if total == 1 else f"{total} scores"
    return f"{scores}. The tallest bar is {tallest.words} with {tallest.count}."
