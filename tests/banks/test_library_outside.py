"""Files that other programs change while the server runs are seen at once."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.banks.library import BankNotFound, Library

OLD = "---\ntitle: Saturn\nsources: {notes: {file: n.md}}\n---\n"
NEW = OLD.replace("Saturn", "Uranus")  # of the same size
Change = Callable[[Path], None]


def edit(path: Path) -> None:
    """As an editor that writes into the file."""
    path.write_text(NEW)


def replace(path: Path) -> None:
    """As an editor that writes a new file and moves it there."""
    new = path.with_name("new.tmp")
    new.write_text(NEW)
    new.replace(path)


def edit_in_secret(path: Path) -> None:
    """As a program that sets the time of change back."""
    status = path.stat()
    edit(path)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def replace_in_secret(path: Path) -> None:
    """As rsync, which gives the new file the old one's time."""
    status = path.stat()
    replace(path)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def check_out(path: Path) -> None:
    """As git: the file is deleted and made anew, often in the same place of the disk."""
    status = path.stat()
    path.unlink()
    edit(path)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


CHANGES = [edit, replace, edit_in_secret, replace_in_secret, check_out]


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_bank_is_read_anew(tmp_path: Path, change: Change) -> None:
    path = tmp_path / "planets.md"
    path.write_text(OLD)
    library = Library(tmp_path)
    library.load("planets")

    change(path)

    assert library.load("planets").text == NEW


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_source_is_read_anew(tmp_path: Path, change: Change) -> None:
    question = (
        "## Q\n`id: q`\n\n- (x) a) A\n- ( ) b) B\n- ( ) c) C\n\n> **Source notes:** “Uranus”\n"
    )
    (tmp_path / "planets.md").write_text(OLD + question)
    (tmp_path / "n.md").write_text(OLD)
    library = Library(tmp_path)
    assert [found.code for found in library.load("planets").problems] == ["evidence-not-found"]

    change(tmp_path / "n.md")

    assert library.load("planets").problems == ()


def test_a_bank_changed_many_times_in_a_moment_is_always_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "planets.md"
    library = Library(tmp_path)
    for number in range(100):
        path.write_text(f"---\ntitle: T{number:02}\n---\n")

        assert library.load("planets").text == f"---\ntitle: T{number:02}\n---\n"


def test_a_deleted_bank_is_gone_and_one_put_back_is_there(tmp_path: Path) -> None:
    path = tmp_path / "planets.md"
    path.write_text(OLD)
    library = Library(tmp_path)
    library.load("planets")

    path.unlink()

    assert library.names() == ()
    with pytest.raises(BankNotFound):
        library.load("planets")
    path.write_text(NEW)
    assert library.load("planets").text == NEW


def test_a_new_file_is_a_bank_at_once(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.load_all()

    (tmp_path / "planets.md").write_text(OLD)

    assert library.names() == ("planets",)


def test_a_read_only_file_says_so_before_anything_is_written(tmp_path: Path) -> None:
    path = tmp_path / "planets.md"
    path.write_text(OLD)
    path.chmod(0o444)

    assert not Library(tmp_path).may_write("planets")
    assert Library(tmp_path).may_write("moons")
