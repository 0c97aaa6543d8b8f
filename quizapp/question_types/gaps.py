"""The gaps of a cloze: a field to write in, or a few words to choose from."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, ClassVar, Protocol, Self

from quizapp.markdown import escape, to_plain
from quizapp.question_types.accepted import (
    Accepted,
    AcceptedNumbers,
    AcceptedTexts,
    ensure_key,
)
from quizapp.question_types.base import Ambiguity, Problem, ProblemsFound, Shows, UnfitKey
from quizapp.question_types.block import Gap, Item, MarkedList
from quizapp.question_types.marks import Mark, mark_part
from quizapp.question_types.multiple_choice import key_problems
from quizapp.question_types.values import export_values, is_number, read_values

BOUNDS = re.compile(r"\||\]\]|\[\[|[\n\r]")
MARK = re.compile(r"(=|!|\( \)|\(x\))\s*(.*)", re.DOTALL)


@dataclass(frozen=True)
class AskedGap:
    """A gap to fill; with `choices`, to choose from: they are sent as 1, 2, ..."""

    text: str  # what was typed, or the number of the choice
    choices: tuple[str, ...] = ()
    numeric: bool = False


@dataclass(frozen=True)
class ReviewedGap:
    """A gap after the fact, in words."""

    text: str
    mark: Mark
    accepted: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()  # all that could be chosen


class ClozeGap(Protocol):
    """What every kind of gap can do."""

    @property
    def source(self) -> str:
        """What the author wrote between the brackets."""

    @property
    def choices(self) -> tuple[str, ...]:
        """What can be chosen, Markdown; () if it is written."""

    def one_spelling(self, text: str) -> str:
        """What was written, for counting; "" if it is chosen."""

    def grade(self, text: str, reading: str) -> Fraction:
        """What `text` earns of the gap."""

    def key(self) -> str:
        """What earns everything."""

    def with_key(self, text: str) -> Self:
        """The gap for which `text` earns everything, as an author writes it; raises UnfitKey."""

    def accepting(self, text: str, reading: str) -> Self | None:
        """The gap for which a student's `text` does too; None if it can't."""

    def ask(self, text: str) -> AskedGap:
        """The gap, filled with `text`."""

    def review(self, text: str, fraction: Fraction, shows: Shows) -> ReviewedGap:
        """The gap that earned `fraction`."""

    def describe(self, text: str) -> str:
        """`text` in words, Markdown."""

    def ambiguity(self, part: int, text: str) -> Ambiguity | None:
        """Two readings of `text`, if it has them."""

    def export(self) -> dict[str, Any]:
        """For other programs."""


@dataclass(frozen=True)
class WrittenGap:
    """A word or a number to write."""

    source: str
    accepted: Accepted
    choices: ClassVar[tuple[str, ...]] = ()

    def one_spelling(self, text: str) -> str:
        return self.accepted.one_spelling(text)

    def grade(self, text: str, reading: str) -> Fraction:
        return self.accepted.grade(text, reading).fraction

    def key(self) -> str:
        return self.accepted.key() or ""

    def with_key(self, text: str) -> Self:
        if BOUNDS.search(text):
            raise UnfitKey("In a gap | and ]] mean something else, so they can't be in a key.")
        accepted = self.accepted.with_key(text)
        source = " | ".join(value.source_markdown() for value in accepted.values)
        return replace(self, source=source, accepted=accepted)

    def accepting(self, text: str, reading: str) -> Self | None:
        accepted = self.accepted.accepting(text, reading)
        if accepted is None or accepted is self.accepted or BOUNDS.search(text):
            return self if accepted is self.accepted else None
        pairs = zip(accepted.values, (*self.accepted.values, None), strict=True)
        place = next(at for at, (new, old) in enumerate(pairs) if new is not old)
        source = _inserted(self.source, place, accepted.values[place].source_markdown())
        return replace(self, source=source, accepted=accepted)

    def ask(self, text: str) -> AskedGap:
        return AskedGap(text, numeric=isinstance(self.accepted, AcceptedNumbers))

    def review(self, text: str, fraction: Fraction, shows: Shows) -> ReviewedGap:
        mark = mark_part(fraction, blank=not text.strip(), shows=shows)
        return ReviewedGap(text.strip(), mark, self.accepted.shown() if shows.key else ())

    def describe(self, text: str) -> str:
        return escape(text)

    def ambiguity(self, part: int, text: str) -> Ambiguity | None:
        return self.accepted.ambiguity(part, text)

    def export(self) -> dict[str, Any]:
        return export_values(self.accepted.values)


@dataclass(frozen=True)
class ChoiceGap:
    """A few words, one of them right."""

    source: str
    choices: tuple[str, ...]  # Markdown
    correct: int  # from 0

    def _choice(self, text: str) -> str:
        numbers = {str(at): choice for at, choice in enumerate(self.choices, start=1)}
        return numbers.get(text, "")

    def one_spelling(self, text: str) -> str:
        return ""

    def grade(self, text: str, reading: str) -> Fraction:
        return Fraction(int(text == self.key()))

    def key(self) -> str:
        return str(self.correct + 1)

    def with_key(self, text: str) -> Self:
        if not self._choice(text):
            raise UnfitKey("Choose what belongs in each gap.")
        return replace(self, source=self._marked(int(text) - 1), correct=int(text) - 1)

    def _marked(self, correct: int) -> str:
        """The source with the mark at another choice."""
        parts = [MARK.fullmatch(part.strip()) for part in self.source.split("|")]
        texts = [part[2] for part in parts if part]
        return " | ".join(
            f"{'(x)' if at == correct else '( )'} {text}" for at, text in enumerate(texts)
        )

    def accepting(self, text: str, reading: str) -> Self | None:
        return self if text == self.key() else None

    def ask(self, text: str) -> AskedGap:
        return AskedGap(text, tuple(to_plain(choice) for choice in self.choices))

    def review(self, text: str, fraction: Fraction, shows: Shows) -> ReviewedGap:
        mark = mark_part(fraction, blank=not text.strip(), shows=shows)
        key = (to_plain(self.choices[self.correct]),) if shows.key else ()
        choices = tuple(to_plain(choice) for choice in self.choices)
        return ReviewedGap(to_plain(self._choice(text)) or text.strip(), mark, key, choices)

    def describe(self, text: str) -> str:
        return self._choice(text) or escape(text)

    def ambiguity(self, part: int, text: str) -> Ambiguity | None:
        return None

    def export(self) -> dict[str, Any]:
        options = enumerate(self.choices)
        return {
            "options": [
                {"id": str(at + 1), "text": choice, "correct": at == self.correct}
                for at, choice in options
            ]
        }


def _inserted(source: str, place: int, part: str) -> str:
    """`source` with a part more at this place among its parts, and no other character changed."""
    parts = source.split("|")
    if place == len(parts):
        end = len(source.rstrip())
        return f"{source[:end]} | {part}{source[end:]}"
    start = sum(len(before) + 1 for before in parts[:place])
    start += len(parts[place]) - len(parts[place].lstrip())
    return f"{source[:start]}{part} | {source[start:]}"


def read_gap(
    gap: Gap,
    numbers: Callable[..., AcceptedNumbers],
    texts: Callable[..., AcceptedTexts],
) -> ClozeGap:
    """The gap that `gap` describes; its values as `numbers` or `texts` take them."""
    gap = replace(gap, source=gap.source.replace("\\|", "|"))  # as in a table
    items = _read_items(gap)
    marks = {item.mark for item in items}
    if marks <= {"( )", "(x)"}:
        return _read_choices(gap, items)
    if not marks <= {"=", "!"}:
        message = "A gap holds either values (= and !) or options, ( ) and (x). Use one kind."
        raise _problem(gap, "gap-mixed", message)
    numeric = all(is_number(item) for item in items)
    values = read_values(items, numeric=numeric)
    accepted = (numbers if numeric else texts)(values)
    ensure_key(accepted, items)
    return WrittenGap(gap.source, accepted)


def _read_items(gap: Gap) -> tuple[Item, ...]:
    if not gap.source.strip():
        message = "This gap is empty. Write what belongs in it, like [[= 1999]]."
        raise _problem(gap, "gap-empty", message)
    items = []
    for part in gap.source.split("|"):
        found = MARK.fullmatch(part.strip())
        if found is None:
            message = (
                f"{part.strip() or 'An empty part'} has no mark. Start each part of a gap with = "
                "(right), ! (known mistake), ( ) or (x), like [[= 1999]] or [[( ) one | (x) two]]."
            )
            raise _problem(gap, "gap-mark", message)
        text = " ".join(found[2].split())
        items.append(Item(found[1], text, line=gap.line, column=gap.column))
    return tuple(items)


def _read_choices(gap: Gap, items: tuple[Item, ...]) -> ChoiceGap:
    problems = key_problems(MarkedList(items))
    if problems:
        raise ProblemsFound(problems)
    choices = tuple(item.text for item in items)
    if not all(choices) or len(set(choices)) < len(choices) or len(choices) < 2:
        message = "Give the gap two or more options that differ, like [[( ) one | (x) two]]."
        raise _problem(gap, "gap-options", message)
    return ChoiceGap(gap.source, choices, [item.mark for item in items].index("(x)"))


def _problem(gap: Gap, code: str, message: str) -> ProblemsFound:
    return ProblemsFound([Problem(gap.line, gap.column, code, message)])
