"""The image files that a bank names: what kind each is, told by its content, and what is amiss."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from quizapp.banks.encoding import clean
from quizapp.banks.files import Unreadable, read_file, stamp_of
from quizapp.banks.images import ImageUse
from quizapp.errors import Conflict
from quizapp.question_types.base import Problem

LARGEST_IMAGE = 1024 * 1024  # bytes
LARGEST_TOTAL = 8 * 1024 * 1024  # bytes of all images of a bank
MOST_IMAGES = 1_000  # of a bank
MEDIA_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
}
FROZEN_NAME = re.compile(rf"(?P<digest>[0-9a-f]{{64}})\.(?P<kind>{'|'.join(MEDIA_TYPES)})")
_BEGINNINGS = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpg",
    b"GIF87a": "gif",
    b"GIF89a": "gif",
}


class ImageChanged(Conflict):
    """The file isn't what it was when its bank was read."""


class NoImage(Exception):
    """A path at which there is no image that can be shown; the text says why."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True)
class Picture:
    """An image's bytes, and its kind as the ending of a file's name."""

    raw: bytes = field(repr=False)
    kind: str

    @property
    def media_type(self) -> str:
        """What a response says that it is."""
        return MEDIA_TYPES[self.kind]


@dataclass(frozen=True)
class ImageFile:
    """A file as it was when its bank was read, and where the bank names it."""

    folder: Path
    path: str
    digest: str  # sha256 of its bytes, in hex
    kind: str
    uses: tuple[ImageUse, ...] = field(repr=False)

    @property
    def name(self) -> str:
        """What names its content."""
        return f"{self.digest}.{self.kind}"

    def read(self) -> Picture:
        """The bytes, which aren't kept in memory; raises ImageChanged."""
        try:
            picture = read_picture(self.folder, self.path)
        except NoImage as error:
            raise ImageChanged(f"{self.path} can't be read any more: {error}") from error
        if sha256(picture.raw).hexdigest() != self.digest:
            raise ImageChanged(f"{self.path} has changed just now. Try again.")
        return picture


def kind_of(raw: bytes) -> str | None:
    """The kind of image that bytes are, whatever their file is called; None if it isn't known."""
    for beginning, kind in _BEGINNINGS.items():
        if raw.startswith(beginning):
            return kind
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return "webp"
    return "avif" if _is_avif(raw) else None


def _is_avif(raw: bytes) -> bool:
    """Whether its first box says that it keeps to AVIF, among other formats maybe."""
    box = raw[: min(int.from_bytes(raw[:4], "big"), 256)]
    brands = [box[8:12], *(box[place : place + 4] for place in range(16, len(box), 4))]
    return box[4:8] == b"ftyp" and bool({b"avif", b"avis"}.intersection(brands))


def read_picture(folder: Path, path: str) -> Picture:
    """The image at `path` below `folder`; raises NoImage."""
    if _size(folder, path) > LARGEST_IMAGE:
        raise NoImage("image-size", f"{path} is larger than 1 MB. Make the picture smaller.")
    try:
        raw = read_file(folder, path).raw
    except FileNotFoundError:
        raise _missing(path) from None
    except Unreadable as error:
        raise NoImage("image-missing", f"{error} Put a plain file there.") from None
    kind = kind_of(raw)
    if kind is None:
        mend = "Save the picture as PNG, JPEG, GIF, WebP or AVIF."
        raise NoImage("image-kind", f"{path} isn't an image that browsers show safely. {mend}")
    return Picture(raw, kind)


def _missing(path: str) -> NoImage:
    sentence = f"There is no file {path} in the bank's folder. Put it there, or mend the path."
    return NoImage("image-missing", sentence)


def missing_images(uses: Iterable[ImageUse]) -> tuple[Problem, ...]:
    """What `find_images` says where there is no folder."""
    return tuple(problem for use in uses for problem in _problems([use], _missing(use.path)))


def find_images(
    folder: Path, uses: Sequence[ImageUse]
) -> tuple[tuple[ImageFile, ...], list[Problem]]:
    """The files that a bank names, and a problem wherever it names one that can't be shown."""
    by_path: dict[str, list[ImageUse]] = {}
    for use in uses:
        by_path.setdefault(use.path, []).append(use)
    images: list[ImageFile] = []
    problems: list[Problem] = []
    total = 0
    for number, (path, places) in enumerate(by_path.items(), 1):
        size = _size(folder, path)
        total += size if size <= LARGEST_IMAGE else 0  # a larger one is refused anyway
        try:
            _ensure_room(number, total)
            images.append(_find_image(folder, path, places))
        except NoImage as error:
            problems.extend(_problems(places, error))
    return tuple(images), problems


def _find_image(folder: Path, path: str, uses: Iterable[ImageUse]) -> ImageFile:
    picture = read_picture(folder, path)
    digest = sha256(picture.raw).hexdigest()
    return ImageFile(folder, path, digest, picture.kind, tuple(uses))


def _size(folder: Path, path: str) -> int:
    """The bytes of a file, without reading it; 0 if it isn't there."""
    stamp = stamp_of(folder, path)
    return stamp[1] if stamp else 0


def _ensure_room(count: int, total: int) -> None:
    if total > LARGEST_TOTAL:
        mend = "Make pictures smaller, or split the bank."
        raise NoImage("image-total", f"The bank's images are larger than 8 MB together. {mend}")
    if count > MOST_IMAGES:
        raise NoImage("image-total", f"The bank has over {MOST_IMAGES} images. Split it.")


def _problems(uses: Iterable[ImageUse], error: NoImage) -> Iterable[Problem]:
    for use in uses:
        yield Problem(use.line, use.column, error.code, str(error), question=use.question)


def name_by_content(text: str, images: Iterable[ImageFile]) -> str:
    """A bank's text with the path of each image replaced by the name of its content."""
    lines, _ = clean(text)
    uses = [(use, image.name) for image in images for use in image.uses]
    for use, name in sorted(uses, key=lambda pair: pair[0].start, reverse=True):
        line = lines[use.line - 1]
        lines[use.line - 1] = line[: use.start] + name + line[use.end :]
    return "\n".join(lines)
