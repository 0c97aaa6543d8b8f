"""The database's schema: bring it up to this version of quizapp, or say why that can't be."""

from alembic import command
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import OperationalError

from quizapp.errors import UserError
from quizapp.extensions import db, migrate


class UnknownSchema(UserError):
    """A newer quizapp made the database; this one must not touch it."""


class DatabaseUnreachable(UserError):
    """Nothing answers where the database should be."""


def upgrade_schema() -> None:
    """Run the migrations that the database lacks; none if it is up to date."""
    config = migrate.get_config()
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    unknown = set(_current_revisions()) - known
    if unknown:
        raise UnknownSchema(
            f"The database has schema {', '.join(sorted(unknown))}, which this version of quizapp "
            "doesn't know. Install the newer version that made it, or restore a backup."
        )
    command.upgrade(config, "head")


def _current_revisions() -> tuple[str, ...]:
    try:
        with db.engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_heads()
    except OperationalError as error:
        raise DatabaseUnreachable(f"The database doesn't answer: {error.orig}") from None
