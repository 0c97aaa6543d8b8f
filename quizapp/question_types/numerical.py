"""Numerical: a number, right within a tolerance."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

from quizapp.markdown import escape
from quizapp.question_types.accepted import AcceptedNumbers, ensure_key
from quizapp.question_types.base import (
    Ambiguity,
    Answer,
    Chips,
    Grade,
    Order,
    Posted,
    QuestionType,
    Shows,
)
from quizapp.question_types.block import AnswerBlock, MarkedList
from quizapp.question_types.chips import read_text
from quizapp.question_types.numerals import has_decimal_commas
from quizapp.question_types.values import (
    export_values,
    is_number,
    read_values,
    values_markdown,
)
from quizapp.question_types.written import (
    READINGS,
    AskedText,
    ReviewedText,
    reading_from_post,
    reading_to_post,
    review_text,
)


@dataclass(frozen=True)
class Numerical(QuestionType):
    """The first value in whose range the number lies counts."""

    accepted: AcceptedNumbers

    name: ClassVar[str] = "numerical"
    label: ClassVar[str] = "Number"
    key_notation: ClassVar[str] = (
        "Write it as in a question file: 45, 45 +- 5, 45 +- 2% or 40 .. 50."
    )
    chip_keys: ClassVar[frozenset[str]] = frozenset({"unit"})
    chip_defaults: ClassVar[dict[str, str]] = {"unit": ""}
    example: ClassVar[str] = """\
## At how many degrees does water boil at sea level?
`id: boiling-point` `unit: °C`

- = 100 +- 0.5
- = 95 .. 105 => 50%
- ! 212
  > That is in degrees Fahrenheit.

> **Explanation:** At a pressure of one atmosphere.
"""

    @classmethod
    def recognizes(cls, block: AnswerBlock) -> bool:
        return (
            isinstance(block, MarkedList)
            and bool(block.items)
            and all(item.mark in ("=", "!") and is_number(item) for item in block.items)
        )

    @classmethod
    def parse(cls, block: AnswerBlock, chips: Chips, language: str) -> Self:
        assert isinstance(block, MarkedList)
        values = read_values(block.items, numeric=True)
        unit = read_text(chips, "unit")
        accepted = AcceptedNumbers(values, has_decimal_commas(language), unit)
        ensure_key(accepted, block.items)
        return cls(accepted)

    def to_markdown(self) -> str:
        return values_markdown(self.accepted.values)

    def to_chips(self) -> dict[str, str]:
        return {"unit": self.accepted.unit} if self.accepted.unit else {}

    def grade(self, answer: Answer) -> Grade:
        text, *rest = answer or ("",)
        return self.accepted.grade(text, rest[0] if rest else "")

    def with_key(self, key: Answer) -> Self:
        return replace(self, accepted=self.accepted.with_key("".join(key[:1])))

    def accepting(self, answer: Answer) -> Self | None:
        text, *rest = answer or ("",)
        accepted = self.accepted.accepting(text, rest[0] if rest else "")
        return replace(self, accepted=accepted) if accepted else None

    def writings(self, answer: Answer) -> tuple[str, ...]:
        return (self.accepted.one_spelling("".join(answer[:1])),)

    def key_words(self) -> tuple[str, ...]:
        return tuple(escape(text) for text in self.accepted.shown())

    def key(self) -> Answer:
        return (self.accepted.key() or "",)

    def from_post(self, posted: Posted, order: Order) -> Answer:
        return reading_from_post(posted)

    def to_post(self, answer: Answer, order: Order) -> Posted:
        return reading_to_post(answer)

    def is_blank(self, answer: Answer) -> bool:
        return super().is_blank(answer[:1])

    def ambiguities(self, answer: Answer) -> tuple[Ambiguity, ...]:
        if self.is_blank(answer) or answer[1:2] in [(reading,) for reading in READINGS]:
            return ()
        found = self.accepted.ambiguity(0, answer[0])
        return (found,) if found else ()

    def choose_reading(self, answer: Answer, part: int, reading: str) -> Answer:
        return (*answer[:1], reading)

    def ask(self, answer: Answer, order: Order) -> AskedText:
        text, *rest = answer or ("",)
        reading = f"{text}={rest[0]}" if rest else ""
        return AskedText(text, self.accepted.unit, reading)

    def review(self, answer: Answer, order: Order, shows: Shows) -> ReviewedText:
        text = answer[0] if answer else ""
        reviewed = review_text(text, self.accepted, self.grade(answer).fraction, shows)
        return replace(reviewed, unit=self.accepted.unit)

    def describe(self, answer: Answer, order: Order) -> tuple[str, ...]:
        return () if self.is_blank(answer) else (escape(answer[0]),)

    def export(self) -> dict[str, Any]:
        return {**export_values(self.accepted.values), "unit": self.accepted.unit}
