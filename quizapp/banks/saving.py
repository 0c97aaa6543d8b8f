"""Writing a bank's file: whole or not at all, and never over what somebody else has saved."""

from hashlib import sha256
from pathlib import Path

from quizapp.banks.chips import SLUG
from quizapp.banks.files import (
    LARGEST,
    Unreadable,
    is_writable,
    locked,
    read_file,
    replace_file,
)
from quizapp.errors import Conflict, Refused

HALF_A_CHARACTER = "The text holds half a character. Delete it and type it anew."
BAD_NAME = "A bank's name has at most 64 small letters, digits and hyphens."


class BankChanged(Conflict):
    """The file isn't what it was when it was read; it holds `theirs`, None if it is gone."""

    def __init__(self, sentence: str, *, mine: bytes, theirs: bytes | None) -> None:
        super().__init__(sentence)
        self.mine = mine
        self.theirs = theirs


class NotSaved(Refused):
    """The file is as it was; the text says why."""


def digest_of(raw: bytes | None) -> str:
    """What names a file's content; "" for no file."""
    return "" if raw is None else sha256(raw).hexdigest()


def encoded(text: str) -> bytes:
    """`text` as a file's bytes; raises NotSaved."""
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise NotSaved(HALF_A_CHARACTER) from error


def write_bank(folder: Path, name: str, raw: bytes, expected_digest: str) -> None:
    """Put `raw` into the bank's file; `expected_digest` is that of what it replaces, "" for none.

    Raises BankChanged if the file isn't that one, and NotSaved if it can't be written.
    """
    if not SLUG.fullmatch(name):
        raise NotSaved(BAD_NAME)
    if len(raw) > LARGEST:
        raise NotSaved(f"The bank is larger than {LARGEST >> 20} MB. Split it into several.")
    try:
        with locked(folder) as handle:
            _ensure_same(folder, name, expected_digest, raw)
            _ensure_writable(folder, name)
            replace_file(handle, f"{name}.md", raw)
    except (OSError, Unreadable) as error:
        raise NotSaved(
            f"{name}.md isn't saved: {_reason(error)}. The file is as it was."
        ) from error


def _ensure_writable(folder: Path, name: str) -> None:
    if not is_writable(folder, f"{name}.md"):
        raise NotSaved(f"{name}.md can't be written: it or its folder is read-only.")


def _ensure_same(folder: Path, name: str, expected_digest: str, mine: bytes) -> None:
    try:
        theirs = read_file(folder, f"{name}.md").raw
    except FileNotFoundError:
        theirs = None
    if digest_of(theirs) == expected_digest:
        return
    sentence = (
        f"{name}.md has changed since you opened it, so nothing was saved. "
        "Open it anew and make your changes there."
    )
    if not expected_digest:
        sentence = f"There is a bank {name} already. Choose another name."
    raise BankChanged(sentence, mine=mine, theirs=theirs)


def _reason(error: OSError | Unreadable) -> str:
    return (error.strerror if isinstance(error, OSError) else "") or str(error)
