"""A question in its place in a published quiz, as a plain value."""

from dataclasses import dataclass
from fractions import Fraction

from quizapp.banks.model import Question, Source
from quizapp.question_types.base import Answer, Grade


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
    judges: tuple["PublishedSlot", ...] = ()  # itself with other keys, once it was corrected

    @property
    def drawn_from(self) -> int:
        """By what a quiz's settings say how many are drawn: its pool, or its section."""
        return self.section if self.pool is None else self.pool

    @property
    def is_marked_by_hand(self) -> bool:
        """Whether only a person can tell what an answer earns."""
        return self.question.body.key() is None

    def judge(self, answer: Answer) -> "Judged":
        """What `answer` to this slot earns: by its corrected keys, the best for it, or by its own.

        Of judges that give as much, the newest decides.
        """
        every = [self._judged(answer, by) for by in self.judges or (self,)]
        return max(reversed(every), key=lambda judged: judged.grade.fraction)

    def _judged(self, answer: Answer, by: "PublishedSlot") -> "Judged":
        body = by.question.body
        read = answer if by is self else body.translate(answer, self.question.body)
        return Judged(by, read, body.grade(read))


@dataclass(frozen=True)
class Judged:
    """An answer as one judge reads it: in that one's names for the question's parts."""

    by: PublishedSlot
    answer: Answer
    grade: Grade
