"""Writing a bank's file so that no text is ever lost: what it replaces is in the history first."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from quizapp.accounts.audit import Act, record
from quizapp.banks.library import Library, LoadedBank
from quizapp.banks.saving import HALF_A_CHARACTER, BankChanged, NotSaved, digest_of
from quizapp.banks.untouched import keep_untouched
from quizapp.extensions import TRIES, db, transaction
from quizapp.revisions.models import BankDraft, BankRevision
from quizapp.revisions.queries import find_newest, last_number
from quizapp.revisions.rules import Kind

Result = TypeVar("Result")


@dataclass(frozen=True)
class Edit:
    """What somebody wants a bank's file to be.

    `text`, from a person or a program: lines that the file has too keep their bytes. Bytes are
    written as they are.
    """

    text: str | bytes
    base: str  # digest of the file as it was read; "" where there was none
    user_id: str
    kind: Kind = Kind.BROWSER


def save_bank(library: Library, name: str, edit: Edit, now: datetime) -> LoadedBank:
    """Write a bank's file; what it held before stands in the history first.

    Raises BankChanged, which holds both texts, if the file isn't what the edit began from, and
    NotSaved. A file that holds the very text already is left alone.
    """
    present = notice(library, name, now)
    raw = _as_bytes(edit.text, present)
    if present is not None and raw == present:
        return library.load(name)
    try:
        loaded = library.write(name, raw, edit.base)
    except BankChanged as error:
        if error.theirs == raw:  # the same text was sent twice at once
            return library.load(name)
        notice(library, name, now)
        raise
    _again(lambda: add_revision(name, Written(raw, edit.kind, edit.user_id), now))
    return loaded


def notice(library: Library, name: str, now: datetime) -> bytes | None:
    """The file's bytes now; recorded if another program wrote them. None if there is no file."""
    newest = find_newest(name)
    present = library.read(name)
    if present is None or (newest is not None and newest.digest == digest_of(present)):
        return present
    return _again(lambda: add_noticed(library, name, now))


@transaction
def add_noticed(library: Library, name: str, now: datetime) -> bytes | None:
    """What `notice` does, once. The number is found first, the file read last.

    So whoever wrote the file meanwhile has either taken the number, or will find the text there.
    """
    number = last_number(name) + 1
    newest = find_newest(name)
    present = library.read(name)
    if present is not None and (newest is None or newest.digest != digest_of(present)):
        _add(name, number, Written(present, Kind.OUTSIDE, None), now)
    return present


def _again(act: Callable[[], Result]) -> Result:
    """Do it; again if somebody else took the number of its row meanwhile."""
    for _ in range(TRIES - 1):
        with suppress(IntegrityError):
            return act()
    return act()


@dataclass(frozen=True)
class Written:
    """A text that stands in a bank's file, and who put it there."""

    raw: bytes
    kind: Kind
    user_id: str | None


@transaction
def add_revision(name: str, written: Written, now: datetime) -> None:
    """Add a text that was written to a bank's history.

    One that was noticed between its writing and this is given to whoever wrote it.
    """
    number = last_number(name) + 1
    newest = find_newest(name)
    if newest is None or newest.digest != digest_of(written.raw):
        _add(name, number, written, now)
    elif newest.kind == Kind.OUTSIDE:
        newest.kind, newest.user_id, newest.made_at = written.kind, written.user_id, now
        _audit(name, newest.number, written, now)


@dataclass(frozen=True)
class Typed:
    """What a person has typed into the editor; lines end with LF."""

    text: str
    base: str  # digest of the file it began from; "" for none
    seen: str  # digest of the draft that the page had; "" for none

    @property
    def raw(self) -> bytes:
        """As it is kept."""
        return self.text.encode(errors="replace")


def keep_draft(name: str, user_id: str, typed: Typed, now: datetime) -> None:
    """Keep what a person has typed in the place of their earlier draft.

    A draft that the page never had goes to the history: nobody chose to lose it.
    """
    _again(lambda: put_draft(name, user_id, typed, now))


@transaction
def put_draft(name: str, user_id: str, typed: Typed, now: datetime) -> None:
    """What `keep_draft` does, once."""
    draft = db.session.get(BankDraft, (name, user_id), with_for_update=True)
    if draft is None:
        draft = BankDraft(bank=name, user_id=user_id)
    elif digest_of(draft.content) not in (typed.seen, digest_of(typed.raw)):
        _set_aside(name, draft)
    draft.base, draft.content, draft.saved_at = typed.base, typed.raw, now
    db.session.add(draft)


@transaction
def drop_draft(name: str, user_id: str, seen: frozenset[str]) -> None:
    """Delete a draft whose text is safe elsewhere: one of those with a digest among `seen`."""
    draft = db.session.get(BankDraft, (name, user_id), with_for_update=True)
    if draft is not None and digest_of(draft.content) in seen:
        db.session.delete(draft)


@transaction
def discard_draft(name: str, user_id: str) -> None:
    """Give a person's draft up; its text goes to the history."""
    draft = db.session.get(BankDraft, (name, user_id), with_for_update=True)
    if draft is not None:
        _set_aside(name, draft)
        db.session.delete(draft)


def rename_history(name: str, new_name: str) -> None:
    """Let a bank's history and drafts go with it to its new name; part of another verb."""
    drafts = select(BankDraft.user_id).where(BankDraft.bank == new_name).limit(1)
    if last_number(new_name) or db.session.scalar(drafts):
        raise NotSaved(f"There was a bank {new_name} once, with a history. Choose another name.")
    db.session.execute(update(BankRevision).where(BankRevision.bank == name).values(bank=new_name))
    db.session.execute(update(BankDraft).where(BankDraft.bank == name).values(bank=new_name))


def _set_aside(name: str, draft: BankDraft) -> None:
    written = Written(draft.content, Kind.ASIDE, draft.user_id)
    _add(name, last_number(name) + 1, written, draft.saved_at)


def _add(name: str, number: int, written: Written, now: datetime) -> None:
    db.session.add(
        BankRevision(
            bank=name,
            number=number,
            kind=written.kind,
            user_id=written.user_id,
            made_at=now,
            digest=digest_of(written.raw),
            content=written.raw,
        )
    )
    _audit(name, number, written, now)


def _audit(name: str, number: int, written: Written, now: datetime) -> None:
    if written.kind not in (Kind.OUTSIDE, Kind.ASIDE):
        detail = f"version {number}, {written.kind}"
        record(Act.BANK_EDITED, f"bank {name}", now, by=written.user_id, detail=detail)


def _as_bytes(text: str | bytes, present: bytes | None) -> bytes:
    if isinstance(text, bytes):
        return text
    try:
        return keep_untouched(present or b"", text)
    except UnicodeEncodeError as error:
        raise NotSaved(HALF_A_CHARACTER) from error
