"""What the database knows of a quiz's scores, as plain values, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction

from sqlalchemy import ColumnElement, and_, func, select

from quizapp.accounts.models import User
from quizapp.attempts.models import Attempt, Response
from quizapp.columns import MILLION
from quizapp.courses.models import Enrollment
from quizapp.courses.rules import Role
from quizapp.extensions import db
from quizapp.insights.score_table import AttemptScore, Person, QuestionMarks, QuizScores
from quizapp.quizzes.models import Quiz, Slot
from quizapp.quizzes.questions import load_slots

SLOT_OF_RESPONSE = and_(
    Slot.quiz_id == Attempt.quiz_id, Slot.version == Attempt.version, Slot.number == Response.slot
)


def load_scores(quiz_id: str, *, all_attempts: bool) -> QuizScores:
    """Scores of first attempts, or of all; begun ones are among the attempts."""
    quiz = db.session.get_one(Quiz, quiz_id)
    students = _load_students(quiz.course_id)
    chosen = _chosen(quiz_id, all_attempts=all_attempts)
    return QuizScores(
        students=tuple(students.values()),
        attempts=_load_attempts(chosen, students),
        questions=_load_questions(quiz, chosen),
        is_marked_by_hand=any(slot.is_marked_by_hand for slot in load_slots(quiz.id, quiz.version)),
    )


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


def _load_questions(quiz: Quiz, chosen: ColumnElement[bool]) -> tuple[QuestionMarks, ...]:
    marks = _count_marks(chosen)
    slots = load_slots(quiz.id, quiz.version)
    asked = tuple(
        QuestionMarks(
            slot.question.id, slot.number, slot.question.heading, marks.pop(slot.question.id, {})
        )
        for slot in slots
    )
    return asked + tuple(QuestionMarks(id, None, "", marks[id]) for id in sorted(marks))


def _count_marks(chosen: ColumnElement[bool]) -> dict[str, dict[Fraction, int]]:
    """One row for each different mark of a question, so the rows don't grow with the attempts.

    From these counts mean and spread follow exactly; squared millionths would overflow a sum.
    """
    rows = db.session.execute(
        select(Slot.question_id, Slot.points, Response.earned, func.count())
        .select_from(Attempt)
        .join(Response, Response.attempt_id == Attempt.id)
        .join(Slot, SLOT_OF_RESPONSE)
        .where(
            chosen,
            Attempt.submitted_at.is_not(None),
            Response.needs_marking.is_(False),
            Response.earned.is_not(None),
            Slot.points > 0,
        )
        .group_by(Slot.question_id, Slot.points, Response.earned)
    )
    marks: dict[str, dict[Fraction, int]] = defaultdict(lambda: defaultdict(int))
    for question_id, points, earned, times in rows:
        marks[question_id][Fraction(earned or 0, points)] += times
    return marks
