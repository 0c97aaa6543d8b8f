"""quizapp generate, as it is called in a shell."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.banks.library import Library
from tests.generation.proposing import TEXT

ROOT = Path(__file__).parents[2]
CALL = "from quizapp.cli import main; main()"


def run(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-c", CALL, "generate", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input=given,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "questions").mkdir()
    (tmp_path / "bridge.txt").write_text(TEXT)
    return tmp_path


def test_the_draft_and_its_source_lie_among_the_banks(folder: Path) -> None:
    done = run(folder, "bridge.txt", "--light")
    assert done.returncode == 0, done.stderr
    loaded = Library(folder / "questions").load("a-bridge-without-cars")
    assert loaded.is_draft
    assert not loaded.has_errors
    assert loaded.bank is not None
    (source,) = loaded.bank.sources
    text = (folder / "questions" / source.file).read_bytes()
    assert source.sha256 == hashlib.sha256(text).hexdigest()


def test_an_article_may_come_from_standard_input(folder: Path) -> None:
    done = run(folder, "-", "--light", "-o", "questions/new.md", given=TEXT.encode())
    assert done.returncode == 0, done.stderr
    assert (folder / "questions" / "new.md").exists()


def test_explain_says_why_each_one_was_dropped(folder: Path) -> None:
    done = run(folder, "bridge.txt", "--light", "--count", "1", "--explain")
    assert "not-among-the-best" in done.stdout


def test_nothing_is_overwritten(folder: Path) -> None:
    taken = folder / "questions" / "bridge.md"
    taken.write_text("mine")
    done = run(folder, "bridge.txt", "-o", "questions/bridge.md")
    assert (done.returncode, taken.read_text()) == (2, "mine")
    assert "already" in done.stderr
    assert not (folder / "questions" / "sources").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("missing.txt",), 2, "No such file"),
        (("questions",), 2, "directory"),
        (("empty.txt",), 1, "no text"),
        (("bridge.txt", "--types", "riddle"), 2, "riddle is no question type"),
        (("bridge.txt", "--count", "0"), 2, "--count"),
        (("bridge.txt", "-o", "bank.txt"), 2, "must end with .md"),
        (("bridge.txt", "-o", "nowhere/bank.md"), 2, "no folder nowhere"),
        (("bridge.txt", "-o", "questions/My Bank.md"), 2, "isn't a bank's name"),
        (("bridge.txt", "--types", "essay"), 1, "No question of the types essay"),
    ],
)
def test_what_can_not_be_done_is_said_in_a_sentence(
    folder: Path, arguments: tuple[str, ...], status: int, words: str
) -> None:
    (folder / "empty.txt").write_text("")
    done = run(folder, *arguments)
    assert done.returncode == status
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((folder / "questions").iterdir())
