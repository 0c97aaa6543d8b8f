"""The page with everybody in a course: found by name, in the order that was asked for."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from unicodedata import normalize

from quizapp.people import queries
from quizapp.people.queries import Member
from quizapp.quizzes.rules import Window, window

NEVER = datetime.min.replace(tzinfo=UTC)
SORTS: dict[str, Callable[[Member], Any]] = {
    "name": lambda member: member.name.casefold(),
    "number": lambda member: member.student_number.casefold(),
    "seen": lambda member: member.signed_in_at or NEVER,
    "done": lambda member: member.done,
}
LONGEST_SEARCH = 100


@dataclass(frozen=True)
class PeoplePage:
    """What the page shows; the counts are of everybody, the lists of those who were found."""

    students: tuple[Member, ...]
    staff: tuple[Member, ...]
    left: tuple[Member, ...]  # in the course no more, but their attempts are
    count: int  # students in all
    strangers: int  # students without a password, whom only a code lets in
    quizzes: int  # open or closed, so that somebody may have done them
    find: str
    sort: str
    is_down: bool  # from the largest to the smallest

    @property
    def found(self) -> int:
        """How many people the search found."""
        return len(self.students) + len(self.staff) + len(self.left)


def load(course_id: str, now: datetime, chosen: dict[str, str]) -> PeoplePage:
    """The page as things stand; `chosen` may hold find, sort and order."""
    members = queries.list_members(course_id)
    students = [member for member in members if member.is_student]
    find = chosen.get("find", "").strip()[:LONGEST_SEARCH]
    sort = chosen.get("sort", "")
    sort, is_down = sort if sort in SORTS else "name", chosen.get("order") == "down"
    found = _matching(members, find)
    return PeoplePage(
        students=_in_order((each for each in found if each.is_student), sort, is_down=is_down),
        staff=tuple(each for each in found if each.role and not each.is_student),
        left=tuple(each for each in found if each.role is None),
        count=len(students),
        strangers=sum(not member.has_password for member in students),
        quizzes=_count_begun(course_id, now),
        find=find,
        sort=sort,
        is_down=is_down,
    )


def _matching(members: Iterable[Member], find: str) -> Sequence[Member]:
    wanted = _folded(find)
    return [
        each
        for each in members
        if wanted in _folded(f"{each.name} {each.login} {each.student_number}")
    ]


def _in_order(members: Iterable[Member], sort: str, *, is_down: bool) -> tuple[Member, ...]:
    """Equal ones stay in the order of their names, whichever way the rest goes."""
    return tuple(sorted(members, key=SORTS[sort], reverse=is_down))


def _folded(text: str) -> str:
    return " ".join(normalize("NFKC", text).casefold().split())


def _count_begun(course_id: str, now: datetime) -> int:
    quizzes = queries.list_published(course_id)
    return sum(window(quiz.settings, now) is not Window.LATER for quiz in quizzes)
