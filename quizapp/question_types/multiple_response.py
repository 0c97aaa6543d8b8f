"""Multiple response: choose all that apply."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import comb
from typing import ClassVar, Self

from quizapp.question_types.base import Answer, Chips, Grade, Problem, ProblemsFound
from quizapp.question_types.block import AnswerBlock, MarkedList
from quizapp.question_types.chips import read_choice
from quizapp.question_types.letters import item_problems
from quizapp.question_types.options import OptionsQuestion, read_options


@dataclass(frozen=True)
class MultipleResponse(OptionsQuestion):
    """Each key chosen earns its share; `score` says what a wrong choice costs."""

    score: str = "net"

    several: ClassVar[bool] = True
    name: ClassVar[str] = "multiple_response"
    label: ClassVar[str] = "Multiple response"
    chip_keys: ClassVar[frozenset[str]] = frozenset({"score"})
    chip_defaults: ClassVar[dict[str, str]] = {"score": "net"}
    example: ClassVar[str] = """\
## Which of these are planets? Choose all that apply.
`id: planets` `score: each`

- [x] a) Mars
- [ ] b) Io
  > Io is a moon of Jupiter.
- [x] c) Venus
- [ ] d) Pluto

> **Explanation:** Pluto has been a dwarf planet since 2006.
"""

    @classmethod
    def recognizes(cls, block: AnswerBlock) -> bool:
        return (
            isinstance(block, MarkedList)
            and bool(block.items)
            and all(item.mark in ("[ ]", "[x]") for item in block.items)
        )

    @classmethod
    def parse(cls, block: AnswerBlock, chips: Chips, language: str) -> Self:
        assert isinstance(block, MarkedList)
        problems = item_problems(block.items)
        if not any(item.mark == "[x]" for item in block.items):
            message = "No option is marked correct. Put an x in each right one: [x]."
            first = block.items[0]
            problems.append(Problem(first.line, first.column, "no-key", message))
        if problems:
            raise ProblemsFound(problems)
        score = read_choice(chips, "score", ("net", "each", "all-or-nothing"))
        return cls(read_options(block.items, "[x]"), score)

    def to_markdown(self) -> str:
        return self.markdown_with("[x]", "[ ]")

    def to_chips(self) -> dict[str, str]:
        return {} if self.score == "net" else {"score": self.score}

    def grade(self, answer: Answer) -> Grade:
        chosen = frozenset(value for value in answer if value.strip())
        feedback = tuple(
            option.feedback
            for name, option in self.named.items()
            if name in chosen and option.feedback
        )
        return Grade(self._fraction(chosen), feedback)

    def _fraction(self, chosen: frozenset[str]) -> Fraction:
        keys = self.keys
        right, wrong = len(chosen & keys), len(chosen - keys)
        if self.score == "all-or-nothing":
            return Fraction(int(chosen == keys))
        if self.score == "each":
            return Fraction(right if len(chosen) <= len(keys) else 0, len(keys))
        return max(Fraction(0), Fraction(right - wrong, len(keys)))

    def accepting(self, answer: Answer) -> Self | None:
        chosen = frozenset(answer)
        return self.marking(chosen) if self.keys <= chosen <= self.named.keys() else None

    def guess(self) -> Fraction:
        """Of all ways to choose at least one option."""
        keys, others = sorted(self.keys), sorted(self.named.keys() - self.keys)
        total = Fraction(0)
        for right, wrong in product(range(len(keys) + 1), range(len(others) + 1)):
            ways = comb(len(keys), right) * comb(len(others), wrong)
            total += ways * self._fraction(frozenset(keys[:right] + others[:wrong]))
        return total / ((1 << len(self.options)) - 1)

    def key(self) -> Answer:
        return tuple(sorted(self.keys))
