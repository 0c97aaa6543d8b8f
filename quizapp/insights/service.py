"""Reads for staff, after attempts whose time ran out meanwhile have been settled."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from quizapp.accounts.models import User
from quizapp.attempts.service import settle
from quizapp.banks.library import FolderMissing, Library
from quizapp.courses.rules import Role
from quizapp.insights import queries
from quizapp.insights.home_page import Folder, HomePage, build_home
from quizapp.insights.home_queries import (
    CourseLine,
    list_taught,
    list_unfinished,
    list_used_banks,
    load_courses,
)
from quizapp.insights.score_table import QuizScores


def read_home(user: User, library: Library, now: datetime) -> HomePage:
    """The home page of somebody who teaches or assists."""
    taught = list_taught(user)
    sees_all_banks = user.is_administrator or Role.INSTRUCTOR in taught.values()
    courses = _read_courses(tuple(taught), now)
    readable = None if sees_all_banks else _banks_of(courses)
    return build_home(courses, _look_into(library, readable), list_used_banks())


def read_course(course_id: str, now: datetime) -> CourseLine:
    """A course with its quizzes."""
    return _read_courses((course_id,), now)[0]


def _read_courses(course_ids: Sequence[str], now: datetime) -> tuple[CourseLine, ...]:
    for quiz_id in list_unfinished(course_ids):
        settle(quiz_id, now)
    return load_courses(course_ids, now)


def _look_into(library: Library, readable: frozenset[str] | None) -> Folder:
    """What is there for somebody who may read these banks; None: all, and may mend file names."""
    try:
        banks = library.load_all()
        misnamed = len(library.misnamed())
    except FolderMissing:
        return Folder(is_missing=readable is None)
    if readable is None:
        return Folder(banks, misnamed)
    return Folder(tuple(bank for bank in banks if bank.name in readable))


def _banks_of(courses: Iterable[CourseLine]) -> frozenset[str]:
    return frozenset(bank for course in courses for quiz in course.quizzes for bank in quiz.banks)


def read_scores(quiz_id: str, now: datetime, *, all_attempts: bool) -> QuizScores:
    """The scores of first attempts, or of all."""
    settle(quiz_id, now)
    return queries.load_scores(quiz_id, all_attempts=all_attempts)
