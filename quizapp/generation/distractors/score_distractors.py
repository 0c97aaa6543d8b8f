"""Other votes and scores: as many voters, or a game like it."""

from collections.abc import Iterator
from decimal import Decimal

from quizapp.generation.figures.scores import POINTS

_MANY = 25  # one in so many votes is moved at a time
_STEPS = (-3, -2, -1, 1, 2, 3)


def other_scores(winner: Decimal, loser: Decimal, unit: str) -> Iterator[tuple[Decimal, Decimal]]:
    """Both sides of each; whoever is ahead stays ahead."""
    if winner < loser:
        yield from ((behind, ahead) for ahead, behind in other_scores(loser, winner, unit))
        return
    shift = max(Decimal(1), (winner + loser) // _MANY)
    for times in _STEPS:
        ahead = winner + shift * times
        behind = loser + (shift * times if winner == loser else -shift * times)
        if unit == POINTS and winner != loser:
            behind = max(Decimal(0), min(loser + times % 2, ahead - 1))
        if (ahead > behind or winner == loser) and behind >= 0 and ahead > 0:
            yield ahead, behind
