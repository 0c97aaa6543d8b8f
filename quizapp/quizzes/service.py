"""Making a quiz from a bank, and publishing: freezing its questions as the quiz's next version."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.dialects import postgresql, sqlite

from quizapp.banks.library import LoadedBank
from quizapp.banks.model import Bank, Question
from quizapp.banks.writer import write_question
from quizapp.columns import MILLION, random_id
from quizapp.errors import NotFound, UserError
from quizapp.extensions import db, transaction
from quizapp.quizzes.images import freeze_images
from quizapp.quizzes.models import Extension, QuestionSnapshot, Quiz, Slot
from quizapp.quizzes.rules import Extras, QuizSettings


class CannotPublish(UserError):
    """A bank isn't fit to be published; the text says what to mend."""


@transaction
def create_quiz(course_id: str, bank: LoadedBank, settings: QuizSettings, now: datetime) -> Quiz:
    """A new quiz in a course, published from `bank`; raises CannotPublish."""
    return add_quiz(course_id, bank, settings, now)


@transaction
def publish(quiz_id: str, bank: LoadedBank, now: datetime) -> int:
    """Freeze `bank` as the quiz's newest version and return its number; raises CannotPublish.

    Running attempts keep the version they began with. A bank that hasn't changed since makes no
    new version.
    """
    quiz = db.session.get(Quiz, quiz_id, with_for_update=True)
    if quiz is None:
        raise NotFound
    return freeze(quiz, bank, now)


def add_quiz(course_id: str, bank: LoadedBank, settings: QuizSettings, now: datetime) -> Quiz:
    """What `create_quiz` does, inside another verb's transaction."""
    quiz = Quiz(id=random_id(), course_id=course_id, bank=bank.name, version=0, made_at=now)
    quiz.settings = settings
    freeze(quiz, bank, now)
    return quiz


def freeze(quiz: Quiz, loaded: LoadedBank, now: datetime) -> int:
    """What `publish` does, inside another verb's transaction."""
    publishable(loaded)
    bank = loaded.with_named_images()
    assert bank is not None  # publishable() has seen to it
    freeze_images(loaded.images)
    quiz.title, quiz.intro, quiz.language = bank.title, bank.intro, bank.language
    frozen = _freeze_questions(bank)
    if [question.digest for question in frozen] == _published_digests(quiz):
        return quiz.version
    quiz.version += 1
    quiz.published_at = now
    db.session.add(quiz)
    db.session.flush()
    _insert_snapshots(frozen)
    db.session.execute(insert(Slot), [_slot_row(quiz, question) for question in frozen])
    return quiz.version


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


@dataclass(frozen=True)
class FrozenQuestion:
    """A question on its way into the database."""

    number: int
    section: int
    question: Question
    content: str
    digest: str


def publishable(loaded: LoadedBank) -> Bank:
    """The bank, if students may see it; raises CannotPublish, which names what to mend first."""
    name = f"{loaded.name}.md"
    errors = sorted(problem for problem in loaded.problems if problem.level == "error")
    if errors or loaded.bank is None:
        more = f"; run quizapp bank lint to see all {len(errors)} errors" if errors[1:] else ""
        raise CannotPublish(
            f"{name} can't be published: {errors[0].message} "
            f"That is on line {errors[0].line}{more}."
        )
    if loaded.is_draft:
        raise CannotPublish(
            f"{name} is a draft. Go through its questions, take the line status: draft out of the "
            "file, and publish it then."
        )
    if not loaded.bank.questions:
        raise CannotPublish(f"{name} has no questions yet. Write one, then publish it.")
    if loaded.lacks_names:
        raise CannotPublish(
            f"{name} has questions without an id or options without a letter, by which answers "
            "are kept. Run quizapp bank format to add them, look at the difference, and publish."
        )
    return loaded.bank


def _freeze_questions(bank: Bank) -> list[FrozenQuestion]:
    pairs = [
        (at, section, question)
        for at, section in enumerate(bank.sections)
        for question in section.questions
    ]
    contents = [write_question(bank, section, question) for _, section, question in pairs]
    return [
        FrozenQuestion(number, at, question, content, _digest(content))
        for number, ((at, _, question), content) in enumerate(zip(pairs, contents, strict=True), 1)
    ]


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()


def _published_digests(quiz: Quiz) -> list[str]:
    newest = select(Slot.digest).where(Slot.quiz_id == quiz.id, Slot.version == quiz.version)
    return list(db.session.scalars(newest.order_by(Slot.number)))


def _insert_snapshots(frozen: Sequence[FrozenQuestion]) -> None:
    """Equal questions of other quizzes and versions share a snapshot."""
    insert_into = postgresql.insert if db.engine.name == "postgresql" else sqlite.insert
    rows = {question.digest: question.content for question in frozen}
    db.session.execute(
        insert_into(QuestionSnapshot).on_conflict_do_nothing(),
        [{"digest": digest, "content": content} for digest, content in sorted(rows.items())],
    )


def _slot_row(quiz: Quiz, frozen: FrozenQuestion) -> dict[str, str | int]:
    return {
        "quiz_id": quiz.id,
        "version": quiz.version,
        "number": frozen.number,
        "section": frozen.section,
        "question_id": frozen.question.id,
        "points": round(frozen.question.points * MILLION),
        "digest": frozen.digest,
    }
