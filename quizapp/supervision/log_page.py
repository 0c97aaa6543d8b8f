"""Everything that ever arrived for an attempt, for disputes."""

from dataclasses import dataclass
from datetime import datetime

from quizapp.attempts.models import Attempt
from quizapp.question_types.base import Answer
from quizapp.supervision import queries
from quizapp.supervision.answers_in_words import PlacedQuestion, Wording
from quizapp.supervision.queries import LoggedAnswer


@dataclass(frozen=True)
class LogLine:
    """An answer as it arrived."""

    arrived_at: datetime
    question: PlacedQuestion
    answer: tuple[str, ...]  # Markdown; () for none
    number: int  # which save of its device
    device: str  # "" for the plain form, else the first letters of its name
    is_late: bool
    decision: str | None  # about a late one


@dataclass(frozen=True)
class LogPage:
    """Everything that the page shows."""

    attempt: Attempt
    student: str
    lines: tuple[LogLine, ...]
    devices: int


def load(quiz_id: str, attempt_id: str) -> LogPage:
    """The page as things stand; raises NotFound."""
    begun = queries.get_attempt(quiz_id, attempt_id)
    logged, wording = queries.list_logged(attempt_id), Wording(begun.attempt)
    return LogPage(
        attempt=begun.attempt,
        student=begun.student,
        lines=tuple(_line(each, wording) for each in logged),
        devices=len({each.device for each in logged}),
    )


def _line(logged: LoggedAnswer, wording: Wording) -> LogLine:
    answer: Answer = logged.answer
    return LogLine(
        arrived_at=logged.arrived_at,
        question=wording.question(logged.slot),
        answer=wording.describe(logged.slot, answer),
        number=logged.number,
        device=logged.device[:4],
        is_late=logged.is_late,
        decision=logged.decision,
    )
