"""Points as people read them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.display import format_points


@pytest.mark.parametrize(
    ("points", "written"),
    [
        (Fraction(1), "1"),
        (Fraction(0), "0"),
        (Fraction(10), "10"),
        (Fraction(100), "100"),
        (Fraction(1, 2), "0.5"),
        (Fraction(4, 3), "1.33"),
        (Fraction(2, 3), "0.67"),
        (Fraction(1, 8), "0.13"),
        (Fraction(21, 2), "10.5"),
        (Fraction(1, 1000), "0"),
        (Fraction(-1, 1000), "0"),
        (Fraction(-3, 2), "-1.5"),
        (Fraction(999, 1000), "1"),
    ],
)
def test_points(points: Fraction, written: str) -> None:
    assert format_points(points) == written


@given(st.fractions(min_value=-1000, max_value=1000))
def test_points_are_never_off_by_more_than_half_a_hundredth(points: Fraction) -> None:
    assert abs(Fraction(format_points(points)) - points) <= Fraction(1, 200)
