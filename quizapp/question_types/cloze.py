"""Cloze: running text with gaps to fill."""

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from math import prod
from typing import Any, ClassVar, Self

from quizapp.markdown import escape, holds_gaps
from quizapp.question_types.accepted import AcceptedNumbers, AcceptedTexts
from quizapp.question_types.base import (
    Alternative,
    Ambiguity,
    Answer,
    Chips,
    Grade,
    Order,
    Posted,
    Problem,
    ProblemsFound,
    QuestionType,
    Shows,
)
from quizapp.question_types.block import AnswerBlock, GappedText
from quizapp.question_types.chips import read_all_or_nothing
from quizapp.question_types.gaps import AskedGap, ClozeGap, ReviewedGap, read_gap
from quizapp.question_types.numerals import has_decimal_commas
from quizapp.question_types.short_answer import read_text_chips, text_chips
from quizapp.question_types.written import READINGS


@dataclass(frozen=True)
class AskedCloze:
    """Text and gaps in turn; a text more than gaps."""

    texts: tuple[str, ...]  # Markdown in pieces, for the filter `markdown_gapped`
    gaps: tuple[AskedGap, ...]
    readings: tuple[str, ...] = ()  # values of hidden fields behind the gaps


@dataclass(frozen=True)
class ReviewedCloze:
    """Text and gaps after the fact."""

    texts: tuple[str, ...]
    gaps: tuple[ReviewedGap, ...]


