"""The page of practice that asks; until an answer is checked it holds nothing of the key."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Self

from quizapp.accounts.queries import Visitor
from quizapp.practice import service
from quizapp.practice.queries import Practice
from quizapp.practice.rounds import Round, find_round, shown_order
from quizapp.practice.rules import Access
from quizapp.practice.sequence import Figures
from quizapp.practice.service import Scope
from quizapp.question_types.base import Answer, AskedQuestion
from quizapp.quizzes.slots import PublishedSlot

NUMBER = "number"  # the form's name of the step it makes


class PageState(StrEnum):
    """Which page it is."""

    CLOSED = "closed"
    NOTHING = "nothing"  # was missed
    QUESTION = "question"
    END = "end"


@dataclass(frozen=True)
class Frame:
    """What every page of practice shows."""

    quiz_id: str
    quiz_title: str
    course_title: str
    zone: str
    language: str
    only_missed: bool
    access: Access  # of a student who is where this person is
    is_staff: bool

    @classmethod
    def of(cls, practice: Practice, *, only_missed: bool) -> Self:
        """The frame around a practice."""
        quiz = practice.quiz
        return cls(
            quiz_id=quiz.id,
            quiz_title=quiz.title,
            course_title=quiz.course.title,
            zone=quiz.course.zone,
            language=quiz.language,
            only_missed=only_missed,
            access=practice.access,
            is_staff=practice.is_staff,
        )

    @property
    def missed(self) -> int | None:
        """The value of `missed` in addresses: 1, or None to leave it out."""
        return 1 if self.only_missed else None


@dataclass(frozen=True)
class SectionPart:
    """The passage above a question, as the macro for passages takes it."""

    index: int
    title: str
    text: str


@dataclass(frozen=True)
class QuestionPage:
    """Everything that the page shows."""

    frame: Frame
    state: PageState
    opens_at: datetime | None  # when it is closed and that is known
    is_yours: bool  # a graded attempt at this very quiz comes first
    figures: Figures
    number: int  # of the step that the form makes
    asked: AskedQuestion | None
    section: SectionPart | None
    hint: str  # Markdown


def load(user: Visitor, scope: Scope, now: datetime, typed: tuple[str, ...] = ()) -> QuestionPage:
    """The page as things stand now; `typed`: what a form sent and is shown again. May raise
    NotFound.
    """
    practice = service.find_practice(user, scope.quiz_id, now)
    played = find_round(practice, only_missed=scope.only_missed)
    slot = played.next if practice.is_open else None
    return QuestionPage(
        frame=Frame.of(practice, only_missed=scope.only_missed),
        state=_state(practice, played),
        opens_at=practice.opens_at,
        is_yours=practice.is_yours,
        figures=played.figures,
        number=played.number,
        asked=ask(played, slot, typed) if slot else None,
        section=_section(slot) if slot else None,
        hint=slot.question.hint if slot else "",
    )


def field_name(quiz_id: str, number: int) -> str:
    """The form's name for the answer of a step, so that browsers suggest nothing."""
    return f"p{number}-{quiz_id[:6]}"


def ask(played: Round, slot: PublishedSlot, typed: tuple[str, ...]) -> AskedQuestion:
    """A question as this person sees it in the next step."""
    question, body = slot.question, slot.question.body
    order = shown_order(played.practice, slot, played.number)
    answer: Answer = body.from_post(typed, order)
    return AskedQuestion(
        number=played.place(slot),
        field=field_name(played.practice.quiz.id, played.number),
        heading=question.heading,
        text=question.text,
        points=slot.points,
        type=body.name,
        label=body.label,
        language=slot.language,
        body=body.ask(answer, order),
        is_practice=True,
    )


def _section(slot: PublishedSlot) -> SectionPart:
    return SectionPart(slot.section, slot.section_title, slot.section_text)


def _state(practice: Practice, played: Round) -> PageState:
    if not practice.is_open:
        return PageState.CLOSED
    if not played.order:
        return PageState.NOTHING
    return PageState.END if played.next is None else PageState.QUESTION
