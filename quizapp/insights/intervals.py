"""95 % confidence intervals: how far so few answers may lead astray. What is undefined is None."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import atanh, exp, lgamma, log, log1p, pi, sqrt, tanh
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)  # 1.96: two-sided 95 %
CLOSE = 1e-15
MANY = 1_000  # degrees of freedom


@dataclass(frozen=True)
class Interval:
    """A 95 % confidence interval."""

    low: float
    high: float


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

    None when all are the same: they say nothing about how far others would lie apart.
    """
    if n < 2 or squares == 0:
        return None
    half = t_quantile(n - 1) * sqrt(squares / (n - 1) / n)
    return Interval(low=max(0.0, float(average) - half), high=min(1.0, float(average) + half))


def fisher_interval(correlation: float, n: int) -> Interval | None:
    """tanh(atanh(r) +- z / sqrt(n - 3)); None under four pairs or if r is 1 or -1.

    Fisher, "On the probable error of a coefficient of correlation deduced from a small sample",
    Metron 1 (1921), 3-32.
    """
    if n < 4 or abs(correlation) >= 1:
        return None
    middle, half = atanh(correlation), Z / sqrt(n - 3)
    return Interval(low=tanh(middle - half), high=tanh(middle + half))


def alpha_interval(alpha: float, parts: int, n: int) -> Interval | None:
    """1 - exp(ln(1 - alpha) +- z sqrt(2k / ((k - 1)(n - 2)))) for k parts and n people.

    Bonett, "Sample size requirements for testing and estimating coefficient alpha", Journal of
    Educational and Behavioral Statistics 27 (2002), 335-340.
    """
    if n < 3 or parts < 2 or alpha >= 1:
        return None
    half = Z * sqrt(2 * parts / ((parts - 1) * (n - 2)))
    return Interval(low=1 - (1 - alpha) * exp(half), high=1 - (1 - alpha) * exp(-half))


@lru_cache(4096)
def t_quantile(freedom: int) -> float:
    """The 0.975 quantile of Student's t, for 1 degree of freedom and more.

    Begins with the expansion around the normal quantile (Abramowitz and Stegun, Handbook of
    Mathematical Functions, 1964, 26.7.5), which is all that many degrees need, and mends it by
    Newton's method on the logarithm of the tail, so nearly straight that few steps do.
    """
    t = _expanded(freedom)
    if freedom > MANY:
        return t
    for _ in range(50):
        tail = _tail(t, freedom)
        step = tail * log(tail / 0.025) / _density(t, freedom)
        t += step
        if abs(step) <= CLOSE * t:
            break
    return t


def _expanded(freedom: int) -> float:
    terms = (
        Z,
        (Z**3 + Z) / 4,
        (5 * Z**5 + 16 * Z**3 + 3 * Z) / 96,
        (3 * Z**7 + 19 * Z**5 + 17 * Z**3 - 15 * Z) / 384,
        (79 * Z**9 + 776 * Z**7 + 1482 * Z**5 - 1920 * Z**3 - 945 * Z) / 92160,
    )
    return sum(term / float(freedom) ** power for power, term in enumerate(terms))


def _density(t: float, freedom: int) -> float:
    """Student's density (26.7.1 there)."""
    scale = lgamma((freedom + 1) / 2) - lgamma(freedom / 2) - log(freedom * pi) / 2
    return exp(scale - (freedom + 1) / 2 * log1p(t * t / freedom))


def _tail(t: float, freedom: int) -> float:
    """The share above t: half the incomplete beta function I_x(f / 2, 1 / 2), x = f / (f + t^2).

    By the continued fraction 26.5.8 there, in the form that converges for x or for 1 - x.
    """
    x = freedom / (freedom + t * t)
    a, b = freedom / 2, 0.5
    if x < (a + 1) / (a + b + 2):
        return _beta_part(x, a, b) / 2
    return (1 - _beta_part(t * t / (freedom + t * t), b, a)) / 2


def _beta_part(x: float, a: float, b: float) -> float:
    """I_x(a, b) by Lentz's method for continued fractions."""
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    fraction, c, d = 1.0, 1.0, 0.0
    for step in range(1, 500):
        m = step // 2
        if step == 1:
            term = 1.0
        elif step % 2:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        else:
            term = -(a + m - 1) * (a + b + m - 1) * x / ((a + 2 * m - 2) * (a + 2 * m - 1))
        d = 1 / (1 + term * d)
        c = 1 + term / c
        fraction *= c * d
        if step > 1 and abs(c * d - 1) < CLOSE:
            break
    return front * (fraction - 1)
