"""What the page of one question's scores shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.insights.count_queries import GivenText
from quizapp.insights.flags import Flag, find_flags
from quizapp.insights.option_chart import PartBars, draw_options
from quizapp.insights.score_summary import FEW, ROUGH
from quizapp.insights.statistics import QuestionStatistics, QuizStatistics, Which
from quizapp.question_types.base import ReviewedQuestion, Shows
from quizapp.quizzes.slots import PublishedSlot

MOST_TEXTS = 50


@dataclass(frozen=True)
class Evaluated:
    """A question with the statistics of its quiz around it."""

    question: QuestionStatistics
    slot: PublishedSlot
    quiz: QuizStatistics


@dataclass(frozen=True)
class QuestionPage:
    """Everything about one question."""

    which: Which
    question: QuestionStatistics
    slot: PublishedSlot
    flags: tuple[Flag, ...]
    parts: tuple[PartBars, ...]
    has_groups: bool
    texts: tuple[GivenText, ...]
    has_more_texts: bool
    fields: int  # how many of them were written in
    as_shown: ReviewedQuestion
    previous: int | None  # numbers of the questions beside it
    following: int | None

    @property
    def is_judged(self) -> bool:
        """Whether there are answers enough to show an index at all."""
        return self.question.n >= FEW

    @property
    def is_rough(self) -> bool:
        """Whether the indices are a rough guide only."""
        return self.question.n < ROUGH


def build_question_page(found: Evaluated, which: Which, texts: Sequence[GivenText]) -> QuestionPage:
    """`texts`: one more than MOST_TEXTS if there are more."""
    numbers = [each.number for each in found.quiz.questions if each.number]
    at = numbers.index(found.slot.number)
    has_groups = found.quiz.groups is not None and found.question.n >= FEW
    return QuestionPage(
        which=which,
        question=found.question,
        slot=found.slot,
        flags=find_flags(found.question),
        parts=draw_options(found.question, has_groups=has_groups),
        has_groups=has_groups,
        texts=tuple(texts[:MOST_TEXTS]),
        has_more_texts=len(texts) > MOST_TEXTS,
        fields=len({text.part for text in texts}),
        as_shown=_with_key(found.slot),
        previous=numbers[at - 1] if at else None,
        following=numbers[at + 1] if at + 1 < len(numbers) else None,
    )


def _with_key(slot: PublishedSlot) -> ReviewedQuestion:
    """The question as published, with the key that holds now."""
    newest = slot.judges[-1] if slot.judges else slot
    question, body = newest.question, newest.question.body
    titles = {source.name: source.title or source.name for source in newest.sources}
    return ReviewedQuestion(
        number=slot.number,
        field="question",
        heading=question.heading,
        text=question.text,
        points=slot.points,
        type=body.name,
        label=body.label,
        language=newest.language,
        body=body.review((), body.order(), Shows()),
        explanation=question.explanation,
        evidence=tuple(
            (titles.get(each.source, each.source), each.quote) for each in question.evidence
        ),
    )
