"""The figures of a score summary against hand-worked cases and the standard library."""

import statistics
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.insights.score_summary import (
    facility,
    histogram,
    mean,
    quantile,
    standard_deviation,
    summarize,
    t_quantile,
    wilson_interval,
)

HALF = Fraction(1, 2)
SCORES = st.lists(st.fractions(0, 20, max_denominator=1000), min_size=2, max_size=60)


def fractions(*values: float | str) -> list[Fraction]:
    return [Fraction(str(value)) for value in values]


# Worked by hand: 2 4 4 4 5 5 7 9 has the sum 40, squares from the mean 9 1 1 1 0 0 4 16 = 32.
EIGHT = fractions(9, 2, 5, 4, 4, 7, 5, 4)


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
    summary = summarize([])
    assert (summary.n, summary.mean, summary.median, summary.q1, summary.q3, summary.sd) == (
        (0,) + (None,) * 5
    )


def test_one_score_is_its_own_mean_and_median_without_spread() -> None:
    summary = summarize(fractions(3))
    assert (summary.mean, summary.median, summary.sd) == (3, 3, None)


@given(SCORES)
def test_mean_and_median_are_exactly_those_of_the_standard_library(scores: list[Fraction]) -> None:
    assert (mean(scores), quantile(scores, HALF)) == (
        statistics.mean(scores),
        statistics.median(scores),
    )


@given(SCORES)
def test_quartiles_are_exactly_those_of_the_standard_library(scores: list[Fraction]) -> None:
    summary = summarize(scores)
    low, _, high = statistics.quantiles(scores, n=4, method="inclusive")
    assert (summary.q1, summary.q3) == (low, high)


@given(SCORES)
def test_standard_deviation_is_that_of_the_standard_library(scores: list[Fraction]) -> None:
    assert standard_deviation(scores) == pytest.approx(
        statistics.stdev(scores), rel=1e-9, abs=1e-12
    )


def test_a_score_on_an_edge_counts_in_the_bar_it_opens() -> None:
    assert histogram(fractions("0.1", "0.199", "0.2"), 10)[:4] == (0, 2, 1, 0)


def test_full_scores_have_a_bar_of_their_own() -> None:
    assert histogram(fractions("0.99", 1, 1), 10)[9:] == (1, 2)


@given(st.lists(st.fractions(0, 1)), st.integers(1, 12))
def test_every_score_is_in_one_bar(shares: list[Fraction], steps: int) -> None:
    counts = histogram(shares, steps)
    assert (len(counts), sum(counts)) == (steps + 1, len(shares))


def test_wilson_interval_of_the_textbook_case() -> None:
    # 15 of 50. By hand: z^2 = 3.841459, center (0.3 + 0.038415) / 1.076829 = 0.314269,
    # half 1.959964 sqrt(0.0042 + 0.000384) / 1.076829 = 0.123232
    interval = wilson_interval(Fraction(3, 10), 50)
    assert (interval.low, interval.high) == pytest.approx((0.191037, 0.437500), abs=5e-6)


def test_nobody_right_leaves_room_above_zero() -> None:
    # (z^2 / n) / (1 + z^2 / n) with n = 10
    interval = wilson_interval(Fraction(0), 10)
    assert (interval.low, interval.high) == pytest.approx((0, 0.277533), abs=1e-6)


@given(st.integers(1, 500), st.data())
def test_wilson_interval_holds_the_share(n: int, data: st.DataObject) -> None:
    share = Fraction(data.draw(st.integers(0, n)), n)
    interval = wilson_interval(share, n)
    assert 0 <= interval.low <= share + 1e-9 and share - 1e-9 <= interval.high <= 1


@pytest.mark.parametrize(
    ("freedom", "tabled"), [(9, 2.2622), (10, 2.2281), (19, 2.0930), (29, 2.0452), (99, 1.9842)]
)
def test_t_quantile_is_the_tabled_one(freedom: int, tabled: float) -> None:
    assert t_quantile(freedom) == pytest.approx(tabled, abs=6e-5)


def test_facility_is_the_mean_fraction() -> None:
    # 4 x 1, 4 x 1/2, 2 x 0: 6 of 10
    assert facility({Fraction(1): 4, HALF: 4, Fraction(0): 2}).index == Fraction(3, 5)


def test_partial_marks_get_a_t_interval() -> None:
    # squares 4 x 0.16 + 4 x 0.01 + 2 x 0.36 = 1.4; s / sqrt(n) = sqrt(1.4 / 90) = 0.124722;
    # t(0.975, 9) = 2.262157, so 0.6 -+ 0.282141
    interval = facility({Fraction(1): 4, HALF: 4, Fraction(0): 2}).interval
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx((0.317859, 0.882141), abs=5e-6)


def test_whole_marks_get_wilsons_interval() -> None:
    assert facility({Fraction(1): 15, Fraction(0): 35}).interval == wilson_interval(
        Fraction(3, 10), 50
    )


def test_a_t_interval_stays_between_zero_and_one() -> None:
    interval = facility({Fraction(1): 9, HALF: 1}).interval
    assert interval is not None and interval.high == 1


def test_equal_partial_marks_have_no_interval() -> None:
    assert facility({HALF: 40}).interval is None


def test_no_answers_have_no_facility() -> None:
    assert facility({}).index is None
