"""Which rows of the database are about one person, found by walking the schema.

A table that is added later is found as well, if its foreign keys say whose its rows are.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, or_, select, true

from quizapp.extensions import db

USER, COURSE, QUIZ = "user", "course", "quiz"
SECRETS = ("hash", "secret", "token", "key")  # ends of names of columns that must not leave


@dataclass(frozen=True)
class Belonging:
    """A table with rows about a person, and which of its columns may be read out."""

    table: Table
    condition: ColumnElement[bool]

    @property
    def columns(self) -> list[Column[Any]]:
        """All but the secrets by which somebody could sign in."""
        return [column for column in self.table.columns if not is_secret(column)]

    @property
    def is_of_site(self) -> bool:
        """Whether its rows lie in no course: sign-ins, drafts, the audit trail."""
        return {key.column.table.name for key in self.table.foreign_keys} == {USER}


def is_secret(column: Column[Any]) -> bool:
    """Whether a column holds what lets somebody in."""
    return column.name.rpartition("_")[2] in SECRETS


def list_belongings(user_id: str, course_ids: Collection[str] | None) -> Iterator[Belonging]:
    """Every table with rows that name the person, or belong to rows that are the person's own.

    `course_ids`: only rows of these courses, and those of none; None: of all.
    """
    own: dict[str, ColumnElement[bool]] = {}
    for table in db.metadata.sorted_tables:
        within = _within(table, course_ids)
        named = [] if table.name != USER else [table.c.id == user_id]
        owned = list(named)
        for key in table.foreign_keys:
            condition = _points_at(key.parent, key.column, user_id, own)
            if condition is None:
                continue
            named.append(condition)
            if key.ondelete == "CASCADE":
                owned.append(condition)
        if owned and table.name != USER:
            own[table.name] = or_(*owned) & within
        if named:
            yield Belonging(table, or_(*named) & within)


def _points_at(
    parent: Column[Any], column: Column[Any], user_id: str, own: dict[str, ColumnElement[bool]]
) -> ColumnElement[bool] | None:
    """That a foreign key leads to the person, or to a row of theirs; None: it never can."""
    target = column.table.name
    if target == USER:
        return parent == user_id
    return parent.in_(select(column).where(own[target])) if target in own else None


def _within(table: Table, course_ids: Collection[str] | None) -> ColumnElement[bool]:
    """That a row lies in one of the courses, as far as the table says where its rows lie."""
    if course_ids is None:
        return true()
    quiz = db.metadata.tables[QUIZ]
    quizzes = select(quiz.c.id).where(quiz.c.course_id.in_(course_ids))
    found: list[ColumnElement[bool]] = [true()]
    for key in table.foreign_keys:
        if key.column.table.name == COURSE:
            found.append(key.parent.in_(course_ids))
        elif key.column.table.name == QUIZ:
            found.append(key.parent.in_(quizzes))
    condition = found[0]
    for each in found[1:]:
        condition &= each
    return condition
