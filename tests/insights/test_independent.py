"""Every figure from the counts against lists and an independent package, SciPy, to 1e-9."""

import math
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from quizapp.attempts.tallies import Sums
from quizapp.insights.intervals import fisher_interval, t_quantile, wilson_interval
from quizapp.insights.item_analysis import add_up, analyze
from quizapp.insights.option_analysis import analyze_choices
from quizapp.insights.reliability import reliability
from quizapp.insights.score_summary import summarize
from tests.insights.matrix import choices_of, marks_of, tally_rows

POINTS = (1, 2, 1, 5)
MARKS = [st.sampled_from([0, points / 2, points]) for points in POINTS]
ROWS = st.lists(st.tuples(*MARKS), min_size=4, max_size=40)
SCORES = st.lists(st.integers(0, 40), min_size=4, max_size=60)
Rows = list[tuple[float, ...]]


def close(found: float | None, expected: float) -> bool:
    """Equal, or both undefined."""
    if found is None or math.isnan(expected):
        return found is None and math.isnan(expected)
    return found == pytest.approx(expected, rel=1e-9, abs=1e-9)


def differ(values: Sequence[float]) -> bool:
    return len(set(values)) > 1


def of_first(rows: Rows) -> tuple[list[float], list[float]]:
    """What the first question earned, and the rest."""
    return [row[0] for row in rows], [sum(row[1:]) for row in rows]


@given(SCORES)
def test_shape_of_the_scores(scores: list[int]) -> None:
    found = summarize(Counter(map(Fraction, scores)))
    spread = differ(scores)
    assert close(found.sd, float(np.std(scores, ddof=1)))
    assert close(found.skewness, float(stats.skew(scores, bias=False)) if spread else math.nan)
    assert close(found.kurtosis, float(stats.kurtosis(scores, bias=False)) if spread else math.nan)


@given(SCORES)
def test_quartiles(scores: list[int]) -> None:
    found = summarize(Counter(map(Fraction, scores)))
    expected = np.quantile(scores, [0.25, 0.5, 0.75], method="linear")
    assert [float(value or 0) for value in (found.q1, found.median, found.q3)] == pytest.approx(
        list(expected), abs=1e-9
    )


@given(ROWS)
def test_discrimination_and_its_interval(rows: Rows) -> None:
    mine, rest = of_first(rows)
    found = analyze(marks_of(tally_rows(rows, POINTS)))
    if not (differ(mine) and differ(rest)):
        assert found.discrimination is None
        return
    expected = stats.pearsonr(mine, rest)
    assert close(found.discrimination, float(expected.statistic))
    if found.discrimination_interval and abs(expected.statistic) < 1 - 1e-9:
        interval = expected.confidence_interval(0.95)
        assert close(found.discrimination_interval.low, float(interval.low))
        assert close(found.discrimination_interval.high, float(interval.high))


@given(ROWS)
def test_efficiency(rows: Rows) -> None:
    mine, rest = of_first(rows)
    found = analyze(marks_of(tally_rows(rows, POINTS))).efficiency
    if not (differ(mine) and differ(rest)):
        assert found is None
        return
    largest = np.cov(sorted(mine), sorted(rest))[0, 1]
    assert close(found, float(np.cov(mine, rest)[0, 1] / largest))


@given(ROWS)
def test_facility_interval_of_partial_marks(rows: Rows) -> None:
    shares = [row[0] for row in rows]
    found = analyze(marks_of(tally_rows(rows, POINTS))).facility
    assert close(float(found.index or 0), float(np.mean(shares)))
    if found.interval and 0.5 in shares:
        expected = stats.ttest_1samp(shares, 0).confidence_interval(0.95)
        assert close(found.interval.low, max(0.0, float(expected.low)))
        assert close(found.interval.high, min(1.0, float(expected.high)))


@given(ROWS)
def test_alpha_and_weights(rows: Rows) -> None:
    table, tally = np.array(rows), tally_rows(rows, POINTS)
    totals = table.sum(axis=1)
    exact = [[Fraction(str(value)) for value in row] for row in rows]
    found = reliability(
        Counter(sum(row, Fraction(0)) for row in exact),
        [Counter(column) for column in zip(*exact, strict=True)],
    )
    if not differ(list(totals)):
        assert found.alpha is None
        return
    whole = totals.var(ddof=1)
    assert close(found.alpha, float(4 / 3 * (1 - table.var(axis=0, ddof=1).sum() / whole)))
    weights = [analyze(marks_of(tally, f"q{at}")).weight for at in range(4)]
    expected = [float(np.cov(table[:, at], totals)[0, 1] / whole) for at in range(4)]
    assert all(close(weight, value) for weight, value in zip(weights, expected, strict=True))


@given(ROWS, st.data())
def test_point_biserial(rows: Rows, data: st.DataObject) -> None:
    letters = data.draw(st.lists(st.sampled_from("abc"), min_size=len(rows), max_size=len(rows)))
    tally = tally_rows(rows, POINTS, [[letter, "", "", ""] for letter in letters])
    found = analyze_choices(choices_of(tally), add_up(marks_of(tally)), None)
    _, rest = of_first(rows)
    for letter in set(letters):
        chosen = [each == letter for each in letters]
        if differ(chosen) and differ(rest):
            expected = float(stats.pointbiserialr(chosen, rest).statistic)
            assert close(found[letter].point_biserial, expected)
        else:
            assert found[letter].point_biserial is None


@given(st.integers(1, 300), st.data())
def test_wilson_interval(n: int, data: st.DataObject) -> None:
    right = data.draw(st.integers(0, n))
    found = wilson_interval(Fraction(right, n), n)
    expected = stats.binomtest(right, n).proportion_ci(0.95, method="wilson")
    assert close(found.low, float(expected.low)) and close(found.high, float(expected.high))


@pytest.mark.parametrize("freedom", [1, 2, 3, 9, 40, 250, 999, 1_001, 20_000, 1_000_000])
def test_t_quantile(freedom: int) -> None:
    assert close(t_quantile(freedom), float(stats.t.ppf(0.975, freedom)))


@given(st.floats(-0.99, 0.99), st.integers(4, 500))
def test_fisher_interval(correlation: float, n: int) -> None:
    found = fisher_interval(correlation, n)
    half = stats.norm.ppf(0.975) / math.sqrt(n - 3)
    assert found is not None
    assert close(found.low, math.tanh(math.atanh(correlation) - half))


@settings(max_examples=20)
@given(ROWS, ROWS)
def test_counts_of_two_groups_add_up_to_those_of_both(one: Rows, other: Rows) -> None:
    added = tally_rows(one, POINTS)
    for key, sums in tally_rows(other, POINTS).items():
        added[key] = added.get(key, Sums()).plus(sums)
    assert added == tally_rows([*one, *other], POINTS)
