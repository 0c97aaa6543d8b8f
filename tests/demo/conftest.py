"""A demo, made once for all tests that only look at it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from quizapp.clock import utc_now
from quizapp.config import Settings
from quizapp.demo.service import make_demo
from tests.conftest import serving

ZONE = "Europe/London"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Iterator[Flask]:
    """A site with nothing but the demo, inside its app context; not to be changed."""
    folder = tmp_path_factory.mktemp("demo")
    shutil.copytree(migrated, folder / "instance")
    with serving(Settings(instance=folder / "instance", questions=folder)) as app:
        make_demo("no password's hash", ZONE, utc_now())
        yield app
