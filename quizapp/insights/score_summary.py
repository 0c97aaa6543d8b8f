"""Mean, median, spread and histogram of scores, and how hard a question was, with its uncertainty.

Counts and sums are exact fractions; only roots are floats. What is undefined is None.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor, sqrt
from statistics import NormalDist

FEW = 10  # under so many answers no index is shown
ROUGH = 30  # under so many an index is a rough guide
Z = NormalDist().inv_cdf(0.975)  # 1.96: two-sided 95 %


@dataclass(frozen=True)
class ScoreSummary:
    """The figures of one set of scores, in whatever unit the scores came."""

    n: int
    mean: Fraction | None
    median: Fraction | None
    q1: Fraction | None
    q3: Fraction | None
    sd: float | None


@dataclass(frozen=True)
class Interval:
    """A 95 % confidence interval."""

    low: float
    high: float


@dataclass(frozen=True)
class Facility:
    """The facility index of a question: the mean fraction of its points; high is easy."""

    n: int
    index: Fraction | None
    interval: Interval | None


def summarize(scores: Sequence[Fraction]) -> ScoreSummary:
    """All figures at once; of no scores everything but n is None."""
    return ScoreSummary(
        n=len(scores),
        mean=mean(scores),
        median=quantile(scores, Fraction(1, 2)),
        q1=quantile(scores, Fraction(1, 4)),
        q3=quantile(scores, Fraction(3, 4)),
        sd=standard_deviation(scores),
    )


def mean(scores: Sequence[Fraction]) -> Fraction | None:
    """The sum over n."""
    if not scores:
        return None
    return sum(scores, Fraction(0)) / len(scores)


def quantile(scores: Sequence[Fraction], share: Fraction) -> Fraction | None:
    """Linear between neighbors: with h = (n - 1) p, i its whole part and f the rest,
    x[i] + f (x[i + 1] - x[i]), counting from 0.

    Type 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The American
    Statistician 50 (1996), 361-365. `share` is from 0 to 1.
    """
    if not scores:
        return None
    ordered = sorted(scores)
    place = (len(ordered) - 1) * share
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def standard_deviation(scores: Sequence[Fraction]) -> float | None:
    """sqrt(sum (x - mean)^2 / (n - 1)); the variance is exact. None under two scores."""
    average = mean(scores)
    if average is None or len(scores) < 2:
        return None
    squares = sum(((score - average) ** 2 for score in scores), Fraction(0))
    return sqrt(squares / (len(scores) - 1))


def histogram(shares: Sequence[Fraction], steps: int) -> tuple[int, ...]:
    """How many `shares` (0 to 1) lie in each of `steps` equal steps; full scores stand apart.

    So there are steps + 1 counts: number k holds k / steps up to, but not with, (k + 1) / steps.
    """
    counts = Counter(floor(share * steps) for share in shares)
    return tuple(counts[step] for step in range(steps + 1))


def facility(marks: Mapping[Fraction, int]) -> Facility:
    """The facility index from `marks`, how often each fraction of the points was earned.

    Wilson's interval when all marks are whole, Student's t where some are partial. The latter is
    None when all marks are the same: they say nothing about how far others would lie apart.
    """
    n = sum(marks.values())
    if n == 0:
        return Facility(n=0, index=None, interval=None)
    index = sum((mark * times for mark, times in marks.items()), Fraction(0)) / n
    if marks.keys() <= {Fraction(0), Fraction(1)}:
        return Facility(n=n, index=index, interval=wilson_interval(index, n))
    squares = sum(((mark - index) ** 2 * times for mark, times in marks.items()), Fraction(0))
    return Facility(n=n, index=index, interval=t_interval(index, squares, n))


def wilson_interval(share: Fraction, n: int) -> Interval:
    """(p + z^2/2n +- z sqrt(p (1 - p) / n + z^2/4n^2)) / (1 + z^2/n), for a share p of n.

    Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
    American Statistical Association 22 (1927), 209-212.
    """
    p = float(share)
    center = p + Z**2 / (2 * n)
    half = Z * sqrt(p * (1 - p) / n + Z**2 / (4 * n**2))
    scale = 1 + Z**2 / n
    return Interval(low=max(0.0, (center - half) / scale), high=min(1.0, (center + half) / scale))


def t_interval(average: Fraction, squares: Fraction, n: int) -> Interval | None:
    """mean +- t(0.975, n - 1) s / sqrt(n), cut to 0 and 1; `squares` is the sum of (x - mean)^2.

    None under FEW answers, where the quantile below isn't good enough, and when all are the same.
    """
    if n < FEW or squares == 0:
        return None
    half = t_quantile(n - 1) * sqrt(squares / (n - 1) / n)
    return Interval(low=max(0.0, float(average) - half), high=min(1.0, float(average) + half))


def t_quantile(freedom: int) -> float:
    """The 0.975 quantile of Student's t, from 9 degrees of freedom on right to 4 decimals.

    The expansion in powers of 1 / freedom around the normal quantile: Abramowitz and Stegun,
    Handbook of Mathematical Functions (1964), 26.7.5.
    """
    terms = (
        Z,
        (Z**3 + Z) / 4,
        (5 * Z**5 + 16 * Z**3 + 3 * Z) / 96,
        (3 * Z**7 + 19 * Z**5 + 17 * Z**3 - 15 * Z) / 384,
        (79 * Z**9 + 776 * Z**7 + 1482 * Z**5 - 1920 * Z**3 - 945 * Z) / 92160,
    )
    return sum(term / float(freedom) ** power for power, term in enumerate(terms))
