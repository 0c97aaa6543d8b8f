"""Gradebooks that aren't in a database."""

from collections.abc import Sequence
from fractions import Fraction

from quizapp.attempts.rules import AttemptScore
from quizapp.courses.rules import Role
from quizapp.gradebook.queries import Column, Gradebook, Row
from quizapp.gradebook.rules import Cell, State
from quizapp.people.queries import Member

MISSED = Cell(State.MISSED)


def final(earned: float, possible: int = 10) -> Cell:
    """A score that stands."""
    return Cell(State.FINAL, AttemptScore(Fraction(str(earned)), Fraction(possible)))


def column(id: str, title: str = "") -> Column:
    """A quiz of 10 points."""
    return Column(id, title or id.title(), "best", 1, Fraction(10))


def row(name: str, *cells: Cell, **given: str | Role | None) -> Row:
    """A student whose login is the name in small letters."""
    values = {"user_id": name, "login": name.lower(), "role": Role.STUDENT, **given}
    return Row(Member(name=name, signed_in_at=None, has_password=True, done=0, **values), cells)  # type: ignore[arg-type]


def book(columns: Sequence[Column], *rows: Row) -> Gradebook:
    """All of it."""
    return Gradebook(tuple(columns), rows)
