"""Makes files of a quiz's scores, after attempts whose time ran out have been settled."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import chain
from tempfile import TemporaryFile

from quizapp.accounts.audit import Act, record_alone
from quizapp.downloads import queries
from quizapp.downloads.codebook import codebook_rows
from quizapp.downloads.figures import Summary, figure_rows
from quizapp.downloads.json_file import json_pieces
from quizapp.downloads.queries import Scope
from quizapp.downloads.records import question_ids
from quizapp.downloads.tables import LONG, long_rows, wide_header, wide_rows
from quizapp.downloads.workbook import ensure_writer, read_pieces, write_workbook
from quizapp.extensions import db
from quizapp.insights.service import read_statistics
from quizapp.insights.summary_file import to_json
from quizapp.quizzes.models import Quiz
from quizapp.spreadsheet import stream_csv


class Form(StrEnum):
    """What kind of file."""

    CSV = "csv"
    LONG_CSV = "long-csv"
    XLSX = "xlsx"
    JSON = "json"
    FIGURES = "figures"
    CODEBOOK = "codebook"

    @property
    def ending(self) -> str:
        """How the file's name ends."""
        return ENDINGS[self]

    @property
    def media_type(self) -> str:
        """What browsers are told it is."""
        return MEDIA_TYPES[self.ending.rpartition(".")[2]]


ENDINGS = {
    Form.CSV: "scores.csv",
    Form.LONG_CSV: "answers.csv",
    Form.XLSX: "scores.xlsx",
    Form.JSON: "scores.json",
    Form.FIGURES: "figures.csv",
    Form.CODEBOOK: "codebook.csv",
}
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


@dataclass(frozen=True)
class Asker:
    """Who takes a file away, and when; None: somebody at the terminal."""

    user_id: str | None
    now: datetime


def export(scope: Scope, form: Form, asker: Asker) -> Iterator[bytes]:
    """The file in pieces; leaves a row in the audit trail. Raises WithoutWriter."""
    if form is Form.XLSX:
        ensure_writer()
    detail = f"{form.ending}, attempts {scope.which}"
    record_alone(Act.EXPORT, f"quiz {scope.quiz_id}", asker.now, by=asker.user_id, detail=detail)
    summary = to_json(read_statistics(scope.quiz_id, asker.now, scope.which))
    return _pieces(scope, form, summary)


def _pieces(scope: Scope, form: Form, summary: Summary) -> Iterator[bytes]:
    questions = queries.list_questions(db.session.get_one(Quiz, scope.quiz_id))
    hides, ids = scope.hides_names, question_ids(questions)
    if form is Form.FIGURES:
        return stream_csv(figure_rows(summary))
    if form is Form.CODEBOOK:
        return stream_csv(codebook_rows(questions, hides_names=hides))
    attempts = queries.read_attempts(scope, with_times=form is not Form.CSV)
    if form is Form.CSV:
        return stream_csv(chain([wide_header(ids, hides_names=hides)], wide_rows(attempts, ids)))
    if form is Form.LONG_CSV:
        return stream_csv(chain([list(LONG)], long_rows(attempts)))
    if form is Form.JSON:
        return json_pieces(scope, questions, attempts, summary)
    file = TemporaryFile()  # noqa: SIM115 - read_pieces closes it
    write_workbook(file, questions, attempts, summary, hides_names=hides)
    file.seek(0)
    return read_pieces(file)
