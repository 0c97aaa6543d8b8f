"""Quizzes, the slots of each published version, and questions and images as they were frozen."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypedDict

from sqlalchemy import JSON, BigInteger, ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.columns import RandomId, UtcDateTime
from quizapp.courses.models import Course
from quizapp.extensions import Model
from quizapp.quizzes.composition import Selection
from quizapp.quizzes.rules import (
    Counts,
    Extras,
    FeedbackPolicy,
    Paging,
    Part,
    Practice,
    QuizSettings,
    When,
)


class Quiz(Model):
    """Questions of banks published to a course, and the rules for taking them."""

    id: Mapped[RandomId]
    course_id: Mapped[str] = mapped_column(ForeignKey("course.id", ondelete="CASCADE"), index=True)
    bank: Mapped[str] = mapped_column(String(64), index=True)  # of its first part; "" without any
    title: Mapped[str] = mapped_column(String(300))
    intro: Mapped[str] = mapped_column(Text, default="")  # Markdown
    language: Mapped[str] = mapped_column(String(35), default="en")
    version: Mapped[int] = mapped_column(default=0)  # 0: not published yet
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    opens_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # None: open from the start
    closes_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # None: never
    time_limit: Mapped[int | None]  # seconds
    grace: Mapped[int] = mapped_column(default=60)  # seconds
    attempts_allowed: Mapped[int | None]  # None: any number
    counts: Mapped[str] = mapped_column(String(10), default="best")  # best, last, first, average
    shuffle_questions: Mapped[bool] = mapped_column(default=True)
    shuffle_options: Mapped[bool] = mapped_column(default=True)
    draw: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)  # section number -> how many
    shows: Mapped[list[str]] = mapped_column(JSON)  # of score, marks, feedback, key, evidence
    shows_when: Mapped[str] = mapped_column(String(20), default="at-once")
    shows_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # with shows_when "at-time"
    shows_score_at_once: Mapped[bool] = mapped_column(default=False)  # whatever shows_when says
    paging: Mapped[str] = mapped_column(String(10), default="all")  # all, one, fixed
    practice: Mapped[str] = mapped_column(String(20), default="after-closing")  # or never
    access_code: Mapped[str] = mapped_column(String(60), default="")  # "": none is asked for
    closed_before: Mapped[datetime | None] = mapped_column(UtcDateTime)  # closing, before "now"

    course: Mapped[Course] = relationship()
    parts: Mapped[list["QuizPart"]] = relationship(
        order_by="QuizPart.number", cascade="all, delete-orphan", passive_deletes=True
    )

    @property
    def selections(self) -> tuple[Selection, ...]:
        """Which questions of which banks it takes when it is published next."""
        return tuple(Selection(part.bank, part.section, part.tag, part.draw) for part in self.parts)

    @selections.setter
    def selections(self, new: Sequence[Selection]) -> None:
        self.bank = new[0].bank if new else ""
        self.parts = [
            QuizPart(
                number=number,
                bank=selection.bank,
                section=selection.section,
                tag=selection.tag,
                draw=selection.draw,
            )
            for number, selection in enumerate(new, 1)
        ]

    @property
    def banks(self) -> tuple[str, ...]:
        """The names of the banks it takes questions from, each once."""
        return tuple(dict.fromkeys(part.bank for part in self.parts))

    @property
    def settings(self) -> QuizSettings:
        """The rules for taking it, as values."""
        return QuizSettings(
            opens_at=self.opens_at,
            closes_at=self.closes_at,
            time_limit=None if self.time_limit is None else timedelta(seconds=self.time_limit),
            grace=timedelta(seconds=self.grace),
            attempts_allowed=self.attempts_allowed,
            counts=Counts(self.counts),
            shuffle_questions=self.shuffle_questions,
            shuffle_options=self.shuffle_options,
            draw={int(section): count for section, count in self.draw.items()},
            paging=Paging(self.paging),
            feedback=FeedbackPolicy(
                what=frozenset(map(Part, self.shows)),
                when=When(self.shows_when),
                at=self.shows_at,
                score_at_once=self.shows_score_at_once,
            ),
            practice=Practice(self.practice),
            access_code=self.access_code or "",
        )

    @settings.setter
    def settings(self, new: QuizSettings) -> None:
        self.opens_at = new.opens_at
        self.closes_at = new.closes_at
        limit = new.time_limit
        self.time_limit = None if limit is None else int(limit.total_seconds())
        self.grace = int(new.grace.total_seconds())
        self.attempts_allowed = new.attempts_allowed
        self.counts = new.counts
        self.shuffle_questions = new.shuffle_questions
        self.shuffle_options = new.shuffle_options
        self.draw = {str(section): count for section, count in new.draw.items()}
        self.paging = new.paging
        self.shows = [part for part in Part if part in new.feedback.what]
        self.shows_when = new.feedback.when
        self.shows_at = new.feedback.at
        self.shows_score_at_once = new.feedback.score_at_once
        self.practice = new.practice
        self.access_code = new.access_code


class QuizPart(Model):
    """Questions of one bank that a quiz takes when it is published next."""

    quiz_id: Mapped[str] = mapped_column(
        ForeignKey("quiz.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # from 1
    bank: Mapped[str] = mapped_column(String(64), index=True)
    section: Mapped[str | None] = mapped_column(Text)  # its title; None: of all sections
    tag: Mapped[str | None] = mapped_column(Text)  # None: with any tags
    draw: Mapped[int | None]  # how many each student gets; None: all


class QuestionSnapshot(Model):
    """A question as frozen at publishing: a bank file of one question, named by its SHA-256."""

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[str] = mapped_column(Text)


class ImageSnapshot(Model):
    """An image as frozen at publishing, named by its SHA-256; snapshots of questions name it so."""

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    media_type: Mapped[str] = mapped_column(String(20))
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Slot(Model):
    """A place in one version of a quiz. Versions never change, so attempts stay what they were."""

    quiz_id: Mapped[str] = mapped_column(
        ForeignKey("quiz.id", ondelete="CASCADE"), primary_key=True
    )
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # from 1
    section: Mapped[int]  # from 0, in the order of the quiz
    pool: Mapped[int | None]  # first of the sections drawn from as one; None: this one alone
    question_id: Mapped[str] = mapped_column(String(64))
    points: Mapped[int] = mapped_column(BigInteger)  # millionths
    digest: Mapped[str] = mapped_column(ForeignKey("question_snapshot.digest"), index=True)

    snapshot: Mapped[QuestionSnapshot] = relationship()


class CorrectedPlace(TypedDict):
    """A slot of one version, and the snapshots of which the best for an answer decides."""

    version: int
    slot: int
    digests: list[str]  # [] where no key decides


class Correction(Model):
    """How answers to a question count from now on, laid over what was frozen; never changed.

    Of those in force the newest decides. Undoing is a further row, which names what it undoes.
    """

    id: Mapped[RandomId]
    quiz_id: Mapped[str] = mapped_column(ForeignKey("quiz.id", ondelete="CASCADE"))
    number: Mapped[int]  # from 1, of the quiz
    question_id: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(20))  # see quizzes.rulings.Kind
    places: Mapped[list[CorrectedPlace]] = mapped_column(JSON)
    nobody_loses: Mapped[bool] = mapped_column(default=False)
    undoes: Mapped[str | None] = mapped_column(
        ForeignKey("correction.id", ondelete="CASCADE"), unique=True
    )
    made_by: Mapped[str | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (UniqueConstraint("quiz_id", "number"),)


class Extension(Model):
    """What one student has in one quiz that the others don't: time, another window, attempts."""

    quiz_id: Mapped[str] = mapped_column(
        ForeignKey("quiz.id", ondelete="CASCADE"), primary_key=True
    )
    user_id: Mapped[str] = mapped_column(
        ForeignKey("user.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    time_percent: Mapped[int | None]  # instead of the enrollment's
    extra: Mapped[int] = mapped_column(default=0)  # seconds
    opens_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # instead of the quiz's
    closes_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # before any extra time
    more_attempts: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(String(500), default="")
    made_by: Mapped[str | None] = mapped_column(ForeignKey("user.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)

    @property
    def extras(self) -> Extras:
        """What it gives, as values."""
        return Extras(
            time_percent=self.time_percent,
            extra=timedelta(seconds=self.extra),
            opens_at=self.opens_at,
            closes_at=self.closes_at,
            more_attempts=self.more_attempts,
        )

    @extras.setter
    def extras(self, new: Extras) -> None:
        self.time_percent = new.time_percent
        self.extra = int(new.extra.total_seconds())
        self.opens_at = new.opens_at
        self.closes_at = new.closes_at
        self.more_attempts = new.more_attempts
