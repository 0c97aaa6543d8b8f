"""What an instructor's home page asks: courses, quizzes, who is working; in so many queries."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import distinct, func, select
from sqlalchemy.orm import selectinload

from quizapp.accounts.queries import Visitor
from quizapp.attempts.models import Attempt, LateAnswer
from quizapp.courses.access import role_of
from quizapp.courses.models import Course, Enrollment
from quizapp.courses.queries import list_courses, list_enrollments
from quizapp.courses.rules import STAFF, Role, show_code
from quizapp.extensions import db
from quizapp.quizzes.models import Quiz, QuizPart
from quizapp.quizzes.rules import Window, window
from quizapp.regrading.note_queries import count_open_notes


@dataclass(frozen=True)
class QuizLine:
    """A quiz with its counts: who submitted, who is working now, what is to be marked."""

    id: str
    title: str
    banks: tuple[str, ...]
    submitted: int
    working: int
    to_mark: int  # submitted attempts with an answer that a person has still to mark
    late: int  # late answers that a person has still to decide on
    notes: int  # questions about marks that wait for a reply
    opens_at: datetime | None
    closes_at: datetime | None
    window: Window
    is_published: bool
    doubtful: tuple[int, ...] = ()  # numbers of questions whose key should be checked, if looked up

    @property
    def is_running(self) -> bool:
        """Whether it is worth a look now: somebody is at it, or it is open until a set time."""
        return self.working > 0 or self._is_open_until_a_time()

    def _is_open_until_a_time(self) -> bool:
        return self.is_published and (self.window is Window.OPEN and self.closes_at is not None)


@dataclass(frozen=True)
class CourseLine:
    """A course with its quizzes, the newest first."""

    id: str
    title: str
    zone: str
    code: str | None  # as people read it; None when it isn't open to join
    students: int
    quizzes: tuple[QuizLine, ...]


def list_taught(user: Visitor) -> Mapping[str, Role]:
    """The role in each course that `user` teaches or assists in, by title of the course."""
    if user.is_administrator:
        return {course.id: Role.INSTRUCTOR for course in list_courses()}
    parts = [(part.course_id, role_of(user, part)) for part in list_enrollments(user.id)]
    return {course_id: role for course_id, role in parts if role in STAFF}


def list_unfinished(course_ids: Collection[str]) -> Sequence[str]:
    """The quizzes with an unfinished attempt: some may have run out of time unnoticed."""
    return db.session.scalars(
        select(Attempt.quiz_id)
        .distinct()
        .join(Quiz, Quiz.id == Attempt.quiz_id)
        .where(Quiz.course_id.in_(course_ids), Attempt.submitted_at.is_(None))
    ).all()


def list_used_banks() -> frozenset[str]:
    """The names of the banks that any published quiz of the site takes questions of."""
    used = select(QuizPart.bank).distinct().join(Quiz, Quiz.id == QuizPart.quiz_id)
    return frozenset(db.session.scalars(used.where(Quiz.version > 0)))


def load_courses(course_ids: Sequence[str], now: datetime) -> tuple[CourseLine, ...]:
    """These courses in the given order."""
    courses = {
        course.id: course
        for course in db.session.scalars(select(Course).where(Course.id.in_(course_ids)))
    }
    students, quizzes = _count_students(course_ids), _load_quizzes(course_ids, now)
    return tuple(
        CourseLine(
            id=id,
            title=courses[id].title,
            zone=courses[id].zone,
            code=show_code(courses[id].join_code) if courses[id].is_open_to_join else None,
            students=students.get(id, 0),
            quizzes=tuple(quizzes.get(id, ())),
        )
        for id in course_ids
    )


def _count_students(course_ids: Sequence[str]) -> dict[str, int]:
    rows = db.session.execute(
        select(Enrollment.course_id, func.count())
        .where(Enrollment.course_id.in_(course_ids), Enrollment.role == Role.STUDENT)
        .group_by(Enrollment.course_id)
    )
    return dict(rows.all())


def _load_quizzes(course_ids: Sequence[str], now: datetime) -> dict[str, list[QuizLine]]:
    counts, late = _count_people(course_ids), _count_late(course_ids)
    rows = db.session.scalars(
        select(Quiz)
        .where(Quiz.course_id.in_(course_ids))
        .order_by(Quiz.made_at.desc(), Quiz.id)
        .options(selectinload(Quiz.parts))
    ).all()
    notes = count_open_notes(quiz.id for quiz in rows)
    quizzes: dict[str, list[QuizLine]] = {}
    for quiz in rows:
        submitted, working, to_mark = counts.get(quiz.id, (0, 0, 0))
        line = QuizLine(
            id=quiz.id,
            title=quiz.title,
            banks=quiz.banks,
            submitted=submitted,
            working=working,
            to_mark=to_mark,
            late=late.get(quiz.id, 0),
            notes=notes.get(quiz.id, 0),
            opens_at=quiz.opens_at,
            closes_at=quiz.closes_at,
            window=window(quiz.settings, now),
            is_published=quiz.version > 0,
        )
        quizzes.setdefault(quiz.course_id, []).append(line)
    return quizzes


def _count_late(course_ids: Sequence[str]) -> dict[str, int]:
    rows = db.session.execute(
        select(Attempt.quiz_id, func.count())
        .select_from(LateAnswer)
        .join(Attempt, Attempt.id == LateAnswer.attempt_id)
        .join(Quiz, Quiz.id == Attempt.quiz_id)
        .where(Quiz.course_id.in_(course_ids), LateAnswer.decision.is_(None))
        .group_by(Attempt.quiz_id)
    )
    return dict(rows.all())


def _count_people(course_ids: Sequence[str]) -> dict[str, tuple[int, int, int]]:
    """By quiz, how many people have submitted at least once, how many are working, and how many
    submitted attempts wait to be marked.
    """
    is_unfinished = Attempt.submitted_at.is_(None)
    rows = db.session.execute(
        select(
            Attempt.quiz_id,
            func.count(distinct(Attempt.user_id)).filter(~is_unfinished),
            func.count().filter(is_unfinished),
            func.count().filter(~is_unfinished, Attempt.unmarked > 0),
        )
        .join(Quiz, Quiz.id == Attempt.quiz_id)
        .where(Quiz.course_id.in_(course_ids))
        .group_by(Attempt.quiz_id)
    )
    return {quiz_id: (submitted, working, to_mark) for quiz_id, submitted, working, to_mark in rows}
