"""A bar holds for the mean and for each article, and tells pass from miss."""

import pytest

from tests.generation.bars import BARS, Bar, Verdict, judge


def test_a_mean_at_the_bar_passes_and_one_below_misses() -> None:
    bar = Bar("recall", least=0.5)
    assert Verdict(bar, (0.4, 0.6)).passes
    assert not Verdict(bar, (0.4, 0.58)).passes


def test_one_article_below_its_bar_misses_whatever_the_mean() -> None:
    assert not Verdict(Bar("recall", least=0.5, each_least=0.42), (0.4, 0.9)).passes


def test_more_than_the_most_misses() -> None:
    assert Verdict(Bar("copied", most=0.4), (0.4,)).passes
    assert not Verdict(Bar("copied", most=0.4), (0.41,)).passes


def test_a_single_contradiction_misses() -> None:
    bar = next(bar for bar in BARS["light"] if bar.measure == "contradictions")
    assert Verdict(bar, (0, 0, 0)).passes
    assert not Verdict(bar, (0, 0, 1)).passes


def test_what_was_not_measured_does_not_pass() -> None:
    assert not Verdict(Bar("recall", least=0.5), (None, None)).passes


def test_articles_where_nothing_can_be_measured_are_left_out_of_the_mean() -> None:
    assert Verdict(Bar("recall"), (0.5, None)).mean == 0.5


@pytest.mark.parametrize("tier", BARS)
def test_every_bar_is_judged(tier: str) -> None:
    assert [verdict.bar for verdict in judge([{"items": 30}], tier)] == list(BARS[tier])
