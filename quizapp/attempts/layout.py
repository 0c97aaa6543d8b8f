"""Which questions a student gets, and in which order: drawn once from a seed, then stored.

Every choice has a random number of its own, made from the seed, what is chosen and the question's
id. So the same seed gives the same layout for ever, and a question added elsewhere changes nothing
for the others. Only `Random(text).random()` decides about questions; it is the one method whose
results Python promises to keep.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from random import Random

from quizapp.question_types.base import Order
from quizapp.quizzes.rules import QuizSettings
from quizapp.quizzes.slots import PublishedSlot


@dataclass(frozen=True)
class Placement:
    """One question on a student's page: its slot, and its parts in the order shown."""

    slot: int
    order: Order


def draw_layout(
    slots: Sequence[PublishedSlot], settings: QuizSettings, seed: str
) -> tuple[Placement, ...]:
    """The layout of an attempt; sections stay together and in the order of the quiz."""
    pools: dict[int, list[PublishedSlot]] = {}
    for slot in sorted(slots, key=lambda slot: (slot.section, slot.number)):
        pools.setdefault(slot.drawn_from, []).append(slot)
    drawn = [
        slot
        for pool, members in pools.items()
        for slot in _draw(members, settings.draw.get(pool), seed)
    ]
    return tuple(
        Placement(slot.number, _order(slot, settings, seed))
        for _, members in groupby(drawn, key=lambda slot: slot.section)
        for slot in _arrange(list(members), settings, seed)
    )


def _draw(slots: list[PublishedSlot], count: int | None, seed: str) -> list[PublishedSlot]:
    """So many of the questions of a section or pool; None: all."""
    if count is None:
        return slots
    lots = sorted(slots, key=lambda slot: _lot(seed, "draw", slot))[: max(count, 0)]
    return [slot for slot in slots if slot in lots]


def _arrange(slots: list[PublishedSlot], settings: QuizSettings, seed: str) -> list[PublishedSlot]:
    """The drawn questions of one section, shuffled if the quiz says so."""
    if not settings.shuffle_questions:
        return slots
    return sorted(slots, key=lambda slot: _lot(seed, "place", slot))


def _lot(seed: str, purpose: str, slot: PublishedSlot) -> float:
    return Random(f"{seed}/{purpose}/{slot.question.id}").random()


def _order(slot: PublishedSlot, settings: QuizSettings, seed: str) -> Order:
    body = slot.question.body
    if not (settings.shuffle_options and slot.question.shuffle):
        return body.order()
    return body.shuffle(Random(f"{seed}/parts/{slot.question.id}"))
