"""Multiple choice: one key among distractors."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Self

from quizapp.question_types.base import Answer, Chips, Grade, Problem, ProblemsFound
from quizapp.question_types.block import AnswerBlock, Item, MarkedList
from quizapp.question_types.letters import item_problems
from quizapp.question_types.options import OptionsQuestion, read_options
from quizapp.question_types.true_false import TrueFalse


@dataclass(frozen=True)
class MultipleChoice(OptionsQuestion):
    """Exactly one option earns the points."""

    several: ClassVar[bool] = False
    name: ClassVar[str] = "multiple_choice"
    label: ClassVar[str] = "Multiple choice"
    example: ClassVar[str] = """\
## Which planet is closest to the sun?
`id: closest-planet`

- ( ) a) Venus
  > It is the second.
- (x) b) Mercury
- ( ) c) Mars
- ( ) d) None of these `last`

> **Explanation:** Mercury orbits at about 0.4 astronomical units.
"""

    @classmethod
    def recognizes(cls, block: AnswerBlock) -> bool:
        return (
            isinstance(block, MarkedList)
            and bool(block.items)
            and all(item.mark in ("( )", "(x)") for item in block.items)
            and not TrueFalse.recognizes(block)
        )

    @classmethod
    def parse(cls, block: AnswerBlock, chips: Chips, language: str) -> Self:
        assert isinstance(block, MarkedList)
        problems = [*key_problems(block), *item_problems(block.items)]
        if problems:
            raise ProblemsFound(problems)
        return cls(read_options(block.items, "(x)"))

    def to_markdown(self) -> str:
        return self.markdown_with("(x)", "( )")

    def grade(self, answer: Answer) -> Grade:
        if len(answer) != 1 or answer[0] not in self.named:
            return Grade(Fraction(0))
        option = self.named[answer[0]]
        feedback = (option.feedback,) if option.feedback else ()
        return Grade(Fraction(int(option.correct)), feedback)

    def guess(self) -> Fraction:
        return Fraction(1, len(self.options))

    def key(self) -> Answer:
        return tuple(self.keys)


def key_problems(block: MarkedList) -> list[Problem]:
    """What is wrong unless exactly one option is the key; a list of choices elsewhere asks too."""
    keys = [item for item in block.items if item.mark == "(x)"]
    if not keys:
        return [no_key(block.items[0])]
    return [
        Problem(
            item.line,
            item.column,
            "not-one-key",
            f"A second option is marked correct; the first stands on line {keys[0].line}. "
            "Leave one x, or write every mark as [ ] or [x] if several are right.",
        )
        for item in keys[1:]
    ]


def no_key(first: Item) -> Problem:
    """The problem of a list in which nothing is marked correct."""
    message = "No option is marked correct. Put an x between the marks of the right one: (x)."
    return Problem(first.line, first.column, "no-key", message)
