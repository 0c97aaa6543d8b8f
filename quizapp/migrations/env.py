"""Runs the migrations of this folder on the site's database, in one transaction."""

from alembic import context
from flask import current_app
from sqlalchemy import Connection, Engine, text

ONE_AT_A_TIME = 7_141_503  # PostgreSQL's advisory lock: several processes may start at once


def run(connection: Connection) -> None:
    """Upgrade over `connection`."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})"))
    extension = current_app.extensions["migrate"]
    context.configure(
        connection=connection,
        target_metadata=extension.db.metadata,
        **extension.configure_args,
    )
    with context.begin_transaction():
        context.run_migrations()


engine: Engine = current_app.extensions["migrate"].db.engine
with engine.connect().execution_options(writes=True) as writing, writing.begin():
    run(writing)