@dataclass(frozen=True)
class Cloze(QuestionType):
    """Every gap earns the same share."""

    texts: tuple[str, ...]
    gaps: tuple[ClozeGap, ...]
    typos: int = 0
    exact_case: bool = False
    all_or_nothing: bool = False

    name: ClassVar[str] = "cloze"
    label: ClassVar[str] = "Fill in the gaps"
    key_notation: ClassVar[str] = (
        "Write it as in a question file: * stands for any text, 45 +- 5 for a range."
    )
    chip_keys: ClassVar[frozenset[str]] = frozenset({"score", "typos", "case"})
    chip_defaults: ClassVar[dict[str, str]] = {"score": "net", "typos": "0", "case": "ignore"}
    example: ClassVar[str] = """\
## Fill in the gaps.
`id: apollo-11` `typos: 1`

In [[= 1969]] the crew of [[= Apollo 11 | = the Eagle]] landed on the [[( ) sun | (x) moon]].

> **Explanation:** The landing was on July 20.
"""

    @classmethod
    def recognizes(cls, block: AnswerBlock) -> bool:
        return isinstance(block, GappedText)

    @classmethod
    def parse(cls, block: AnswerBlock, chips: Chips, language: str) -> Self:
        assert isinstance(block, GappedText)
        typos, exact_case = read_text_chips(chips)
        numbers = partial(AcceptedNumbers, decimal_commas=has_decimal_commas(language))
        texts = partial(AcceptedTexts, typos=typos, exact_case=exact_case)
        gaps: list[ClozeGap] = []
        problems: list[Problem] = []
        for gap in block.gaps:
            try:
                gaps.append(read_gap(gap, numbers, texts))
            except ProblemsFound as found:
                problems.extend(found.problems)
        problems = problems or place_problems(block)
        if problems:
            raise ProblemsFound(problems)
        return cls(block.texts, tuple(gaps), typos, exact_case, read_all_or_nothing(chips))

    def to_markdown(self) -> str:
        written = self.texts[0]
        for gap, text in zip(self.gaps, self.texts[1:], strict=True):
            in_table = written.rpartition("\n")[2].lstrip().startswith("|")
            source = gap.source.replace("|", "\\|") if in_table else gap.source
            written += f"[[{source}]]{text}"
        return written

    def to_chips(self) -> dict[str, str]:
        score = {"score": "all-or-nothing"} if self.all_or_nothing else {}
        return score | text_chips(self.typos, exact_case=self.exact_case)

    def grade(self, answer: Answer) -> Grade:
        fractions = self._fractions(answer)
        if self.all_or_nothing:
            return Grade(Fraction(int(all(fraction == 1 for fraction in fractions))))
        return Grade(sum(fractions, Fraction(0)) / len(fractions))

    def _fractions(self, answer: Answer) -> tuple[Fraction, ...]:
        readings = self._readings(answer)
        texts = enumerate(self._texts(answer))
        return tuple(self.gaps[at].grade(text, readings.get(at, "")) for at, text in texts)

    def _texts(self, answer: Answer) -> Answer:
        missing = len(self.gaps) - len(answer)
        return answer[: len(self.gaps)] + ("",) * missing

    def _readings(self, answer: Answer) -> dict[int, str]:
        """What stands behind the gaps' texts, as "2=grouped"."""
        names = {
            f"{at + 1}={reading}": (at, reading)
            for at in range(len(self.gaps))
            for reading in READINGS
        }
        return dict(names[value] for value in answer[len(self.gaps) :] if value in names)

    def with_key(self, key: Answer) -> Self:
        """A gap whose text is the present key's keeps all that it accepts."""
        texts = zip(self.gaps, self._texts(key), strict=True)
        gaps = tuple(gap if text == gap.key() else gap.with_key(text) for gap, text in texts)
        return replace(self, gaps=gaps)

    def accepting(self, answer: Answer) -> Self | None:
        readings = self._readings(answer)
        texts = enumerate(self._texts(answer))
        found = [self.gaps[at].accepting(text, readings.get(at, "")) for at, text in texts]
        gaps = tuple(gap for gap in found if gap is not None)
        return replace(self, gaps=gaps) if len(gaps) == len(self.gaps) else None

    def key_words(self) -> tuple[str, ...]:
        reviewed = [gap.review("", Fraction(0), Shows()).accepted for gap in self.gaps]
        return ("; ".join(" or ".join(map(escape, accepted)) for accepted in reviewed),)

    def is_alike(self, other: QuestionType) -> bool:
        return isinstance(other, Cloze) and self._choices() == other._choices()

    def _choices(self) -> list[tuple[str, ...]]:
        """What each gap offers; () where there is a field to write in."""
        return [gap.ask("").choices for gap in self.gaps]

    def alternatives(self) -> tuple[Alternative, ...]:
        return tuple(
            Alternative(f"{at}={number}", choice, str(number) == gap.key(), about=f"Gap {at}")
            for at, gap in enumerate(self.gaps, start=1)
            for number, choice in enumerate(gap.choices, start=1)
        )

    def chosen(self, answer: Answer) -> tuple[str, ...]:
        chosen = {f"{at}={text}" for at, text in enumerate(self._texts(answer), start=1)}
        return tuple(each.name for each in self.alternatives() if each.name in chosen)

    def writings(self, answer: Answer) -> tuple[str, ...]:
        filled = zip(self.gaps, self._texts(answer), strict=True)
        return tuple(gap.one_spelling(text) for gap, text in filled)

    def guess(self) -> Fraction:
        chances = [
            Fraction(1, len(gap.choices)) if gap.choices else Fraction(0) for gap in self.gaps
        ]
        if self.all_or_nothing:
            return prod(chances, start=Fraction(1))
        return sum(chances, Fraction(0)) / len(chances)

    def key(self) -> Answer:
        return tuple(gap.key() for gap in self.gaps)

    def from_post(self, posted: Posted, order: Order) -> Answer:
        texts = posted[: len(self.gaps)]
        carried = {
            f"{at}={text}={reading}": f"{at}={reading}"
            for at, text in enumerate(texts, start=1)
            for reading in READINGS
        }
        kept = (carried[value] for value in posted[len(self.gaps) :] if value in carried)
        return (*texts, *kept)

    def to_post(self, answer: Answer, order: Order) -> Posted:
        return (*answer[: len(self.gaps)], *self._carried(answer))

    def _carried(self, answer: Answer) -> tuple[str, ...]:
        texts = self._texts(answer)
        chosen = self._readings(answer).items()
        return tuple(f"{at + 1}={texts[at]}={reading}" for at, reading in chosen)

    def is_blank(self, answer: Answer) -> bool:
        return super().is_blank(self._texts(answer))

    def ambiguities(self, answer: Answer) -> tuple[Ambiguity, ...]:
        chosen = self._readings(answer)
        texts = enumerate(self._texts(answer))
        found = (self.gaps[at].ambiguity(at, text) for at, text in texts if at not in chosen)
        return tuple(ambiguity for ambiguity in found if ambiguity)

    def choose_reading(self, answer: Answer, part: int, reading: str) -> Answer:
        others = (f"{at + 1}={name}" for at, name in self._readings(answer).items() if at != part)
        return (*self._texts(answer), *others, f"{part + 1}={reading}")

    def ask(self, answer: Answer, order: Order) -> AskedCloze:
        filled = zip(self.gaps, self._texts(answer), strict=True)
        gaps = tuple(gap.ask(text) for gap, text in filled)
        return AskedCloze(self.texts, gaps, self._carried(answer))

    def review(self, answer: Answer, order: Order, shows: Shows) -> ReviewedCloze:
        filled = zip(self.gaps, self._texts(answer), self._fractions(answer), strict=True)
        gaps = tuple(gap.review(text, fraction, shows) for gap, text, fraction in filled)
        return ReviewedCloze(self.texts, gaps)

    def describe(self, answer: Answer, order: Order) -> tuple[str, ...]:
        if self.is_blank(answer):
            return ()
        texts = enumerate(self._texts(answer))
        return tuple(
            self.gaps[at].describe(text) if text.strip() else f"(gap {at + 1} is empty)"
            for at, text in texts
        )

    def running_text(self) -> str:
        return "____".join(self.texts)

    def export(self) -> dict[str, Any]:
        return {"gaps": [gap.export() for gap in self.gaps]}


def place_problems(block: GappedText) -> list[Problem]:
    """A problem if a gap stands where no field can, such as in a link's address."""
    if holds_gaps(block.texts):
        return []
    message = (
        "A gap stands inside a link, an image, code or a comment. Move it into the running text."
    )
    return [Problem(block.line, 1, "gap-misplaced", message)]
