"""What the editor and the pages around it show: a text, its problems, its other versions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.authoring.bank_page import (
    BankLine,
    Reach,
    ShownProblem,
    Use,
    list_problems,
    summarize,
)
from quizapp.banks.difference import Difference, lines_of
from quizapp.banks.encoding import decode
from quizapp.banks.library import LoadedBank
from quizapp.banks.merging import Clash
from quizapp.banks.untouched import shown_text

LARGEST_TEXT = 1_000_000  # bytes that are saved from a browser


@dataclass(frozen=True)
class LastSave:
    """Who put the file's text there; `who` is None for another program."""

    who: str | None
    at: datetime


@dataclass(frozen=True)
class DraftLine:
    """A person's text that isn't in the file."""

    saved_at: datetime
    is_behind: bool  # the file isn't any more what it began from


@dataclass(frozen=True)
class EditorPage:
    """A bank to be edited."""

    line: BankLine
    text: str  # lines end with LF
    base: str  # digest of the file that the text began from
    seen: str  # digest of the draft that the text is; "" if it is the file's
    draft: DraftLine | None
    last_save: LastSave | None  # None: never noticed here
    problems: tuple[ShownProblem, ...]
    lines: tuple[str, ...]
    kept: tuple[str, ...]  # what is odd about the file, and stays
    is_read_only: bool
    unfit: str  # why no quiz can be made from the text, as a sentence; "" if one can
    is_draft: bool  # the text says status: draft
    lacks_names: bool

    @property
    def is_too_large(self) -> bool:
        """Whether a browser may not save it."""
        return len(self.text.encode(errors="replace")) > LARGEST_TEXT


@dataclass(frozen=True)
class TextState:
    """A text in the editor, and where it stands."""

    text: str
    base: str
    seen: str = ""
    draft: DraftLine | None = None
    last_save: LastSave | None = None
    is_read_only: bool = False
    unfit: str = ""


def build_editor(
    loaded: LoadedBank, state: TextState, raw: bytes, uses: Sequence[Use], reach: Reach
) -> EditorPage:
    """The page; `loaded` is what was found in the text, `raw` what the file holds."""
    return EditorPage(
        line=summarize(loaded, uses, reach),
        text=state.text,
        base=state.base,
        seen=state.seen,
        draft=state.draft,
        last_save=state.last_save,
        problems=list_problems(loaded),
        lines=tuple(lines_of(state.text)),
        kept=tuple(oddities(raw)),
        is_read_only=state.is_read_only,
        unfit=state.unfit,
        is_draft=loaded.is_draft,
        lacks_names=loaded.lacks_names,
    )


def oddities(raw: bytes) -> Iterator[str]:
    """What a browser wouldn't show of a file, in words."""
    if raw.startswith(b"\xef\xbb\xbf"):
        yield "a byte order mark"
    windows, all_ends = raw.count(b"\r\n"), raw.count(b"\n")
    if windows:
        yield "line ends of Windows (CRLF)" + (", but not everywhere" * (windows < all_ends))
    if any(quote in shown_text(raw) for quote in "“”‘’"):
        yield "curly quotation marks"
    if decode(raw).problems:
        yield "bytes that aren't UTF-8, which show as \N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class ComparePage:
    """What a person typed beside what the file holds now."""

    name: str
    difference: Difference  # from the file to what was typed
    merged: str
    clashes: tuple[Clash, ...]
    theirs_digest: str  # "" if there is no file any more
    draft_saved_at: datetime
    seen: str
    knows_base: bool


@dataclass(frozen=True)
class HistoryLine:
    """A text that stands or stood in the file."""

    number: int
    kind: str
    who: str | None
    made_at: datetime
    is_now: bool  # the file holds it


@dataclass(frozen=True)
class HistoryPage:
    """Every text of a bank that is known, the newest first."""

    name: str
    lines: tuple[HistoryLine, ...]
    is_noticed: bool  # what the file holds now is among them
    exists: bool


@dataclass(frozen=True)
class RevisionPage:
    """One text of a bank's history."""

    name: str
    line: HistoryLine
    is_first: bool
    made: Difference  # what it changed
    restoring: Difference  # what putting it back would change
    base: str  # digest of the file now
    text: tuple[str, ...]
