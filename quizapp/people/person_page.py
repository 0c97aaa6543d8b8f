"""One person's page: who it is, and each quiz of the course as this person has it."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from quizapp.attempts.models import Attempt
from quizapp.attempts.queries import personal_settings
from quizapp.attempts.words import duration
from quizapp.people import queries
from quizapp.people.queries import Member, QuizOfPerson
from quizapp.quizzes.models import Extension


@dataclass(frozen=True)
class AttemptLine:
    """One attempt."""

    id: str
    number: int
    submitted_at: datetime | None  # None: still working
    ran_out: bool
    earned: Fraction | None
    possible: Fraction
    is_unmarked: bool


@dataclass(frozen=True)
class QuizLine:
    """A quiz with this person's own times and what they did in it."""

    quiz_id: str
    title: str
    opens_at: datetime | None
    closes_at: datetime | None
    limit: str  # "" without one
    is_own: bool  # other times than everybody's
    extension: Extension | None
    attempts: tuple[AttemptLine, ...]


@dataclass(frozen=True)
class PersonPage:
    """Everything that the page shows."""

    member: Member
    quizzes: tuple[QuizLine, ...]


def load(course_id: str, user_id: str) -> PersonPage:
    """The page as things stand; raises NotFound."""
    member = queries.get_member(course_id, user_id)
    found = queries.list_quizzes(course_id, user_id)
    shown = (each for each in found if member.is_student or each.attempts)
    return PersonPage(member, tuple(_quiz_line(each, member.percent) for each in shown))


def _quiz_line(found: QuizOfPerson, percent: int) -> QuizLine:
    own = personal_settings(found.quiz, percent, found.extension)
    general = found.quiz.settings
    return QuizLine(
        quiz_id=found.quiz.id,
        title=found.quiz.title,
        opens_at=own.opens_at,
        closes_at=own.closes_at,
        limit="" if own.time_limit is None else duration(own.time_limit),
        is_own=own != general,
        extension=found.extension,
        attempts=tuple(map(_attempt_line, found.attempts)),
    )


def _attempt_line(attempt: Attempt) -> AttemptLine:
    score = attempt.score
    return AttemptLine(
        id=attempt.id,
        number=attempt.number,
        submitted_at=attempt.submitted_at,
        ran_out=attempt.ran_out,
        earned=score.earned if score else None,
        possible=(score.possible - score.unmarked) if score else Fraction(),
        is_unmarked=bool(score and score.unmarked),
    )
