"""quizapp db: the database's schema."""

import click
from flask_migrate import upgrade as run_migrations


@click.group("db")
def database() -> None:
    """The database."""


@database.command()
def upgrade() -> None:
    """Bring the schema up to this version of quizapp (serve does it by itself)."""
    run_migrations()
    click.echo("The database is up to date.", err=True)
