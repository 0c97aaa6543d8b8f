"""Confidence intervals against hand-worked cases and tables."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.insights.intervals import (
    alpha_interval,
    fisher_interval,
    t_interval,
    t_quantile,
    wilson_interval,
)


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
    ("freedom", "tabled"),
    [(1, 12.7062), (2, 4.3027), (9, 2.2622), (19, 2.0930), (29, 2.0452), (99, 1.9842)],
)
def test_t_quantile_is_the_tabled_one(freedom: int, tabled: float) -> None:
    assert t_quantile(freedom) == pytest.approx(tabled, abs=6e-5)


def test_t_interval_of_the_hand_worked_case() -> None:
    # mean 0.6, squares 1.4, n = 10: sqrt(1.4 / 90) = 0.124722, t(0.975, 9) = 2.262157
    interval = t_interval(Fraction(3, 5), Fraction(7, 5), 10)
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx((0.317859, 0.882141), abs=5e-6)


def test_fishers_interval_of_the_hand_worked_case() -> None:
    # r = 0.5, n = 28: z = 0.549306, half 1.959964 / 5 = 0.391993, so tanh of 0.157313 and 0.941299
    interval = fisher_interval(0.5, 28)
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx((0.156028, 0.735818), abs=2e-6)


@pytest.mark.parametrize(("correlation", "n"), [(0.5, 3), (1.0, 50), (-1.0, 50)])
def test_fishers_interval_is_undefined_without_room(correlation: float, n: int) -> None:
    assert fisher_interval(correlation, n) is None


def test_bonetts_interval_of_the_hand_worked_case() -> None:
    # alpha = 0.8, k = 10, n = 52: half = 1.959964 sqrt(20 / (9 x 50)) = 0.413194;
    # 1 - 0.2 x 1.511638 and 1 - 0.2 x 0.661534
    interval = alpha_interval(0.8, 10, 52)
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx((0.697672, 0.867693), abs=2e-6)


@pytest.mark.parametrize(("alpha", "parts", "n"), [(0.8, 1, 50), (0.8, 10, 2), (1.0, 10, 50)])
def test_bonetts_interval_is_undefined_without_room(alpha: float, parts: int, n: int) -> None:
    assert alpha_interval(alpha, parts, n) is None
