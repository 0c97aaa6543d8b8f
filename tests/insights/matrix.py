"""Attempts as a table of points, a row an attempt; and the counts that follow from them."""

from collections.abc import Sequence

from quizapp.attempts.tallies import (
    BLANK,
    ChoiceKey,
    CountedAnswer,
    CountedAttempt,
    MarkKey,
    ScoreKey,
    Sums,
    Tally,
    count,
)
from quizapp.columns import MILLION

Rows = Sequence[Sequence[float]]


def tally_rows(rows: Rows, points: Sequence[float], choices: Sequence[Sequence[str]] = ()) -> Tally:
    """Questions are called q0, q1, and so on; `choices` are what each row chose, if it matters."""
    tally: Tally = {}
    for number, row in enumerate(rows):
        chosen = choices[number] if choices else [BLANK] * len(row)
        answers = [
            CountedAnswer(f"q{at}", _m(points[at]), _m(earned), (chosen[at],), (), None)
            for at, earned in enumerate(row)
        ]
        earned = sum(answer.earned for answer in answers)
        possible = sum(map(_m, points))
        count(tally, CountedAttempt(possible, earned, 60, answers), pool=3)
    return tally


def marks_of(tally: Tally, question_id: str = "q0") -> dict[MarkKey, Sums]:
    return {
        key: sums
        for key, sums in tally.items()
        if isinstance(key, MarkKey) and key.question_id == question_id
    }


def choices_of(tally: Tally, question_id: str = "q0") -> dict[ChoiceKey, Sums]:
    return {
        key: sums
        for key, sums in tally.items()
        if isinstance(key, ChoiceKey) and key.question_id == question_id
    }


def scores_of(tally: Tally) -> dict[ScoreKey, int]:
    return {key: sums.n for key, sums in tally.items() if isinstance(key, ScoreKey)}


def _m(points: float) -> int:
    return round(points * MILLION)
