"""Matching: prompts on the left, each with its choice on the right."""

from dataclasses import dataclass, replace
from fractions import Fraction
from math import comb
from random import Random
from typing import Any, ClassVar, Self

from quizapp.question_types.base import (
    Alternative,
    Answer,
    Chips,
    Grade,
    Order,
    Posted,
    Problem,
    ProblemsFound,
    QuestionType,
    Shows,
    UnfitKey,
)
from quizapp.question_types.block import AnswerBlock, Row, Table
from quizapp.question_types.chips import read_choice
from quizapp.question_types.layout import cell_markdown, letter_markdown
from quizapp.question_types.letters import letter_problems, names_of
from quizapp.question_types.marks import Mark, mark_part


@dataclass(frozen=True)
class Pair:
    """A prompt and what belongs to it."""

    left: str  # Markdown
    right: str
    letter: str = ""


@dataclass(frozen=True)
class AskedPrompt:
    """A row on one student's page; `chosen` is the position of a choice there, "" if none."""

    text: str
    chosen: str


@dataclass(frozen=True)
class AskedMatching:
    """Rows, and the choices that each of them offers, sent as 0, 1, ..."""

    header: tuple[str, str]
    prompts: tuple[AskedPrompt, ...]
    choices: tuple[str, ...]


@dataclass(frozen=True)
class ReviewedPrompt:
    """A row after the fact; "" where nothing was chosen or nothing is told."""

    text: str
    chosen: str
    mark: Mark
    right: str = ""


@dataclass(frozen=True)
class ReviewedMatching:
    """All rows after the fact."""

    header: tuple[str, str]
    prompts: tuple[ReviewedPrompt, ...]


