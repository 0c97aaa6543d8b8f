"""The Flask extensions, made here and bound in create_app(); and how a verb is one transaction."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar, TypeVarTuple

from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session
from sqlalchemy import Connection, CursorResult, Engine, MetaData
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.sql.selectable import TypedReturnsRows

from quizapp.tokens import Protection

Given = ParamSpec("Given")
Result = TypeVar("Result")
Columns = TypeVarTuple("Columns")


class Base(DeclarativeBase):
    """Names every constraint, so that migrations can change it on any database."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class OneDatabase(Session):
    """A session that doesn't look for the database of each statement: there is one."""

    def get_bind(
        self,
        mapper: object = None,
        clause: object = None,
        bind: Engine | Connection | None = None,
        **_others: object,
    ) -> Engine | Connection:
        """The engine, or what the caller has already."""
        return bind or self._db.engine


db = SQLAlchemy(
    model_class=Base, session_options={"class_": OneDatabase, "expire_on_commit": False}
)
if TYPE_CHECKING:  # Flask-SQLAlchemy makes the class of all models at run time
    Model = Base
else:
    Model = db.Model
migrate = Migrate()
csrf = Protection()

TRIES = 5


def transaction(verb: Callable[Given, Result]) -> Callable[Given, Result]:
    """Make a service's verb one write transaction: all or nothing, committed as its last step.

    The verb starts on a fresh transaction that already holds the right to write, so what it reads
    can't change before it commits; it runs again when the database asks for a retry.
    """

    @wraps(verb)
    def run(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        for remaining in reversed(range(TRIES)):
            db.session.rollback()
            try:
                db.session.connection(execution_options={"writes": True})
                result = verb(*args, **kwargs)
                db.session.commit()
                return result
            except DBAPIError as error:
                db.session.rollback()
                if not (remaining and may_retry(error)):
                    raise
            except BaseException:
                db.session.rollback()
                raise
        raise AssertionError("unreachable")

    return run


def find_rows(
    statement: TypedReturnsRows[*Columns], names: Mapping[str, object]
) -> CursorResult[*Columns]:
    """What a statement of plain columns finds, in the session's transaction.

    It goes past the session's own steps, which only objects need, and takes half the time.
    """
    db.session.flush()
    return db.session.connection().execute(statement, names)


def may_retry(error: DBAPIError) -> bool:
    """Serialization failure, deadlock, or a row that somebody else has just made; by SQLSTATE."""
    return getattr(error.orig, "sqlstate", None) in {"40001", "40P01", "23505"}


@contextmanager
def snapshot() -> Iterator[None]:
    """What is read inside is the database as it was at the first read; nobody waits for it."""
    db.session.rollback()
    if db.engine.name != "sqlite":  # where any transaction reads a snapshot
        db.session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    try:
        yield
    finally:
        db.session.rollback()
