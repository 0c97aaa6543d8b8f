"""A bank's history and its drafts, read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import undefer

from quizapp.accounts.models import User
from quizapp.extensions import db
from quizapp.revisions.models import BankDraft, BankRevision


@dataclass(frozen=True)
class RevisionLine:
    """A line of a bank's history, without the text."""

    number: int
    kind: str
    who: str | None
    made_at: datetime
    digest: str


def list_revisions(bank: str) -> Sequence[RevisionLine]:
    """The history of a bank, the newest first."""
    rows = db.session.execute(
        select(
            BankRevision.number,
            BankRevision.kind,
            User.name,
            BankRevision.made_at,
            BankRevision.digest,
        )
        .outerjoin(User, User.id == BankRevision.user_id)
        .where(BankRevision.bank == bank)
        .order_by(BankRevision.number.desc())
    )
    return [RevisionLine(*row) for row in rows]


def find_newest(bank: str) -> BankRevision | None:
    """The last text that was recorded of a bank."""
    newest = select(BankRevision).where(BankRevision.bank == bank)
    return db.session.scalar(newest.order_by(BankRevision.number.desc()).limit(1))


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
