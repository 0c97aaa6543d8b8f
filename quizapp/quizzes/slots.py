"""A question in its place in a published quiz, as a plain value."""

from dataclasses import dataclass
from fractions import Fraction

from quizapp.banks.model import Question, Source


@dataclass(frozen=True)
class PublishedSlot:
    """A place in a published version, with its question as it was then."""

    number: int  # from 1
    section: int  # from 0, in the order of the quiz
    section_title: str
    section_text: str
    points: Fraction
    question: Question
    sources: tuple[Source, ...]
    language: str
    digest: str
    pool: int | None = None  # first of the sections drawn from as one; None: this one alone

    @property
    def drawn_from(self) -> int:
        """By what a quiz's settings say how many are drawn: its pool, or its section."""
        return self.section if self.pool is None else self.pool

    @property
    def is_marked_by_hand(self) -> bool:
        """Whether only a person can tell what an answer earns."""
        return self.question.body.key() is None
