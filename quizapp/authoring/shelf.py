"""New banks, uploaded ones and images; ids, letters and the draft status put right in one step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from quizapp.authoring.bank_page import sample_bank
from quizapp.authoring.editing import Sheet
from quizapp.banks import shelf
from quizapp.banks.chips import SLUG
from quizapp.banks.difference import Difference, difference
from quizapp.banks.encoding import decode
from quizapp.banks.formatter import format_text, slug, without_draft_status
from quizapp.banks.library import Library, LoadedBank
from quizapp.banks.saving import BAD_NAME, BankChanged, NotSaved
from quizapp.errors import NotFound
from quizapp.revisions.service import Edit, save_bank

LARGEST_UPLOAD = 1_000_000  # bytes
MENDS: dict[str, Callable[[str, str], str]] = {
    "names": format_text,
    "status": lambda text, _name: without_draft_status(text),
}


@dataclass(frozen=True)
class NewBank:
    """What somebody wants a new bank to be; `raw` is an uploaded file, None for none."""

    name: str
    begins: str  # sample, empty or file
    file_name: str = ""
    raw: bytes | None = None

    def content(self) -> bytes:
        """What its file begins with; raises NotSaved."""
        if self.begins == "file":
            return _uploaded(self.raw)
        if self.begins == "empty":
            return f"---\ntitle: {self.name.replace('-', ' ').capitalize()}\n---\n\n".encode()
        return sample_bank().encode()


def fit_name(typed: str, file_name: str = "") -> str:
    """A bank's name as it was typed, or else as an uploaded file is called; raises NotSaved."""
    name = typed.strip().removesuffix(".md")
    if not name and file_name:
        name = slug(PurePosixPath(file_name).stem, {}, "")
    if not SLUG.fullmatch(name):
        raise NotSaved(f"{BAD_NAME} Try week-01.")
    return name


def make_bank(library: Library, new: NewBank, user_id: str, now: datetime) -> LoadedBank:
    """Write a new bank's file; raises NotSaved if that can't be."""
    content = new.content()
    library.folder.mkdir(parents=True, exist_ok=True)
    if new.name in shelf.archived_names(library.folder):
        raise NotSaved(
            f"There is an archived bank {new.name}. Take it back, or choose another name."
        )
    try:
        return save_bank(library, new.name, Edit(content, "", user_id), now)
    except BankChanged as error:
        raise NotSaved(str(error)) from error


def _uploaded(raw: bytes | None) -> bytes:
    if not raw:
        raise NotSaved("Choose a file that isn't empty.")
    if len(raw) > LARGEST_UPLOAD:
        raise NotSaved("The file is larger than 1 MB. Split it into several banks.")
    if decode(raw).problems or b"\0" in raw:
        raise NotSaved(
            "That isn't a text in UTF-8. Save it as plain text in UTF-8, then upload it."
        )
    return raw


@dataclass(frozen=True)
class MendPage:
    """A change that quizapp offers to make to a bank's file."""

    name: str
    what: str
    difference: Difference
    base: str
    has_draft: bool


def read_mend(sheet: Sheet, what: str) -> MendPage:
    """What the change would be; raises NotFound for a change that there isn't."""
    loaded = sheet.library.load(sheet.name)
    text = mended(loaded, what)
    return MendPage(
        name=sheet.name,
        what=what,
        difference=difference(loaded.text, text),
        base=loaded.digest,
        has_draft=sheet.draft() is not None,
    )


def make_mend(sheet: Sheet, what: str, base: str, now: datetime) -> LoadedBank:
    """Make the change to the file named by `base`; raises BankChanged and NotSaved."""
    text = mended(sheet.library.load(sheet.name), what)
    return save_bank(sheet.library, sheet.name, Edit(text, base, sheet.user_id), now)


def mended(loaded: LoadedBank, what: str) -> str:
    """The bank's text with the change."""
    if what not in MENDS:
        raise NotFound
    return MENDS[what](loaded.text, loaded.name)


@dataclass(frozen=True)
class ImageLine:
    """An image among the banks."""

    path: str
    is_used: bool  # by this bank

    @property
    def markdown(self) -> str:
        """What shows it in a question."""
        path = f"<{self.path}>" if " " in self.path else self.path
        return f"![what it shows]({path})"


def list_images(sheet: Sheet) -> list[ImageLine]:
    """The images among the banks, those that this bank uses first."""
    used = {image.path for image in sheet.library.load(sheet.name).images}
    lines = [ImageLine(path, path in used) for path in shelf.list_images(sheet.library.folder)]
    return sorted(lines, key=lambda line: not line.is_used)
