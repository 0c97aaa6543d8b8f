"""quizapp db: the database's schema."""

import click

from quizapp.schema import upgrade_schema


@click.group("db")
def database() -> None:
    """The database."""


@database.command()
def upgrade() -> None:
    """Bring the schema up to this version of quizapp (serve does it by itself)."""
    upgrade_schema()
    click.echo("The database is up to date.", err=True)
