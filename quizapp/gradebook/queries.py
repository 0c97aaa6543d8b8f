"""What the gradebook asks the database: everybody by every quiz, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import select

from quizapp.attempts.models import Attempt
from quizapp.attempts.queries import personal_settings
from quizapp.attempts.rules import AttemptScore
from quizapp.columns import MILLION
from quizapp.extensions import db
from quizapp.gradebook.rules import Cell, average, judge
from quizapp.people.queries import Member, list_members
from quizapp.quizzes.models import Extension, Quiz


@dataclass(frozen=True)
class Column:
    """A quiz of the course."""

    id: str
    title: str
    counts: str  # which of several attempts makes the score
    attempts_allowed: int | None
    possible: Fraction | None  # points, if they were the same for everybody who has submitted


@dataclass(frozen=True)
class Row:
    """A student with a cell for each quiz."""

    member: Member
    cells: tuple[Cell, ...]

    @property
    def average(self) -> Fraction | None:
        """The mean share of final scores, what was missed being 0; None: there is none yet."""
        return average(self.cells)


@dataclass(frozen=True)
class Gradebook:
    """A course's scores; people by name, quizzes in the order in which they open."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Taken:
    """One person's attempts at one quiz."""

    scores: tuple[AttemptScore, ...] = ()  # submitted, the oldest first
    is_working: bool = False


NOTHING = Taken()


def load_gradebook(course_id: str, now: datetime) -> Gradebook:
    """Everybody who takes the quizzes, and who has left attempts at them."""
    quizzes = _list_quizzes(course_id)
    taken, extensions = _load_taken(course_id), _load_extensions(course_id)
    people = [each for each in list_members(course_id) if each.is_student or each.role is None]
    rows = tuple(
        Row(
            member,
            tuple(
                _cell(quiz, member, taken.get((quiz.id, member.user_id), NOTHING), extensions, now)
                for quiz in quizzes
            ),
        )
        for member in people
    )
    return Gradebook(tuple(_column(quiz, at, rows) for at, quiz in enumerate(quizzes)), rows)


def _cell(
    quiz: Quiz,
    member: Member,
    taken: Taken,
    extensions: dict[tuple[str, str], Extension],
    now: datetime,
) -> Cell:
    extension = extensions.get((quiz.id, member.user_id))
    settings = personal_settings(quiz, member.percent, extension)
    return judge(taken.scores, settings, now, is_working=taken.is_working)


def _column(quiz: Quiz, at: int, rows: Sequence[Row]) -> Column:
    possible = {row.cells[at].score.possible for row in rows if row.cells[at].score}  # type: ignore[union-attr]
    return Column(
        id=quiz.id,
        title=quiz.title,
        counts=quiz.counts,
        attempts_allowed=quiz.attempts_allowed,
        possible=possible.pop() if len(possible) == 1 else None,
    )


def _list_quizzes(course_id: str) -> list[Quiz]:
    found = select(Quiz).where(Quiz.course_id == course_id, Quiz.version > 0)
    quizzes = db.session.scalars(found.order_by(Quiz.made_at, Quiz.title, Quiz.id)).all()
    return sorted(quizzes, key=lambda quiz: quiz.opens_at or quiz.made_at)


def _load_taken(course_id: str) -> dict[tuple[str, str], Taken]:
    """By quiz and person."""
    rows = db.session.execute(
        select(
            Attempt.quiz_id, Attempt.user_id, Attempt.submitted_at,
            Attempt.earned, Attempt.possible, Attempt.unmarked,
        )
        .join(Quiz, Quiz.id == Attempt.quiz_id)
        .where(Quiz.course_id == course_id)
        .order_by(Attempt.number)
    )  # fmt: skip
    scores: dict[tuple[str, str], list[AttemptScore]] = defaultdict(list)
    working: set[tuple[str, str]] = set()
    for quiz_id, user_id, submitted_at, *points in rows:
        if submitted_at is None:
            working.add((quiz_id, user_id))
        else:
            earned, possible, unmarked = (Fraction(each or 0, MILLION) for each in points)
            scores[quiz_id, user_id].append(AttemptScore(earned, possible, unmarked))
    return {
        key: Taken(tuple(scores.get(key, ())), key in working) for key in scores.keys() | working
    }


def _load_extensions(course_id: str) -> dict[tuple[str, str], Extension]:
    found = select(Extension).join(Quiz, Quiz.id == Extension.quiz_id)
    rows = db.session.scalars(found.where(Quiz.course_id == course_id))
    return {(each.quiz_id, each.user_id): each for each in rows}
