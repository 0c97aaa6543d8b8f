"""Reads what a page's script sends to be saved, and refuses whatever isn't of the right kind."""

import json
import re
from dataclasses import dataclass
from typing import TypeVar

from quizapp.errors import UserError
from quizapp.question_types.base import Posted

MOST_ANSWERS = 1000
MOST_VALUES = 1000  # of one question: more than any type can have
LARGEST = 2**31 - 1  # what a database's integer holds
DEVICE = re.compile(r"[A-Za-z0-9]{1,26}", re.ASCII)
UNNAMED = "unnamed"  # a device that gives no name
LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: no text can hold it

Kind = TypeVar("Kind")


class Malformed(UserError):
    """It isn't what our script sends."""

    def __init__(self, what: str) -> None:
        super().__init__(f"That could not be saved: {what}. Reload the page and try again.")


@dataclass(frozen=True)
class SentAnswer:
    """One question as it stood on the page when the device counted `n`."""

    number: int  # of the question on the page
    values: Posted
    n: int
    is_to_revisit: bool | None = None  # None: it didn't say


@dataclass(frozen=True)
class Sent:
    """Everything of one request."""

    device: str
    revision: int  # which the page knew of
    answers: tuple[SentAnswer, ...]


def read_sent(text: bytes) -> Sent:
    """What `text` says; raises Malformed."""
    try:
        found = json.loads(text, object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError):
        raise Malformed("it isn't JSON") from None
    if not isinstance(found, dict):
        raise Malformed("it isn't an object")
    return Sent(
        device=_device(found.get("device", UNNAMED)),
        revision=_number(found, "revision", least=0),
        answers=_answers(_list(found, "answers", MOST_ANSWERS)),
    )


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Malformed("a name stands in it twice")
    return found


def _device(given: object) -> str:
    if not isinstance(given, str) or not DEVICE.fullmatch(given):
        raise Malformed("the device's name isn't one")
    return given


def _answers(given: list[object]) -> tuple[SentAnswer, ...]:
    answers = tuple(map(_answer, given))
    if len({answer.number for answer in answers}) != len(answers):
        raise Malformed("a question stands in it twice")
    return answers


def _answer(given: object) -> SentAnswer:
    if not isinstance(given, dict):
        raise Malformed("an answer isn't an object")
    revisit = given.get("revisit")
    if revisit is not None and not isinstance(revisit, bool):
        raise Malformed("revisit is neither true nor false")
    return SentAnswer(
        number=_number(given, "slot", least=1),
        values=tuple(map(_text, _list(given, "values", MOST_VALUES))),
        n=_number(given, "n", least=1),
        is_to_revisit=revisit,
    )


def _number(given: dict[str, object], name: str, least: int) -> int:
    number = _of_kind(given, name, int)
    if not least <= number <= LARGEST:
        raise Malformed(f"{name} is out of range")
    return number


def _list(given: dict[str, object], name: str, most: int) -> list[object]:
    found: list[object] = _of_kind(given, name, list)
    if len(found) > most:
        raise Malformed(f"{name} are too many")
    return found


def _of_kind(given: dict[str, object], name: str, kind: type[Kind]) -> Kind:
    value = given.get(name)
    if type(value) is not kind:  # a bool is an int to isinstance
        raise Malformed(f"{name} is missing or of the wrong kind")
    return value


def _text(given: object) -> str:
    if not isinstance(given, str):
        raise Malformed("a value isn't text")
    return LONE_SURROGATE.sub("\ufffd", given)
