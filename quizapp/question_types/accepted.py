"""What a written answer earns: a list of values as numbers, or as text."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import Self

from quizapp.question_types.base import Ambiguity, Grade, Problem, ProblemsFound
from quizapp.question_types.block import Item
from quizapp.question_types.numerals import Reading, decimal_text, read_interval, readings
from quizapp.question_types.texts import LONGEST, normalize, read_pattern, shown_text
from quizapp.question_types.values import Value, literal_source, one_value

NOTHING = Grade(Fraction(0))


def _grade(value: Value | None) -> Grade:
    if value is None:
        return NOTHING
    return Grade(value.fraction, (value.feedback,) if value.feedback else ())


@dataclass(frozen=True)
class AcceptedNumbers:
    """Values compared as numbers: the first that the answer lies in counts."""

    values: tuple[Value, ...]
    decimal_commas: bool = False  # whether 1,234 may be 1.234 in the question's language
    unit: str = ""

    def readings(self, text: str) -> tuple[Reading, ...]:
        """What `text` may mean."""
        return readings(text, decimal_commas=self.decimal_commas, unit=self.unit)

    def grade(self, text: str, reading: str = "") -> Grade:
        """By the reading chosen, if it is one; else by the one that earns more."""
        possible = self.readings(text)
        chosen = [each for each in possible if each.name == reading] or possible
        grades = [_grade(self._first(each.number)) for each in chosen]
        return max(grades, key=lambda grade: grade.fraction, default=NOTHING)

    def _first(self, number: Fraction) -> Value | None:
        for value in self.values:
            if value.interval and value.interval.low <= number <= value.interval.high:
                return value
        return None

    def one_spelling(self, text: str) -> str:
        """The number in `text` as figures alone, if it is one in one way; else the text."""
        possible = self.readings(text)
        if len(possible) == 1:
            return decimal_text(possible[0].number)
        return normalize(text[:LONGEST], exact_case=False)

    def key(self) -> str | None:
        """A number that earns everything; None if earlier values hide all of them."""
        full = [value.interval for value in self.values if value.fraction == 1 and value.interval]
        every = [value.interval for value in self.values if value.interval]
        ends = sorted({end for interval in every for end in (interval.low, interval.high)})
        between = [(low + high) / 2 for low, high in pairwise(ends)]
        candidates = [interval.centre for interval in full] + ends + between
        texts = (decimal_text(number) for number in candidates)
        return next((text for text in texts if self.grade(text).fraction == 1), None)

    def with_key(self, source: str) -> Self:
        """The same with one value that earns everything: `source`; raises UnfitKey."""
        return replace(self, values=_with_only(self.values, one_value(source, numeric=True)))

    def accepting(self, text: str, reading: str = "") -> Self | None:
        """The same, and the number `text` earns everything too; None if it is none."""
        if self.grade(text, reading).fraction == 1:
            return self
        possible = self.readings(text)
        number = next((each.number for each in possible if each.name == reading), None)
        if number is None and not possible:
            return None
        number = possible[0].number if number is None else number
        value = Value(decimal_text(number))
        return replace(
            self, values=_with(self.values, value, lambda each: each is self._first(number))
        )

    def shown(self) -> tuple[str, ...]:
        """What earns everything, for people."""
        full = [value.text for value in self.values if value.fraction == 1]
        return tuple(re.sub(r"\s*\.\.\s*", " to ", re.sub(r"\+/?-", "±", text)) for text in full)

    def ambiguity(self, part: int, text: str) -> Ambiguity | None:
        """The two readings of `text`; None if there is only one, or none."""
        possible = self.readings(text)
        if len(possible) < 2:
            return None
        return Ambiguity(part, text, tuple((each.name, each.words) for each in possible))


@dataclass(frozen=True)
class AcceptedTexts:
    """Values compared as text: the first that fits counts, at first without typos."""

    values: tuple[Value, ...]
    typos: int = 0
    exact_case: bool = False

    def grade(self, text: str, reading: str = "") -> Grade:
        """`reading` is for numbers."""
        if len(text) > LONGEST:
            return NOTHING
        answer = normalize(text, exact_case=self.exact_case)
        return _grade(self._exact(answer) or self._near(answer)) if answer else NOTHING

    def _exact(self, answer: str) -> Value | None:
        for value in self.values:
            if read_pattern(value.source, exact_case=self.exact_case).matches(answer):
                return value
        return None

    def _near(self, answer: str) -> Value | None:
        for value in self.values if self.typos else ():
            pattern = read_pattern(value.source, exact_case=self.exact_case)
            if pattern.nearly_matches(answer, self.typos):
                return value
        return None

    def one_spelling(self, text: str) -> str:
        """What is compared."""
        return normalize(text[:LONGEST], exact_case=self.exact_case)

    def key(self) -> str | None:
        """A text that earns everything; None if earlier values hide all of them."""
        full = [value for value in self.values if value.fraction == 1]
        texts = (shown_text(value.source, run=run) for run in ("", "x", " and ") for value in full)
        return next((text for text in texts if self.grade(text).fraction == 1), None)

    def with_key(self, source: str) -> Self:
        """The same with one value that earns everything: `source`; raises UnfitKey."""
        if read_interval(source) is not None:
            source = f'"{source.strip()}"'  # alone it would make a number of the question
        return replace(self, values=_with_only(self.values, one_value(source, numeric=False)))

    def accepting(self, text: str, reading: str = "") -> Self | None:
        """The same, and `text` earns everything too; None if it can't."""
        if self.grade(text).fraction == 1:
            return self
        source = literal_source(text)
        if source is None:
            return None
        caught = self._exact(normalize(text, exact_case=self.exact_case))
        return replace(self, values=_with(self.values, Value(source), lambda each: each is caught))

    def shown(self) -> tuple[str, ...]:
        """What earns everything, for people."""
        return tuple(value.text for value in self.values if value.fraction == 1)

    def ambiguity(self, part: int, text: str) -> Ambiguity | None:
        """Text has one reading."""
        return None


Values = tuple[Value, ...]


def _with_only(values: Values, full: Value) -> Values:
    """`full` first, so that nothing catches it, then what earns less."""
    return (full, *(value for value in values if value.fraction < 1))


def _with(values: Values, new: Value, is_caught: Callable[[Value], bool]) -> Values:
    """`new` before the value that would catch it, or behind the last that earns everything."""
    catching = [at for at, value in enumerate(values) if is_caught(value)]
    full = [at for at, value in enumerate(values) if value.fraction == 1]
    place = catching[0] if catching else full[-1] + 1
    return (*values[:place], new, *values[place:])


Accepted = AcceptedNumbers | AcceptedTexts


def ensure_key(accepted: Accepted, items: tuple[Item, ...]) -> None:
    """Refuse values of which the earlier ones leave nothing to the one that earns everything."""
    if accepted.key() is not None:
        return
    message = (
        "No answer can earn full credit: what earns it is caught by a line above, and the first "
        "line that fits counts. Move the line with full credit up."
    )
    raise ProblemsFound([Problem(items[0].line, items[0].column, "key-hidden", message)])
