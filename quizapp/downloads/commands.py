"""quizapp scores: export to standard output; summary and recompute are made in insights."""

import sys
from collections.abc import Iterator

import click

from quizapp.clock import utc_now
from quizapp.downloads import service
from quizapp.downloads.queries import Scope
from quizapp.downloads.service import Asker, Form
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.insights.commands import recompute, summary
from quizapp.insights.statistics import Which
from quizapp.quizzes.models import Quiz


@click.group()
def scores() -> None:
    """The scores of a quiz."""


scores.add_command(summary)
scores.add_command(recompute)


@scores.command("export")
@click.argument("quiz")
@click.option(
    "--attempts",
    type=click.Choice([which.value for which in Which]),
    default=Which.FIRST.value,
    show_default=True,
    help="Everybody's first attempt, all, or those that make the score.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Form]),
    default=Form.CSV.value,
    show_default=True,
    help="csv: a row an attempt. long-csv: a row an answer. figures: statistics of "
    "test, questions and options. codebook: what all columns mean. xlsx: all of these as sheets. "
    "json: everything, raw.",
)
@click.option("--hide-names", is_flag=True, help="Write Student 1, Student 2 in place of names.")
def export(quiz: str, attempts: str, form: str, hide_names: bool) -> None:
    """Write the submitted attempts at QUIZ to standard output, in points and not rounded.

    QUIZ is the id that quizapp quiz list shows. The score page covers the same attempts.
    """
    found = db.session.get(Quiz, quiz)
    if found is None or found.version == 0:
        raise NotFound(f"No published quiz has the id {quiz}. quizapp quiz list shows them all.")
    if Form(form) is Form.XLSX and sys.stdout.isatty():
        raise click.UsageError("An Excel file can't be shown here. Add: > scores.xlsx")
    scope = Scope(found.id, Which(attempts), hides_names=hide_names)
    pieces = service.export(scope, Form(form), Asker(None, utc_now()))
    _write(pieces)


def _write(pieces: Iterator[bytes]) -> None:
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()
