"""quizapp quiz list and quizapp scores summary, recompute: for people and for tools."""

import json
import sys
from dataclasses import asdict

import click

from quizapp.clock import utc_now
from quizapp.errors import NotFound
from quizapp.extensions import db
from quizapp.insights import service
from quizapp.insights.quiz_list import QuizEntry, list_quizzes
from quizapp.insights.statistics import Which
from quizapp.insights.summary_file import to_json, to_lines
from quizapp.quizzes.models import Quiz

text_or_json = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)


@click.group()
def quiz() -> None:
    """The quizzes of this site."""


@quiz.command("list")
@text_or_json
def list_command(form: str) -> None:
    """List every quiz with its id, course, banks, status and how many people have submitted.

    The status is unpublished, later, open or closed.
    """
    quizzes = list_quizzes(utc_now())
    if form == "json":
        click.echo(json.dumps([asdict(entry) for entry in quizzes], ensure_ascii=False, indent=2))
        return
    for entry in quizzes:
        click.echo(_line(entry))
    if not quizzes:
        click.echo("No quizzes yet. Make one from a bank at /teach/banks/.", err=True)


def _line(entry: QuizEntry) -> str:
    banks = entry.bank.replace(", ", ".md, ") + ".md" if entry.bank else "no bank"
    return (
        f"{entry.id}  {entry.course}: {entry.title}  "
        f"({banks}, {entry.status}, {entry.submitted} submitted)"
    )


@click.command()
@click.argument("quiz")
@click.option(
    "--attempts",
    type=click.Choice([which.value for which in Which]),
    default=Which.FIRST.value,
    show_default=True,
    help="Everybody's first attempt, all, or those that make the score.",
)
@text_or_json
def summary(quiz: str, attempts: str, form: str) -> None:
    """Show how QUIZ and each of its questions went, as the scores page does.

    QUIZ is the id that quizapp quiz list shows. With json every figure stands there, however few
    the answers, and null where it is undefined.
    """
    _ensure_published(quiz)
    statistics = service.read_statistics(quiz, utc_now(), Which(attempts))
    if form == "json":
        click.echo(json.dumps(to_json(statistics), indent=2))
        return
    for line in to_lines(statistics):
        click.echo(line)


@click.command()
@click.argument("quiz")
def recompute(quiz: str) -> None:
    """Make the running sums behind the scores of QUIZ anew from its attempts.

    Says whether they agree with what was kept; if they didn't they do now, and the status is 1.
    """
    _ensure_published(quiz)
    found = service.recompute(quiz)
    if found.differing is None:
        click.echo(f"None were kept. Made {found.counts} counts.", err=True)
    elif not found.differing:
        click.echo(f"All {found.counts} counts agree.", err=True)
    else:
        click.echo(f"{found.differing} counts differed; they are right now.", err=True)
        sys.exit(1)


def _ensure_published(quiz_id: str) -> None:
    quiz = db.session.get(Quiz, quiz_id)
    if quiz is None or quiz.version == 0:
        message = f"No published quiz has the id {quiz_id}. quizapp quiz list shows them all."
        raise NotFound(message)
