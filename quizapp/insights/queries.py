"""What the database knows of a quiz's scores, as plain values, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction

from sqlalchemy import ColumnElement, and_, select

from quizapp.accounts.models import User
from quizapp.attempts import rules
from quizapp.attempts.models import Attempt
from quizapp.columns import MILLION
from quizapp.courses.models import Enrollment
from quizapp.courses.rules import Role
from quizapp.extensions import db
from quizapp.insights.score_table import AttemptScore, Person, QuizScores
from quizapp.insights.statistics import Which
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import Counts


def load_people(quiz_id: str, which: Which) -> QuizScores:
    """Who took it, or may, and what these of their attempts earned."""
    quiz = db.session.get_one(Quiz, quiz_id)
    students = _load_students(quiz.course_id)
    chosen = _chosen(quiz_id, all_attempts=which is not Which.FIRST)
    attempts = _load_attempts(chosen, students)
    if which is Which.COUNTED:
        attempts = _that_count(attempts, Counts(quiz.counts))
    return QuizScores(students=tuple(students.values()), attempts=attempts)


def _that_count(attempts: Sequence[AttemptScore], counts: Counts) -> tuple[AttemptScore, ...]:
    """Those that count, or all where their average does, and unfinished ones."""
    found = [attempt for attempt in attempts if attempt.submitted_at is None]
    submitted: dict[str, list[AttemptScore]] = defaultdict(list)
    for attempt in sorted(attempts, key=lambda attempt: attempt.number):
        if attempt.submitted_at is not None:
            submitted[attempt.person.id].append(attempt)
    for own in submitted.values():
        scores = [rules.AttemptScore(each.earned or Fraction(0), each.possible) for each in own]
        at = rules.counted(scores, counts)
        found.extend(own if at is None else [own[at]])
    return tuple(found)


def _chosen(quiz_id: str, *, all_attempts: bool) -> ColumnElement[bool]:
    of_quiz = Attempt.quiz_id == quiz_id
    return of_quiz if all_attempts else and_(of_quiz, Attempt.number == 1)


def _load_students(course_id: str) -> dict[str, Person]:
    rows = db.session.execute(
        select(User.id, User.name, User.login)
        .join(Enrollment, Enrollment.user_id == User.id)
        .where(Enrollment.course_id == course_id, Enrollment.role == Role.STUDENT)
    )
    return {row.id: Person(row.id, row.name, row.login) for row in rows}


def _load_attempts(
    chosen: ColumnElement[bool], students: Mapping[str, Person]
) -> tuple[AttemptScore, ...]:
    """Somebody who has left the course keeps their attempts, so their name comes along."""
    rows = db.session.execute(
        select(
            Attempt.id, Attempt.user_id, Attempt.number, Attempt.submitted_at,
            Attempt.earned, Attempt.possible, Attempt.unmarked, Attempt.ran_out,
            User.name, User.login,
        )
        .join(User, User.id == Attempt.user_id)
        .where(chosen)
    )  # fmt: skip
    return tuple(
        AttemptScore(
            id=row.id,
            person=students.get(row.user_id)
            or Person(row.user_id, row.name, row.login, is_student=False),
            number=row.number,
            submitted_at=row.submitted_at,
            earned=None if row.earned is None else Fraction(row.earned, MILLION),
            possible=Fraction(row.possible, MILLION),
            unmarked=Fraction(row.unmarked, MILLION),
            ran_out=row.ran_out,
        )
        for row in rows
    )
