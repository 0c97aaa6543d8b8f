"""How well each question works: hard or easy, and whether it tells strong students from weak.

From counts of answers by what they earned and by the score of their attempts; sums are whole
numbers and what follows is exact, but for roots. What is undefined is None. In what follows x is
what an answer earned, as a share of the question's points, and r what the rest of the same attempt
earned, as a share of the rest of the points; so attempts that drew other questions compare.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm, sqrt

from quizapp.attempts.tallies import MarkKey, Sums
from quizapp.insights.intervals import Interval, fisher_interval, t_interval, wilson_interval

Marks = Mapping[MarkKey, Sums]  # of one question; the pool plays no part


@dataclass(frozen=True)
class Facility:
    """The facility index of a question: the mean fraction of its points; high is easy."""

    n: int
    index: Fraction | None
    interval: Interval | None


@dataclass(frozen=True)
class ItemFigures:
    """What can be said about one question."""

    facility: Facility
    sd: float | None  # of x
    discrimination: float | None
    discrimination_interval: Interval | None
    efficiency: float | None
    weight: float | None


@dataclass(frozen=True)
class Joint:
    """Sums over answers: of x, of r, of their squares and their product."""

    n: int
    x: Fraction
    xx: Fraction
    r: Fraction
    rr: Fraction
    xr: Fraction

    @property
    def x_squares(self) -> Fraction:
        """sum (x - mean)^2."""
        return self.xx - self.x**2 / self.n

    @property
    def r_squares(self) -> Fraction:
        """sum (r - mean)^2."""
        return self.rr - self.r**2 / self.n

    @property
    def products(self) -> Fraction:
        """sum (x - mean x) (r - mean r)."""
        return self.xr - self.x * self.r / self.n


def analyze(marks: Marks) -> ItemFigures:
    """All figures of a question at once."""
    joint = add_up(marks)
    index = correlation(joint)
    return ItemFigures(
        facility=facility(shares(marks)),
        sd=sqrt(joint.x_squares / (joint.n - 1)) if joint.n > 1 else None,
        discrimination=index,
        discrimination_interval=None if index is None else fisher_interval(index, joint.n),
        efficiency=efficiency(marks, joint),
        weight=effective_weight(marks),
    )


def shares(marks: Marks) -> Counter[Fraction]:
    """How often each fraction of the points was earned; a question for no points has none."""
    times: Counter[tuple[int, int]] = Counter()
    for key, sums in marks.items():
        times[key.earned, key.points] += sums.n
    found: Counter[Fraction] = Counter()
    for (earned, points), n in times.items():
        if points:
            found[Fraction(earned, points)] += n
    return found


def facility(counts: Mapping[Fraction, int]) -> Facility:
    """The facility index from how often each fraction of the points was earned.

    Wilson's interval when all marks are whole, Student's t where some are partial.
    """
    n = sum(counts.values())
    if n == 0:
        return Facility(n=0, index=None, interval=None)
    index = sum((mark * times for mark, times in counts.items()), Fraction(0)) / n
    if counts.keys() <= {Fraction(0), Fraction(1)}:
        return Facility(n=n, index=index, interval=wilson_interval(index, n))
    squares = sum(((mark - index) ** 2 * times for mark, times in counts.items()), Fraction(0))
    return Facility(n=n, index=index, interval=t_interval(index, squares, n))


def add_up(marks: Marks) -> Joint:
    """The sums, at first in whole millionths for all attempts of the same make."""
    by_worth: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0] * 6)
    for key, sums in marks.items():
        found = by_worth[key.points, key.possible]
        for at, value in enumerate(_powers(key.earned, sums)):
            found[at] += value
    total = [Fraction(0)] * 6
    for (points, possible), found in by_worth.items():
        x, r = scale(points), scale(possible - points)
        for at, factor in enumerate((Fraction(1), x, x * x, r, r * r, x * r)):
            total[at] += found[at] * factor
    return Joint(int(total[0]), *total[1:])


def _powers(earned: int, sums: Sums) -> tuple[int, ...]:
    return (
        sums.n,
        earned * sums.n,
        earned * earned * sums.n,
        sums.rest,
        sums.squares,
        earned * sums.rest,
    )


def scale(points: int) -> Fraction:
    """What makes millionths a share of `points`; of none there is no share."""
    return Fraction(1, points) if points > 0 else Fraction(0)


def correlation(joint: Joint) -> float | None:
    """The discrimination index: Pearson's correlation of x with r, the rest of the quiz.

    With the question itself left out of the score, as Henrysson, "Correction of item-total
    correlations in item analysis", Psychometrika 28 (1963), 211-218. None if either is the same
    for all.
    """
    if joint.n < 2 or joint.x_squares == 0 or joint.r_squares == 0:
        return None
    return _root(joint.products, joint.x_squares * joint.r_squares)


def _root(products: Fraction, squares: Fraction) -> float:
    """products / sqrt(squares); exactly 1 or -1 where it is."""
    size = sqrt(products**2 / squares)
    return size if products >= 0 else -size


def efficiency(marks: Marks, joint: Joint) -> float | None:
    """The covariance of x and r over the largest that their values allow: with both in order.

    As Moodle's discriminative efficiency (docs.moodle.org, "Quiz statistics calculations"). Exact
    as long as scores lie a hundredth of the whole apart; closer ones stand with their mean. None
    if either is the same for all.
    """
    if joint.n < 2 or joint.x_squares == 0 or joint.r_squares == 0:
        return None
    x_unit = lcm(*(key.points for key in marks if key.points))
    r_unit = lcm(*(key.possible - key.points for key in marks if key.possible > key.points))
    x: Counter[int] = Counter()
    r = []
    for key, sums in marks.items():
        if sums.n:
            x[key.earned * _times(x_unit, key.points)] += sums.n
            r.append((sums.rest * _times(r_unit, key.possible - key.points), sums.n))
    r.sort(key=lambda pair: pair[0] / pair[1])
    paired = _paired(sorted(x.items()), r) / (x_unit * r_unit)
    largest = paired - joint.x * joint.r / joint.n
    return float(joint.products / largest) if largest else None


def _times(unit: int, points: int) -> int:
    return unit // points if points > 0 else 0


def _paired(x: Sequence[tuple[int, int]], r: Sequence[tuple[int, int]]) -> Fraction:
    """The sum of products, place by place, of values x and how often each occurs with values of
    which only the sums over some of them are known; both in order.
    """
    total, at, left = Fraction(0), 0, r[0][1]
    for value, times in x:
        whole, part = 0, Fraction(0)
        while times:
            rest, n = r[at]
            step = min(times, left)
            if step == n:
                whole += rest
            else:
                part += Fraction(step * rest, n)
            times, left = times - step, left - step
            if left == 0 and at + 1 < len(r):
                at += 1
                left = r[at][1]
        total += value * (whole + part)
    return total


def effective_weight(marks: Marks) -> float | None:
    """cov(x, t) / var t, where t is the whole score: the share of its spread that comes from here.

    Over all questions that everybody was asked the weights add up to 1. Wang and Stanley,
    "Differential weighting: A review of methods and empirical studies", Review of Educational
    Research 40 (1970), 663-705. Both as shares of the attempt's points. None if all scores are
    the same.
    """
    n, x, t, tt, xt = 0, Fraction(0), Fraction(0), Fraction(0), Fraction(0)
    for possible, found in _by_possible(marks).items():
        unit = scale(possible)
        count, earned, squares, rest, rest_squares, product = found
        n += count
        x += earned * unit
        t += (earned + rest) * unit
        tt += (squares + 2 * product + rest_squares) * unit**2
        xt += (squares + product) * unit**2
    spread = tt - t**2 / n if n else Fraction(0)
    return float((xt - x * t / n) / spread) if spread else None


def _by_possible(marks: Marks) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(lambda: [0] * 6)
    for key, sums in marks.items():
        sums_here = found[key.possible]
        for at, value in enumerate(_powers(key.earned, sums)):
            sums_here[at] += value
    return found
