"""The schema is brought up to date, and a newer one is left alone."""

import importlib
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask import Flask
from sqlalchemy import text

import quizapp
from quizapp.config import Settings
from quizapp.extensions import db
from quizapp.schema import DatabaseUnreachable, UnknownSchema, upgrade_schema
from tests.conftest import serving

PACKAGE = Path(quizapp.__file__).parent


@pytest.fixture(autouse=True)
def _all_models() -> None:
    """The models of every feature, whether or not a page of it is served already."""
    for module in PACKAGE.glob("*/models.py"):
        importlib.import_module(f"quizapp.{module.parent.name}.models")


def test_the_migrations_make_what_the_models_say(any_app: Flask) -> None:
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, db.metadata) == []


def test_a_database_that_is_up_to_date_is_left_as_it_is(app: Flask) -> None:
    upgrade_schema()
    with db.engine.connect() as connection:
        versions = connection.execute(text("SELECT version_num FROM alembic_version")).all()
    assert len(versions) == 1


def test_a_newer_schema_stops_the_start_with_advice(app: Flask) -> None:
    with db.engine.execution_options(writes=True).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(UnknownSchema, match="9999.*newer version"):
        upgrade_schema()


def test_a_database_that_does_not_answer_is_said_so(tmp_path: Path) -> None:
    nowhere = Settings(instance=tmp_path, database_url="postgresql://quiz@127.0.0.1:1/quiz")
    with serving(nowhere), pytest.raises(DatabaseUnreachable, match="doesn't answer"):
        upgrade_schema()
