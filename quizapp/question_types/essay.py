"""Essay: free text that a person marks by a rubric."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, Self

from quizapp.markdown import escape
from quizapp.question_types.base import (
    Answer,
    Chips,
    Criterion,
    Grade,
    Order,
    Problem,
    ProblemsFound,
    QuestionType,
    Shows,
)
from quizapp.question_types.block import AnswerBlock, RubricLine, WritingSpace
from quizapp.question_types.layout import cell_markdown
from quizapp.question_types.numerals import decimal_text, read_number

WORDS = re.compile(r"(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?")
BEGINNING = 20  # words that describe a longer answer


@dataclass(frozen=True)
class AskedEssay:
    """The text so far, and how long it should become; 0 where the author said nothing."""

    text: str
    fewest_words: int
    most_words: int
    words: int  # written so far


@dataclass(frozen=True)
class ReviewedEssay:
    """The text, and what it is marked for if that is told."""

    text: str
    words: int
    fewest_words: int = 0
    most_words: int = 0
    rubric: tuple[Criterion, ...] = ()
    header: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Essay(QuestionType):
    """Nothing is earned until someone marks it."""

    fewest_words: int = 0
    most_words: int = 0
    rubric: tuple[Criterion, ...] = ()
    header: tuple[str, str] = ("Rubric", "Points")

    name: ClassVar[str] = "essay"
    label: ClassVar[str] = "Essay"
    example: ClassVar[str] = """\
## Explain why the days are longer in summer.
`id: long-days` `points: 3`

____ (80-150 words)

| Rubric | Points |
|---|---:|
| Names the tilt of the axis | 2 |
| Says where the sun stands at noon | 1 |

> **Explanation:** The axis of the earth is tilted by about 23 degrees.
"""

    @classmethod
    def recognizes(cls, block: AnswerBlock) -> bool:
        return isinstance(block, WritingSpace)

    @classmethod
    def parse(cls, block: AnswerBlock, chips: Chips, language: str) -> Self:
        assert isinstance(block, WritingSpace)
        problems = [problem for line in block.rubric for problem in line_problems(line)]
        words = read_words(block.words)
        if words is None:
            message = f"({block.words} words) is no length. Write (150 words) or (150-300 words)."
            problems.append(Problem(block.line, 1, "bad-words", message))
        if problems or words is None:
            raise ProblemsFound(problems)
        rubric = tuple(
            Criterion(" ".join(line.text.split()), read_number(line.points) or Fraction(0))
            for line in block.rubric
        )
        return cls(*words, rubric, block.header) if rubric else cls(*words)

    def to_markdown(self) -> str:
        length = str(self.most_words)
        if self.fewest_words != self.most_words:
            length = f"{self.fewest_words}-{length}"
        space = f"____ ({length} words)" if self.most_words else "____"
        if not self.rubric:
            return space
        header, points = map(cell_markdown, self.header)
        rows = [f"| {cell_markdown(c.text)} | {decimal_text(c.points)} |" for c in self.rubric]
        return "\n".join([space, "", f"| {header} | {points} |", "|---|---:|", *rows])

    def grade(self, answer: Answer) -> Grade:
        return Grade(Fraction(0), needs_marking=not self.is_blank(answer))

    def key(self) -> None:
        return None

    def guess(self) -> None:
        return None

    def criteria(self) -> tuple[Criterion, ...]:
        return self.rubric

    def ask(self, answer: Answer, order: Order) -> AskedEssay:
        text = "\n".join(answer)
        return AskedEssay(text, self.fewest_words, self.most_words, len(text.split()))

    def review(self, answer: Answer, order: Order, shows: Shows) -> ReviewedEssay:
        text = "\n".join(answer)
        length = (len(text.split()), self.fewest_words, self.most_words)
        if not shows.key:
            return ReviewedEssay(text, *length)
        return ReviewedEssay(text, *length, self.rubric, self.header)

    def describe(self, answer: Answer, order: Order) -> tuple[str, ...]:
        words = "\n".join(answer).split()
        if not words:
            return ()
        beginning = escape(" ".join(words[:BEGINNING])[:200])
        count = f"{len(words)} word{'s' if len(words) != 1 else ''}"
        return (f"{beginning}{' …' if len(words) > BEGINNING else ''} ({count})",)

    def export(self) -> dict[str, Any]:
        return {
            "words": [self.fewest_words, self.most_words] if self.most_words else None,
            "rubric": [{"text": c.text, "points": float(c.points)} for c in self.rubric],
        }


def read_words(written: str) -> tuple[int, int] | None:
    """The fewest and the most words wanted, 0 and 0 if nothing is said; None if nonsense."""
    if not written.strip():
        return 0, 0
    found = WORDS.fullmatch(written.strip())
    if found is None:
        return None
    fewest, most = int(found[1]), int(found[2] or found[1])
    return (fewest, most) if most > 0 and fewest <= most else None


def line_problems(line: RubricLine) -> list[Problem]:
    """What is wrong with a line of the rubric."""
    points = read_number(line.points)
    if points is None or points <= 0:
        message = (
            f"{line.points.strip() or 'Nothing'} is no number of points. Write one like 2 or 0.5."
        )
        return [Problem(line.line, line.column, "bad-points", message)]
    if not line.text.strip():
        message = "This line of the rubric is empty. Say what earns its points."
        return [Problem(line.line, line.column, "cell-empty", message)]
    return []
