"""Whether the questions measure one thing: Cronbach's alpha and the error of a score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from quizapp.insights.intervals import Interval, alpha_interval
from quizapp.insights.score_summary import variance

Counts = Mapping[Fraction, int]


@dataclass(frozen=True)
class Reliability:
    """None where it is undefined."""

    alpha: float | None
    interval: Interval | None
    error: float | None  # standard error of measurement, in points


NO_RELIABILITY = Reliability(None, None, None)


def reliability(totals: Counts, questions: Sequence[Counts]) -> Reliability:
    """From how often each score occurred, in points: of the whole, and of each question.

    alpha = k / (k - 1) (1 - sum of the questions' variances / variance of the whole): Cronbach,
    "Coefficient alpha and the internal structure of tests", Psychometrika 16 (1951), 297-334. The
    error is sd sqrt(1 - alpha): Lord and Novick, Statistical Theories of Mental Test Scores
    (1968), 3.8. None unless everybody was asked all of two or more questions, and scores differ.
    """
    n, k = sum(totals.values()), len(questions)
    whole = variance(totals)
    if k < 2 or not whole or any(sum(counts.values()) != n for counts in questions):
        return NO_RELIABILITY
    parts = sum((variance(counts) or Fraction(0) for counts in questions), Fraction(0))
    alpha = Fraction(k, k - 1) * (1 - parts / whole)
    error = sqrt(whole * (1 - alpha)) if alpha <= 1 else None
    return Reliability(float(alpha), alpha_interval(float(alpha), k, n), error)
