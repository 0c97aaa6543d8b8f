"""Takes a person's name and traces out of the database; parts of a verb, which never commit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, update

from quizapp.accounts.models import AuditEvent, User
from quizapp.attempts.models import Attempt, Mark
from quizapp.attempts.sums import forget
from quizapp.columns import random_id
from quizapp.courses.models import Course, Enrollment
from quizapp.extensions import db
from quizapp.people.queries import NOBODYS_ID, list_courses_of
from quizapp.practice.models import PracticeStep
from quizapp.quizzes.models import Extension, Quiz

NOBODY = "Erased person"
ERASED = "erased"
LENGTH_OF_IDS = 26
# What stays of an attempt that is kept without its person; anything else about it is deleted.
STAYING = frozenset({"response", "answer_log", "mark", "late_answer", "score_change"})


@dataclass(frozen=True)
class Traces:
    """What erasing somebody from a course would take away, and what would stay."""

    attempts: int  # in this course
    keeps_answers: bool  # without the name
    other_courses: int  # where they are, or have left attempts: the account stays for these
    is_administrator: bool

    @property
    def ends_account(self) -> bool:
        """Whether nothing of the person is left on the site."""
        return not self.other_courses and not self.is_administrator


def find_traces(course: Course, user: User) -> Traces:
    """What there is to erase."""
    of_course = select(func.count()).select_from(Attempt).join(Quiz, Quiz.id == Attempt.quiz_id)
    mine = of_course.where(Attempt.user_id == user.id, Quiz.course_id == course.id)
    return Traces(
        attempts=db.session.scalar(mine) or 0,
        keeps_answers=course.keeps_answers,
        other_courses=len(list_courses_of(user.id) - {course.id}),
        is_administrator=user.is_administrator,
    )


def erase_from_course(course: Course, user: User, now: datetime) -> None:
    """Take the person out of a course, with everything that they left in it."""
    quiz_ids = db.session.scalars(select(Quiz.id).where(Quiz.course_id == course.id)).all()
    taken = db.session.scalars(
        select(Attempt.quiz_id)
        .distinct()
        .where(Attempt.user_id == user.id, Attempt.quiz_id.in_(quiz_ids))
        .order_by(Attempt.quiz_id)
    ).all()
    for quiz_id in taken:
        forget(quiz_id)
    if course.keeps_answers:
        _give_to_nobody(user.id, taken, now)
    for table in (Attempt, Extension, PracticeStep):
        db.session.execute(
            delete(table).where(table.user_id == user.id, table.quiz_id.in_(quiz_ids))
        )
    db.session.execute(
        delete(Enrollment).where(Enrollment.user_id == user.id, Enrollment.course_id == course.id)
    )


def end_account(user: User) -> None:
    """Delete the account with its sign-ins, and blot its traces out of the audit trail."""
    is_theirs = (AuditEvent.user_id == user.id) | AuditEvent.object.contains(user.id)
    db.session.execute(
        update(AuditEvent)
        .where(is_theirs)
        .values(
            object=func.replace(AuditEvent.object, user.id, ERASED),
            detail="",
            network=ERASED,
            user_id=func.nullif(AuditEvent.user_id, user.id),
        )
        .execution_options(synchronize_session=False)
    )
    db.session.execute(delete(User).where(User.id == user.id))
    db.session.expunge(user)


def _give_to_nobody(user_id: str, quiz_ids: Sequence[str], now: datetime) -> None:
    """Keep what was submitted, as a person's whom nobody can name."""
    nobody = User(
        id=f"{NOBODYS_ID}{random_id()}"[:LENGTH_OF_IDS],
        name=NOBODY,
        login=f"{ERASED}-{random_id()}",
        made_at=now,
        disabled_at=now,
    )
    db.session.add(nobody)
    db.session.flush()
    kept = select(Attempt.id).where(
        Attempt.user_id == user_id,
        Attempt.quiz_id.in_(quiz_ids),
        Attempt.submitted_at.is_not(None),
    )
    db.session.execute(update(Mark).where(Mark.attempt_id.in_(kept)).values(comment=""))
    for table in db.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table.name == "attempt" and table.name not in STAYING:
                db.session.execute(delete(table).where(key.parent.in_(kept)))
    db.session.execute(
        update(Attempt)
        .where(Attempt.id.in_(kept))
        .values(user_id=nobody.id, receipt=None)
        .execution_options(synchronize_session=False)
    )
