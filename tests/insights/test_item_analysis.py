"""Figures of a question against cases worked by hand."""

from fractions import Fraction

import pytest

from quizapp.insights.intervals import wilson_interval
from quizapp.insights.item_analysis import analyze, facility
from tests.insights.matrix import marks_of, tally_rows

HALF = Fraction(1, 2)

# Four people, three questions for a point each. The rest of the quiz for q0: 2, 1, 1, 0.
# q0 is 1 1 0 0: mean 1/2, squares 1. Rest: mean 1, squares 1 + 0 + 0 + 1 = 2.
# Products 1/2 x 1 + 1/2 x 0 - 1/2 x 0 - 1/2 x -1 = 1: r = 1 / sqrt(1 x 2).
FOUR = [(1, 1, 1), (1, 1, 0), (0, 0, 1), (0, 0, 0)]
ONES = (1, 1, 1)


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


def test_discrimination_is_the_correlation_with_the_rest() -> None:
    figures = analyze(marks_of(tally_rows(FOUR, ONES)))
    assert figures.discrimination == pytest.approx(0.5**0.5, abs=1e-12)


def test_discrimination_of_a_question_that_follows_the_rest_exactly_is_one() -> None:
    figures = analyze(marks_of(tally_rows([(1, 1), (1, 1), (0, 0)], (1, 1))))
    assert figures.discrimination == 1


def test_discrimination_below_zero() -> None:
    figures = analyze(marks_of(tally_rows([(0, 1), (0, 1), (1, 0)], (1, 1))))
    assert figures.discrimination == -1


def test_standard_deviation_is_of_the_fraction_of_the_points() -> None:
    # 2 of 2 and 0 of 2 points: fractions 1 and 0, squares 1/2, n - 1 = 1
    figures = analyze(marks_of(tally_rows([(2, 1), (0, 0)], (2, 1))))
    assert figures.sd == pytest.approx(0.5**0.5)


def test_efficiency_compares_with_both_in_order() -> None:
    # q0 1 0 1 0 and rest 2 2 1 0: mean 1/2 and 5/4. Products sum to 3 - 4 x 5/8 = 1/2.
    # In order 0 0 1 1 and 0 1 2 2: 4 - 5/2 = 3/2. So 1/3.
    rows = [(1, 1, 1), (0, 1, 1), (1, 1, 0), (0, 0, 0)]
    assert analyze(marks_of(tally_rows(rows, ONES))).efficiency == pytest.approx(1 / 3)


def test_a_question_that_divides_as_well_as_it_can_is_wholly_efficient() -> None:
    assert analyze(marks_of(tally_rows(FOUR, ONES))).efficiency == 1


def test_effective_weights_of_all_questions_add_up_to_one() -> None:
    tally = tally_rows([(2, 0, 1), (1, 1, 0), (0, 1, 1), (2, 1, 1)], (2, 1, 1))
    weights = [analyze(marks_of(tally, f"q{at}")).weight for at in range(3)]
    assert sum(weight or 0 for weight in weights) == pytest.approx(1, abs=1e-12)


def test_effective_weight_is_the_share_of_the_covariance() -> None:
    # totals 3 2 1 0: squares 5; q0 1 1 0 0 with it: 1/2 (3/2 + 1/2 + 1/2 + 3/2) = 2
    assert analyze(marks_of(tally_rows(FOUR, ONES))).weight == pytest.approx(2 / 5)


@pytest.mark.parametrize(
    "rows",
    [
        [(1, 1)],  # one student
        [(1, 1), (1, 0), (1, 1)],  # everybody got it
        [(0, 1), (0, 0), (0, 1)],  # nobody did
        [(1, 1), (0, 1), (1, 1)],  # the rest is the same for all
    ],
)
def test_without_variance_there_is_no_discrimination(rows: list[tuple[float, ...]]) -> None:
    figures = analyze(marks_of(tally_rows(rows, (1, 1))))
    assert (figures.discrimination, figures.discrimination_interval, figures.efficiency) == (
        None,
        None,
        None,
    )


def test_a_question_alone_in_its_quiz_has_no_discrimination() -> None:
    assert analyze(marks_of(tally_rows([(1,), (0,)], (1,)))).discrimination is None


def test_a_question_for_no_points_has_no_figures() -> None:
    figures = analyze(marks_of(tally_rows([(0, 1), (0, 0)], (0, 1))))
    assert (figures.facility.index, figures.discrimination) == (None, None)


def test_attempts_worth_differently_compare_by_shares() -> None:
    # The rest is worth 1 in half of the attempts and 4 in the others; as shares it is 1 0 1 0.
    tally = tally_rows([(1, 1), (0, 0)], (1, 1))
    for key, sums in tally_rows([(1, 4), (0, 0)], (1, 4)).items():
        tally[key] = sums
    assert analyze(marks_of(tally)).discrimination == 1
