"""Ordering: items to be put in their order."""

from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from hashlib import sha256
from itertools import count, pairwise
from math import factorial
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
from quizapp.question_types.block import AnswerBlock, NumberedList
from quizapp.question_types.chips import read_all_or_nothing
from quizapp.question_types.layout import item_markdown, letter_markdown
from quizapp.question_types.letters import item_problems, names_of
from quizapp.question_types.marks import Mark, mark_part

TRIES = 50  # draws before giving up on another order than the key's


@dataclass(frozen=True)
class OrderedItem:
    """An item; its place in the file is its right one."""

    text: str  # Markdown
    letter: str = ""


@dataclass(frozen=True)
class AskedItem:
    """An item on one student's page, with the position given to it so far, "" if none."""

    text: str
    position: str


@dataclass(frozen=True)
class AskedOrdering:
    """All items, in an order that isn't the key."""

    rows: tuple[AskedItem, ...]


@dataclass(frozen=True)
class ReviewedPlace:
    """A place of the order: what the student put there, and what belongs there if told."""

    yours: tuple[str, ...]  # several if they share the place
    mark: Mark
    right: str = ""


@dataclass(frozen=True)
class ReviewedOrdering:
    """All places in their order, and how many of the neighbors in them earned their share."""

    places: tuple[ReviewedPlace, ...]
    kept: int = 0  # 0 too if that isn't told


