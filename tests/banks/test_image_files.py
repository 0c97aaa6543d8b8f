"""Image files: their kind is told by their content, and none is read from outside the folder."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from quizapp.banks.image_files import (
    LARGEST_IMAGE,
    MEDIA_TYPES,
    ImageChanged,
    NoImage,
    kind_of,
    read_picture,
)
from quizapp.banks.library import Library, LoadedBank, check
from tests.banks.pictures import (
    KINDS,
    MORE_OF_A_KIND,
    NOT_SHOWN,
    START,
    bank,
    ftyp,
    load,
    png,
)


def codes(loaded: LoadedBank) -> list[tuple[int, int, str]]:
    return [(found.line, found.column, found.code) for found in loaded.problems]


def ids(loaded: LoadedBank) -> list[str]:
    assert loaded.bank is not None
    return [question.id for question in loaded.bank.questions]


@pytest.mark.parametrize(("kind", "raw"), [*KINDS.items(), *MORE_OF_A_KIND])
def test_kind_is_told_by_the_content(kind: str, raw: bytes) -> None:
    assert kind_of(raw) == kind and kind in MEDIA_TYPES


@pytest.mark.parametrize("raw", NOT_SHOWN.values(), ids=NOT_SHOWN)
def test_anything_else_is_no_image(raw: bytes) -> None:
    assert kind_of(raw) is None


@pytest.mark.parametrize("length", range(len(ftyp(b"avif", b"mif1", b"miaf"))))
def test_any_beginning_of_an_avif_ends_in_an_answer(length: int) -> None:
    assert kind_of(ftyp(b"avif", b"mif1", b"miaf")[:length]) in ("avif", None)


def test_images_of_a_bank_are_named_by_their_content(tmp_path: Path) -> None:
    (tmp_path / "map.txt").write_bytes(png())
    (image,) = load(tmp_path, bank("![a map](map.txt)")).images
    assert image.name == f"{sha256(png()).hexdigest()}.png"


def test_missing_image_fences_off_its_question_and_no_other(tmp_path: Path) -> None:
    loaded = load(tmp_path, bank("See ![a map](map.png).", "No image."))
    assert (codes(loaded), ids(loaded)) == ([(8, 5, "image-missing")], ["q-2"])
    assert not loaded.is_clean


def test_image_that_comes_later_mends_the_bank(tmp_path: Path) -> None:
    library = Library(tmp_path)
    (tmp_path / "maps.md").write_text(bank("![a map](a/map.png)"))
    assert not library.load("maps").is_clean
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "map.png").write_bytes(png())
    assert library.load("maps").is_clean


def test_changed_image_is_noticed(tmp_path: Path) -> None:
    library = Library(tmp_path)
    (tmp_path / "maps.md").write_text(bank("![a map](map.png)"))
    (tmp_path / "map.png").write_bytes(png(1))
    before = library.load("maps").images[0].name
    (tmp_path / "map.png").write_bytes(png(200) + b"longer")
    assert library.load("maps").images[0].name != before


@pytest.mark.parametrize("raw", [NOT_SHOWN["svg"], b""], ids=["svg", "empty"])
def test_file_that_is_no_image_is_an_error_whatever_its_name(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "map.png").write_bytes(raw)
    loaded = load(tmp_path, bank("![a map](map.png)"))
    assert (codes(loaded), ids(loaded)) == ([(8, 1, "image-kind")], [])


def test_image_of_a_megabyte_is_taken_and_a_larger_one_refused(tmp_path: Path) -> None:
    (tmp_path / "full.png").write_bytes(png().ljust(LARGEST_IMAGE, b"\0"))
    (tmp_path / "over.png").write_bytes(png().ljust(LARGEST_IMAGE + 1, b"\0"))
    loaded = load(tmp_path, bank("![full](full.png)", "![over](over.png)"))
    assert codes(loaded) == [(17, 1, "image-size")]


def test_images_of_a_bank_have_eight_megabytes_together(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"{number}.png").write_bytes(png(number).ljust(LARGEST_IMAGE, b"\0"))
    loaded = load(tmp_path, bank(*(f"![map]({number}.png)" for number in range(9))))
    assert codes(loaded) == [(80, 1, "image-total")]
    assert len(loaded.images) == 8


def test_one_image_in_many_places_counts_once(tmp_path: Path) -> None:
    (tmp_path / "map.png").write_bytes(png().ljust(LARGEST_IMAGE, b"\0"))
    loaded = load(tmp_path, bank(*["![map](map.png)"] * 9))
    assert (codes(loaded), len(loaded.images), len(loaded.images[0].uses)) == ([], 1, 9)


@pytest.mark.parametrize(
    "path",
    [
        "../secret.png",
        "maps/../../secret.png",
        "/etc/passwd",
        "%2e%2e/secret.png",
        "..%2fsecret.png",
    ]
    + ["a\\b.png", "https://a.example/b.png", "//a.example/b.png", "data:image/png;base64,AA"]
    + ["file:///etc/passwd", "map%00.png", "C:/map.png", "..", "%2e%2e"],
)
def test_path_that_leads_out_is_an_error_and_is_never_opened(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "questions"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(png())
    loaded = load(folder, bank(f"![a map]({path})", "No image."))
    assert (codes(loaded), ids(loaded), loaded.images) == ([(8, 1, "image-path")], ["q-2"], ())


@pytest.mark.parametrize(
    "path", ["../s.png", "/etc/passwd", "a/../../s.png", "", ".", "a\0b", "x" * 5_000, "maps.md"]
)
def test_path_of_an_address_leads_to_images_of_the_folder_only(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "questions"
    folder.mkdir()
    (tmp_path / "s.png").write_bytes(png())
    (folder / "maps.md").write_text(START)
    with pytest.raises(NoImage):
        read_picture(folder, path)


def test_link_pipe_and_folder_are_no_images(tmp_path: Path) -> None:
    folder = tmp_path / "questions"
    (folder / "folder.png").mkdir(parents=True)
    (tmp_path / "secret.png").write_bytes(png())
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "way").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.png")
    names = ("folder.png", "link.png", "pipe.png", "way/secret.png")
    loaded = load(folder, bank(*(f"![a]({name})" for name in names)))
    assert [code for _, _, code in codes(loaded)] == ["image-missing"] * 4


@pytest.mark.parametrize("change", ["changed", "gone"])
def test_image_that_changed_since_it_was_loaded_is_not_taken(tmp_path: Path, change: str) -> None:
    path = tmp_path / "map.png"
    path.write_bytes(png(1))
    (image,) = load(tmp_path, bank("![a map](map.png)")).images
    if change == "gone":
        path.unlink()
    else:
        path.write_bytes(png(2))
    with pytest.raises(ImageChanged):
        image.read()


def test_text_that_is_in_no_file_finds_images_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / "map.png").write_bytes(png())
    text = bank("![a map](map.png)")
    assert codes(check(text, "maps", {}, tmp_path)) == []
    assert codes(check(text, "maps", {})) == [(8, 1, "image-missing")]
