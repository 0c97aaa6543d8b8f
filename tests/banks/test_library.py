"""The folder of banks: what is loaded, and when it is read again."""

import os
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.banks import library as library_module
from quizapp.banks.library import (
    BankNotFound,
    FolderMissing,
    Library,
    check,
)
from quizapp.banks.saving import NotSaved
from quizapp.clock import utc_now

TEXT = "---\ntitle: T\n---\n\n## A\n`id: a`\n\n- (x) a) Yes\n- ( ) b) No\n- ( ) c) Perhaps\n"
QUOTING = TEXT.replace("title: T", "title: T\nsources: {notes: {file: sources/n.md}}") + (
    '\n> **Source notes:** "of ice"\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one bank."""
    (tmp_path / "planets.md").write_text(TEXT)
    return tmp_path


def test_names_are_those_of_bank_files(folder: Path) -> None:
    for name in ("README.md", "Moons.md", "notes.txt", ".hidden.md", "a b.md", "stars-2.md"):
        (folder / name).write_text(TEXT)
    assert Library(folder).names() == ("planets", "stars-2")


def test_misnamed_files_are_problems_and_the_readme_is_none(folder: Path) -> None:
    for name in ("README.md", "Moons.md", "a b.md", f"{'x' * 65}.md", "stars.MD"):
        (folder / name).write_text(TEXT)
    misnamed = Library(folder).misnamed()
    assert [found.file for found in misnamed] == [
        "Moons.md",
        "a b.md",
        "stars.MD",
        f"{'x' * 65}.md",
    ]
    assert {found.problem.code for found in misnamed} == {"bank-name"}


def test_loaded_bank_has_text_and_digest(folder: Path) -> None:
    loaded = Library(folder).load("planets")
    assert loaded.text == TEXT
    assert len(loaded.digest) == 64
    assert loaded.is_clean


def test_problems_of_structure_and_style_are_sorted_by_line(folder: Path) -> None:
    more = "\n## B\n`id: b`\n\n- (x) a) Yes\n- ( ) b) No\n\n## C\n\nnothing\n"
    (folder / "planets.md").write_text(TEXT + more)
    found = [(problem.line, problem.code) for problem in Library(folder).load("planets").problems]
    assert found == [(12, "few-options"), (18, "no-answer"), (18, "no-id")]


def test_draft_is_not_clean(folder: Path) -> None:
    (folder / "planets.md").write_text(TEXT.replace("title: T", "title: T\nstatus: draft"))
    loaded = Library(folder).load("planets")
    assert (loaded.is_draft, loaded.has_errors, loaded.is_clean) == (True, False, False)


def test_unchanged_file_is_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library(folder)
    monkeypatch.setattr(library_module, "utc_now", lambda: utc_now() + timedelta(seconds=3))
    first = library.load("planets")
    monkeypatch.delattr(library_module, "read_file")
    assert library.load("planets") is first


def test_touched_file_is_read_but_not_parsed_again(folder: Path) -> None:
    library = Library(folder)
    first = library.load("planets")
    os.utime(folder / "planets.md", ns=(1, 1))
    assert library.load("planets") is first


def test_changed_file_is_parsed_again(folder: Path) -> None:
    library = Library(folder)
    library.load("planets")
    (folder / "planets.md").write_text(TEXT.replace("title: T", "title: Planets"))
    assert library.load("planets").bank.title == "Planets"


def test_changed_source_is_checked_again(folder: Path) -> None:
    library = Library(folder)
    (folder / "sources").mkdir()
    (folder / "planets.md").write_text(QUOTING)
    assert [problem.code for problem in library.load("planets").problems] == ["source-missing"]
    (folder / "sources" / "n.md").write_text("Rings of ice.")
    assert library.load("planets").problems == ()
    (folder / "sources" / "n.md").write_text("Rings of dust.")
    assert [problem.code for problem in library.load("planets").problems] == ["evidence-not-found"]


def test_question_without_its_evidence_is_not_in_the_bank(folder: Path) -> None:
    (folder / "sources").mkdir()
    (folder / "sources" / "n.md").write_text("Rings of dust.")
    (folder / "planets.md").write_text(QUOTING)
    assert Library(folder).load("planets").bank.questions == ()


def test_bank_that_went_away_is_not_found(folder: Path) -> None:
    library = Library(folder)
    library.load_all()
    (folder / "planets.md").unlink()
    assert library.load_all() == ()
    with pytest.raises(BankNotFound):
        library.load("planets")


def test_banks_may_go_away_under_many_readers(tmp_path: Path) -> None:
    library = Library(tmp_path)
    turn = threading.Barrier(5, timeout=10)

    def read_all(_reader: int) -> None:
        for _ in range(40):
            turn.wait()
            library.load_all()

    with often_switching(), ThreadPoolExecutor(4) as pool:
        reading = pool.map(read_all, range(4))
        for _ in range(40):
            paths = [tmp_path / f"bank-{number}.md" for number in range(50)]
            for path in paths:
                path.write_text("---\ntitle: T\n---\n")
            library.load_all()
            for path in paths:
                path.unlink()
            turn.wait()
        assert list(reading) == [None] * 4


@contextmanager
def often_switching() -> Iterator[None]:
    """Threads take turns every microsecond meanwhile."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        yield
    finally:
        sys.setswitchinterval(interval)


@pytest.mark.parametrize(
    "name",
    ["", "..", "../planets", "planets/..", "%2e%2e", "a\0b", "/etc/passwd", "Planets", "x" * 65],
)
def test_name_that_is_none_is_not_found(folder: Path, name: str) -> None:
    with pytest.raises(BankNotFound):
        Library(folder).load(name)
    with pytest.raises(NotSaved):
        Library(folder).save(name, TEXT, "")


def test_missing_folder_is_said_so(tmp_path: Path) -> None:
    library = Library(tmp_path / "none")
    for work in (library.names, library.load_all, lambda: library.load("planets")):
        with pytest.raises(FolderMissing, match="QUIZAPP_QUESTIONS"):
            work()


def test_link_pipe_and_folder_are_refused(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("else") / "secret.md"
    secret.write_text(TEXT)
    (folder / "link.md").symlink_to(secret)
    (folder / "folder.md").mkdir()
    os.mkfifo(folder / "pipe.md")
    for name in ("link", "folder", "pipe"):
        loaded = Library(folder).load(name)
        assert (loaded.bank, loaded.text) == (None, "")
        assert [problem.code for problem in loaded.problems] == ["unreadable-file"]


def test_file_over_the_limit_is_refused(folder: Path) -> None:
    with (folder / "planets.md").open("r+b") as stream:
        stream.truncate(8 * 1024 * 1024 + 1)
    (problem,) = Library(folder).load("planets").problems
    assert "8 MB" in problem.message


def test_source_behind_a_link_is_not_read(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("else")
    (elsewhere / "n.md").write_text("Rings of ice.")
    (folder / "sources").symlink_to(elsewhere)
    (folder / "planets.md").write_text(QUOTING)
    assert [p.code for p in Library(folder).load("planets").problems] == ["source-missing"]


def test_unsaved_text_is_checked_as_a_file_would_be() -> None:
    found = check(QUOTING, "planets", {"notes": "Rings of dust."})
    assert [problem.code for problem in found.problems] == ["evidence-not-found"]
