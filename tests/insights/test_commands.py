"""quizapp quiz list."""

import json
from datetime import timedelta

from click.testing import CliRunner
from flask import Flask

from quizapp.clock import utc_now
from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.insights.commands import quiz
from quizapp.quizzes.composition import Selection
from tests.insights.builders import make_attempt, make_student, publish


def run(*words: str) -> str:
    result = CliRunner().invoke(quiz, ["list", *words])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_json_names_every_promised_field(course: Course) -> None:
    published = publish(course, {"cells": 1})
    make_attempt(published, make_student(course), 1)

    assert json.loads(run("--format", "json")) == [
        {
            "id": published.id,
            "title": "Week 3: Cells",
            "course": "Biology 101",
            "bank": "week-03",
            "status": "open",
            "submitted": 1,
        }
    ]


def test_status_follows_the_window(course: Course) -> None:
    hour = timedelta(hours=1)
    publish(course, {"cells": 1}, title="A", closes_at=utc_now() - hour)
    publish(course, {"cells": 1}, title="B", opens_at=utc_now() + hour)

    statuses = [entry["status"] for entry in json.loads(run("--format", "json"))]

    assert statuses == ["closed", "later"]


def test_without_quizzes_json_is_an_empty_array(app: Flask) -> None:
    assert json.loads(run("--format", "json")) == []


def test_text_has_a_line_a_quiz(course: Course) -> None:
    published = publish(course, {"cells": 1})

    assert run() == (
        f"{published.id}  Biology 101: Week 3: Cells  (week-03.md, open, 0 submitted)\n"
    )


def test_every_bank_of_a_quiz_is_named(course: Course) -> None:
    published = publish(course, {"cells": 1})
    published.selections = (Selection("week-03"), Selection("week-04"), Selection("week-03", "A"))
    db.session.commit()

    (entry,) = json.loads(run("--format", "json"))

    assert entry["bank"] == "week-03, week-04"
    assert "(week-03.md, week-04.md, open, 0 submitted)" in run()
