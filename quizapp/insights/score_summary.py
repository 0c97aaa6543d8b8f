"""Mean, median, spread, shape and histogram of scores, from how often each score occurs.

Counts and sums are exact fractions; only roots are floats. What is undefined is None.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor, sqrt

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


def mean(counts: Counts) -> Fraction | None:
    """The sum over n."""
    n = sum(counts.values())
    if n == 0:
        return None
    return sum((score * times for score, times in counts.items()), Fraction(0)) / n


def quantile(counts: Counts, share: Fraction) -> Fraction | None:
    """Linear between neighbors: with h = (n - 1) p, i its whole part and f the rest,
    x[i] + f (x[i + 1] - x[i]), counting from 0.

    Type 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The American
    Statistician 50 (1996), 361-365. `share` is from 0 to 1.
    """
    n = sum(counts.values())
    if n == 0:
        return None
    place = (n - 1) * share
    below = floor(place)
    low, high = _at(counts, below), _at(counts, min(below + 1, n - 1))
    return low + (place - below) * (high - low)


def _at(counts: Counts, place: int) -> Fraction:
    """The score in this place of their order, from 0."""
    for score, up_to in _running(counts):
        if place < up_to:
            return score
    raise IndexError(place)


def _running(counts: Counts) -> Iterator[tuple[Fraction, int]]:
    up_to = 0
    for score in sorted(counts):
        up_to += counts[score]
        yield score, up_to


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
    average = mean(counts)
    if average is None:
        return Fraction(0)
    powers = (times * (score - average) ** power for score, times in counts.items())
    return sum(powers, Fraction(0))


def histogram(shares: Counts, steps: int) -> tuple[int, ...]:
    """How many `shares` (0 to 1) lie in each of `steps` equal steps; full scores stand apart.

    So there are steps + 1 counts: number k holds k / steps up to, but not with, (k + 1) / steps.
    """
    found = [0] * (steps + 1)
    for share, times in shares.items():
        found[floor(share * steps)] += times
    return tuple(found)
