"""Drafting a bank from an article: its file and the text it was read from, both or neither."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath
from threading import BoundedSemaphore

from quizapp.banks.formatter import slug
from quizapp.banks.library import Library
from quizapp.banks.model import Bank
from quizapp.banks.reviewing import with_count
from quizapp.banks.saving import BankChanged
from quizapp.banks.shelf import SOURCES, add_source, archived_names, remove_source
from quizapp.banks.writer import write
from quizapp.drafting import left_out
from quizapp.errors import UserError
from quizapp.extensions import db
from quizapp.generation.article import Article, UnfitArticle
from quizapp.generation.choosing.questions import source_file, source_of, source_text
from quizapp.generation.drafts import DraftNotSaved, ensure_free
from quizapp.generation.generator import draft_bank
from quizapp.generation.reading.reader import read_article
from quizapp.generation.tiers import Wishes
from quizapp.revisions.queries import banks_with_history
from quizapp.revisions.rules import Kind
from quizapp.revisions.service import Edit, save_bank

MOST_BYTES = 1_000_000  # of an article
MOST_WORDS = 20_000  # so that nobody waits long for the one who drafts

# Of each kind a process drafts one bank at a time: its other threads serve pages.
_turns = {"rules": BoundedSemaphore(1), "model": BoundedSemaphore(1)}


class DraftingBusy(UserError):
    """Somebody else's draft is being made; the text says what to do."""

    def __init__(self, wanted: "Wanted") -> None:
        again = "Choose your file again" if wanted.file_name else "Your text is kept: try again"
        if wanted.wishes.model is None:
            super().__init__(f"Another draft is being made just now. {again} in a few seconds.")
            return
        super().__init__(
            "Another draft is being made with a model just now, which may take minutes. "
            f"{again} later, or name no model."
        )


@dataclass(frozen=True)
class Wanted:
    """What somebody wants drafted."""

    raw: bytes  # the article
    wishes: Wishes
    file_name: str = ""  # "": a text that was pasted
    name: str = ""  # of the bank; "": made from the title
    title: str = ""  # "": the article's


@dataclass(frozen=True)
class Made:
    """A draft that is saved."""

    name: str
    questions: int
    notices: tuple[str, ...]


def make_draft(library: Library, wanted: Wanted, user_id: str, now: datetime) -> Made:
    """Draft a bank and save it; raises UnfitArticle, Refused and DraftingBusy."""
    article = _read(wanted)
    library.folder.mkdir(parents=True, exist_ok=True)
    title = wanted.title or article.title
    name = _fit_name(library, wanted.name, title)
    db.session.rollback()  # it may take a while, in which no connection is kept
    with _at_work(wanted):
        draft = draft_bank(article, name, wanted.wishes)
    if not wanted.name.strip():  # somebody else's draft may have the name by now
        name = _fit_name(library, "", title)
    named = replace(draft.bank, name=name, sources=(source_of(name, article),))
    bank = with_count(replace(named, title=wanted.title or draft.bank.title))
    _save(library, bank, article, Saver(user_id, now))
    left_out.keep(library.folder, name, draft)
    return Made(name, len(bank.questions), draft.notices)


@dataclass(frozen=True)
class Saver:
    """Who saves, and when."""

    user_id: str
    now: datetime


def _read(wanted: Wanted) -> Article:
    if len(wanted.raw) > MOST_BYTES:
        raise UnfitArticle("The article is larger than 1 MB. Draft from a part of it.")
    article = read_article(wanted.raw, wanted.file_name)
    words = len(article.text.split())
    if words > MOST_WORDS:
        raise UnfitArticle(
            f"The article has {words:,} words; at most {MOST_WORDS:,} are read here. "
            "Draft from a part of it."
        )
    return article


def _fit_name(library: Library, typed: str, title: str) -> str:
    """The name as it was typed, or one made from the title, that is free; raises Refused."""
    name, taken = typed.strip().removesuffix(".md"), _taken(library)
    if not name:
        name = slug(title, dict.fromkeys(taken, 2), "draft")
    if name in taken:
        raise DraftNotSaved(f"There is a bank {name} already, or was. Choose another name.")
    ensure_free(library.folder, name)
    return name


def _taken(library: Library) -> set[str]:
    """The names of banks that are there or put away, that have a history or left a source."""
    known = {*library.names(), *archived_names(library.folder), *banks_with_history()}
    return known | {path.stem for path in (library.folder / SOURCES).glob("*.txt")}


@contextmanager
def _at_work(wanted: Wanted) -> Iterator[None]:
    turn = _turns["model" if wanted.wishes.model else "rules"]
    if not turn.acquire(blocking=False):
        raise DraftingBusy(wanted)
    try:
        yield
    finally:
        turn.release()


def _save(library: Library, bank: Bank, article: Article, saver: Saver) -> None:
    """The article's text goes first: a bank whose source is missing would be broken."""
    file = PurePosixPath(source_file(bank.name)).name
    add_source(library.folder, file, source_text(article).encode())
    try:
        edit = Edit(write(bank).encode(), "", saver.user_id, Kind.DRAFTED)
        save_bank(library, bank.name, edit, saver.now)
    except BankChanged as error:  # another program made a bank of this name meanwhile
        remove_source(library.folder, file)
        raise DraftNotSaved(str(error)) from error
    except BaseException:
        if library.read(bank.name) is None:  # else the bank is there, and only its history isn't
            remove_source(library.folder, file)
        raise
