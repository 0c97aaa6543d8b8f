"""Reading banks for the people who teach, and making quizzes from them."""

from datetime import datetime, timedelta

from sqlalchemy import select

from quizapp.accounts.models import User
from quizapp.authoring.access import ensure_may_read, list_courses_for, readable_banks
from quizapp.authoring.bank_page import BankList, BankPage, build_page, list_lines
from quizapp.authoring.queries import list_uses
from quizapp.banks.library import FolderMissing, Library, LoadedBank
from quizapp.courses.rules import Action
from quizapp.extensions import db, transaction
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import QuizSettings
from quizapp.quizzes.service import CannotPublish, add_quiz, publishable

A_MOMENT = timedelta(seconds=10)


def read_banks(user: User, library: Library) -> BankList:
    """The banks that `user` may read, those with the most problems first."""
    readable = readable_banks(user)
    folder = library.folder.resolve()
    try:
        banks = [bank for bank in library.load_all() if readable is None or bank.name in readable]
        misnamed = library.misnamed() if readable is None else ()
    except FolderMissing:
        return BankList(folder, is_missing=True)
    lines = list_lines(banks, list_uses(), _taught(user))
    return BankList(folder, is_missing=False, banks=lines, misnamed=misnamed)


def read_bank(user: User, library: Library, name: str) -> BankPage:
    """One of them; raises NotFound."""
    ensure_may_read(user, name)
    loaded = library.load(name)
    return build_page(loaded, list_uses(), _taught(user), unfit=_why_unfit(loaded))


@transaction
def make_quiz(course_id: str, bank: LoadedBank, now: datetime) -> None:
    """Publish `bank` to a course as an open quiz; raises CannotPublish.

    Asked again within moments, as by a double click, it makes no second one.
    """
    recent = select(Quiz.id).where(
        Quiz.course_id == course_id, Quiz.bank == bank.name, Quiz.made_at > now - A_MOMENT
    )
    if db.session.scalar(recent.limit(1)) is None:
        add_quiz(course_id, bank, QuizSettings(), now)


def _why_unfit(bank: LoadedBank) -> str:
    try:
        publishable(bank)
    except CannotPublish as error:
        return str(error)
    return ""


def _taught(user: User) -> frozenset[str]:
    return frozenset(course.id for course in list_courses_for(user, Action.SEE_SCORES))
