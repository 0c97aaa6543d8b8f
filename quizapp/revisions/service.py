"""Writing a bank's file so that no text is ever lost: what it replaces is in the history first."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import IntegrityError

from quizapp.accounts.audit import Act, record
from quizapp.banks.library import Library, LoadedBank
from quizapp.banks.saving import HALF_A_CHARACTER, BankChanged, NotSaved, digest_of
from quizapp.banks.untouched import keep_untouched
from quizapp.extensions import TRIES, db, transaction
from quizapp.revisions.models import BankRevision
from quizapp.revisions.queries import find_newest
from quizapp.revisions.rules import Kind


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
    _remember(name, Written(raw, edit.kind, edit.user_id), now)
    return loaded


def notice(library: Library, name: str, now: datetime) -> bytes | None:
    """The file's bytes now; recorded if another program wrote them. None if there is no file."""
    present = library.read(name)
    if present is not None:
        _remember(name, Written(present, Kind.OUTSIDE, None), now)
    return present


@dataclass(frozen=True)
class Written:
    """A text that stands in a bank's file, and who put it there."""

    raw: bytes
    kind: Kind
    user_id: str | None


def _remember(name: str, written: Written, now: datetime) -> None:
    """Record a text; again if somebody else took the number meanwhile."""
    for _ in range(TRIES - 1):
        with suppress(IntegrityError):
            add_revision(name, written, now)
            return
    add_revision(name, written, now)


@transaction
def add_revision(name: str, written: Written, now: datetime) -> None:
    """Add a text to a bank's history unless it is the newest there already.

    One that was noticed between its writing and this is given to whoever wrote it.
    """
    digest = digest_of(written.raw)
    newest = find_newest(name)
    if newest is not None and newest.digest == digest:
        if newest.kind == Kind.OUTSIDE and written.kind != Kind.OUTSIDE:
            newest.kind, newest.user_id, newest.made_at = written.kind, written.user_id, now
            _audit(name, newest.number, written, now)
        return
    number = newest.number + 1 if newest else 1
    db.session.add(
        BankRevision(
            bank=name,
            number=number,
            kind=written.kind,
            user_id=written.user_id,
            made_at=now,
            digest=digest,
            content=written.raw,
        )
    )
    _audit(name, number, written, now)


def _audit(name: str, number: int, written: Written, now: datetime) -> None:
    if written.kind != Kind.OUTSIDE:
        detail = f"version {number}, {written.kind}"
        record(Act.BANK_EDITED, f"bank {name}", now, by=written.user_id, detail=detail)


def _as_bytes(text: str | bytes, present: bytes | None) -> bytes:
    if isinstance(text, bytes):
        return text
    try:
        return keep_untouched(present or b"", text)
    except UnicodeEncodeError as error:
        raise NotSaved(HALF_A_CHARACTER) from error
