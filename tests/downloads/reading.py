"""Downloads a file of a quiz and reads it back."""

import csv
import io

from flask.testing import FlaskClient

from quizapp.quizzes.models import Quiz


def file_of(
    browser: FlaskClient, quiz: Quiz, query: str = "", name: str = "scores.csv"
) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    response = browser.get(f"/teach/quizzes/{quiz.id}/{name}{query}")
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(response.data.decode("utf-8-sig"), newline="")))
