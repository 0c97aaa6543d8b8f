"""quizapp quiz list: the quizzes of the site, for people and for tools."""

import json
from dataclasses import asdict

import click

from quizapp.clock import utc_now
from quizapp.insights.quiz_list import QuizEntry, list_quizzes


@click.group()
def quiz() -> None:
    """The quizzes of this site."""


@quiz.command("list")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def list_command(form: str) -> None:
    """List every quiz with its course, bank, status and how many people have submitted."""
    quizzes = list_quizzes(utc_now())
    if form == "json":
        click.echo(json.dumps([asdict(entry) for entry in quizzes], ensure_ascii=False, indent=2))
        return
    for entry in quizzes:
        click.echo(_line(entry))
    if not quizzes:
        click.echo("No quizzes yet. Make one from a bank at /teach/banks/.", err=True)


def _line(entry: QuizEntry) -> str:
    return (
        f"{entry.id}  {entry.course}: {entry.title}  "
        f"({entry.bank}.md, {entry.status}, {entry.submitted} submitted)"
    )
