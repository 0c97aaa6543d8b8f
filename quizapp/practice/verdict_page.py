"""The page of practice that tells: right or not yet, and why."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from quizapp.accounts.queries import Visitor
from quizapp.attempts.review import evidence_of
from quizapp.practice import service
from quizapp.practice.question_page import Frame, field_name
from quizapp.practice.rounds import Round, find_round, find_step, shown_order
from quizapp.practice.sequence import Figures, Outcome
from quizapp.practice.service import PracticeClosed, Scope
from quizapp.question_types.base import Answer, ReviewedQuestion, Shows
from quizapp.quizzes.slots import PublishedSlot

ONE = Fraction(1)


class NothingChecked(Exception):
    """No answer was checked under this number: there is nothing to tell."""


@dataclass(frozen=True)
class VerdictPage:
    """Everything that the page shows."""

    frame: Frame
    figures: Figures
    outcome: Outcome
    is_last: bool  # nothing is left to be asked
    reviewed: ReviewedQuestion
    passage: str  # Markdown, shared with other questions; at hand but not in the way


def load(user: Visitor, scope: Scope, number: int, now: datetime) -> VerdictPage:
    """What became of the answer in step `number`; raises NotFound, PracticeClosed or
    NothingChecked.
    """
    practice = service.find_practice(user, scope.quiz_id, now)
    if not practice.is_open:
        raise PracticeClosed
    played = find_round(practice, only_missed=scope.only_missed)
    step = find_step(played, number)
    if step is None or step.slot is None:
        raise NothingChecked
    slot, outcome = played.slots[step.slot], Outcome(step.outcome)
    return VerdictPage(
        frame=Frame.of(practice, only_missed=scope.only_missed),
        figures=played.figures,
        outcome=outcome,
        is_last=played.next is None,
        reviewed=review(played, slot, tuple(step.answer), number),
        passage=slot.section_text,
    )


def review(played: Round, slot: PublishedSlot, answer: Answer, number: int) -> ReviewedQuestion:
    """The question as it was asked in step `number`, with all there is to tell."""
    question, judged = slot.question, slot.judge(answer)
    body, grade = judged.by.question.body, judged.grade
    order = shown_order(played.practice, slot, number)
    return ReviewedQuestion(
        number=played.place(slot),
        field=field_name(played.practice.quiz.id, number),
        heading=question.heading,
        text=question.text,
        points=ONE,
        type=body.name,
        label=body.label,
        language=slot.language,
        body=body.review(judged.answer, order, Shows()),
        is_practice=True,
        earned=None if slot.is_marked_by_hand else grade.fraction,
        blank=body.is_blank(judged.answer),
        feedback=grade.feedback,
        explanation=judged.by.question.explanation,
        evidence=evidence_of(judged.by),
    )
