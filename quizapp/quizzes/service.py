"""Making quizzes from banks, publishing and copying them, and giving extensions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import update

from quizapp.accounts.audit import Act, record
from quizapp.banks.library import LoadedBank
from quizapp.banks.model import Bank
from quizapp.banks.reviewing import progress_of
from quizapp.columns import random_id
from quizapp.courses.models import Course
from quizapp.courses.queries import find_twin
from quizapp.courses.rules import Role
from quizapp.courses.service import A_MOMENT, add_enrollment
from quizapp.errors import NotFound, UserError
from quizapp.extensions import db, transaction
from quizapp.quizzes.composition import Composition, Selection, compose
from quizapp.quizzes.copying import add_copy
from quizapp.quizzes.course_copy import CoursePlan, add_course_copy
from quizapp.quizzes.freezing import freeze
from quizapp.quizzes.models import Extension, Quiz, QuizPart
from quizapp.quizzes.rules import Extras, QuizSettings


class CannotPublish(UserError):
    """A bank isn't fit to be published; the text says what to mend."""


@transaction
def create_quiz(course_id: str, bank: LoadedBank, settings: QuizSettings, now: datetime) -> Quiz:
    """A new quiz in a course, published from `bank`; raises CannotPublish."""
    return add_quiz(course_id, bank, settings, now)


@transaction
def publish(quiz_id: str, bank: LoadedBank, now: datetime) -> int:
    """As `publish_parts`, for a quiz that takes questions of one bank only."""
    return publish_parts(get_locked(quiz_id), [bank], now)


@transaction
def copy_quiz(quiz_id: str, course_id: str, shift: timedelta, now: datetime) -> Quiz:
    """A copy with the same settings, parts and frozen questions, its times moved by `shift`.

    Nobody's attempts or extensions come along. Raises NotFound.
    """
    return add_copy(get_locked(quiz_id), course_id, shift, now)


@transaction
def copy_course(course_id: str, plan: CoursePlan, by: str, now: datetime) -> Course:
    """A copy of a course with its quizzes, taught by whoever makes it; nobody else is in it.

    Asked again within moments, as by a double click, it makes no second one.
    """
    source = db.session.get_one(Course, course_id, with_for_update=True)  # one after the other
    twin = find_twin(plan.title, by, now - A_MOMENT, course_id)
    if twin is not None:
        return twin
    copy = add_course_copy(source, plan, now)
    add_enrollment(copy.id, by, Role.INSTRUCTOR, now)
    record(Act.COURSE_MADE, f"course {copy.id}", now, by=by, detail=f"copy of {course_id}")
    return copy


def add_quiz(course_id: str, bank: LoadedBank, settings: QuizSettings, now: datetime) -> Quiz:
    """What `create_quiz` does, inside another verb's transaction."""
    whole = publishable(bank)
    quiz = make_quiz(course_id, whole.title, settings, now)
    quiz.selections = selections_of(whole, settings.draw)
    publish_parts(quiz, [bank], now)
    return quiz


def make_quiz(course_id: str, title: str, settings: QuizSettings, now: datetime) -> Quiz:
    """A quiz without questions, which nobody sees before it is published; part of a verb."""
    quiz = Quiz(id=random_id(), course_id=course_id, bank="", title=title, version=0, made_at=now)
    quiz.settings = settings
    return quiz


def get_locked(quiz_id: str) -> Quiz:
    """The quiz, which nobody else changes before this transaction ends; raises NotFound."""
    quiz = db.session.get(Quiz, quiz_id, with_for_update=True)
    if quiz is None:
        raise NotFound
    return quiz


def publish_parts(quiz: Quiz, banks: Iterable[LoadedBank], now: datetime) -> int:
    """Freeze what the quiz takes of `banks` as its newest version; part of another verb.

    Running attempts keep the version they began with. Where nothing has changed since, there is no
    new version. Returns the number of the newest; raises CannotPublish or SameId.
    """
    by_name = {bank.name: bank for bank in banks}
    used = [by_name[name] for name in quiz.banks if name in by_name]
    freeze(quiz, compose_parts(quiz.selections, by_name), used, now)
    return quiz.version


