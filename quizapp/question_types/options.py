"""Options to choose from, and the base of the two types that are made of them."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random
from typing import Any, ClassVar, Self

from quizapp.question_types.base import (
    Alternative,
    Answer,
    Order,
    Posted,
    QuestionType,
    Shows,
    UnfitKey,
)
from quizapp.question_types.block import Item
from quizapp.question_types.layout import item_markdown, letter_markdown
from quizapp.question_types.letters import letter_at, names_of
from quizapp.question_types.marks import Mark, mark_choice


@dataclass(frozen=True)
class Option:
    """One option as its author wrote it."""

    text: str  # Markdown
    correct: bool
    letter: str = ""
    last: bool = False  # stays at the end while shuffling
    feedback: str = ""


@dataclass(frozen=True)
class AskedOption:
    """An option on one student's page."""

    value: str  # what the form sends: its position there
    letter: str  # shown: A, B, C
    text: str
    chosen: bool


@dataclass(frozen=True)
class AskedOptions:
    """What is asked of a student who chooses."""

    options: tuple[AskedOption, ...]
    several: bool  # choose all that apply, or one


@dataclass(frozen=True)
class ReviewedOption:
    """An option after the fact."""

    letter: str
    text: str
    chosen: bool
    mark: Mark
    feedback: str = ""  # only with several to choose; else it stands under the question


@dataclass(frozen=True)
class ReviewedOptions:
    """What a student who chose is told."""

    options: tuple[ReviewedOption, ...]
    missed: int = 0  # correct ones left out, if that is told


def read_options(items: tuple[Item, ...], key_mark: str) -> tuple[Option, ...]:
    """The options that `items` describe; those with `key_mark` are correct."""
    return tuple(
        Option(item.text, item.mark == key_mark, item.letter, item.last, item.feedback)
        for item in items
    )


def from_positions(posted: Posted, order: Order) -> Answer:
    """Positions as letters; anything else gets a "?" before it, so that it is no letter."""
    letters = {str(at): letter for at, letter in enumerate(order)}
    return tuple(letters.get(value, f"?{value}") for value in posted if value)


def to_positions(answer: Answer, order: Order) -> Posted:
    """The reverse of `from_positions`."""
    positions = {letter: str(at) for at, letter in enumerate(order)}
    return tuple(positions.get(value, value.removeprefix("?")) for value in answer)


@dataclass(frozen=True)
class OptionsQuestion(QuestionType):
    """A question made of options; its children say what a choice earns."""

    options: tuple[Option, ...]

    several: ClassVar[bool]  # whether more than one may be chosen

    @cached_property
    def named(self) -> dict[str, Option]:
        """The options by their names."""
        names = names_of([option.letter for option in self.options])
        return dict(zip(names, self.options, strict=True))

    @property
    def keys(self) -> frozenset[str]:
        """The names of the correct options."""
        return frozenset(name for name, option in self.named.items() if option.correct)

    def with_key(self, key: Answer) -> Self:
        chosen = frozenset(key)
        if not chosen or not chosen <= self.named.keys() or (len(chosen) > 1 and not self.several):
            wanted = "at least one option" if self.several else "one of the options"
            raise UnfitKey(f"Choose {wanted} as the key.")
        return self.marking(chosen)

    def marking(self, correct: Collection[str]) -> Self:
        """The same options, of which those with these names are correct."""
        options = tuple(
            replace(option, correct=name in correct) for name, option in self.named.items()
        )
        return replace(self, options=options)

    def order(self) -> Order:
        return tuple(self.named)

    def shuffle(self, random: Random) -> Order:
        free = [name for name, option in self.named.items() if not option.last]
        pinned = [name for name, option in self.named.items() if option.last]
        random.shuffle(free)
        return (*free, *pinned)

    def from_post(self, posted: Posted, order: Order) -> Answer:
        return from_positions(posted, order)

    def to_post(self, answer: Answer, order: Order) -> Posted:
        return to_positions(answer, order)

    def ask(self, answer: Answer, order: Order) -> AskedOptions:
        named = self.named
        return AskedOptions(
            tuple(
                AskedOption(str(at), letter_at(at).upper(), named[name].text, name in answer)
                for at, name in enumerate(order)
            ),
            self.several,
        )

    def review(self, answer: Answer, order: Order, shows: Shows) -> ReviewedOptions:
        options = tuple(
            self._reviewed(at, name, name in answer, shows) for at, name in enumerate(order)
        )
        return ReviewedOptions(options, sum(option.mark == "key" for option in options))

    def _reviewed(self, at: int, name: str, chosen: bool, shows: Shows) -> ReviewedOption:
        option = self.named[name]
        mark = mark_choice(chosen=chosen, correct=option.correct, shows=shows)
        feedback = option.feedback if self.several and chosen and shows.feedback else ""
        return ReviewedOption(letter_at(at).upper(), option.text, chosen, mark, feedback)

    def describe(self, answer: Answer, order: Order) -> tuple[str, ...]:
        chosen = [(at, name) for at, name in enumerate(order) if name in answer]
        return tuple(f"{letter_at(at).upper()} {self.named[name].text}" for at, name in chosen)

    def alternatives(self) -> tuple[Alternative, ...]:
        return tuple(
            Alternative(name, option.text, option.correct) for name, option in self.named.items()
        )

    def export(self) -> dict[str, Any]:
        return {
            "options": [
                {
                    "id": name,
                    "text": option.text,
                    "correct": option.correct,
                    "feedback": option.feedback,
                }
                for name, option in self.named.items()
            ]
        }

    def markdown_with(self, key_mark: str, other_mark: str) -> str:
        """The list with its marks."""
        return "\n".join(
            item_markdown(
                f"- {key_mark if option.correct else other_mark} {letter_markdown(option.letter)}",
                option.text,
                last=option.last,
                feedback=option.feedback,
            )
            for option in self.options
        )
