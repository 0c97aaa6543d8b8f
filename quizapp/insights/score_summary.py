"""Mean, median, spread, shape and histogram of scores, from how often each score occurs.

Counts and sums are exact fractions; only roots are floats. What is undefined is None.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor, lcm, sqrt

FEW = 10  # under so many answers no index is shown
ROUGH = 30  # under so many an index is a rough guide
Counts = Mapping[Fraction, int]  # how often each score occurs


@dataclass(frozen=True)
class ScoreSummary:
    """The figures of one set of scores, in whatever unit the scores came."""

    n: int
    mean: Fraction | None
    median: Fraction | None
    q1: Fraction | None
    q3: Fraction | None
    sd: float | None
    skewness: float | None
    kurtosis: float | None


def summarize(counts: Counts) -> ScoreSummary:
    """All figures at once; of no scores everything but n is None."""
    return ScoreSummary(
        n=sum(counts.values()),
        mean=mean(counts),
        median=quantile(counts, Fraction(1, 2)),
        q1=quantile(counts, Fraction(1, 4)),
        q3=quantile(counts, Fraction(3, 4)),
        sd=standard_deviation(counts),
        skewness=skewness(counts),
        kurtosis=kurtosis(counts),
    )


@dataclass(frozen=True)
class Whole:
    """Scores in their order as whole multiples of 1 / unit, with which sums are quick."""

    scores: tuple[tuple[int, int], ...]  # and how often each occurs
    unit: int
    n: int
    total: int


def _whole(counts: Counts) -> Whole:
    unit = lcm(*(score.denominator for score in counts))
    scores = tuple(
        sorted((score.numerator * (unit // score.denominator), n) for score, n in counts.items())
    )
    n, total = sum(counts.values()), sum(score * times for score, times in scores)
    return Whole(scores, unit, n, total)


def mean(counts: Counts) -> Fraction | None:
    """The sum over n."""
    found = _whole(counts)
    return Fraction(found.total, found.n * found.unit) if found.n else None


def quantile(counts: Counts, share: Fraction) -> Fraction | None:
    """Linear between neighbors: with h = (n - 1) p, i its whole part and f the rest,
    x[i] + f (x[i + 1] - x[i]), counting from 0.

    Type 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The American
    Statistician 50 (1996), 361-365. `share` is from 0 to 1.
    """
    found = _whole(counts)
    if found.n == 0:
        return None
    place = (found.n - 1) * share
    below = floor(place)
    low, high = _at(found, below), _at(found, min(below + 1, found.n - 1))
    return (low + (place - below) * (high - low)) / found.unit


def _at(found: Whole, place: int) -> int:
    """The score in this place of their order, from 0."""
    for score, times in found.scores:
        place -= times
        if place < 0:
            return score
    raise IndexError(place)


def variance(counts: Counts) -> Fraction | None:
    """sum (x - mean)^2 / (n - 1), exact; None under two scores."""
    n = sum(counts.values())
    return None if n < 2 else _moment(counts, 2) / (n - 1)


def standard_deviation(counts: Counts) -> float | None:
    """The root of the variance; None under two scores."""
    found = variance(counts)
    return None if found is None else sqrt(found)


def skewness(counts: Counts) -> float | None:
    """G1 = sqrt(n (n - 1)) / (n - 2) g1, with g1 = m3 / m2^(3/2) and mk = sum (x - mean)^k / n.

    Joanes and Gill, "Comparing measures of sample skewness and kurtosis", The Statistician 47
    (1998), 183-189. None under three scores or if all are the same.
    """
    n = sum(counts.values())
    squares = _moment(counts, 2) if n > 2 else Fraction(0)
    if squares == 0:
        return None
    root = sqrt(squares / n)
    return sqrt(n * (n - 1)) / (n - 2) * float(_moment(counts, 3) / n) / root**3


def kurtosis(counts: Counts) -> float | None:
    """G2 = (n - 1) / ((n - 2)(n - 3)) ((n + 1) g2 + 6), with g2 = m4 / m2^2 - 3: 0 if normal.

    Joanes and Gill, as above. None under four scores or if all are the same.
    """
    n = sum(counts.values())
    squares = _moment(counts, 2) if n > 3 else Fraction(0)
    if squares == 0:
        return None
    excess = _moment(counts, 4) * n / squares**2 - 3
    return float(Fraction(n - 1, (n - 2) * (n - 3)) * ((n + 1) * excess + 6))


def _moment(counts: Counts, power: int) -> Fraction:
    """sum (x - mean)^power, exact."""
    found = _whole(counts)
    if found.n == 0:
        return Fraction(0)
    powers = (times * (score * found.n - found.total) ** power for score, times in found.scores)
    return Fraction(sum(powers), (found.n * found.unit) ** power)


def histogram(shares: Counts, steps: int) -> tuple[int, ...]:
    """How many `shares` (0 to 1) lie in each of `steps` equal steps; full scores stand apart.

    So there are steps + 1 counts: number k holds k / steps up to, but not with, (k + 1) / steps.
    """
    found = [0] * (steps + 1)
    for share, times in shares.items():
        found[floor(share * steps)] += times
    return tuple(found)
