"""Attempts, the answers in them, and the log of every answer that ever arrived."""

from datetime import datetime
from fractions import Fraction
from typing import TypedDict

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.accounts.models import User
from quizapp.attempts.rules import AttemptScore
from quizapp.columns import MILLION, RandomId, UtcDateTime
from quizapp.extensions import Model
from quizapp.quizzes.models import Quiz


class Place(TypedDict):
    """One question on this person's page: its slot, and its parts in the order shown."""

    slot: int
    order: list[str]


class Attempt(Model):
    """One student's run through a quiz. `layout` was drawn once, from `seed`, at the start."""

    id: Mapped[RandomId]
    quiz_id: Mapped[str] = mapped_column(ForeignKey("quiz.id", ondelete="CASCADE"))
    user_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]  # from 1
    version: Mapped[int]  # of the quiz, as published when the attempt began
    seed: Mapped[str] = mapped_column(String(32))
    layout: Mapped[list[Place]] = mapped_column(JSON)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    submitted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    furthest: Mapped[int] = mapped_column(default=1)  # question shown, where none can go back
    revision: Mapped[int] = mapped_column(default=0)  # rises with every save that changed something
    earned: Mapped[int | None] = mapped_column(BigInteger)  # millionths of a point, once graded
    possible: Mapped[int] = mapped_column(BigInteger)  # millionths; less once a slot is left out
    unmarked: Mapped[int] = mapped_column(BigInteger, default=0)  # millionths a person has to mark
    receipt: Mapped[str | None] = mapped_column(String(9))
    ran_out: Mapped[bool] = mapped_column(default=False)  # submitted by the clock, not by hand

    quiz: Mapped[Quiz] = relationship()
    user: Mapped[User] = relationship()

    @property
    def score(self) -> AttemptScore | None:
        """What it earned so far; None until it is submitted."""
        if self.earned is None:
            return None
        earned, possible, unmarked = (
            Fraction(millionths, MILLION)
            for millionths in (self.earned, self.possible, self.unmarked)
        )
        return AttemptScore(earned, possible, unmarked)

    __table_args__ = (
        UniqueConstraint("quiz_id", "user_id", "number"),
        Index(  # at most one unfinished attempt a person and quiz, whatever the race
            "ix_attempt_unfinished",
            "quiz_id",
            "user_id",
            unique=True,
            sqlite_where=text("submitted_at IS NULL"),
            postgresql_where=text("submitted_at IS NULL"),
        ),
    )


class Response(Model):
    """The newest answer to a slot of an attempt; the grading fills `earned`."""

    attempt_id: Mapped[str] = mapped_column(
        ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True
    )
    slot: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    answer: Mapped[list[str]] = mapped_column(JSON)  # a stored Answer: letters, or text as it came
    is_to_revisit: Mapped[bool] = mapped_column(default=False)
    saved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # None: never answered
    earned: Mapped[int | None] = mapped_column(BigInteger)  # millionths; None too if left out
    needs_marking: Mapped[bool] = mapped_column(default=False)
    revision: Mapped[int] = mapped_column(default=0)  # the attempt's, when this was last changed
    device: Mapped[str] = mapped_column(String(26), default="")  # by which; "" for the plain form

    __table_args__ = ({"sqlite_with_rowid": False},)


class AnswerLog(Model):
    """Every answer that arrived, never changed. The same save arriving twice is one row."""

    attempt_id: Mapped[str] = mapped_column(
        ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True
    )
    slot: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    device: Mapped[str] = mapped_column(String(26), primary_key=True)  # "" for the plain form
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    answer: Mapped[list[str]] = mapped_column(JSON)
    arrived_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = ({"sqlite_with_rowid": False},)


class Mark(Model):
    """What a person gave for an answer, never changed: the newest that judged this answer counts.

    A change is a further mark. The student reads points and comment once the policy shows them.
    """

    attempt_id: Mapped[str] = mapped_column(
        ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True
    )
    slot: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # from 1
    answer_digest: Mapped[str] = mapped_column(String(64))  # which answer it judged
    points: Mapped[int] = mapped_column(BigInteger)  # millionths
    rubric: Mapped[list[int]] = mapped_column(JSON)  # millionths, a value a line; [] without one
    comment: Mapped[str] = mapped_column(Text)  # plain text, "" if none
    marked_by: Mapped[str | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    marked_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = ({"sqlite_with_rowid": False},)


class LateAnswer(Model):
    """An answer that arrived after the end: kept, and counted only once staff accept it."""

    attempt_id: Mapped[str] = mapped_column(
        ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True
    )
    slot: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    device: Mapped[str] = mapped_column(String(26), primary_key=True)  # as in the answer log
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    answer: Mapped[list[str]] = mapped_column(JSON)
    arrived_at: Mapped[datetime] = mapped_column(UtcDateTime)
    key_visible: Mapped[bool]  # could this student see right from wrong when it arrived?
    decision: Mapped[str | None] = mapped_column(String(10))  # accepted or left; None: still open
    decided_by: Mapped[str | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # What an accepted one took the place of: the receipt is about that.
    before: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))


class ScoreChange(Model):
    """A line of the ledger: why a slot's points changed after its attempt was submitted."""

    id: Mapped[RandomId]
    attempt_id: Mapped[str] = mapped_column(
        ForeignKey("attempt.id", ondelete="CASCADE"), index=True
    )
    slot: Mapped[int]
    old: Mapped[int] = mapped_column(BigInteger)  # millionths of a point, of the slot
    new: Mapped[int] = mapped_column(BigInteger)
    old_total: Mapped[int] = mapped_column(BigInteger)  # of the whole attempt
    new_total: Mapped[int] = mapped_column(BigInteger)
    old_possible: Mapped[int | None] = mapped_column(BigInteger)  # None: as many as before
    new_possible: Mapped[int | None] = mapped_column(BigInteger)
    why: Mapped[str] = mapped_column(String(40))  # "late answer", or the kind of a correction
    correction_id: Mapped[str | None] = mapped_column(
        ForeignKey("correction.id", ondelete="CASCADE"), index=True
    )
    made_by: Mapped[str | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
