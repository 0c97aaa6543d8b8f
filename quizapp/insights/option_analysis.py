"""Who chose what: each option among all, among those with high scores and those with low ones."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from quizapp.attempts.tallies import UNMARKED, ChoiceKey, ScoreKey, Sums, band_of
from quizapp.insights.item_analysis import Joint, Marks, correlation, scale

GROUP = Fraction(27, 100)
Choices = Mapping[ChoiceKey, Sums]  # of one question


@dataclass(frozen=True)
class Groups:
    """Where the groups of high and of low scores end, in hundredths of the whole score."""

    low: int  # up to and with
    high: int  # from


@dataclass(frozen=True)
class GroupCounts:
    """How many in all, and in the upper and lower group."""

    n: int = 0
    upper: int = 0
    lower: int = 0


@dataclass(frozen=True)
class ChoiceFigures:
    """How often an option was chosen, and by whom."""

    choice: str
    counts: GroupCounts
    point_biserial: float | None


def cut_groups(scores: Mapping[ScoreKey, int]) -> Groups | None:
    """The upper and lower 27 %: a cut at a score, so that equal scores stay together.

    Kelley, "The selection of upper and lower groups for the validation of test items", Journal of
    Educational Psychology 30 (1939), 17-24. Each is the smallest group of at least so many. None
    where the two would overlap.
    """
    bands: Counter[int] = Counter()
    for key, n in scores.items():
        if key.earned != UNMARKED:
            bands[band_of(key.earned, key.possible)] += n
    wanted = GROUP * sum(bands.values())
    low, high = _reach(sorted(bands), bands, wanted), _reach(sorted(bands)[::-1], bands, wanted)
    return None if low is None or high is None or low >= high else Groups(low, high)


def _reach(order: list[int], bands: Mapping[int, int], wanted: Fraction) -> int | None:
    so_far = 0
    for band in order:
        so_far += bands[band]
        if so_far >= wanted:
            return band
    return None


def count_groups(cells: Mapping[int, int], groups: Groups | None) -> GroupCounts:
    """From how many there are in each band."""
    n = sum(cells.values())
    if groups is None:
        return GroupCounts(n)
    return GroupCounts(
        n,
        upper=sum(times for band, times in cells.items() if band >= groups.high),
        lower=sum(times for band, times in cells.items() if band <= groups.low),
    )


def count_answers(marks: Marks, groups: Groups | None) -> GroupCounts:
    """Everybody who was asked."""
    bands: Counter[int] = Counter()
    for key, sums in marks.items():
        bands[key.band] += sums.n
    return count_groups(bands, groups)


def analyze_choices(
    choices: Choices, everybody: Joint, groups: Groups | None
) -> dict[str, ChoiceFigures]:
    """By choice; `everybody`: the sums over all answers to the question."""
    bands: dict[str, Counter[int]] = defaultdict(Counter)
    earned: Counter[tuple[str, int]] = Counter()
    for key, sums in choices.items():
        bands[key.choice][key.band] += sums.n
        earned[key.choice, key.possible - key.points] += sums.rest
    rest: dict[str, Fraction] = defaultdict(Fraction)
    for (choice, points), total in earned.items():
        rest[choice] += total * scale(points)
    return {
        choice: ChoiceFigures(
            choice,
            count_groups(cells, groups),
            point_biserial(sum(cells.values()), rest[choice], everybody),
        )
        for choice, cells in bands.items()
    }


def point_biserial(n: int, rest: Fraction, everybody: Joint) -> float | None:
    """The correlation of having chosen it (1) or not (0) with the score of the rest of the quiz.

    Lord and Novick, Statistical Theories of Mental Test Scores (1968), 15.5. `rest`: the sum of
    that score over those who chose it. None if all or nobody did, or all scores are the same.
    """
    chosen = Fraction(n)
    return correlation(Joint(everybody.n, chosen, chosen, everybody.r, everybody.rr, rest))
