"""Images in a bank: files beside it, with a text for those who can't see them."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote

from quizapp.banks.page import Page
from quizapp.banks.spans import HIDDEN
from quizapp.markdown import image_path, image_paths, is_local_path

_IMAGE = re.compile(
    r"(?<!\\)!\[(?P<alt>(?:\\.|[^\[\]\\])*)\]\("
    r"[ \t]*(?P<path><(?:\\.|[^<>\\])*>|(?:\\.|\([^\s()]*\)|[^\s()<>\\])*)"
    r"""(?:[ \t]+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?[ \t]*\)"""
)
_MOST = 1_000  # images of one question or passage
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True)
class ImageUse:
    """A place where a bank's text names an image."""

    path: str  # from the folder of the bank
    line: int  # from 1, as problems count
    column: int  # of the image, from 1
    start: int  # of the path as written, from 0
    end: int
    question: int | None = None  # the line of the heading of the question it is in


def read_images(
    page: Page, *, values: Collection[int] = (), question: int | None = None
) -> tuple[ImageUse, ...]:
    """The images that a page shows; those that can't be shown are reported.

    `values`: the lines that are read raw, as text.
    """
    lines = [n for n, line in enumerate(page.masked) if "![" in line and n not in values]
    if not lines:
        return ()
    matches = (
        (number, match) for number in lines for match in _IMAGE.finditer(page.masked[number])
    )
    found = list(islice(matches, _MOST))
    _report_others(page, values, Counter(_path(match) for _, match in found))
    return tuple(
        ImageUse(
            _path(match), page.number(number), match.start() + 1, *match.span("path"), question
        )
        for number, match in found
        if _is_showable(page, (number, match.start()), match)
    )


def _path(match: re.Match[str]) -> str:
    written = match.group("path")
    return image_path(written[1:-1] if written.startswith("<") else written)


def _is_showable(page: Page, place: tuple[int, int], match: re.Match[str]) -> bool:
    path = _path(match)
    if not match.group("alt").strip():
        mend = "Say in the brackets what it shows: ![a map of the border](map.png)."
        sentence = f"This image has no text for those who can't see it. {mend}"
        page.report(place, "image-alt", sentence, level="warning")
    if is_local_path(path):
        return True
    mend = "Put the file beside the bank and write its path from there."
    sentence = f"{path[:80] or 'This image'} isn't a file in the bank's folder. {mend}"
    page.report(place, "image-path", sentence)
    return False


def _report_others(page: Page, values: Collection[int], found: Counter[str]) -> None:
    """Reports images that Markdown knows and a bank can't have, such as those by reference."""
    shown = ("" if n in values else line for n, line in enumerate(page.shown))
    for start, path in image_paths("\n".join(shown).replace(HIDDEN, "")):
        if path is None or not found[path]:
            rest = enumerate(page.raw[start:], start)
            place = next(((n, line.index("![")) for n, line in rest if "![" in line), (start, 0))
            mend = "Write ![what it shows](file.png) on one line, without brackets in its text."
            page.report(place, "image-form", f"This image isn't written as a bank's are. {mend}")
        else:
            found[path] -= 1


def is_inside(path: str) -> bool:
    """Whether a relative path names something in the folder it starts from, or below."""
    plain = unquote(path)
    if not plain or _SCHEME.match(plain) or "\\" in plain or "\0" in plain:
        return False
    parts = plain.split("/")
    return parts[0] != "" and ".." not in parts
