"""What the page of one answer shows: question, text, the lines to give points for, the way on."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.attempts.hidden_names import number_students
from quizapp.attempts.marks import GivenMark
from quizapp.errors import NotFound
from quizapp.marking.order import Placed, arrange, find_place, next_unmarked
from quizapp.marking.queries import JudgedAnswer, find_answer, list_entries, list_slots
from quizapp.marking.rules import Line, is_scaled, list_lines
from quizapp.marking.service import Seen
from quizapp.question_types.base import ReviewedQuestion, Shows
from quizapp.quizzes.models import Quiz


@dataclass(frozen=True)
class AnswerPage:
    """Everything that the page shows."""

    seen: Seen
    placed: Placed
    question: ReviewedQuestion
    explanation: str  # Markdown
    lines: tuple[Line, ...]
    has_rubric: bool
    is_scaled: bool  # the rubric adds up to something else than the question is worth
    is_blank: bool
    mark: GivenMark | None  # the one that counts
    is_outdated: bool  # there is a mark, but the answer has changed since
    waiting: int  # answers to this question, this one included, that wait to be marked
    previous: Placed | None
    following: Placed | None  # the next one, marked or not
    next_unmarked: Placed | None


def load(quiz: Quiz, slot: int, attempt_id: str) -> AnswerPage:
    """The page as things stand; raises NotFound or NotSubmitted."""
    found = find_answer(quiz.id, slot, attempt_id)
    question_id = found.slot.question.id
    entries = list_entries(quiz.id, list_slots(quiz)[question_id])
    places = arrange(entries, question_id, number_students(quiz))
    at = find_place(places, attempt_id)
    if at is None:
        raise NotFound
    return AnswerPage(
        seen=Seen(quiz.id, slot, attempt_id, found.state),
        placed=places[at],
        question=_review(found),
        explanation=found.slot.question.explanation,
        lines=list_lines(found.slot),
        has_rubric=bool(found.slot.question.body.criteria()),
        is_scaled=is_scaled(found.slot),
        is_blank=found.slot.question.body.is_blank(found.answer),
        mark=found.mark,
        is_outdated=found.newest is not None and found.mark is None,
        waiting=sum(placed.entry.needs_marking for placed in places),
        previous=_get(places, at - 1),
        following=_get(places, at + 1),
        next_unmarked=next_unmarked(places, at),
    )


def _get(places: Sequence[Placed], at: int) -> Placed | None:
    return places[at] if 0 <= at < len(places) else None


def _review(found: JudgedAnswer) -> ReviewedQuestion:
    """As its student sees it, without the rubric: that stands beside the fields."""
    question, body = found.slot.question, found.slot.question.body
    return ReviewedQuestion(
        number=found.slot.number,
        field="answer",
        heading=question.heading,
        text=question.text,
        points=found.slot.points,
        type=body.name,
        label=body.label,
        language=found.slot.language,
        body=body.review(found.answer, body.order(), Shows(marks=False, feedback=False, key=False)),
        blank=body.is_blank(found.answer),
    )
