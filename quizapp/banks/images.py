"""Images in a bank: files beside it, with a text for those who can't see them."""

import re
from urllib.parse import unquote

from quizapp.banks.page import Page

_IMAGE = re.compile(r"(?<!\\)!\[([^\[\]]*)\]\([ \t]*(<[^<>]*>|[^\s()<>]*)")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def report_images(page: Page) -> None:
    """Reports images from outside the bank's folder, and those without a text alternative."""
    for number, line in enumerate(page.masked):
        if "![" in line:
            for match in _IMAGE.finditer(line):
                _report_image(page, (number, match.start()), match)


def _report_image(page: Page, place: tuple[int, int], match: re.Match[str]) -> None:
    path = match.group(2).strip("<>")
    if not is_inside(path):
        mend = "Put the file beside the bank and write its path from there."
        sentence = f"{path[:80] or 'This image'} isn't a file in the bank's folder. {mend}"
        page.report(place, "image-path", sentence)
    if not match.group(1).strip():
        mend = "Say in the brackets what it shows: ![a map of the border](map.png)."
        sentence = f"This image has no text for those who can't see it. {mend}"
        page.report(place, "image-alt", sentence, level="warning")


def is_inside(path: str) -> bool:
    """Whether a relative path names something in the folder it starts from, or below."""
    plain = unquote(path)
    if not plain or _SCHEME.match(plain) or "\\" in plain or "\0" in plain:
        return False
    parts = plain.split("/")
    return parts[0] != "" and ".." not in parts
