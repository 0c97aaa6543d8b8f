"""The scores of a quiz as a table for a spreadsheet: a row an attempt, a column a question."""

from collections.abc import Mapping
from datetime import UTC, datetime
from fractions import Fraction

from quizapp.insights.score_table import AttemptScore, QuizScores, list_rows
from quizapp.spreadsheet import Cell

COLUMNS = ("name", "login", "attempt", "submitted", "score", "possible", "unmarked")


def list_cells(
    scores: QuizScores, points: Mapping[str, Mapping[str, Fraction]]
) -> list[list[Cell]]:
    """Header and submitted attempts, in points and unrounded.

    `score` is what has been earned so far where `unmarked` points are still to be decided. A
    question that wasn't asked in an attempt, or isn't marked yet, is an empty cell.
    """
    ids = [question.id for question in scores.questions]
    attempts = [row.attempt for row in list_rows(scores, "name") if row.attempt]
    header: list[Cell] = [*COLUMNS, *map(_column, ids)]
    return [header] + [
        [*_about(attempt), *(points.get(attempt.id, {}).get(id) for id in ids)]
        for attempt in attempts
        if attempt.submitted_at is not None
    ]


def _column(question_id: str) -> str:
    """The question's id; no id has a colon, so no two columns share a name."""
    return f"question:{question_id}" if question_id in COLUMNS else question_id


def _about(attempt: AttemptScore) -> list[Cell]:
    return [
        attempt.person.name,
        attempt.person.login,
        attempt.number,
        _iso(attempt.submitted_at),
        attempt.earned,
        attempt.possible,
        attempt.unmarked,
    ]


def _iso(instant: datetime | None) -> str:
    if instant is None:
        return ""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
