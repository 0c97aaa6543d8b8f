"""The order in which answers are marked: alike on every page, and unlike any list of names."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256


@dataclass(frozen=True)
class Entry:
    """An answer that a person marks, or has marked."""

    attempt_id: str
    slot: int
    user_id: str
    name: str
    attempt_number: int
    earned: Fraction  # points
    needs_marking: bool


@dataclass(frozen=True)
class Placed:
    """An entry in the order of marking."""

    entry: Entry
    student: int  # the number in place of the name
    students: int  # who have such a number
    is_only: bool  # the student has no other attempt among the entries

    def title(self, *, named: bool) -> str:
        """Who wrote it: Student 3, or the name."""
        student = self.entry.name if named else f"Student {self.student}"
        return student if self.is_only else f"{student}, attempt {self.entry.attempt_number}"


def arrange(
    entries: Sequence[Entry], question_id: str, numbers: Mapping[str, int]
) -> tuple[Placed, ...]:
    """The entries of a question: students shuffled anew for each, one student's side by side.

    `numbers`: what stands for a student where names are hidden.
    """
    by_student: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_student[entry.user_id].append(entry)
    students = sorted(by_student, key=lambda user_id: _shuffling(question_id, user_id))
    return tuple(
        Placed(entry, numbers[user_id], len(numbers), len(by_student[user_id]) == 1)
        for user_id in students
        for entry in sorted(by_student[user_id], key=lambda entry: entry.attempt_number)
    )


def _shuffling(question_id: str, user_id: str) -> bytes:
    return sha256(f"{question_id}/{user_id}".encode()).digest()


def find_place(places: Sequence[Placed], attempt_id: str) -> int | None:
    """Where the answer of this attempt stands, from 0."""
    for at, placed in enumerate(places):
        if placed.entry.attempt_id == attempt_id:
            return at
    return None


def next_unmarked(places: Sequence[Placed], at: int) -> Placed | None:
    """The first to be marked after place `at`, then from the start; never `at` itself."""
    others = [*places[at + 1 :], *places[:at]]
    return next((placed for placed in others if placed.entry.needs_marking), None)
