"""Which attempts a file covers."""

from fractions import Fraction

import pytest

from quizapp.attempts.rules import AttemptScore
from quizapp.downloads.records import chosen
from quizapp.insights.statistics import Which
from quizapp.quizzes.rules import Counts

SCORES = [AttemptScore(Fraction(points), Fraction(3)) for points in (1, 3, 2)]


@pytest.mark.parametrize(
    ("counts", "places"),
    [
        (Counts.BEST, {1}),
        (Counts.LAST, {2}),
        (Counts.FIRST, {0}),
        (Counts.AVERAGE, {0, 1, 2}),
    ],
)
def test_counted_are_those_that_make_the_score(counts: Counts, places: set[int]) -> None:
    assert chosen(SCORES, counts, Which.COUNTED) == places


def test_first_and_all_are_what_they_say() -> None:
    assert chosen(SCORES, Counts.BEST, Which.FIRST) == {0}
    assert chosen(SCORES, Counts.BEST, Which.ALL) == {0, 1, 2}


@pytest.mark.parametrize("which", list(Which))
def test_of_nothing_nothing_is_chosen(which: Which) -> None:
    assert chosen([], Counts.BEST, which) == set()
