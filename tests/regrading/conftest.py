"""A scene on SQLite, or on each database in turn."""

import pytest
from flask import Flask

from tests.regrading.builders import Scene, make_scene


@pytest.fixture
def scene(app: Flask) -> Scene:
    """A quiz with a wrong key, and nobody in it yet."""
    return make_scene()


@pytest.fixture
def any_scene(any_app: Flask) -> Scene:
    """The same on each database in turn."""
    return make_scene()
