"""Short answer: a word or a few, compared with what the author accepts."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

from quizapp.markdown import escape
from quizapp.question_types.accepted import AcceptedTexts, ensure_key
from quizapp.question_types.base import Answer, Chips, Grade, Order, QuestionType, Shows
from quizapp.question_types.block import AnswerBlock, MarkedList
from quizapp.question_types.chips import read_choice
from quizapp.question_types.texts import MOST_TYPOS
from quizapp.question_types.values import (
    export_values,
    is_number,
    read_values,
    values_markdown,
)
from quizapp.question_types.written import AskedText, ReviewedText, review_text

TYPOS = tuple(str(count) for count in range(MOST_TYPOS + 1))
CASES = ("ignore", "exact")


@dataclass(frozen=True)
class ShortAnswer(QuestionType):
    """The first value that fits the text counts."""

    accepted: AcceptedTexts

    name: ClassVar[str] = "short_answer"
    label: ClassVar[str] = "Short answer"
    key_notation: ClassVar[str] = (
        "Write it as in a question file: * stands for any text, double quotes take it as it is."
    )
    chip_keys: ClassVar[frozenset[str]] = frozenset({"typos", "case"})
    chip_defaults: ClassVar[dict[str, str]] = {"typos": "0", "case": "ignore"}
    example: ClassVar[str] = """\
## What is the capital of Australia?
`id: capital-australia` `typos: 1`

- = Canberra
- = Canberra, *
- ! Sydney
  > Sydney is the largest city.

> **Explanation:** Canberra was founded in 1913 as the capital.
"""

    @classmethod
    def recognizes(cls, block: AnswerBlock) -> bool:
        return (
            isinstance(block, MarkedList)
            and bool(block.items)
            and all(item.mark in ("=", "!") for item in block.items)
            and not all(is_number(item) for item in block.items)
        )

    @classmethod
    def parse(cls, block: AnswerBlock, chips: Chips, language: str) -> Self:
        assert isinstance(block, MarkedList)
        values = read_values(block.items, numeric=False)
        accepted = AcceptedTexts(values, *read_text_chips(chips))
        ensure_key(accepted, block.items)
        return cls(accepted)

    def to_markdown(self) -> str:
        return values_markdown(self.accepted.values)

    def to_chips(self) -> dict[str, str]:
        return text_chips(self.accepted.typos, exact_case=self.accepted.exact_case)

    def grade(self, answer: Answer) -> Grade:
        return self.accepted.grade(answer[0] if len(answer) == 1 else "")

    def with_key(self, key: Answer) -> Self:
        return replace(self, accepted=self.accepted.with_key("".join(key[:1])))

    def accepting(self, answer: Answer) -> Self | None:
        accepted = self.accepted.accepting("".join(answer[:1]))
        return replace(self, accepted=accepted) if accepted else None

    def writings(self, answer: Answer) -> tuple[str, ...]:
        return (self.accepted.one_spelling("".join(answer[:1])),)

    def key_words(self) -> tuple[str, ...]:
        return tuple(escape(text) for text in self.accepted.shown())

    def key(self) -> Answer:
        return (self.accepted.key() or "",)

    def ask(self, answer: Answer, order: Order) -> AskedText:
        return AskedText(answer[0] if answer else "")

    def review(self, answer: Answer, order: Order, shows: Shows) -> ReviewedText:
        text = answer[0] if answer else ""
        return review_text(text, self.accepted, self.grade(answer).fraction, shows)

    def describe(self, answer: Answer, order: Order) -> tuple[str, ...]:
        return () if self.is_blank(answer) else (escape(answer[0]),)

    def export(self) -> dict[str, Any]:
        return export_values(self.accepted.values)


def read_text_chips(chips: Chips) -> tuple[int, bool]:
    """How many typos are forgiven, and whether case counts."""
    typos = int(read_choice(chips, "typos", TYPOS))
    return typos, read_choice(chips, "case", CASES) == "exact"


def text_chips(typos: int, *, exact_case: bool) -> dict[str, str]:
    """The reverse of `read_text_chips`, defaults left out."""
    return ({"typos": str(typos)} if typos else {}) | ({"case": "exact"} if exact_case else {})
