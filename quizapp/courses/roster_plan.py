"""What a roster would change in a course: who is added, changed, or kept as they are; pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.courses.roster import Roster, RosterProblem, RosterRow
from quizapp.courses.rules import Role

ALL_TIME = 100


@dataclass(frozen=True)
class Known:
    """Somebody with an account, and their part in the course."""

    user_id: str
    name: str
    is_named_by_staff: bool  # has never signed in, so the name isn't their own choice yet
    role: Role | None = None  # None: not in the course
    number: str = ""
    percent: int = ALL_TIME


@dataclass(frozen=True)
class Addition:
    """Somebody who comes into the course; with an account of theirs, if there is one."""

    row: RosterRow
    known: Known | None

    @property
    def percent(self) -> int:
        """The time they get."""
        return self.row.percent or ALL_TIME


@dataclass(frozen=True)
class Change:
    """Somebody of the course for whom the file says something else; "" and None: not that."""

    row: RosterRow
    known: Known
    name: str = ""
    number: str = ""
    percent: int | None = None

    @property
    def sentences(self) -> tuple[str, ...]:
        """What changes, for people."""
        before = self.known
        said = (
            f"name {before.name} becomes {self.name}" if self.name else "",
            f"number {before.number or 'none'} becomes {self.number}" if self.number else "",
            f"time {before.percent}% becomes {self.percent}%" if self.percent else "",
        )
        return tuple(sentence for sentence in said if sentence)


@dataclass(frozen=True)
class RosterPlan:
    """Everything that importing a roster would do; nobody is ever taken away."""

    added: tuple[Addition, ...]
    changed: tuple[Change, ...]
    kept: tuple[RosterRow, ...]
    problems: tuple[RosterProblem, ...]

    @property
    def has_effect(self) -> bool:
        """Whether importing it would change anything."""
        return bool(self.added or self.changed)


def plan_roster(roster: Roster, known: Mapping[str, Known]) -> RosterPlan:
    """`known`: by login, everybody with an account whom the roster names."""
    added, changed, kept = [], [], []
    for row in roster.rows:
        person = known.get(row.login)
        if person is None or person.role is None:
            added.append(Addition(row, person))
            continue
        change = _compare(row, person)
        if change.sentences:
            changed.append(change)
        else:
            kept.append(row)
    return RosterPlan(tuple(added), tuple(changed), tuple(kept), roster.problems)


def _compare(row: RosterRow, known: Known) -> Change:
    """Staff stay as they are, and so do names that people go by themselves."""
    if known.role is not Role.STUDENT:
        return Change(row, known)
    return Change(
        row,
        known,
        name=row.name if known.is_named_by_staff and row.name != known.name else "",
        number=row.number if row.number != known.number else "",
        percent=row.percent if row.percent != known.percent else None,
    )