@dataclass(frozen=True)
class Matching(QuestionType):
    """Equal right texts are one choice; distractors belong to no prompt."""

    pairs: tuple[Pair, ...]
    distractors: tuple[str, ...] = ()
    header: tuple[str, str] = ("", "")
    score: str = "net"

    name: ClassVar[str] = "matching"
    label: ClassVar[str] = "Matching"
    chip_keys: ClassVar[frozenset[str]] = frozenset({"score"})
    chip_defaults: ClassVar[dict[str, str]] = {"score": "net"}
    example: ClassVar[str] = """\
## Match each country with its capital.
`id: capitals`

| Country | Capital |
|---|---|
| a) Poland | Warsaw |
| b) Lithuania | Vilnius |
| c) Latvia | Riga |
| | Minsk |

> **Explanation:** Minsk is the capital of Belarus.
"""

    @classmethod
    def recognizes(cls, block: AnswerBlock) -> bool:
        return isinstance(block, Table)

    @classmethod
    def parse(cls, block: AnswerBlock, chips: Chips, language: str) -> Self:
        assert isinstance(block, Table)
        problems = row_problems(block)
        if problems:
            raise ProblemsFound(problems)
        pairs = tuple(
            Pair(_cell(row.left), _cell(row.right), row.letter)
            for row in block.rows
            if row.left.strip()
        )
        distractors = tuple(_cell(row.right) for row in block.rows if not row.left.strip())
        score = read_choice(chips, "score", ("net", "each", "all-or-nothing"))
        return cls(pairs, distractors, (_cell(block.header[0]), _cell(block.header[1])), score)

    def to_markdown(self) -> str:
        rows = [(letter_markdown(pair.letter) + pair.left, pair.right) for pair in self.pairs]
        rows += [("", distractor) for distractor in self.distractors]
        cells = [tuple(map(cell_markdown, row)) for row in (self.header, *rows)]
        lines = [f"| {left} | {right} |" if left else f"| | {right} |" for left, right in cells]
        return "\n".join([lines[0], "|---|---|", *lines[1:]])

    def to_chips(self) -> dict[str, str]:
        return {} if self.score == "net" else {"score": self.score}

    @property
    def named(self) -> dict[str, Pair]:
        """The pairs by their names."""
        names = names_of([pair.letter for pair in self.pairs])
        return dict(zip(names, self.pairs, strict=True))

    @property
    def choices(self) -> dict[str, str]:
        """What can be chosen, by name: the first row with that text; "-1", "-2" for distractors."""
        every = [(name, pair.right) for name, pair in self.named.items()]
        every += [(f"-{at}", text) for at, text in enumerate(self.distractors, start=1)]
        first: dict[str, str] = {}
        for name, text in every:
            first.setdefault(text, name)
        return {name: text for text, name in first.items()}

    @property
    def keys(self) -> dict[str, str]:
        """The name of the choice that belongs to each prompt."""
        names = {text: name for name, text in self.choices.items()}
        return {name: names[pair.right] for name, pair in self.named.items()}

    def order(self) -> Order:
        # By their text alone, which says nothing of the key: in the order of the file the choices
        # would stand beside their prompts.
        choices = self.choices
        return tuple(sorted(choices, key=lambda name: (choices[name].casefold(), choices[name])))

    def shuffle(self, random: Random) -> Order:
        order = list(self.order())
        random.shuffle(order)
        return tuple(order)

    def from_post(self, posted: Posted, order: Order) -> Answer:
        names = {str(at): name for at, name in enumerate(order)}
        rows = [*self.named, *(f"?{at}" for at in range(len(posted) - len(self.pairs)))]
        chosen = zip(rows, posted, strict=False)
        return tuple(f"{row}={names.get(value, '?' + value)}" for row, value in chosen if value)

    def to_post(self, answer: Answer, order: Order) -> Posted:
        chosen = self._chosen(answer)
        return tuple(self._position(chosen.get(row, ""), order) for row in self.named)

    def _position(self, name: str, order: Order) -> str:
        return str(order.index(name)) if name in order else name.removeprefix("?")

    def _chosen(self, answer: Answer) -> dict[str, str]:
        """The choice made for each row; a row that stands twice counts for nothing."""
        pairs = [value.partition("=")[::2] for value in answer]
        rows = [row for row, _ in pairs]
        return {row: name for row, name in pairs if name and rows.count(row) == 1}

    def is_blank(self, answer: Answer) -> bool:
        return not any(value.rpartition("=")[2].strip() for value in answer)

    def grade(self, answer: Answer) -> Grade:
        chosen, keys = self._chosen(answer), self.keys
        right = sum(chosen.get(row) == name for row, name in keys.items())
        wrong = sum(row in chosen for row in keys) - right
        return Grade(self._fraction(right, wrong))

    def _fraction(self, right: int, wrong: int) -> Fraction:
        pairs = len(self.pairs)
        if self.score == "all-or-nothing":
            return Fraction(int(right == pairs))
        if self.score == "each":
            return Fraction(right, pairs)
        return max(Fraction(0), Fraction(right - wrong, pairs))

    def alternatives(self) -> tuple[Alternative, ...]:
        keys = self.keys
        return tuple(
            Alternative(f"{row}={name}", text, keys[row] == name, about=pair.left)
            for row, pair in self.named.items()
            for name, text in self.choices.items()
        )

    def guess(self) -> Fraction:
        """Every prompt gets a choice, each as likely."""
        rows, chance = len(self.pairs), Fraction(1, len(self.choices))
        return sum(
            (
                comb(rows, right)
                * chance**right
                * (1 - chance) ** (rows - right)
                * self._fraction(right, rows - right)
                for right in range(rows + 1)
            ),
            Fraction(0),
        )

    def with_key(self, key: Answer) -> Self:
        chosen, choices = self._chosen(key), self.choices
        if any(chosen.get(row) not in choices for row in self.named):
            raise UnfitKey("Choose what belongs to each prompt.")
        pairs = tuple(replace(pair, right=choices[chosen[row]]) for row, pair in self.named.items())
        rights = {pair.right for pair in pairs}
        left_over = tuple(text for text in choices.values() if text not in rights)
        return replace(self, pairs=pairs, distractors=left_over)

    def is_alike(self, other: QuestionType) -> bool:
        return (
            isinstance(other, Matching)
            and sorted(self.named) == sorted(other.named)
            and sorted(self.choices.values()) == sorted(other.choices.values())
        )

    def translate(self, answer: Answer, other: QuestionType) -> Answer:
        """Choices are named after the rows that they belong to, so another key names them anew."""
        assert isinstance(other, Matching)
        names = {text: name for name, text in self.choices.items()}
        choices = other.choices
        pairs = [value.partition("=")[::2] for value in answer]
        return tuple(
            f"{row}={names[choices[name]] if name in choices else name}" for row, name in pairs
        )

    def key(self) -> Answer:
        return tuple(f"{row}={name}" for row, name in self.keys.items())

    def ask(self, answer: Answer, order: Order) -> AskedMatching:
        posted = zip(self.pairs, self.to_post(answer, order), strict=True)
        prompts = tuple(AskedPrompt(pair.left, position) for pair, position in posted)
        return AskedMatching(self.header, prompts, tuple(self.choices[name] for name in order))

    def review(self, answer: Answer, order: Order, shows: Shows) -> ReviewedMatching:
        prompts = tuple(self._reviewed(row, self._chosen(answer), shows) for row in self.named)
        return ReviewedMatching(self.header, prompts)

    def _reviewed(self, row: str, chosen: dict[str, str], shows: Shows) -> ReviewedPrompt:
        pair, name = self.named[row], chosen.get(row, "")
        fraction = Fraction(int(name == self.keys[row]))
        mark = mark_part(fraction, blank=not name, shows=shows)
        right = pair.right if shows.key else ""
        return ReviewedPrompt(pair.left, self.choices.get(name, ""), mark, right)

    def describe(self, answer: Answer, order: Order) -> tuple[str, ...]:
        chosen = self._chosen(answer)
        rows = [
            (pair.left, self.choices.get(chosen.get(row, ""))) for row, pair in self.named.items()
        ]
        return tuple(f"{left}: {right}" for left, right in rows if right)

    def export(self) -> dict[str, Any]:
        pairs = self.named.items()
        return {
            "pairs": [{"id": row, "left": pair.left, "right": pair.right} for row, pair in pairs],
            "distractors": list(self.distractors),
        }


def _cell(text: str) -> str:
    return " ".join(text.split())


def row_problems(block: Table) -> list[Problem]:
    """What keeps the table from being pairs and distractors."""
    prompts = [row for row in block.rows if row.left.strip()]
    problems = [_empty_cell(row) for row in block.rows if not row.right.strip()]
    if not prompts:
        message = "No row has a prompt. Write one on the left and what belongs to it on the right."
        problems.append(Problem(block.line, 1, "no-key", message))
    return problems + letter_problems(prompts)


def _empty_cell(row: Row) -> Problem:
    message = "The right cell is empty. Write what belongs to the prompt, or delete the row."
    return Problem(row.line, row.column, "cell-empty", message)
