"""How the library saves banks: whole or not at all, and never over what somebody else saved."""

import os
import stat
import threading
from pathlib import Path

import pytest

from quizapp.banks.library import Library
from quizapp.banks.saving import BankChanged, NotSaved
from tests.banks.saver import ROUNDS, is_whole, kill_saver

TEXT = "---\ntitle: T\n---\n\n## A\n`id: a`\n\n- (x) a) Yes\n- ( ) b) No\n- ( ) c) Perhaps\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one bank."""
    (tmp_path / "planets.md").write_text(TEXT)
    return tmp_path


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


def test_file_is_never_half_when_the_saver_is_killed(folder: Path) -> None:
    for round_ in range(ROUNDS):
        kill_saver(folder, 0.02 * round_)
        text = (folder / "planets.md").read_text()
        assert text == TEXT or is_whole(text)


def test_next_saver_clears_up_what_a_killed_one_left(folder: Path) -> None:
    (folder / ".planets.md.0123456789abcdef.tmp").write_text("half")
    (folder / ".moons.md.0123456789abcdef.tmp").write_text("half")
    library = Library(folder)
    library.save("planets", TEXT + "\n", library.load("planets").digest)
    assert sorted(path.name for path in folder.iterdir()) == [
        ".moons.md.0123456789abcdef.tmp", "planets.md",
    ]  # fmt: skip


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
