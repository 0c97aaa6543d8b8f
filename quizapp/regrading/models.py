"""Notes: what students ask about their marks, and what they are answered."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.columns import RandomId, UtcDateTime
from quizapp.extensions import Model


class MarkNote(Model):
    """A student's question about the mark of one answer; at most one is open at a time."""

    id: Mapped[RandomId]
    quiz_id: Mapped[str] = mapped_column(ForeignKey("quiz.id", ondelete="CASCADE"))
    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"))
    slot: Mapped[int]
    text: Mapped[str] = mapped_column(Text)  # plain text
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reply: Mapped[str] = mapped_column(Text, default="")  # plain text; "" if there is none
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # None: still open
    closed_by: Mapped[str | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))

    __table_args__ = (
        Index("ix_mark_note_quiz_id_closed_at", "quiz_id", "closed_at"),
        Index("ix_mark_note_attempt_id", "attempt_id"),
        Index(
            "ix_mark_note_open",
            "attempt_id",
            "slot",
            unique=True,
            sqlite_where=sql("closed_at IS NULL"),
            postgresql_where=sql("closed_at IS NULL"),
        ),
    )
