"""Moving banks and adding images: inside the folder, and never over another file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.banks import shelf
from quizapp.banks.library import Library
from quizapp.banks.saving import NotSaved
from tests.banks.pictures import KINDS, png

Move = Callable[[Path], None]
NAMES = [
    "..",
    "../moons",
    "a/b",
    "%2e%2e",
    "a\0b",
    "/etc/passwd",
    "Moons",
    "moons.md",
    "x" * 65,
    "",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one bank."""
    folder = tmp_path / "questions"
    folder.mkdir()
    (folder / "planets.md").write_text("planets")
    return folder


def names(folder: Path) -> tuple[str, ...]:
    return Library(folder).names()


def test_a_renamed_bank_has_its_new_name_alone(folder: Path) -> None:
    shelf.rename_bank(folder, "planets", "moons")

    assert names(folder) == ("moons",) and (folder / "moons.md").read_text() == "planets"


def test_an_archived_bank_is_no_bank_and_can_be_taken_back(folder: Path) -> None:
    shelf.archive_bank(folder, "planets")
    assert (names(folder), shelf.archived_names(folder)) == ((), ("planets",))

    shelf.take_back_bank(folder, "planets")

    assert (names(folder), shelf.archived_names(folder)) == (("planets",), ())


def test_no_move_goes_over_another_bank(folder: Path) -> None:
    shelf.archive_bank(folder, "planets")
    (folder / "planets.md").write_text("newer")
    (folder / "moons.md").write_text("moons")
    moves: list[Move] = [
        lambda folder: shelf.archive_bank(folder, "planets"),
        lambda folder: shelf.take_back_bank(folder, "planets"),
        lambda folder: shelf.rename_bank(folder, "planets", "moons"),
        lambda folder: shelf.rename_bank(folder, "moons", "planets"),
    ]
    for move in moves:
        with pytest.raises(NotSaved):
            move(folder)

    assert (folder / "planets.md").read_text() == "newer"
    assert (folder / "archived" / "planets.md").read_text() == "planets"


def test_a_bank_that_is_gone_is_said_so(folder: Path) -> None:
    with pytest.raises(NotSaved, match="no file moons"):
        shelf.archive_bank(folder, "moons")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_none_is_refused(folder: Path, name: str) -> None:
    for move in (shelf.archive_bank, shelf.take_back_bank):
        with pytest.raises(NotSaved, match="small letters"):
            move(folder, name)
    with pytest.raises(NotSaved, match="small letters"):
        shelf.rename_bank(folder, "planets", name)

    assert sorted(path.name for path in folder.parent.rglob("*.md")) == ["planets.md"]


@pytest.mark.parametrize("place", ["archived", "images"])
def test_a_folder_that_is_a_link_is_not_written_into(
    folder: Path, tmp_path: Path, place: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (folder / place).symlink_to(elsewhere)

    with pytest.raises(NotSaved):
        shelf.archive_bank(folder, "planets")
        shelf.add_image(folder, "map.png", png())

    assert list(elsewhere.iterdir()) == []


def test_an_image_is_named_by_what_it_is_called_and_what_it_is(folder: Path) -> None:
    assert shelf.add_image(folder, "Border Map (2).svg", png()) == "images/border-map-2.png"
    assert (folder / "images" / "border-map-2.png").read_bytes() == png()


@pytest.mark.parametrize(
    "name", ["../../x.png", "/etc/x.png", "..", "\0", ".htaccess", "C:\\x.png"]
)
def test_an_image_never_leaves_its_folder(folder: Path, name: str) -> None:
    path = shelf.add_image(folder, name, png())

    assert (folder / path).parent == folder / "images"
    assert [each.name for each in folder.parent.iterdir()] == ["questions"]


@pytest.mark.parametrize(
    "raw", [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"<script>", b"", b"%PDF-1.7"]
)
def test_what_is_no_image_by_its_content_is_refused(folder: Path, raw: bytes) -> None:
    with pytest.raises(NotSaved, match="PNG, JPEG, GIF or WebP"):
        shelf.add_image(folder, "map.png", raw)


def test_a_large_image_is_refused(folder: Path) -> None:
    with pytest.raises(NotSaved, match="1 MB"):
        shelf.add_image(folder, "map.png", png() + bytes(1024 * 1024))


def test_an_image_never_goes_over_another_one(folder: Path) -> None:
    for _ in range(2):  # the same again is fine
        shelf.add_image(folder, "map.png", png())
    with pytest.raises(NotSaved, match="another image"):
        shelf.add_image(folder, "map.png", png() + b"more")
    shelf.add_image(folder, "map.gif", KINDS["gif"])

    assert shelf.list_images(folder) == ["images/map.gif", "images/map.png"]


def test_images_behind_links_and_in_hidden_folders_are_not_listed(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.png").write_bytes(png())
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.png").write_bytes(png())

    assert shelf.list_images(folder) == []
