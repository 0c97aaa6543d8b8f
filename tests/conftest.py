"""A fresh site for every test that asks for one: real files and a real, migrated database."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings

from quizapp.app import create_app
from quizapp.config import Settings
from quizapp.extensions import db
from quizapp.schema import upgrade_schema
from tests import postgres

settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

_numbers = count(1)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance folder with an empty database of the newest schema, made once and copied."""
    folder = tmp_path_factory.mktemp("migrated")
    with serving(Settings(instance=folder)):
        upgrade_schema()
    return folder


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server."""
    programs = postgres.find_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
    with postgres.running_server(programs) as address:
        yield address


@pytest.fixture
def postgres_url(postgres_server: str) -> str:
    """An empty PostgreSQL database."""
    name = f"site{next(_numbers)}"
    with psycopg.connect(f"{postgres_server}postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return postgres_server + name


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    """An empty folder of banks."""
    folder = tmp_path / "questions"
    folder.mkdir()
    return folder


@pytest.fixture
def app(tmp_path: Path, migrated: Path, questions: Path) -> Iterator[Flask]:
    """A site of its own on SQLite, inside its app context; forms need no token."""
    instance = tmp_path / "instance"
    shutil.copytree(migrated, instance)
    with serving(Settings(instance=instance, questions=questions)) as app:
        yield app


@pytest.fixture(params=["sqlite", "postgresql"])
def any_app(request: pytest.FixtureRequest, tmp_path: Path, questions: Path) -> Iterator[Flask]:
    """A site on each database in turn, for what must hold on both."""
    url = "" if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    site = Settings(instance=tmp_path / "instance", questions=questions, database_url=url)
    with serving(site) as app:
        upgrade_schema()
        yield app


@contextmanager
def serving(site: Settings) -> Iterator[Flask]:
    """An app of `site` inside its app context; every connection is closed at the end."""
    app = create_app(site)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser that isn't signed in."""
    return app.test_client()
