"""The corrections of a quiz as its page lists them: what, by whom, and how many scores changed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import distinct, func, select

from quizapp.accounts.models import User
from quizapp.attempts.models import ScoreChange
from quizapp.extensions import db
from quizapp.quizzes.models import Correction, Quiz
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.rulings import Kind


@dataclass(frozen=True)
class HistoryLine:
    """A correction, or an undoing."""

    id: str
    number: int
    question_id: str
    question_number: int | None  # None: the newest version doesn't ask it
    kind: Kind
    nobody_loses: bool
    made_by: str | None  # a name
    made_at: datetime
    changed: int  # attempts
    undoes: int | None  # the number of the correction that it undid
    undone_at: datetime | None

    @property
    def may_be_undone(self) -> bool:
        """Whether it is in force."""
        return self.undoes is None and self.undone_at is None


@dataclass(frozen=True)
class AskedQuestion:
    """A question that can be corrected."""

    id: str
    number: int
    heading: str  # Markdown, inline
    label: str
    language: str
    is_corrected: bool


@dataclass(frozen=True)
class HistoryPage:
    """Everything that the page shows."""

    questions: tuple[AskedQuestion, ...]
    lines: tuple[HistoryLine, ...]  # the newest first


def load(quiz: Quiz) -> HistoryPage:
    """The page as things stand now; a fixed number of queries."""
    lines = list_history(quiz)
    corrected = {line.question_id for line in lines if line.may_be_undone}
    return HistoryPage(
        questions=tuple(
            AskedQuestion(
                id=slot.question.id,
                number=slot.number,
                heading=slot.question.heading,
                label=slot.question.body.label,
                language=slot.language,
                is_corrected=slot.question.id in corrected,
            )
            for slot in load_slots(quiz.id, quiz.version)
        ),
        lines=lines,
    )


def list_history(quiz: Quiz) -> tuple[HistoryLine, ...]:
    """Every correction ever made, the newest first."""
    rows = db.session.execute(
        select(Correction, User.name)
        .outerjoin(User, User.id == Correction.made_by)
        .where(Correction.quiz_id == quiz.id)
        .order_by(Correction.number.desc())
    ).all()
    changed = _count_changed([correction.id for correction, _ in rows])
    by_id = {correction.id: correction for correction, _ in rows}
    undone = {correction.undoes: correction.made_at for correction, _ in rows}
    numbers = {slot.question.id: slot.number for slot in load_slots(quiz.id, quiz.version)}
    return tuple(
        HistoryLine(
            id=correction.id,
            number=correction.number,
            question_id=correction.question_id,
            question_number=numbers.get(correction.question_id),
            kind=Kind(correction.kind),
            nobody_loses=correction.nobody_loses,
            made_by=name,
            made_at=correction.made_at,
            changed=changed.get(correction.id, 0),
            undoes=by_id[correction.undoes].number if correction.undoes else None,
            undone_at=undone.get(correction.id),
        )
        for correction, name in rows
    )


def _count_changed(correction_ids: list[str]) -> dict[str, int]:
    if not correction_ids:
        return {}
    rows = db.session.execute(
        select(ScoreChange.correction_id, func.count(distinct(ScoreChange.attempt_id)))
        .where(ScoreChange.correction_id.in_(correction_ids))
        .group_by(ScoreChange.correction_id)
    )
    return {correction_id: count for correction_id, count in rows if correction_id}
