"""Reads for staff, after attempts whose time ran out meanwhile have been settled."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from quizapp.accounts.queries import Visitor
from quizapp.attempts import sum_service, sums
from quizapp.attempts.hidden_names import number_students
from quizapp.attempts.service import settle
from quizapp.banks.library import FolderMissing, Library
from quizapp.courses.rules import Action, Role, may
from quizapp.errors import NotFound
from quizapp.extensions import db, snapshot
from quizapp.insights import queries, score_table
from quizapp.insights.count_queries import load_counts, load_texts, load_turnout
from quizapp.insights.doubtful_queries import list_doubtful
from quizapp.insights.home_page import Folder, HomePage, build_home
from quizapp.insights.home_queries import (
    CourseLine,
    list_taught,
    list_unfinished,
    list_used_banks,
    load_courses,
)
from quizapp.insights.people_queries import (
    PeoplePage,
    Wanted,
    load_hidden_page,
    load_people_page,
)
from quizapp.insights.question_page import (
    MOST_TEXTS,
    Evaluated,
    QuestionPage,
    build_question_page,
)
from quizapp.insights.score_page import ScorePage, build_page
from quizapp.insights.score_summary import FEW
from quizapp.insights.score_table import Row
from quizapp.insights.statistics import QuizStatistics, Which, describe
from quizapp.quizzes.corrections import load_corrected_slots, load_rulebooks
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.questions import load_slots

MOST_PEOPLE = 500  # students and attempts on a page; more are looked for on one of their own


@dataclass(frozen=True)
class Recomputed:
    """What making a quiz's counts anew showed."""

    counts: int  # how many there are
    differing: int | None  # from those that were kept; None: none were


def read_home(user: Visitor, library: Library, now: datetime) -> HomePage:
    """The home page of somebody who teaches or assists."""
    taught = list_taught(user)
    sees_all_banks = user.is_administrator or Role.INSTRUCTOR in taught.values()
    courses = _read_courses(tuple(taught), now)
    readable = None if sees_all_banks else _banks_of(courses)
    edited = [id for id, role in taught.items() if may(role, Action.EDIT_QUIZZES)]
    folder = _look_into(library, readable)
    return build_home(_with_doubts(courses), folder, list_used_banks(), edited)


def _with_doubts(courses: Sequence[CourseLine]) -> tuple[CourseLine, ...]:
    """The courses, with what their answers say against the keys of their quizzes."""
    judged = [quiz.id for course in courses for quiz in course.quizzes if quiz.submitted >= FEW]
    doubtful = list_questions_to_check(judged)
    return tuple(
        replace(
            course,
            quizzes=tuple(
                replace(quiz, doubtful=tuple(doubtful.get(quiz.id, ()))) for quiz in course.quizzes
            ),
        )
        for course in courses
    )


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
        return Folder(banks, misnamed, is_editable=True)
    return Folder(tuple(bank for bank in banks if bank.name in readable))


def _banks_of(courses: Iterable[CourseLine]) -> frozenset[str]:
    return frozenset(bank for course in courses for quiz in course.quizzes for bank in quiz.banks)


def read_statistics(quiz_id: str, now: datetime, which: Which) -> QuizStatistics:
    """Every figure of a quiz, from its counts."""
    bring_up_to_date(quiz_id, now)
    return _describe(quiz_id, which)


def bring_up_to_date(quiz_id: str, now: datetime) -> None:
    """Settle what ran out of time, and see that the counts can be read as they are."""
    settle(quiz_id, now)
    for stale in sums.list_stale([quiz_id]):
        sum_service.refresh(stale)


def _describe(quiz_id: str, which: Which) -> QuizStatistics:
    quiz = db.session.get_one(Quiz, quiz_id)
    corrected = {slot.number: slot for slot in load_corrected_slots(quiz_id, quiz.version)}
    slots = load_slots(quiz_id, quiz.version)
    return describe(
        load_counts(quiz_id, which),
        [corrected.get(slot.number, slot) for slot in slots],
        {slot.number for slot in slots} - corrected.keys(),
    )


def list_questions_to_check(quiz_ids: Sequence[str]) -> dict[str, list[int]]:
    """By quiz, the numbers of questions whose key seems to be wrong, judged by first attempts.

    For many quizzes at once: so many queries, and rows by their questions.
    """
    for stale in sums.list_stale(quiz_ids):
        sum_service.refresh(stale)
    rulebooks = load_rulebooks(quiz_ids)
    rows = db.session.execute(select(Quiz.id, Quiz.version).where(Quiz.id.in_(quiz_ids)))
    return list_doubtful({id: rulebooks[id].slots(version) for id, version in rows if version})


def read_score_page(quiz: Quiz, now: datetime, which: Which) -> ScorePage:
    """The page of a quiz's scores; with its people if they are few enough for a page."""
    statistics = read_statistics(quiz.id, now, which)
    turnout = load_turnout(quiz)
    is_small = turnout.enrolled is not None and turnout.enrolled + statistics.n <= MOST_PEOPLE
    people = queries.load_people(quiz.id, which) if is_small else None
    return build_page(statistics, which, turnout, people)


def read_question_page(quiz_id: str, number: int, now: datetime, which: Which) -> QuestionPage:
    """The page of the question in this place of the newest version; raises NotFound."""
    statistics = read_statistics(quiz_id, now, which)
    found = next((each for each in statistics.questions if each.number == number), None)
    if found is None or found.slot is None:
        raise NotFound
    texts = load_texts(quiz_id, which, found.id, MOST_TEXTS + 1)
    return build_question_page(Evaluated(found, found.slot, statistics), which, texts)


def read_people(quiz: Quiz, now: datetime, wanted: Wanted) -> PeoplePage:
    """A page of a quiz's people."""
    settle(quiz.id, now)
    if wanted.hides_names:
        return load_hidden_page(quiz, wanted, number_students(quiz))
    return load_people_page(quiz, wanted)


def hide_names(quiz: Quiz, rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows with "Student 17" in place of names, as on every page and in every file."""
    return score_table.hide_names(rows, number_students(quiz))


def recompute(quiz_id: str) -> Recomputed:
    """Make the counts of a quiz anew, and compare them with those that were kept."""
    with snapshot():
        if db.session.get(Quiz, quiz_id) is None:
            raise NotFound
        kept, made = sums.load_kept(quiz_id), sums.recount(quiz_id)
    if kept is None:
        sum_service.refresh(quiz_id, made)
        return Recomputed(len(made.tally), None)
    keys = kept.keys() | made.tally.keys()
    differing = sum(kept.get(key) != made.tally.get(key) for key in keys)
    if differing:
        sum_service.forget(quiz_id)
    sum_service.refresh(quiz_id)
    return Recomputed(len(made.tally), differing)
