"""quizapp demo: a course to look around in, made and taken away again."""

import secrets

import click
from flask import current_app

from quizapp.accounts.passwords import hash_password
from quizapp.administration.service import set_up_site
from quizapp.banks.library import Library
from quizapp.clock import utc_now
from quizapp.config import Settings
from quizapp.demo import bank_files, service


@click.command()
@click.option(
    "--banks",
    is_flag=True,
    help="Put the demo's three banks into the questions folder, too; also later.",
)
@click.option("--remove", is_flag=True, help="Take the demo away again, with everything in it.")
def demo(banks: bool, remove: bool) -> None:
    """Make a course with 120 simulated students and five quizzes, to look around in.

    Their answers follow a stated item-response model, and one question has a wrong key on purpose.
    Other courses aren't touched.
    """
    settings: Settings = current_app.config["SETTINGS"]
    if remove:
        _remove(settings)
        return
    if not banks:
        service.ensure_none()
    set_up_site(settings, utc_now())  # the first course is the site's own, and has its banks only
    if banks:
        bank_files.copy_to(Library(settings.questions))
        click.echo("The demo's three banks stand among the others.", err=True)
        if service.is_there():
            return
    click.echo("Making a course with 120 simulated students…", err=True)
    password = secrets.token_hex(6)
    made = service.make_demo(hash_password(password), settings.zone, utc_now())
    click.echo(_report(made, password), err=True)
    if not banks:
        click.echo("To edit its banks, too: quizapp demo --banks", err=True)


def _remove(settings: Settings) -> None:
    service.remove_demo()
    kept = bank_files.remove_from(Library(settings.questions))
    click.echo("The demo course is gone, with its people and their answers.", err=True)
    for name in kept:
        click.echo(f"{name}.md has been edited, so it stays.", err=True)


def _report(made: service.Demo, password: str) -> str:
    instructor, student = service.SIGN_INS
    lines = [
        f"{service.TITLE}: {made.students} students, {len(made.quizzes)} quizzes.",
        *(f"  {title}" for title in made.quizzes),
        f"Run quizapp serve, and sign in as {instructor} or as {student}; the password is",
        f"  {password}",
        "Question 3 of week 1 has a wrong key on purpose: its scores should give it away.",
        "To take all of it away again: quizapp demo --remove",
    ]
    return "\n".join(lines)
