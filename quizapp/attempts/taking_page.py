"""The page on which a student answers; its values hold nothing of the key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from itertools import groupby

from quizapp.attempts import queries, service
from quizapp.attempts.models import Attempt
from quizapp.attempts.queries import PlacedSlot, Sitting, StoredResponse
from quizapp.attempts.scoring import total
from quizapp.question_types.base import AskedQuestion
from quizapp.quizzes.rules import Paging

NOTHING = StoredResponse(slot=0)
REVISIT = "-revisit"  # behind a question's field: the name of the checkbox beside it


@dataclass(frozen=True)
class AskedPlace:
    """A question on the page, and what the student has done about it."""

    asked: AskedQuestion
    length: int  # of the answer, in characters
    is_answered: bool
    is_to_revisit: bool

    @property
    def number(self) -> int:
        """From 1."""
        return self.asked.number


@dataclass(frozen=True)
class AskedSection:
    """Questions that stand together, under the passage they share."""

    index: int  # unique on the page
    title: str
    text: str
    places: tuple[AskedPlace, ...]
    first: int  # number of a question in it, whether that is on the page or not
    last: int


@dataclass(frozen=True)
class TakingPage:
    """Everything that the page shows."""

    attempt_id: str
    quiz_title: str
    course_title: str
    zone: str
    language: str
    points: Fraction
    deadline: datetime | None
    seconds_left: float | None  # None: there is no end
    saved_at: datetime | None  # None: nothing is stored yet
    revision: int  # which save changed the attempt last
    submitted_at: datetime | None  # not None: there is nothing to answer any more
    ran_out: bool
    all_places: tuple[AskedPlace, ...]
    sections: tuple[AskedSection, ...]  # all, or in a fixed order only what is shown
    paging: Paging
    number: int | None  # of the question that is shown, when they come one at a time
    is_turned_back: bool  # an earlier question was asked for, and the order is fixed

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(place.is_answered for place in self.all_places)

    @property
    def types(self) -> set[str]:
        """The names of the types of the questions on the page."""
        return {place.asked.type for section in self.sections for place in section.places}

    @property
    def count(self) -> int:
        """How many questions there are."""
        return len(self.all_places)


def load(student_id: str, attempt_id: str, asked: int | None, now: datetime) -> TakingPage:
    """The page as it is stored; `asked` is the question asked for, if they come one at a time."""
    sitting = service.find_sitting(student_id, attempt_id, now)
    responses = queries.stored_responses([attempt_id])[attempt_id]
    return build(sitting, responses, asked, now)


def build(
    sitting: Sitting,
    responses: Mapping[int, StoredResponse],
    asked: int | None,
    now: datetime,
) -> TakingPage:
    """The page from what is stored."""
    placed = sitting.places()
    attempt, paging = sitting.attempt, sitting.settings.paging
    number = _number(attempt, paging, asked)
    places = {place.number: _place(sitting, place, responses) for place in placed}
    saved = [response.saved_at for response in responses.values() if response.saved_at]
    return TakingPage(
        attempt_id=attempt.id,
        quiz_title=sitting.quiz.title,
        course_title=sitting.course.title,
        zone=sitting.course.zone,
        language=sitting.quiz.language,
        points=total(place.slot.points for place in placed),
        deadline=sitting.deadline,
        seconds_left=sitting.seconds_left(now),
        saved_at=max(saved, default=None),
        revision=queries.last_revision(attempt, responses),
        submitted_at=attempt.submitted_at,
        ran_out=attempt.ran_out,
        all_places=tuple(places.values()),
        sections=_sections(placed, places, number if paging is Paging.FIXED else None),
        paging=paging,
        number=number,
        is_turned_back=paging is Paging.FIXED and (asked or attempt.furthest) < attempt.furthest,
    )


def _number(attempt: Attempt, paging: Paging, asked: int | None) -> int | None:
    if paging is Paging.ALL:
        return None
    number = attempt.furthest if paging is Paging.FIXED else asked or 1
    return min(number, len(attempt.layout))


def field_name(attempt_id: str, number: int) -> str:
    """The form's name for a question; of this attempt only, so that browsers suggest nothing."""
    return f"q{number}-{attempt_id[:6]}"


def ask(sitting: Sitting, place: PlacedSlot, response: StoredResponse) -> AskedQuestion:
    """A question as this student sees it."""
    question = place.slot.question
    return AskedQuestion(
        number=place.number,
        field=field_name(sitting.attempt.id, place.number),
        heading=question.heading,
        text=question.text,
        points=place.slot.points,
        type=question.body.name,
        label=question.body.label,
        language=place.slot.language,
        body=question.body.ask(response.answer, place.order),
    )


def _place(
    sitting: Sitting, place: PlacedSlot, responses: Mapping[int, StoredResponse]
) -> AskedPlace:
    response = responses.get(place.slot.number, NOTHING)
    return AskedPlace(
        asked=ask(sitting, place, response),
        length=sum(map(len, response.answer)),
        is_answered=not place.slot.question.body.is_blank(response.answer),
        is_to_revisit=response.is_to_revisit,
    )


def _sections(
    placed: Sequence[PlacedSlot], places: Mapping[int, AskedPlace], only: int | None
) -> tuple[AskedSection, ...]:
    """`only`: the one question that is shown; None: all."""
    groups = groupby(placed, lambda each: each.slot.section)
    return tuple(
        AskedSection(
            index=index,
            title=members[0].slot.section_title,
            text=members[0].slot.section_text,
            places=tuple(
                places[member.number] for member in members if only in (None, member.number)
            ),
            first=members[0].number,
            last=members[-1].number,
        )
        for index, members in ((index, list(group)) for index, group in groups)
        if only is None or only in [member.number for member in members]
    )
