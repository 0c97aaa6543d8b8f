"""JSON in a text that may hold anything else, or only the beginning of it."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import NoReturn

_MOST_TRIES = 500  # places where an object may begin
_LONGEST = 1_000_000  # characters that are looked at


def find_entries(text: str, key: str) -> list[object] | None:
    """The list under `key` in the largest object of a text that has one; None without any.

    If the text breaks off inside that list, the entries before are found all the same.
    """
    found = list(_objects(text[:_LONGEST]))
    named = [(size, each[key]) for size, each in found if isinstance(each.get(key), list)]
    if named:
        _, entries = max(named, key=lambda pair: pair[0])
        return list(entries) if isinstance(entries, list) else None
    if found and f'"{key}"' in text:
        return [each for _, each in found]
    return None


def _objects(text: str) -> Iterator[tuple[int, dict[str, object]]]:
    """The objects that stand in a text outside of each other, with their lengths."""
    place = text.find("{")
    for _ in range(_MOST_TRIES):
        if place < 0:
            return
        end = place + 1
        try:
            value, end = _DECODER.raw_decode(text, place)
        except (ValueError, ArithmeticError, RecursionError):
            pass
        else:
            if isinstance(value, dict):
                yield end - place, value
        place = text.find("{", end)


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


_DECODER = json.JSONDecoder(parse_float=Decimal, parse_constant=_no_number)
