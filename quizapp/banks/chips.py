"""Chips: the code spans `key: value` on the line under a question's heading."""

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import cast

from quizapp.banks.model import Difficulty
from quizapp.banks.spans import code_spans
from quizapp.question_types import all_types
from quizapp.question_types.base import Chip, Chips, Problem

COMMON_KEYS = (*("id", "points", "tags", "difficulty", "time", "shuffle", "lint-ignore", "from"),)
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_KEY = re.compile(r"[ \t]*([A-Za-z][A-Za-z-]*)[ \t]*:")
_MOST_PROBLEMS = 50  # of one line
_POINTS = re.compile(r"\d{1,4}(\.\d{1,3})?")
_SECONDS = re.compile(r"\d{1,5}")


@dataclass(frozen=True)
class CommonChips:
    """What the chips that every type knows say."""

    id: str = ""
    points: Fraction = Fraction(1)
    tags: tuple[str, ...] = ()
    difficulty: Difficulty | None = None
    seconds: int | None = None
    shuffle: bool = True
    lint_ignore: str = ""
    origin: str = ""


@cache
def type_keys() -> dict[str, tuple[str, ...]]:
    """The chips that only some types know, each with the labels of those types."""
    found: dict[str, tuple[str, ...]] = {}
    for kind in all_types():
        for key in kind.chip_keys:
            found[key] = (*found.get(key, ()), kind.label)
    return found


@cache
def known_keys() -> tuple[str, ...]:
    """Every chip there is."""
    return (*COMMON_KEYS, *sorted(type_keys()))


def nearest(word: str, known: tuple[str, ...]) -> str:
    """A sentence that names the known word nearest to `word`, or all of them."""
    close = difflib.get_close_matches(word.lower()[:100], known, n=1, cutoff=0.5)
    if close:
        return f"Did you mean {close[0]}?"
    return f"Known are {', '.join(known)}."


def is_chips_line(line: str) -> bool:
    """Whether a line holds code spans only and one of them has a key."""
    if "`" not in line:
        return False
    spans = code_spans(line)
    if not any(_KEY.match(span.content) for span in spans):
        return False
    place = 0
    for span in spans:
        if line[place : span.start].strip():
            return False
        place = span.end
    return not line[place:].strip()


def has_known_key(line: str) -> bool:
    """Whether a line begins with a chip that a question can have."""
    spans = code_spans(line)
    match = _KEY.match(spans[0].content) if spans else None
    return match is not None and match.group(1).lower() in known_keys()


def read_chips(line: str, number: int) -> tuple[dict[str, Chip], list[Problem]]:
    """The chips of line `number` by key."""
    chips: dict[str, Chip] = {}
    problems = []
    for span in code_spans(line):
        key, colon, value = span.content.partition(":")
        key, value = key.strip(), value.strip()
        column = span.start + 1
        if problem := _key_problem(key, value if colon else None, chips):
            problems.append(Problem(number, column, *problem))
        else:
            chips[key] = Chip(value, number, column)
        if len(problems) == _MOST_PROBLEMS:
            break
    return chips, problems


def _key_problem(key: str, value: str | None, chips: Chips) -> tuple[str, str] | None:
    if value is None:
        return "bad-chip", f"`{key[:60]}` has no value. Write `key: value`."
    if key not in known_keys():
        return "unknown-chip", f"There is no chip {key[:60]!r}. {nearest(key, known_keys())}"
    if key in chips:
        return "repeated-chip", f"The chip {key} stands here a second time. Delete one of them."
    if not value:
        return "bad-chip", f"The chip {key} has no value. Write one, or delete the chip."
    return None


def read_common(chips: Chips) -> tuple[CommonChips, list[Problem]]:
    """What the common chips mean; a bad value is a problem and its default stands."""
    problems: list[Problem] = []
    found: dict[str, object] = {}
    for key, (name, read, mend) in _READERS.items():
        if chip := chips.get(key):
            try:
                found[name] = read(chip.value)
            except ValueError:
                message = f"`{key}: {chip.value[:60]}` says nothing here. {mend}"
                problems.append(Problem(chip.line, chip.column, "bad-chip", message))
    return CommonChips(**found), problems  # type: ignore[arg-type]  # each reader fits its field


def misplaced(chips: Mapping[str, Chip], label: str, chip_keys: frozenset[str]) -> list[Problem]:
    """A warning for each chip that questions of this type don't know."""
    return [
        Problem(
            chip.line,
            chip.column,
            "chip-not-for-type",
            f"{key} means nothing to a question of type {label}; "
            f"these know it: {', '.join(type_keys()[key])}. Delete the chip.",
            "warning",
        )
        for key, chip in chips.items()
        if key not in COMMON_KEYS and key not in chip_keys
    ]


def _slug(value: str) -> str:
    if not SLUG.fullmatch(value):
        raise ValueError
    return value


def _points(value: str) -> Fraction:
    points = Fraction(value) if _POINTS.fullmatch(value) and value.isascii() else Fraction(0)
    if not points:
        raise ValueError
    return points


def _tags(value: str) -> tuple[str, ...]:
    tags = tuple(" ".join(tag.split()) for tag in value.split(","))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def _difficulty(value: str) -> Difficulty:
    if value not in ("easy", "medium", "hard"):
        raise ValueError
    return cast(Difficulty, value)


def _seconds(value: str) -> int:
    if not _SECONDS.fullmatch(value) or not value.isascii() or not int(value):
        raise ValueError
    return int(value)


def _shuffle(value: str) -> bool:
    if value not in ("yes", "no"):
        raise ValueError
    return value == "yes"


Reader = Callable[[str], object]
_READERS: dict[str, tuple[str, Reader, str]] = {
    "id": ("id", _slug, "Use at most 64 small letters, digits and hyphens, a hyphen not first."),
    "points": ("points", _points, "Write a number above 0, such as 2 or 0.5."),
    "tags": ("tags", _tags, "Write words with commas between."),
    "difficulty": ("difficulty", _difficulty, "Write easy, medium or hard."),
    "time": ("seconds", _seconds, "Write the seconds a student needs as a whole number."),
    "shuffle": ("shuffle", _shuffle, "Write yes or no."),
    "lint-ignore": ("lint_ignore", str, ""),
    "from": ("origin", str, ""),
}
