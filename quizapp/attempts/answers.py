"""What a form's values change among the stored answers; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quizapp.attempts.paging import NoGoingBack
from quizapp.question_types.base import Answer, Order, Posted, QuestionType


@dataclass(frozen=True)
class Given:
    """What a form sent for a question that it showed."""

    values: Posted
    is_to_revisit: bool | None = None  # None: the form didn't ask


@dataclass(frozen=True)
class Stored:
    """What is stored for that question so far."""

    slot: int
    body: QuestionType
    order: Order
    answer: Answer = ()
    is_to_revisit: bool = False
    is_open: bool = True  # whether the order of the questions lets it change


@dataclass(frozen=True)
class Change:
    """What is to be stored from now on."""

    slot: int
    answer: Answer
    is_to_revisit: bool
    is_new_answer: bool  # else only the mark to revisit has changed


def find_changes(given: Mapping[int, Given], stored: Mapping[int, Stored]) -> list[Change]:
    """The changes that `given` makes, both by place on the page; places not there are ignored.

    Raises NoGoingBack.
    """
    found = (_find_change(given[at], stored[at]) for at in sorted(given) if at in stored)
    return [change for change in found if change is not None]


def _find_change(given: Given, stored: Stored) -> Change | None:
    answer = _new_answer(given, stored)
    revisit = stored.is_to_revisit if given.is_to_revisit is None else given.is_to_revisit
    if answer == stored.answer and revisit == stored.is_to_revisit:
        return None
    if not stored.is_open:
        raise NoGoingBack
    return Change(stored.slot, answer, revisit, answer != stored.answer)


def _new_answer(given: Given, stored: Stored) -> Answer:
    """A form sent back as it was filled changes nothing."""
    if given.values == stored.body.to_post(stored.answer, stored.order):
        return stored.answer
    answer = stored.body.from_post(given.values, stored.order)
    return () if stored.body.is_blank(answer) else answer


@dataclass(frozen=True)
class ChosenReading:
    """Which reading of a number is meant."""

    number: int  # of the question on the page
    part: int  # of its answer, from 0
    reading: str


def choose_readings(chosen: Sequence[ChosenReading], stored: Mapping[int, Stored]) -> list[Change]:
    """The changes made by readings that the page had reason to ask for; others are ignored."""
    changed: dict[int, Stored] = {}
    for choice in chosen:
        present = changed.get(choice.number) or stored.get(choice.number)
        if present is None or not _is_asked(choice, present):
            continue
        answer = present.body.choose_reading(present.answer, choice.part, choice.reading)
        changed[choice.number] = replace(present, answer=answer)
    return [
        Change(new.slot, new.answer, new.is_to_revisit, is_new_answer=True)
        for new in changed.values()
    ]


def _is_asked(choice: ChosenReading, stored: Stored) -> bool:
    return any(
        ambiguity.part == choice.part
        and choice.reading in [reading for reading, _ in ambiguity.readings]
        for ambiguity in stored.body.ambiguities(stored.answer)
    )
