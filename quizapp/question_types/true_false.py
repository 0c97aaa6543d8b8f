"""True or false: the smallest type, the one to copy."""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, ClassVar, Self

from quizapp.question_types.base import (
    Alternative,
    Answer,
    Chips,
    Grade,
    Order,
    Problem,
    ProblemsFound,
    QuestionType,
    Shows,
    UnfitKey,
)
from quizapp.question_types.block import AnswerBlock, MarkedList
from quizapp.question_types.layout import item_markdown
from quizapp.question_types.marks import Mark, mark_choice

WORDS = {"true": "True", "false": "False"}


@dataclass(frozen=True)
class AskedTrueFalse:
    """What was chosen so far: "true", "false" or ""."""

    chosen: str


@dataclass(frozen=True)
class ReviewedTruth:
    """One of the two after the fact."""

    text: str
    mark: Mark


@dataclass(frozen=True)
class TrueFalse(QuestionType):
    """A statement that holds or doesn't."""

    truth: bool
    true_feedback: str = ""
    false_feedback: str = ""

    name: ClassVar[str] = "true_false"
    label: ClassVar[str] = "True or false"
    example: ClassVar[str] = """\
## The moon shines by its own light.
`id: moon-light`

- ( ) True
  > It reflects the light of the sun.
- (x) False

> **Explanation:** The moon gives off no visible light.
"""

    @classmethod
    def recognizes(cls, block: AnswerBlock) -> bool:
        return (
            isinstance(block, MarkedList)
            and all(item.mark in ("( )", "(x)") for item in block.items)
            and sorted(item.text.strip().lower() for item in block.items) == ["false", "true"]
        )

    @classmethod
    def parse(cls, block: AnswerBlock, chips: Chips, language: str) -> Self:
        assert isinstance(block, MarkedList)
        keys = [item for item in block.items if item.mark == "(x)"]
        if len(keys) != 1:
            place = keys[1] if keys else block.items[0]
            code, found = ("not-one-key", "Both are") if keys else ("no-key", "Neither is")
            message = f"{found} marked correct. Put an x in either True or False: (x)."
            raise ProblemsFound([Problem(place.line, place.column, code, message)])
        feedback = {item.text.strip().lower(): item.feedback for item in block.items}
        return cls(keys[0].text.strip().lower() == "true", feedback["true"], feedback["false"])

    def to_markdown(self) -> str:
        true, false = ("(x)", "( )") if self.truth else ("( )", "(x)")
        return "\n".join(
            (
                item_markdown(f"- {true} ", "True", feedback=self.true_feedback),
                item_markdown(f"- {false} ", "False", feedback=self.false_feedback),
            )
        )

    def grade(self, answer: Answer) -> Grade:
        if answer not in (("true",), ("false",)):
            return Grade(Fraction(0))
        feedback = self.true_feedback if answer == ("true",) else self.false_feedback
        return Grade(Fraction(int(answer == self.key())), (feedback,) if feedback else ())

    def with_key(self, key: Answer) -> Self:
        if key not in (("true",), ("false",)):
            raise UnfitKey("Choose True or False as the key.")
        return replace(self, truth=key == ("true",))

    def alternatives(self) -> tuple[Alternative, ...]:
        return tuple(
            Alternative(value, words, self.key() == (value,)) for value, words in WORDS.items()
        )

    def guess(self) -> Fraction:
        return Fraction(1, 2)

    def key(self) -> Answer:
        return ("true",) if self.truth else ("false",)

    def ask(self, answer: Answer, order: Order) -> AskedTrueFalse:
        return AskedTrueFalse(answer[0] if len(answer) == 1 and answer[0] in WORDS else "")

    def review(self, answer: Answer, order: Order, shows: Shows) -> tuple[ReviewedTruth, ...]:
        return tuple(
            ReviewedTruth(
                words,
                mark_choice(chosen=answer == (value,), correct=self.key() == (value,), shows=shows),
            )
            for value, words in WORDS.items()
        )

    def describe(self, answer: Answer, order: Order) -> tuple[str, ...]:
        return tuple(WORDS[value] for value in answer if value in WORDS)

    def export(self) -> dict[str, Any]:
        options = (
            ("true", self.truth, self.true_feedback),
            ("false", not self.truth, self.false_feedback),
        )
        return {
            "options": [
                {"id": value, "text": WORDS[value], "correct": correct, "feedback": feedback}
                for value, correct, feedback in options
            ]
        }
