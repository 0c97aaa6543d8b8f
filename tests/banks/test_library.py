"""The folder of banks: what is loaded, when it is read again, and how it is saved."""

import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from quizapp.banks import library as library_module
from quizapp.banks.library import (
    BankChanged,
    BankNotFound,
    FolderMissing,
    Library,
    NotSaved,
    check,
)

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


def test_saved_text_is_loaded(folder: Path) -> None:
    library = Library(folder)
    digest = library.load("planets").digest
    saved = library.save("planets", TEXT.replace("title: T", "title: Ø\r"), digest)
    assert saved.bank.title == "Ø"
    assert (folder / "planets.md").read_bytes() == saved.text.encode()


def test_new_bank_is_saved_where_none_was(folder: Path) -> None:
    assert Library(folder).save("moons", TEXT, "").is_clean
    with pytest.raises(BankChanged, match="already"):
        Library(folder).save("moons", TEXT, "")


def test_file_that_changed_meanwhile_is_kept(folder: Path) -> None:
    library = Library(folder)
    digest = library.load("planets").digest
    (folder / "planets.md").write_text("other")
    with pytest.raises(BankChanged, match="has changed"):
        library.save("planets", TEXT, digest)
    assert (folder / "planets.md").read_text() == "other"


def test_file_that_went_away_meanwhile_is_not_made_anew(folder: Path) -> None:
    library = Library(folder)
    digest = library.load("planets").digest
    (folder / "planets.md").unlink()
    with pytest.raises(BankChanged):
        library.save("planets", TEXT, digest)
    assert not (folder / "planets.md").exists()


def test_mode_is_kept(folder: Path) -> None:
    (folder / "planets.md").chmod(0o640)
    library = Library(folder)
    library.save("planets", TEXT + "\n", library.load("planets").digest)
    assert stat.S_IMODE((folder / "planets.md").stat().st_mode) == 0o640


def test_link_is_not_written_through(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    target = tmp_path_factory.mktemp("else") / "target.md"
    target.write_text("mine")
    (folder / "link.md").symlink_to(target)
    with pytest.raises(NotSaved):
        Library(folder).save("link", TEXT, "")
    assert target.read_text() == "mine"


def test_text_with_half_a_character_is_refused(folder: Path) -> None:
    with pytest.raises(NotSaved, match="half a character"):
        Library(folder).save("moons", "\ud800", "")


def test_of_two_savers_one_wins(folder: Path) -> None:
    digest = Library(folder).load("planets").digest
    outcomes: list[str] = []

    def save(number: int) -> None:
        try:
            Library(folder).save("planets", TEXT.replace("title: T", f"title: T{number}"), digest)
            outcomes.append("saved")
        except BankChanged:
            outcomes.append("changed")

    threads = [threading.Thread(target=save, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["changed"] * 7 + ["saved"]


SAVER = """
import sys
from pathlib import Path
from quizapp.banks.library import Library
library = Library(Path(sys.argv[1]))
digest = library.load("planets").digest
print("ready", flush=True)
for number in range(1_000_000):
    text = "---\\ntitle: T\\n---\\n" + f"{number}\\n" * 40_000
    digest = library.save("planets", text, digest).digest
"""


def test_file_is_never_half_when_the_saver_is_killed(folder: Path) -> None:
    for round_ in range(6):
        command = [sys.executable, "-c", SAVER, str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.02 * round_)
            process.send_signal(signal.SIGKILL)
        text = (folder / "planets.md").read_text()
        lines = set(text.split("\n")[3:-1])
        assert text == TEXT or (len(lines) == 1 and text.count("\n") == 40_003)


def test_file_stays_when_the_disk_is_full(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library(folder)
    digest = library.load("planets").digest

    def fsync(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(NotSaved, match="No space left"):
        library.save("planets", TEXT + "\n", digest)
    assert [path.name for path in folder.iterdir()] == ["planets.md"]
    assert (folder / "planets.md").read_text() == TEXT


def test_unsaved_text_is_checked_as_a_file_would_be() -> None:
    found = check(QUOTING, "planets", {"notes": "Rings of dust."})
    assert [problem.code for problem in found.problems] == ["evidence-not-found"]
