"""All that is kept about one person, as JSON and as a folder of CSV files in a ZIP file."""

import base64
import io
import json
import zipfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.people.belongings import list_belongings
from quizapp.people.queries import list_courses_of
from quizapp.quizzes.models import Quiz
from quizapp.spreadsheet import Cell, write_csv

Row = dict[str, Any]
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # every file in the ZIP file has it, so that equal ones are equal


@dataclass(frozen=True)
class Export:
    """By table, the rows about one person; and the titles of what they mention."""

    made_at: datetime
    tables: Mapping[str, list[Row]]
    titles: Mapping[str, str]  # by the id of a course or quiz


def collect(user_id: str, course_ids: Collection[str] | None, now: datetime) -> Export:
    """Everything about a person, of these courses only or, with None, of all.

    What lies in no course tells of all, so it is left out if the person is in others, too.
    """
    is_whole = course_ids is None or list_courses_of(user_id) <= set(course_ids)
    tables = {}
    for belonging in list_belongings(user_id, course_ids):
        if belonging.is_of_site and not is_whole:
            continue
        columns = belonging.columns
        order = list(belonging.table.primary_key.columns)
        statement = select(*columns).where(belonging.condition).order_by(*order)
        names = [column.name for column in columns]
        rows = db.session.execute(statement)
        tables[belonging.table.name] = [
            dict(zip(names, map(_plain, row), strict=True)) for row in rows
        ]
    return Export(now, tables, _titles(tables))


def to_json(export: Export) -> bytes:
    """The whole as one JSON file."""
    whole = {
        "made_at": _plain(export.made_at),
        "titles": export.titles,
        "tables": export.tables,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2).encode()


def to_zip(export: Export) -> bytes:
    """A CSV file for each table that has a row, and one with the titles."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, rows in export.tables.items():
            if rows:
                cells: list[list[Cell]] = [list(rows[0])]
                cells += [[_cell(value) for value in row.values()] for row in rows]
                folder.writestr(zipfile.ZipInfo(f"{name}.csv", FIRST_DAY), write_csv(cells))
        titles: list[list[Cell]] = [["id", "title"]]
        titles += [[id, title] for id, title in export.titles.items()]
        folder.writestr(zipfile.ZipInfo("titles.csv", FIRST_DAY), write_csv(titles))
    return file.getvalue()


def _titles(tables: Mapping[str, list[Row]]) -> dict[str, str]:
    """What the courses and quizzes are called that the rows mention."""
    rows = [row for found in tables.values() for row in found]
    quiz_ids = {row["quiz_id"] for row in rows if "quiz_id" in row}
    course_ids = {row["course_id"] for row in rows if "course_id" in row}
    quizzes = db.session.scalars(select(Quiz).where(Quiz.id.in_(quiz_ids)))
    courses = db.session.scalars(select(Course).where(Course.id.in_(course_ids)))
    return {each.id: each.title for found in (courses, quizzes) for each in found}


def _plain(value: Any) -> Any:
    """A stored value as JSON has it; bytes as the text they are, or else in base64."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return base64.b64encode(value).decode()
    return value


def _cell(value: Any) -> Cell:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or isinstance(value, str | int):
        return value
    return json.dumps(value, ensure_ascii=False)
