"""Options and groups against cases worked by hand."""

import pytest

from quizapp.insights.item_analysis import add_up
from quizapp.insights.option_analysis import (
    ChoiceFigures,
    GroupCounts,
    Groups,
    analyze_choices,
    count_answers,
    cut_groups,
)
from tests.insights.matrix import choices_of, marks_of, scores_of, tally_rows

# Ten people with 0 to 4 of four points, two each. 27 % of ten is 2.7, so that ties make four:
# those with 3 and 4 points (75 and 100 %), and those with 0 and 1 (0 and 25 %).
TEN = [row for row in [(0, 0), (0, 1), (1, 1), (1, 2), (1, 3)] for _ in range(2)]
LETTERS = [[letter, ""] for letter in "ccbcaaaaab"]


def figures() -> dict[str, ChoiceFigures]:
    tally = tally_rows(TEN, (1, 3), LETTERS)
    groups = cut_groups(scores_of(tally))
    return analyze_choices(choices_of(tally), add_up(marks_of(tally)), groups)


def test_groups_are_cut_at_a_score() -> None:
    assert cut_groups(scores_of(tally_rows(TEN, (1, 3)))) == Groups(low=25, high=75)


def test_equal_scores_make_no_groups() -> None:
    assert cut_groups(scores_of(tally_rows([(1, 1)] * 12, (1, 3)))) is None


def test_nobody_makes_no_groups() -> None:
    assert cut_groups({}) is None


def test_groups_count_everybody_asked() -> None:
    tally = tally_rows(TEN, (1, 3))
    assert count_answers(marks_of(tally), Groups(25, 75)) == GroupCounts(10, upper=4, lower=4)


def test_an_option_is_counted_in_all_and_in_both_groups() -> None:
    assert [figures()[letter].counts for letter in "abc"] == [
        GroupCounts(5, upper=3, lower=0),
        GroupCounts(2, upper=1, lower=1),
        GroupCounts(3, upper=0, lower=3),
    ]


def test_without_groups_only_all_are_counted() -> None:
    assert count_answers(marks_of(tally_rows(TEN, (1, 3))), None) == GroupCounts(10)


def test_point_biserial_of_the_hand_worked_case() -> None:
    # rest 0 0 1 1 1 1 2 2 3 3: mean 1.4, squares 30 - 19.6 = 10.4. Those who chose c: 0 0 1, sum 1.
    # Products 1 - 3 x 1.4 = -3.2, squares of c 3 - 9 / 10 = 2.1: -3.2 / sqrt(2.1 x 10.4)
    expected = -3.2 / (2.1 * 10.4) ** 0.5
    assert figures()["c"].point_biserial == pytest.approx(expected, abs=1e-12)


def test_an_option_that_all_chose_has_no_point_biserial() -> None:
    tally = tally_rows(TEN, (1, 3), [["a", ""]] * 10)
    found = analyze_choices(choices_of(tally), add_up(marks_of(tally)), None)
    assert found["a"].point_biserial is None
