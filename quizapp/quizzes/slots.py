"""A question in its place in a published quiz, as a plain value."""

from dataclasses import dataclass
from fractions import Fraction

from quizapp.banks.model import Question, Source


@dataclass(frozen=True)
class PublishedSlot:
    """A place in a published version, with its question as it was then."""

    number: int  # from 1
    section: int  # from 0, in the order of the bank
    section_title: str
    section_text: str
    points: Fraction
    question: Question
    sources: tuple[Source, ...]
    language: str
    digest: str

    @property
    def is_marked_by_hand(self) -> bool:
        """Whether only a person can tell what an answer earns."""
        return self.question.body.key() is None
