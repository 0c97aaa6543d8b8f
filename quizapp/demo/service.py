"""Making the demo course and taking it away again; each verb is one transaction.

The course and its people have ids that no other can have (random ones hold no hyphen), so neither
verb can ever touch anything else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, delete, exists, insert, select

from quizapp.accounts.models import User
from quizapp.accounts.service import LoginTaken
from quizapp.attempts.models import Attempt
from quizapp.courses.models import Course, Enrollment
from quizapp.courses.rules import Role
from quizapp.courses.service import add_course
from quizapp.demo import bank_files
from quizapp.demo.people import Student, list_students
from quizapp.demo.plan import PlannedQuiz, plan, seat_everybody, seat_workers
from quizapp.demo.storing import store, store_late, store_notes, store_unfinished
from quizapp.errors import Conflict, NotFound
from quizapp.extensions import db, transaction
from quizapp.people.erasure import ERASED
from quizapp.quizzes.models import QuestionSnapshot, Quiz, Slot
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.service import Grant, add_quiz, put_extension

COURSE = "demo-course"
TITLE = "Demo: Introduction to statistics"
PREFIX = "demo-"  # of the ids of the demo's people
INSTRUCTOR, ASSISTANT = "demo-instructor", "demo-assistant"
STAFF = {
    INSTRUCTOR: ("Dr. Noor Haddad", "demo.instructor", Role.INSTRUCTOR),
    ASSISTANT: ("Sam Rivera", "demo.assistant", Role.ASSISTANT),
}
SIGN_INS = ("demo.instructor", "demo.student")
TERM = timedelta(days=30)  # since the people joined
AHEAD = timedelta(days=3)  # a quiz is made so long before it opens


class AlreadyThere(Conflict):
    """One demo is enough."""

    def __init__(self) -> None:
        super().__init__(
            "The demo course is there already, so nothing was changed. "
            "To begin anew, take it away first: quizapp demo --remove"
        )


class NotThere(NotFound):
    """Nothing to take away."""

    def __init__(self) -> None:
        super().__init__("There is no demo course here, so nothing was taken away.")


@dataclass(frozen=True)
class Demo:
    """What was made."""

    students: int
    quizzes: tuple[str, ...]  # titles


def is_there() -> bool:
    """Whether the demo has been made."""
    return db.session.get(Course, COURSE) is not None


def ensure_none() -> None:
    """Raises AlreadyThere."""
    if is_there():
        raise AlreadyThere


@transaction
def make_demo(password_hash: str, zone: str, now: datetime) -> Demo:
    """The course with its people, quizzes and attempts; raises AlreadyThere and LoginTaken.

    `password_hash` is of the password with which the SIGN_INS get in; nobody else can sign in.
    """
    ensure_none()
    course = add_course(TITLE, zone, now)
    course.id, course.is_open_to_join = COURSE, False
    db.session.flush()
    students = list_students()
    _add_people(students, password_hash, now)
    quizzes = plan(now, zone)
    for planned in quizzes:
        _fill(planned, students, now)
    return Demo(len(students), tuple(planned.title for planned in quizzes))


@transaction
def remove_demo() -> None:
    """Take the course away with everything in it, and its people; raises NotThere."""
    if db.session.get(Course, COURSE) is None:
        raise NotThere
    of_demo = select(Slot.digest).join(Quiz).where(Quiz.course_id == COURSE)
    digests = db.session.scalars(of_demo.distinct()).all()
    erased = db.session.scalars(_erased()).all()
    db.session.execute(delete(Course).where(Course.id == COURSE))
    theirs = User.id.startswith(PREFIX, autoescape=True) | User.id.in_(erased)
    db.session.execute(delete(User).where(theirs))
    is_used = exists().where(Slot.digest == QuestionSnapshot.digest)
    of_nobody = QuestionSnapshot.digest.in_(digests) & ~is_used
    db.session.execute(
        delete(QuestionSnapshot).where(of_nobody).execution_options(synchronize_session=False)
    )


def _erased() -> Select[str]:
    """In whose names attempts stay when somebody of the demo was erased."""
    taken = select(Attempt.user_id).join(Quiz, Quiz.id == Attempt.quiz_id)
    of_demo = User.id.in_(taken.where(Quiz.course_id == COURSE))
    return select(User.id).where(of_demo, User.login.startswith(f"{ERASED}-"))


def _add_people(students: Sequence[Student], password_hash: str, now: datetime) -> None:
    logins = [student.login for student in students] + [login for _, login, _ in STAFF.values()]
    taken = db.session.scalar(select(User.login).where(User.login.in_(logins)).limit(1))
    if taken is not None:
        raise LoginTaken(taken)
    names = {student.id: (student.name, student.login) for student in students}
    names |= {id: (name, login) for id, (name, login, _) in STAFF.items()}
    joined = now - TERM
    seen = {student.id: student.seen_before(now) for student in students}
    people = [
        {
            "id": id,
            "name": name,
            "login": login,
            "signed_in_at": seen.get(id),
            "password_hash": password_hash if login in SIGN_INS else None,
            "made_at": joined,
        }
        for id, (name, login) in names.items()
    ]
    db.session.execute(insert(User), people)
    parts = [_part(id, role, joined) for id, (_, _, role) in STAFF.items()]
    parts += [
        _part(student.id, Role.STUDENT, joined)
        | {"time_percent": student.time_percent, "student_number": student.student_number}
        for student in students
        if not student.has_left
    ]
    db.session.execute(insert(Enrollment), parts[: len(STAFF)])
    db.session.execute(insert(Enrollment), parts[len(STAFF) :])


def _part(user_id: str, role: Role, joined: datetime) -> dict[str, object]:
    return {"course_id": COURSE, "user_id": user_id, "role": role, "made_at": joined}


def _fill(planned: PlannedQuiz, students: Sequence[Student], now: datetime) -> None:
    """Publish a quiz, and let everybody take it who does."""
    made_at = min(planned.settings.opens_at or now - TERM / 2, now) - AHEAD
    quiz = add_quiz(COURSE, bank_files.load(planned.bank), planned.settings, made_at)
    quiz.title = planned.title
    for number, (extras, reason) in planned.extensions.items():
        grant = Grant(extras, reason, INSTRUCTOR, made_at + AHEAD)
        put_extension(quiz.id, students[number].id, grant)
    slots = load_slots(quiz.id, quiz.version)
    workers, others = students[1 : planned.working + 1], students
    if workers:
        others = [student for student in students if student not in workers]
    sittings = list(seat_everybody(planned, slots, others, now)) if planned.takers else []
    store(quiz, sittings, (INSTRUCTOR, ASSISTANT), planned.marked)
    staying = [each for each in sittings if not each.student.has_left]
    store_late(quiz, [each for each in staying if each.missed][: planned.late])
    if planned.asks and quiz.closes_at:
        store_notes(quiz, staying, quiz.closes_at)
    store_unfinished(quiz, seat_workers(planned, slots, workers, now), now)
