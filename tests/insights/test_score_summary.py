"""The figures of a score summary against hand-worked cases and the standard library."""

import statistics
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.insights.score_summary import (
    histogram,
    kurtosis,
    mean,
    quantile,
    skewness,
    standard_deviation,
    summarize,
)

HALF = Fraction(1, 2)
SCORES = st.lists(st.fractions(0, 20, max_denominator=1000), min_size=2, max_size=60)


def counted(*values: float | str) -> Counter[Fraction]:
    return Counter(Fraction(str(value)) for value in values)


# Worked by hand: 2 4 4 4 5 5 7 9 has the sum 40, squares from the mean 9 1 1 1 0 0 4 16 = 32.
EIGHT = counted(9, 2, 5, 4, 4, 7, 5, 4)


def test_mean_of_the_hand_worked_scores() -> None:
    assert mean(EIGHT) == 5


def test_median_lies_between_the_two_in_the_middle() -> None:
    assert quantile(EIGHT, HALF) == Fraction(9, 2)


def test_quartiles_lie_between_neighbors() -> None:
    # h = 7 / 4 = 1.75 and 5.25: 4 + 0.75 (4 - 4), and 5 + 0.25 (7 - 5)
    summary = summarize(EIGHT)
    assert (summary.q1, summary.q3) == (4, Fraction(11, 2))


def test_standard_deviation_divides_by_one_less() -> None:
    assert standard_deviation(EIGHT) == pytest.approx((32 / 7) ** 0.5, abs=1e-12)


def test_no_scores_have_no_figures() -> None:
    summary = summarize({})
    assert list(vars(summary).values()) == [0] + [None] * 7


def test_one_score_is_its_own_mean_and_median_without_spread() -> None:
    summary = summarize(counted(3))
    assert (summary.mean, summary.median, summary.sd) == (3, 3, None)


@given(SCORES)
def test_mean_and_median_are_exactly_those_of_the_standard_library(scores: list[Fraction]) -> None:
    assert (mean(Counter(scores)), quantile(Counter(scores), HALF)) == (
        statistics.mean(scores),
        statistics.median(scores),
    )


@given(SCORES)
def test_quartiles_are_exactly_those_of_the_standard_library(scores: list[Fraction]) -> None:
    summary = summarize(Counter(scores))
    low, _, high = statistics.quantiles(scores, n=4, method="inclusive")
    assert (summary.q1, summary.q3) == (low, high)


@given(SCORES)
def test_standard_deviation_is_that_of_the_standard_library(scores: list[Fraction]) -> None:
    assert standard_deviation(Counter(scores)) == pytest.approx(
        statistics.stdev(scores), rel=1e-9, abs=1e-12
    )


def test_a_score_on_an_edge_counts_in_the_bar_it_opens() -> None:
    assert histogram(counted("0.1", "0.199", "0.2"), 10)[:4] == (0, 2, 1, 0)


def test_full_scores_have_a_bar_of_their_own() -> None:
    assert histogram(counted("0.99", 1, 1), 10)[9:] == (1, 2)


@given(st.lists(st.fractions(0, 1)), st.integers(1, 12))
def test_every_score_is_in_one_bar(shares: list[Fraction], steps: int) -> None:
    counts = histogram(Counter(shares), steps)
    assert (len(counts), sum(counts)) == (steps + 1, len(shares))


def test_skewness_of_the_hand_worked_scores() -> None:
    # cubes 64 - 27 - 1 - 1 - 1 + 8 = 42, m3 = 5.25, m2 = 4: g1 = 5.25 / 8 = 0.65625,
    # G1 = sqrt(8 x 7) / 6 x 0.65625 = 0.818488
    assert skewness(EIGHT) == pytest.approx(0.818488, abs=5e-7)


def test_kurtosis_of_the_hand_worked_scores() -> None:
    # fourth powers 256 + 81 + 1 + 1 + 1 + 16 = 356, m4 = 44.5: g2 = 44.5 / 16 - 3 = -0.21875,
    # G2 = 7 / (6 x 5) x (9 x -0.21875 + 6) = 0.940625
    assert kurtosis(EIGHT) == pytest.approx(0.940625, abs=1e-12)


@pytest.mark.parametrize("scores", [(3, 4), (3, 3, 3)])
def test_too_few_or_equal_scores_have_no_skewness(scores: tuple[float, ...]) -> None:
    assert skewness(counted(*scores)) is None


@pytest.mark.parametrize("scores", [(3, 4, 5), (3, 3, 3, 3)])
def test_too_few_or_equal_scores_have_no_kurtosis(scores: tuple[float, ...]) -> None:
    assert kurtosis(counted(*scores)) is None
