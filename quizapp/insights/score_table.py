"""A quiz's scores as plain values: who took it, and what attempts earned."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from fractions import Fraction


class State(StrEnum):
    """Where a person is with a quiz, in words for the page."""

    NOT_STARTED = "Not started"
    WORKING = "Working"
    TO_BE_MARKED = "Submitted, to be marked"
    RAN_OUT = "Time ran out"
    SUBMITTED = "Submitted"


@dataclass(frozen=True)
class Person:
    """Who; `is_student` is False for somebody who has left the course since."""

    id: str
    name: str
    login: str
    is_student: bool = True
    hidden: int | None = None  # the number in place of the name; None: the name shows


@dataclass(frozen=True)
class AttemptScore:
    """One attempt, in points; `earned` is None until it is graded."""

    id: str
    person: Person
    number: int
    submitted_at: datetime | None
    earned: Fraction | None
    possible: Fraction
    unmarked: Fraction = Fraction(0)  # points that a person has yet to decide about
    ran_out: bool = False  # submitted by the clock, not by hand

    @property
    def share(self) -> Fraction | None:
        """The final score, 0 to 1; None while working or while something is to be marked."""
        if self.submitted_at is None or self.earned is None or self.unmarked or not self.possible:
            return None
        return self.earned / self.possible

    @property
    def decided(self) -> Fraction:
        """The points that have been decided about, earned or not."""
        return self.possible - self.unmarked

    @property
    def state(self) -> State:
        """Where this attempt is."""
        if self.submitted_at is None:
            return State.WORKING
        if self.unmarked or self.earned is None:
            return State.TO_BE_MARKED
        return State.RAN_OUT if self.ran_out else State.SUBMITTED


@dataclass(frozen=True)
class QuizScores:
    """All that a score page is made of."""

    students: tuple[Person, ...]  # of the course, whether they began or not
    attempts: tuple[AttemptScore, ...]


@dataclass(frozen=True)
class Row:
    """A line of the students' table: an attempt, or a student without one."""

    person: Person
    attempt: AttemptScore | None = field(default=None)

    @property
    def state(self) -> State:
        """Where this person is with this attempt."""
        return self.attempt.state if self.attempt else State.NOT_STARTED


def hide_names(rows: Iterable[Row], numbers: Mapping[str, int]) -> tuple[Row, ...]:
    """The same rows with a number in place of each name, which then decides the order, too."""
    return tuple(replace(row, person=_hide(row.person, numbers[row.person.id])) for row in rows)


def _hide(person: Person, number: int) -> Person:
    return Person(person.id, f"Student {number}", "", person.is_student, hidden=number)


def _name(row: Row) -> tuple[int, str, str, int]:
    person, number = row.person, row.attempt.number if row.attempt else 0
    return person.hidden or 0, person.name.casefold(), person.id, number


def _score(row: Row) -> Fraction | None:
    if row.attempt is None or row.attempt.earned is None or not row.attempt.possible:
        return None
    return row.attempt.earned / row.attempt.possible


def _submitted(row: Row) -> float | None:
    at = row.attempt.submitted_at if row.attempt else None
    return at.timestamp() if at else None


def _state(row: Row) -> int:
    return list(State).index(row.state)


SORTS: dict[str, Callable[[Row], Fraction | float | None]] = {
    "score": _score,
    "submitted": _submitted,
    "state": _state,
}


def list_rows(scores: QuizScores, sort: str) -> tuple[Row, ...]:
    """Everybody, by `sort`: name or one of SORTS, "-" before it for the other way round.

    Whatever has no value comes last both ways, and equals are by name; an unknown sort is by name.
    """
    began = {attempt.person.id for attempt in scores.attempts}
    rows = [Row(attempt.person, attempt) for attempt in scores.attempts]
    rows += [Row(student) for student in scores.students if student.id not in began]
    return sort_rows(rows, sort)


def sort_rows(rows: Iterable[Row], sort: str) -> tuple[Row, ...]:
    """The same rows by `sort`, as for `list_rows`."""
    backward = sort.startswith("-")
    value = SORTS.get(sort.removeprefix("-"))
    if value is None:
        return tuple(sorted(rows, key=_name, reverse=sort == "-name"))
    named = sorted(rows, key=_name)
    known = [(found, row) for row in named if (found := value(row)) is not None]
    known.sort(key=lambda pair: pair[0], reverse=backward)
    return tuple(row for _, row in known) + tuple(row for row in named if value(row) is None)
