"""What people did while practicing: rows are only ever added, and nothing here is a score."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.columns import UtcDateTime
from quizapp.extensions import Model


class PracticeStep(Model):
    """One question checked or skipped, or a fresh start; everything shown follows from these.

    The number counts one person's steps in one version of a quiz, so a form sent twice, or from
    two devices, is one row.
    """

    user_id: Mapped[str] = mapped_column(
        ForeignKey("user.id", ondelete="CASCADE"), primary_key=True
    )
    quiz_id: Mapped[str] = mapped_column(
        ForeignKey("quiz.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    attempt_id: Mapped[str] = mapped_column(String(26), primary_key=True)  # whose misses; "": all
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # from 1
    slot: Mapped[int | None]  # None: started over
    answer: Mapped[list[str]] = mapped_column(JSON)  # a stored Answer, as in an attempt
    outcome: Mapped[str] = mapped_column(String(12))  # a name of practice.sequence.Outcome
    at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = ({"sqlite_with_rowid": False},)
