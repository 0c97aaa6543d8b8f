"""Counts of submitted attempts, as `tallies` names them, and what has still to be added to them."""

from sqlalchemy import JSON, BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from quizapp.columns import RandomId
from quizapp.extensions import Model

NO_ROWID = ({"sqlite_with_rowid": False},)


class QuizTally(Model):
    """That a quiz's counts are kept up; without its row they have to be made anew."""

    quiz_id: Mapped[str] = mapped_column(
        ForeignKey("quiz.id", ondelete="CASCADE"), primary_key=True
    )
    counts: Mapped[str] = mapped_column(String(10))  # which attempts counted when they were made

    __table_args__ = NO_ROWID


class PendingTally(Model):
    """What the end or change of attempts adds to the counts, once somebody reads them."""

    id: Mapped[RandomId]
    quiz_id: Mapped[str] = mapped_column(ForeignKey("quiz.id", ondelete="CASCADE"), index=True)
    counts: Mapped[str] = mapped_column(String(10))  # as above; "": what changed isn't known
    added: Mapped[list[list[str | int]]] = mapped_column(JSON)  # see tally_tables.py


class Counted:
    """What all counts share; the primary keys begin with the quiz and its question."""

    @declared_attr
    def quiz_id(cls) -> Mapped[str]:  # noqa: N805
        """Of which quiz."""
        quiz = ForeignKey("quiz.id", ondelete="CASCADE")
        return mapped_column(quiz, primary_key=True, sort_order=-1)

    pool: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, sort_order=1)
    n: Mapped[int] = mapped_column(BigInteger, sort_order=2)


class ScoreTally(Counted, Model):
    """How many attempts have a score."""

    possible: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    earned: Mapped[int] = mapped_column(BigInteger, primary_key=True)

    __table_args__ = NO_ROWID


class TimeTally(Counted, Model):
    """How many attempts, or answers to a question, took about as long."""

    question_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    seconds: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)

    __table_args__ = NO_ROWID


class MarkTally(Counted, Model):
    """How many answers earned so much in attempts of such a score, and sums of the rest of them."""

    question_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    points: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    possible: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    earned: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    band: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    rest: Mapped[int] = mapped_column(BigInteger)
    # The sum of squares is too large for 64 bits, so it is kept in two: see tally_tables.py.
    squares_high: Mapped[int] = mapped_column(BigInteger)
    squares_low: Mapped[int] = mapped_column(BigInteger)

    __table_args__ = NO_ROWID


class ChoiceTally(Counted, Model):
    """How many answers hold a choice in attempts of such a score, and the sum of the rest."""

    question_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    points: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    possible: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    choice: Mapped[str] = mapped_column(String(200), primary_key=True)
    band: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    rest: Mapped[int] = mapped_column(BigInteger)

    __table_args__ = NO_ROWID


class TextTally(Counted, Model):
    """How many answers say the same in a field."""

    question_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    part: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(String(200), primary_key=True)
    earned: Mapped[int] = mapped_column(BigInteger, primary_key=True)

    __table_args__ = NO_ROWID
