"""The gradebook as rows for a file: ours, or with the columns that a learning system imports.

Canvas: Student, ID, SIS User ID, SIS Login ID, Section, then assignments, and a second row that
says how many points are possible. Moodle: any columns, matched on its import page by username,
ID number or email address. Blackboard: Last Name, First Name, Username, Student ID, then items.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from fractions import Fraction

from quizapp.gradebook.queries import Column, Gradebook, Row
from quizapp.people.queries import Member
from quizapp.spreadsheet import Cell


class System(StrEnum):
    """Whose columns a file has."""

    OURS = "quizapp"
    CANVAS = "canvas"
    MOODLE = "moodle"
    BLACKBOARD = "blackboard"


PEOPLE = ("name", "login", "student_number", "in_course", "average")
POSSIBLE = "    Points Possible"  # Canvas knows the row by these words


def file_rows(book: Gradebook, system: System) -> Iterator[list[Cell]]:
    """Header and rows.

    Files for other systems hold the course's students and final scores only.
    """
    if system is System.OURS:
        return _our_rows(book)
    return _their_rows(book, system)


def _our_rows(book: Gradebook) -> Iterator[list[Cell]]:
    names = _titles(book.columns)
    yield [*PEOPLE, *(f"{name}{part}" for name in names for part in ("", " of", " state"))]
    for row in book.rows:
        member = row.member
        yield [
            member.name,
            member.login,
            member.student_number,
            int(member.is_student),
            row.average,
            *(value for at in range(len(names)) for value in _our_cells(row, at)),
        ]


def _our_cells(row: Row, at: int) -> list[Cell]:
    cell = row.cells[at]
    if cell.score is None:
        return [None, None, str(cell.state)]
    return [cell.score.earned, cell.score.possible, str(cell.state)]


def _their_rows(book: Gradebook, system: System) -> Iterator[list[Cell]]:
    header, describe = THEIRS[system]
    yield [*header, *_titles(book.columns)]
    if system is System.CANVAS:
        empty: list[Cell] = [""] * (len(header) - 1)
        yield [POSSIBLE, *empty, *(column.possible for column in book.columns)]
    for row in book.rows:
        if row.member.is_student:
            yield [*describe(row.member), *_finals(row)]


def _finals(row: Row) -> list[Fraction | None]:
    return [cell.final.earned if cell.final else None for cell in row.cells]


def _canvas(member: Member) -> Sequence[Cell]:
    return member.name, "", member.student_number, member.login, ""


def _moodle(member: Member) -> Sequence[Cell]:
    is_email = "@" in member.login
    email, username = (member.login, "") if is_email else ("", member.login)
    return member.name, username, member.student_number, email


def _blackboard(member: Member) -> Sequence[Cell]:
    """It goes by the username; a name's last word is taken for the last name."""
    *first, last = member.name.split() or [""]
    return last, " ".join(first), member.login, member.student_number


THEIRS: dict[System, tuple[tuple[str, ...], Callable[[Member], Sequence[Cell]]]] = {
    System.CANVAS: (("Student", "ID", "SIS User ID", "SIS Login ID", "Section"), _canvas),
    System.MOODLE: (("Full name", "Username", "ID number", "Email address"), _moodle),
    System.BLACKBOARD: (("Last Name", "First Name", "Username", "Student ID"), _blackboard),
}


def _titles(columns: Sequence[Column]) -> list[str]:
    """The quizzes' titles; those that several share are numbered."""
    times = Counter(column.title for column in columns)
    seen: Counter[str] = Counter()
    titles = []
    for column in columns:
        seen[column.title] += 1
        number = f" ({seen[column.title]})" if times[column.title] > 1 else ""
        titles.append(f"{column.title}{number}")
    return titles
