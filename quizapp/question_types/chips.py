"""Reads the chips that some types know; a value that makes no sense is a problem."""

from quizapp.question_types.base import Chips, Problem, ProblemsFound


def read_choice(chips: Chips, key: str, choices: tuple[str, ...]) -> str:
    """The chip's value, one of `choices`; without the chip, the first."""
    chip = chips.get(key)
    if chip is None:
        return choices[0]
    value = chip.value.strip()
    if value in choices:
        return value
    listed = ", ".join(choices[:-1]) + " or " + choices[-1]
    message = f"`{key}: {value}` says nothing here. Write {listed} after `{key}:`."
    raise ProblemsFound([Problem(chip.line, chip.column, "bad-chip", message)])


def read_text(chips: Chips, key: str) -> str:
    """The chip's value, or "" without it."""
    chip = chips.get(key)
    return " ".join(chip.value.split()) if chip else ""


def read_all_or_nothing(chips: Chips) -> bool:
    """For types with one kind of partial credit, where `net` and `each` come to the same."""
    return read_choice(chips, "score", ("net", "each", "all-or-nothing")) == "all-or-nothing"