def rename_bank_of_quizzes(name: str, new_name: str) -> None:
    """Let the quizzes that take questions of a bank know it by its new name; part of a verb."""
    db.session.execute(update(Quiz).where(Quiz.bank == name).values(bank=new_name))
    db.session.execute(update(QuizPart).where(QuizPart.bank == name).values(bank=new_name))


def compose_parts(selections: Sequence[Selection], banks: Mapping[str, LoadedBank]) -> Composition:
    """What the quiz would ask now, images named by their content.

    Raises CannotPublish, which names what to mend first, or SameId.
    """
    if not selections:
        raise CannotPublish("The quiz has no questions yet. Choose a bank to take them from.")
    names = dict.fromkeys(each.bank for each in selections)
    composition = compose(selections, {name: _ready(banks.get(name), name) for name in names})
    if not composition.slots:
        raise CannotPublish("None of the chosen parts has a question. Choose others.")
    return composition


def selections_of(bank: Bank, draw: Mapping[int, int]) -> tuple[Selection, ...]:
    """The whole bank or, if some of its sections are drawn from, section by section."""
    if not draw:
        return (Selection(bank.name),)
    return tuple(
        Selection(bank.name, section=section.title, draw=draw.get(at))
        for at, section in enumerate(bank.sections)
    )


def _ready(loaded: LoadedBank | None, name: str) -> Bank:
    if loaded is None:
        raise CannotPublish(
            f"There is no file {name}.md among the banks. Put it back, or take that part out "
            "of the quiz."
        )
    publishable(loaded)
    bank = loaded.with_named_images()
    assert bank is not None  # publishable() has seen to it
    return bank


@dataclass(frozen=True)
class Grant:
    """What somebody gives one student in one quiz, and why."""

    extras: Extras
    reason: str
    made_by: str
    made_at: datetime


def put_extension(quiz_id: str, student_id: str, grant: Grant) -> None:
    """Give a student an extension, in the place of an earlier one; part of another verb."""
    extension = db.session.get(Extension, (quiz_id, student_id), with_for_update=True)
    if extension is None:
        extension = Extension(quiz_id=quiz_id, user_id=student_id)
    extension.extras = grant.extras
    extension.reason = grant.reason
    extension.made_by, extension.made_at = grant.made_by, grant.made_at
    db.session.add(extension)
    db.session.flush()


def remove_extension(quiz_id: str, student_id: str) -> bool:
    """Take an extension back; False: there was none. Part of another verb."""
    extension = db.session.get(Extension, (quiz_id, student_id), with_for_update=True)
    if extension is None:
        return False
    db.session.delete(extension)
    db.session.flush()
    return True


def publishable(loaded: LoadedBank) -> Bank:
    """The bank, if students may see it; raises CannotPublish, which names what to mend first."""
    name = f"{loaded.name}.md"
    errors = sorted(problem for problem in loaded.problems if problem.level == "error")
    if errors or loaded.bank is None:
        more = f", the first of {len(errors)} errors" if errors[1:] else ""
        raise CannotPublish(
            f"{name} can't be published: {errors[0].message} "
            f"That is on line {errors[0].line}{more}."
        )
    if loaded.is_draft:
        raise CannotPublish(f"{name} is a draft{_next_step(loaded)}")
    if not loaded.bank.questions:
        raise CannotPublish(f"{name} has no questions yet. Write one, then publish it.")
    if loaded.lacks_names:
        raise CannotPublish(
            f"{name} has questions without an id or options without a letter, by which answers "
            "are kept. Press “Add ids and letters” on the bank's page, or in a terminal run "
            f"quizapp bank format {name}."
        )
    return loaded.bank


def _next_step(draft: LoadedBank) -> str:
    """What makes a draft ready."""
    progress = progress_of(draft.text)
    if progress is None:
        return (
            ". Go through its questions, take the line status: draft out of the file, and publish "
            "it then."
        )
    return (
        f", and {progress.reviewed} of its {progress.made} questions are reviewed. Finish its "
        "review under Banks, then publish it."
    )
