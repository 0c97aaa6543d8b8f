"""`quizapp serve` as a person starts it: a process of its own, in a folder that has only banks."""

import os
import re
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parents[1]
QUIZAPP = Path(sys.executable).parent / "quizapp"


@dataclass
class Served:
    """A running server and what it said."""

    process: subprocess.Popen[str]
    said: str

    def link(self, path: str) -> str:
        """The address on the terminal whose path starts with `path`."""
        found = re.search(rf"http://\S+{path}\S*", self.said)
        assert found, self.said
        return found.group()

    def stop(self) -> int:
        """End it as a service manager does; its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=15)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the shipped banks and nothing else."""
    shutil.copytree(ROOT / "questions", tmp_path / "questions")
    return tmp_path


@contextmanager
def serve(folder: Path, **environment: str) -> Iterator[Served]:
    """`quizapp serve` in `folder`, once it has said where it is."""
    process = subprocess.Popen(
        [QUIZAPP, "serve", "--port", "0"],
        cwd=folder,
        env={**os.environ, **environment},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr
    said = ""
    for line in process.stderr:
        said += line
        if "Ctrl+C" in line:
            break
    try:
        yield Served(process, said)
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


def open_page(address: str) -> str:
    """The body of a page that answers 200."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with browser.open(address, timeout=10) as response:
        return str(response.read().decode())


def content_of(database: Path) -> list[str]:
    """Every statement that would rebuild the database."""
    with sqlite3.connect(database) as connection:
        return list(connection.iterdump())


def test_the_first_start_serves_the_shipped_bank(folder: Path) -> None:
    with serve(folder) as served:
        assert "Is this your course?" in open_page(served.link("/join/"))


def test_the_first_start_offers_the_administrator_a_link(folder: Path) -> None:
    with serve(folder) as served:
        assert "Set up this site" in open_page(served.link("/setup/"))


def test_the_first_start_makes_files_for_their_owner_alone(folder: Path) -> None:
    with serve(folder):
        modes = {
            path.name: stat.S_IMODE(path.stat().st_mode)
            for path in [folder / "instance", *(folder / "instance").iterdir()]
        }
    assert modes.pop("instance") == 0o700
    assert {mode & 0o077 for mode in modes.values()} == {0}, modes


def test_the_second_start_changes_nothing(folder: Path) -> None:
    database = folder / "instance" / "quizapp.sqlite3"
    with serve(folder) as served:
        served.stop()
    before = content_of(database)
    with serve(folder) as served:
        served.stop()
    assert content_of(database) == before


def test_a_broken_bank_is_named_and_does_not_stop_the_start(folder: Path) -> None:
    broken = folder / "questions" / "broken.md"
    broken.write_text("---\ntitle: Broken\n---\n\n## Which?\n\n- ( ) a) One\n- ( ) b) Two\n")
    with serve(folder) as served:
        assert "broken.md isn't published yet. broken.md can't be published: " in served.said
        assert "Is this your course?" in open_page(served.link("/join/"))


def test_an_empty_folder_of_questions_says_how_to_begin(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    with serve(tmp_path) as served:
        assert "Is this your course?" in open_page(served.link("/join/"))


def test_a_wrong_setting_stops_the_start_with_a_sentence(folder: Path) -> None:
    ended = subprocess.run(
        [QUIZAPP, "serve"],
        cwd=folder,
        env={**os.environ, "QUIZAPP_ZONE": "London"},
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith("quizapp: zone is 'London'")
    assert "Traceback" not in ended.stderr


def test_a_taken_port_stops_the_start_with_a_sentence(folder: Path) -> None:
    with serve(folder) as served:
        port = served.link("/join/").split(":")[2].split("/")[0]
        ended = subprocess.run(
            [QUIZAPP, "serve", "--port", port],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=30,
        )
    assert ended.returncode == 2
    assert "in use" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_told_to_stop_it_answers_what_has_arrived_and_ends_well(folder: Path) -> None:
    with serve(folder) as served:
        address = urlsplit(served.link("/join/"))
        browsers = [HTTPConnection(address.netloc, timeout=10) for _ in range(4)]
        for browser in browsers:
            browser.request("GET", address.path)
        status = served.stop()
        answers = [browser.getresponse().status for browser in browsers]
        for browser in browsers:
            browser.close()
    assert status == 0
    assert answers == [200] * 4


def test_it_serves_from_postgresql_unchanged(folder: Path, postgres_url: str) -> None:
    with serve(folder, QUIZAPP_DATABASE_URL=postgres_url) as served:
        assert "Is this your course?" in open_page(served.link("/join/"))
    assert not (folder / "instance" / "quizapp.sqlite3").exists()
