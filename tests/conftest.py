"""A fresh site for every test that asks for one: real files, a real SQLite database, migrated."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade

from quizapp.app import create_app
from quizapp.config import Settings
from quizapp.extensions import db


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance folder with an empty database of the newest schema, made once and copied."""
    folder = tmp_path_factory.mktemp("migrated")
    app = create_app(Settings(instance=folder))
    with app.app_context():
        upgrade()
        db.engine.dispose()
    return folder


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    """An empty folder of banks."""
    folder = tmp_path / "questions"
    folder.mkdir()
    return folder


@pytest.fixture
def app(tmp_path: Path, migrated: Path, questions: Path) -> Iterator[Flask]:
    """A site of its own, inside its app context; forms need no token."""
    instance = tmp_path / "instance"
    shutil.copytree(migrated, instance)
    app = create_app(Settings(instance=instance, questions=questions))
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser that isn't signed in."""
    return app.test_client()
