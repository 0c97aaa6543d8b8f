"""Cronbach's alpha and what follows from it against a case worked by hand."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

import pytest

from quizapp.insights.reliability import NO_RELIABILITY, Reliability, reliability

# Variances 1/3 each for three questions 1 1 0 0, 1 1 0 0 and 1 0 1 0; totals 3 2 1 0: 5/3.
FOUR = [(1, 1, 1), (1, 1, 0), (0, 0, 1), (0, 0, 0)]


def of_rows(rows: Sequence[Sequence[int]]) -> Reliability:
    totals = Counter(Fraction(sum(row)) for row in rows)
    return reliability(
        totals, [Counter(map(Fraction, column)) for column in zip(*rows, strict=True)]
    )


def test_alpha_of_the_hand_worked_case() -> None:
    # 3/2 (1 - 1 / (5/3)) = 3/5
    assert of_rows(FOUR).alpha == pytest.approx(0.6, abs=1e-12)


def test_standard_error_of_the_hand_worked_case() -> None:
    # sqrt(5/3 x 2/5) = sqrt(2/3)
    assert of_rows(FOUR).error == pytest.approx((2 / 3) ** 0.5, abs=1e-12)


def test_alpha_of_questions_that_agree_wholly_is_one() -> None:
    found = of_rows([(1, 1), (0, 0), (1, 1)])
    assert (found.alpha, found.interval, found.error) == (1, None, 0)


def test_alpha_may_lie_below_zero() -> None:
    assert (of_rows([(1, 0), (0, 1), (1, 1)]).alpha or 0) < 0


@pytest.mark.parametrize(
    "rows",
    [
        [(1,), (0,)],  # one question
        [(1, 0)],  # one student
        [(1, 0), (0, 1)],  # all scores the same
    ],
)
def test_alpha_is_undefined(rows: list[tuple[int, ...]]) -> None:
    assert of_rows(rows) == NO_RELIABILITY


def test_alpha_is_undefined_where_some_were_not_asked() -> None:
    totals = Counter({Fraction(2): 1, Fraction(1): 1})
    asked_of_one = Counter({Fraction(1): 1})
    assert reliability(totals, [totals, asked_of_one]) == NO_RELIABILITY
