"""A bank's history and its drafts, read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import undefer

from quizapp.accounts.models import User
from quizapp.extensions import db
from quizapp.revisions.models import BankDraft, BankRevision
from quizapp.revisions.rules import Kind


@dataclass(frozen=True)
class RevisionLine:
    """A line of a bank's history, without the text."""

    number: int
    kind: str
    user_id: str | None
    who: str | None
    made_at: datetime
    digest: str


def list_revisions(bank: str) -> Sequence[RevisionLine]:
    """The history of a bank, the newest first."""
    return [RevisionLine(*row) for row in db.session.execute(_lines(bank))]


def banks_with_history() -> frozenset[str]:
    """The names of all banks of which a text is known."""
    return frozenset(db.session.scalars(select(BankRevision.bank).distinct()))


def find_newest_line(bank: str) -> RevisionLine | None:
    """The line of the last text that was recorded as standing in a bank's file."""
    row = db.session.execute(_lines(bank).where(BankRevision.kind != Kind.ASIDE).limit(1)).first()
    return RevisionLine(*row) if row else None


def _lines(bank: str) -> Select[int, str, str | None, str, datetime, str]:
    return (
        select(
            BankRevision.number,
            BankRevision.kind,
            BankRevision.user_id,
            User.name,
            BankRevision.made_at,
            BankRevision.digest,
        )
        .outerjoin(User, User.id == BankRevision.user_id)
        .where(BankRevision.bank == bank)
        .order_by(BankRevision.number.desc())
    )


def find_newest(bank: str) -> BankRevision | None:
    """The last text that was recorded as standing in a bank's file."""
    newest = select(BankRevision).where(BankRevision.bank == bank, BankRevision.kind != Kind.ASIDE)
    return db.session.scalar(newest.order_by(BankRevision.number.desc()).limit(1))


def last_number(bank: str) -> int:
    """How many texts the history of a bank has."""
    numbers = select(func.max(BankRevision.number)).where(BankRevision.bank == bank)
    return db.session.scalar(numbers) or 0


def find_before(bank: str, number: int) -> BankRevision | None:
    """The text that stood in the file before the one of this number."""
    earlier = select(BankRevision).where(
        BankRevision.bank == bank, BankRevision.kind != Kind.ASIDE, BankRevision.number < number
    )
    newest = earlier.order_by(BankRevision.number.desc()).limit(1)
    return db.session.scalar(newest.options(undefer(BankRevision.content)))


def find_made(bank: str, digest: str, kind: Kind) -> RevisionLine | None:
    """The last line of the history in which the text with this digest came about in this way."""
    made = _lines(bank).where(BankRevision.digest == digest, BankRevision.kind == kind)
    row = db.session.execute(made.limit(1)).first()
    return RevisionLine(*row) if row else None


def find_revision(bank: str, number: int) -> BankRevision | None:
    """One text of a bank's history."""
    return db.session.get(BankRevision, (bank, number), options=[undefer(BankRevision.content)])


def find_content(bank: str, digest: str) -> bytes | None:
    """The text of a bank that has this digest, if it was ever recorded."""
    found = select(BankRevision.content).where(
        BankRevision.bank == bank, BankRevision.digest == digest
    )
    return db.session.scalar(found.limit(1))


def find_draft(bank: str, user_id: str) -> BankDraft | None:
    """What a person has written and not saved."""
    return db.session.get(BankDraft, (bank, user_id))