@dataclass(frozen=True)
class Ordering(QuestionType):
    """Each neighboring pair of the key that stands side by side in the answer earns its share."""

    items: tuple[OrderedItem, ...]
    all_or_nothing: bool = False

    name: ClassVar[str] = "ordering"
    label: ClassVar[str] = "Ordering"
    chip_keys: ClassVar[frozenset[str]] = frozenset({"score"})
    chip_defaults: ClassVar[dict[str, str]] = {"score": "net"}
    example: ClassVar[str] = """\
## Put these inventions in order, earliest first.
`id: inventions`

1. a) Printing press
2. b) Steam engine
3. c) Telephone
4. d) Transistor

> **Explanation:** They came about 1440, 1712, 1876 and 1947.
"""

    @classmethod
    def recognizes(cls, block: AnswerBlock) -> bool:
        return isinstance(block, NumberedList)

    @classmethod
    def parse(cls, block: AnswerBlock, chips: Chips, language: str) -> Self:
        assert isinstance(block, NumberedList)
        problems = list_problems(block)
        if problems:
            raise ProblemsFound(problems)
        items = tuple(OrderedItem(item.text, item.letter) for item in block.items)
        return cls(items, read_all_or_nothing(chips))

    def to_markdown(self) -> str:
        return "\n".join(
            item_markdown(f"{at}. {letter_markdown(item.letter)}", item.text)
            for at, item in enumerate(self.items, start=1)
        )

    def to_chips(self) -> dict[str, str]:
        return {"score": "all-or-nothing"} if self.all_or_nothing else {}

    @property
    def named(self) -> dict[str, OrderedItem]:
        """The items by their names, in the order of the key."""
        names = names_of([item.letter for item in self.items])
        return dict(zip(names, self.items, strict=True))

    def order(self) -> Order:
        # Drawn from the items' texts alone, so that nothing in it comes from the key; and drawn
        # again if it is the key, unless there are but two: then that would give it away.
        key = tuple(self.named)
        orders = (self._lots(draw) for draw in count())
        return next(order for order in orders if order != key or len(key) == 2)

    def _lots(self, draw: int) -> Order:
        named = self.named
        texts = "\n".join([str(draw), *sorted(item.text for item in self.items)])
        return tuple(
            sorted(
                named, key=lambda name: sha256(f"{texts}\n\n{named[name].text}".encode()).digest()
            )
        )

    def shuffle(self, random: Random) -> Order:
        key = list(self.named)
        for _ in range(TRIES):
            order = list(key)
            random.shuffle(order)
            if order != key or len(key) == 2:
                return tuple(order)
        return self.order()

    def from_post(self, posted: Posted, order: Order) -> Answer:
        names = [*order, *(f"?{at}" for at in range(len(posted) - len(order)))]
        given = zip(names, posted, strict=False)
        return tuple(f"{name}={position}" for name, position in given if position)

    def to_post(self, answer: Answer, order: Order) -> Posted:
        given = dict(value.partition("=")[::2] for value in answer)
        return tuple(given.get(name, "") for name in order)

    def is_blank(self, answer: Answer) -> bool:
        return not any(value.rpartition("=")[2].strip() for value in answer)

    def _positions(self, answer: Answer) -> dict[str, int]:
        """The place of each item that has one: a number from 1 to n."""
        numbers = {str(number): number for number in range(1, len(self.items) + 1)}
        pairs = [value.partition("=")[::2] for value in answer]
        times = Counter(name for name, _ in pairs)
        named = self.named
        return {
            name: numbers[place.strip()]
            for name, place in pairs
            if name in named and times[name] == 1 and place.strip() in numbers
        }

    def _alone(self, answer: Answer) -> dict[str, int]:
        """Positions without those that several items share."""
        positions = self._positions(answer)
        sharing = Counter(positions.values())
        return {name: place for name, place in positions.items() if sharing[place] == 1}

    def grade(self, answer: Answer) -> Grade:
        kept, pairs = self._kept(answer), len(self.items) - 1
        return Grade(Fraction(kept // pairs if self.all_or_nothing else Fraction(kept, pairs)))

    def _kept(self, answer: Answer) -> int:
        """How many neighbors of the key stand side by side, in order."""
        places = self._alone(answer)
        return sum(
            before in places and places.get(after) == places[before] + 1
            for before, after in pairwise(self.named)
        )

    def with_key(self, key: Answer) -> Self:
        positions, named = self._alone(key), self.named
        if len(positions) < len(named):
            raise UnfitKey("Give each item a place of its own.")
        return replace(
            self,
            items=tuple(named[name] for name in sorted(named, key=lambda name: positions[name])),
        )

    def alternatives(self) -> tuple[Alternative, ...]:
        places = range(1, len(self.items) + 1)
        return tuple(
            Alternative(f"{name}={place}", f"Place {place}", right == place, about=item.text)
            for right, (name, item) in enumerate(self.named.items(), start=1)
            for place in places
        )

    def guess(self) -> Fraction:
        """Every order as likely: a pair of neighbors is kept in one of n."""
        size = len(self.items)
        return Fraction(1, factorial(size) if self.all_or_nothing else size)

    def key(self) -> Answer:
        return tuple(f"{name}={at}" for at, name in enumerate(self.named, start=1))

    def ask(self, answer: Answer, order: Order) -> AskedOrdering:
        given = zip(order, self.to_post(answer, order), strict=True)
        named = self.named
        return AskedOrdering(tuple(AskedItem(named[name].text, place) for name, place in given))

    def review(self, answer: Answer, order: Order, shows: Shows) -> ReviewedOrdering:
        positions = self._positions(answer)
        places = tuple(
            self._reviewed(at, key, positions, shows) for at, key in enumerate(self.named, start=1)
        )
        return ReviewedOrdering(places, self._kept(answer) if shows.marks else 0)

    def _reviewed(
        self, at: int, key: str, positions: dict[str, int], shows: Shows
    ) -> ReviewedPlace:
        here = [name for name, place in positions.items() if place == at]
        mark = mark_part(Fraction(int(here == [key])), blank=not here, shows=shows)
        yours = tuple(self.named[name].text for name in here)
        return ReviewedPlace(yours, mark, self.named[key].text if shows.key else "")

    def describe(self, answer: Answer, order: Order) -> tuple[str, ...]:
        named = self.named
        places = sorted(
            (place, order.index(name), name) for name, place in self._positions(answer).items()
        )
        return tuple(f"({place}) {named[name].text}" for place, _, name in places)

    def export(self) -> dict[str, Any]:
        return {"items": [{"id": name, "text": item.text} for name, item in self.named.items()]}


def list_problems(block: NumberedList) -> list[Problem]:
    """What keeps the list from having one order."""
    problems = item_problems(block.items)
    if len(block.items) < 2:
        message = "There is only one item. Write two or more, in their right order."
        problems.append(Problem(block.line, 1, "few-items", message))
    seen: dict[str, int] = {}
    for item in block.items:
        text = " ".join(item.text.split()).casefold()
        if text in seen:
            message = f"This item reads like the one on line {seen[text]}. Make them differ."
            problems.append(Problem(item.line, item.column, "option-duplicate", message))
        seen.setdefault(text, item.line)
    return problems
