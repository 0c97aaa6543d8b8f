"""Every text that a bank's file has held since it is edited here, and drafts that it hasn't."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.columns import UtcDateTime
from quizapp.extensions import Model


class BankRevision(Model):
    """One text of a bank's file, byte by byte; it is never changed nor deleted."""

    bank: Mapped[str] = mapped_column(String(64), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # from 1
    kind: Mapped[str] = mapped_column(String(20))
    user_id: Mapped[str | None] = mapped_column(
        ForeignKey("user.id", ondelete="SET NULL"), index=True
    )  # None: somebody outside, or somebody who was erased
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)  # of one from outside: when noticed
    digest: Mapped[str] = mapped_column(String(64))  # sha256 of `content`, in hex
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class BankDraft(Model):
    """What one person has written in the editor and not saved to the file."""

    bank: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[str] = mapped_column(
        ForeignKey("user.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    base: Mapped[str] = mapped_column(String(64))  # digest of the file it began from; "": none
    content: Mapped[bytes] = mapped_column(LargeBinary)  # UTF-8, lines end with LF
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)
