"""What a question bank holds, frozen. Line numbers count from 1 and take no part in comparing."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from quizapp.question_types.base import QuestionType

Difficulty = Literal["easy", "medium", "hard"]


@dataclass(frozen=True)
class Evidence:
    """A quote that proves a key: the name of a source, and the words that must stand in it."""

    source: str
    quote: str  # Markdown of the labelled quote, quotation marks included
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Question:
    """One question as its author wrote it."""

    heading: str  # Markdown, inline
    body: QuestionType
    id: str = ""  # "" while drafting
    text: str = ""  # the rest of the stem, Markdown
    points: Fraction = Fraction(1)
    tags: tuple[str, ...] = ()
    difficulty: Difficulty | None = None
    seconds: int | None = None  # how long it is expected to take
    shuffle: bool = True  # whether a quiz that shuffles options may shuffle these
    hint: str = ""
    explanation: str = ""
    evidence: tuple[Evidence, ...] = ()
    lint_ignore: str = ""  # codes, then a reason in brackets, as written
    origin: str = ""  # the generator's `from` chip
    notes: tuple[str, ...] = field(default=(), compare=False)  # the author's HTML comments
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Section:
    """Questions under one `#` heading, with the passage they share; the first may have no title."""

    questions: tuple[Question, ...]
    title: str = ""
    text: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Source:
    """Where evidence comes from; with a `file`, quotes are checked against it."""

    name: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""
    file: str = ""  # relative to the folder of the bank
    sha256: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Bank:
    """One Markdown file."""

    name: str
    title: str
    sections: tuple[Section, ...]
    language: str = "en"
    intro: str = ""
    defaults: tuple[tuple[str, str], ...] = ()  # chips that every question starts from
    sources: tuple[Source, ...] = ()
    status: str = ""  # "draft" can't be published
    generated: tuple[tuple[str, str], ...] = ()  # the generator's counts

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in the order of the file."""
        return tuple(question for section in self.sections for question in section.questions)
