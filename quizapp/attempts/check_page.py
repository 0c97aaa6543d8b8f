"""The page on which a student looks over the answers before submitting them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from quizapp.attempts import queries, service
from quizapp.attempts.queries import PlacedSlot, Sitting, StoredResponse
from quizapp.attempts.taking_page import NOTHING
from quizapp.attempts.words import counted, time_left
from quizapp.quizzes.rules import Paging

READING = "reading-{number}-{part}"  # the form's names of the questions how to read a number


@dataclass(frozen=True)
class ReadingQuestion:
    """A number that can be read in two ways: which one is meant?"""

    field: str
    text: str
    readings: tuple[tuple[str, str], ...]  # the form's value, words


@dataclass(frozen=True)
class CheckedPlace:
    """A question with its answer in words, as this student saw it."""

    number: int
    answer: tuple[str, ...]  # Markdown; () if there is none
    is_to_revisit: bool
    asks: tuple[ReadingQuestion, ...]


@dataclass(frozen=True)
class CheckPage:
    """Everything that the page shows."""

    attempt_id: str
    quiz_title: str
    course_title: str
    zone: str
    language: str
    paging: Paging
    deadline: datetime | None
    time_left: str  # "" without a deadline
    seconds_left: float | None
    saved_at: datetime | None  # None: nothing is stored yet
    revision: int  # which save changed the attempt last
    places: tuple[CheckedPlace, ...]
    is_submitted: bool

    @property
    def warning(self) -> str:
        """What is missing, in words; "" if nothing is."""
        unanswered = sum(not place.answer for place in self.places)
        revisit = sum(place.is_to_revisit for place in self.places)
        missing = f"{counted(unanswered, 'question')} {_has(unanswered)} no answer"
        marked = f"{revisit} {'is' if revisit == 1 else 'are'} marked to revisit"
        if unanswered and revisit:
            return f"{missing}, and {marked}."
        if unanswered:
            return f"{missing}."
        questions = f"{counted(revisit, 'question')} {'is' if revisit == 1 else 'are'}"
        return f"{questions} marked to revisit." if revisit else ""

    @property
    def asks(self) -> tuple[ReadingQuestion, ...]:
        """Every number whose reading isn't clear."""
        return tuple(question for place in self.places for question in place.asks)


def load(student_id: str, attempt_id: str, now: datetime) -> CheckPage:
    """The page as it is stored."""
    sitting = service.find_sitting(student_id, attempt_id, now)
    responses = queries.stored_responses([attempt_id])[attempt_id]
    deadline = sitting.deadline
    return CheckPage(
        attempt_id=attempt_id,
        quiz_title=sitting.quiz.title,
        course_title=sitting.course.title,
        zone=sitting.course.zone,
        language=sitting.quiz.language,
        paging=sitting.settings.paging,
        deadline=deadline,
        time_left="" if deadline is None else time_left(deadline - now),
        seconds_left=sitting.seconds_left(now),
        saved_at=max((each.saved_at for each in responses.values() if each.saved_at), default=None),
        revision=queries.last_revision(sitting.attempt, responses),
        places=_places(sitting, responses),
        is_submitted=sitting.attempt.submitted_at is not None,
    )


def reading_field(number: int, part: int) -> str:
    """The form's name for the question how to read a number."""
    return READING.format(number=number, part=part)


def _places(sitting: Sitting, responses: Mapping[int, StoredResponse]) -> tuple[CheckedPlace, ...]:
    return tuple(
        _checked(place, responses.get(place.slot.number, NOTHING)) for place in sitting.places()
    )


def _checked(place: PlacedSlot, response: StoredResponse) -> CheckedPlace:
    body = place.slot.question.body
    return CheckedPlace(
        number=place.number,
        answer=body.describe(response.answer, place.order),
        is_to_revisit=response.is_to_revisit,
        asks=tuple(
            ReadingQuestion(reading_field(place.number, found.part), found.text, found.readings)
            for found in body.ambiguities(response.answer)
        ),
    )


def _has(count: int) -> str:
    return "has" if count == 1 else "have"
