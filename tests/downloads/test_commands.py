"""quizapp scores export."""

import csv
import io
import json

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from quizapp.accounts.models import AuditEvent
from quizapp.courses.models import Course
from quizapp.downloads.commands import scores
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz
from tests.insights.builders import make_attempt, make_student


def export(*words: str) -> bytes:
    result = CliRunner().invoke(scores, ["export", *words])
    if result.exception:
        raise result.exception
    assert result.stderr == ""
    return result.stdout_bytes


@pytest.fixture
def taken(course: Course, quiz: Quiz) -> Quiz:
    """A quiz that one student took twice."""
    student = make_student(course, "Ada Obi", login="ada")
    make_attempt(quiz, student, 0, 1)
    make_attempt(quiz, student, 1, 2, number=2)
    return quiz


def test_long_form_has_the_promised_columns(taken: Quiz) -> None:
    content = export(taken.id, "--attempts", "all", "--format", "long-csv").decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(content))
    assert ",".join(header) == "attempt,student,question,answer,fraction,points,max_points,seconds"
    assert len(rows) == 4


@pytest.mark.parametrize("attempts", ["first", "all", "counted"])
def test_command_and_page_give_the_same_file(
    taken: Quiz, staff: FlaskClient, attempts: str
) -> None:
    page = staff.get(f"/teach/quizzes/{taken.id}/scores.csv?attempts={attempts}").data
    assert export(taken.id, "--attempts", attempts) == page


def test_names_can_be_hidden(taken: Quiz) -> None:
    (row,) = json.loads(export(taken.id, "--format", "json", "--hide-names"))["rows"]
    assert row["student"] == "Student 1"


def test_a_workbook_goes_to_standard_output(taken: Quiz) -> None:
    assert export(taken.id, "--format", "xlsx").startswith(b"PK")


def test_the_codebook_is_a_file_of_its_own(taken: Quiz) -> None:
    assert b"osmosis" in export(taken.id, "--format", "codebook")


def test_an_unknown_quiz_is_said(course: Course) -> None:
    with pytest.raises(NotFound, match="quizapp quiz list"):
        export("nothing")


def test_each_export_leaves_a_row_in_the_audit_trail(taken: Quiz) -> None:
    export(taken.id, "--format", "json")
    row = db.session.query(AuditEvent).one()
    assert (row.act, row.detail, row.network) == (
        "export",
        "scores.json, attempts first",
        "terminal",
    )
