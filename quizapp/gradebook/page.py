"""The gradebook's page: people found by name, in the order asked for, so many at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from unicodedata import normalize

from quizapp.gradebook.queries import Column, Gradebook, Row
from quizapp.gradebook.rules import average

AT_ONCE = 200  # rows on a page
LONGEST_SEARCH = 100
NAME, AVERAGE = "name", "average"


@dataclass(frozen=True)
class Chosen:
    """What the address asks for."""

    find: str = ""
    sort: str = NAME  # or AVERAGE, or a quiz's id
    is_down: bool = False
    page: int = 1


@dataclass(frozen=True)
class GradebookPage:
    """What the page shows; averages are of everybody, rows of those who were found."""

    columns: tuple[Column, ...]
    averages: tuple[Fraction | None, ...]  # of each quiz
    average: Fraction | None  # of the students' averages
    rows: tuple[Row, ...]
    count: int  # students in the course
    left: int  # in the course no more, but their attempts are
    found: int
    pages: int
    chosen: Chosen


def build_page(book: Gradebook, chosen: Chosen) -> GradebookPage:
    """An unknown order is by name, and a page too far is the last one."""
    students = [row for row in book.rows if row.member.is_student]
    known = {NAME, AVERAGE} | {column.id for column in book.columns}
    sort = chosen.sort if chosen.sort in known else NAME
    found = _in_order(_matching(book.rows, chosen.find), book.columns, sort, is_down=chosen.is_down)
    pages = max(-(-len(found) // AT_ONCE), 1)
    page = min(max(chosen.page, 1), pages)
    own = [share for row in students if (share := row.average) is not None]
    return GradebookPage(
        columns=book.columns,
        averages=tuple(
            average(row.cells[at] for row in students) for at in range(len(book.columns))
        ),
        average=sum(own, Fraction(0)) / len(own) if own else None,
        rows=tuple(found[(page - 1) * AT_ONCE : page * AT_ONCE]),
        count=len(students),
        left=len(book.rows) - len(students),
        found=len(found),
        pages=pages,
        chosen=Chosen(chosen.find, sort, chosen.is_down, page),
    )


def read_chosen(asked: dict[str, str]) -> Chosen:
    """From the address; what makes no sense is as if it weren't there."""
    page = asked.get("page", "")
    return Chosen(
        find=asked.get("find", "").strip()[:LONGEST_SEARCH],
        sort=asked.get("sort", NAME),
        is_down=asked.get("order") == "down",
        page=int(page) if page.isdecimal() and len(page) < 6 else 1,
    )


def _matching(rows: Sequence[Row], find: str) -> list[Row]:
    wanted = _folded(find)
    return [row for row in rows if wanted in _folded(_about(row))]


def _about(row: Row) -> str:
    return f"{row.member.name} {row.member.login} {row.member.student_number}"


def _folded(text: str) -> str:
    return " ".join(normalize("NFKC", text).casefold().split())


def _in_order(
    rows: Sequence[Row], columns: Sequence[Column], sort: str, *, is_down: bool
) -> list[Row]:
    """Who has no score comes last both ways, and equals are by name."""
    by_name = sorted(rows, key=lambda row: row.member.name.casefold())
    if sort == NAME:
        return by_name[::-1] if is_down else by_name
    at = next((at for at, column in enumerate(columns) if column.id == sort), None)
    values = [(row.average if at is None else _score(row, at), row) for row in by_name]
    known = [(value, row) for value, row in values if value is not None]
    known.sort(key=lambda pair: pair[0], reverse=is_down)
    return [row for _, row in known] + [row for value, row in values if value is None]


def _score(row: Row, at: int) -> Fraction | None:
    score = row.cells[at].score
    return score.earned / score.possible if score and score.possible else None
