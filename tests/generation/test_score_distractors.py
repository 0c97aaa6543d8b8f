"""Wrong votes have as many voters, wrong scores are those of a game like it."""

from decimal import Decimal

import pytest

from quizapp.generation.distractors.score_distractors import other_scores
from quizapp.generation.figures.scores import POINTS, VOTES


def pairs(winner: int, loser: int, unit: str) -> list[tuple[int, int]]:
    found = other_scores(Decimal(winner), Decimal(loser), unit)
    return [(int(ahead), int(behind)) for ahead, behind in found]


@pytest.mark.parametrize(("winner", "loser"), [(5, 2), (131, 98), (54, 46), (9, 0)])
def test_of_a_vote_as_many_take_part(winner: int, loser: int) -> None:
    found = pairs(winner, loser, VOTES)
    assert {ahead + behind for ahead, behind in found} == {winner + loser}
    assert all(ahead > behind for ahead, behind in found)


@pytest.mark.parametrize(("winner", "loser"), [(3, 1), (2, 0), (102, 98)])
def test_who_won_stays_ahead(winner: int, loser: int) -> None:
    found = pairs(winner, loser, POINTS)
    assert len(found) >= 3
    assert all(ahead > behind >= 0 for ahead, behind in found)


def test_who_lost_may_be_told_first() -> None:
    assert all(first < second for first, second in pairs(46, 54, VOTES))


def test_a_draw_stays_one() -> None:
    assert all(one == other for one, other in pairs(1, 1, POINTS))
