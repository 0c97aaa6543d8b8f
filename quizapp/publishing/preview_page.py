"""A quiz as its students see it, taken by staff: through the same pages, and nothing is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from quizapp.attempts import answers, result_page, scoring, taking_page
from quizapp.attempts.answers import Stored
from quizapp.attempts.layout import draw_layout
from quizapp.attempts.models import Attempt, Place
from quizapp.attempts.queries import PlacedSlot, Sitting, StoredResponse
from quizapp.attempts.result_page import ResultPage
from quizapp.attempts.taking_page import TakingPage
from quizapp.banks.library import LoadedBank
from quizapp.publishing.freshness import compose_readable
from quizapp.publishing.trial import ATTEMPT, Trial
from quizapp.quizzes.composition import ComposedSlot, SameId
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.rules import When
from quizapp.quizzes.slots import PublishedSlot

RECEIPT = "preview"
Responses = Mapping[int, StoredResponse]


@dataclass(frozen=True)
class TrialSitting(Sitting):
    """An attempt that isn't one: it is in no database, nor need its questions be."""

    slots: tuple[PublishedSlot, ...]

    def places(self) -> tuple[PlacedSlot, ...]:
        """Its questions in the order of the page."""
        slots = {slot.number: slot for slot in self.slots}
        return tuple(
            PlacedSlot(number, slots[place["slot"]], tuple(place["order"]))
            for number, place in enumerate(self.attempt.layout, 1)
        )


def sit(
    quiz: Quiz, user_id: str, trial: Trial, banks: Mapping[str, LoadedBank], now: datetime
) -> TrialSitting:
    """The start of it; without slots if there is nothing to show."""
    slots, settings = _slots(quiz, banks, is_next=trial.is_next), quiz.settings
    if trial.is_next or not quiz.version:
        settings = replace(settings, draw=_draw(quiz, banks))
    drawn = draw_layout(slots, settings, trial.seed)
    points = {slot.number: slot.points for slot in slots}
    attempt = Attempt(
        id=ATTEMPT,
        quiz_id=quiz.id,
        user_id=user_id,
        number=1,
        version=quiz.version,
        seed=trial.seed,
        layout=[Place(slot=place.slot, order=list(place.order)) for place in drawn],
        started_at=now,
        furthest=min(trial.number or 1, max(len(drawn), 1)),
        revision=0,
        possible=sum(scoring.millionths(points[place.slot]) for place in drawn),
        unmarked=0,
        ran_out=False,
    )
    return TrialSitting(quiz, quiz.course, settings, attempt, slots)


def ask(sitting: TrialSitting, trial: Trial, now: datetime) -> TakingPage:
    """The questions, with what has been answered so far."""
    return taking_page.build(sitting, _responses(sitting, trial), trial.number, now)


def finish(sitting: TrialSitting, trial: Trial, now: datetime) -> ResultPage:
    """The result as the settings show it now or, asked for, once everything shows."""
    responses = {
        place.slot.number: _graded(place, response)
        for place, response in _by_place(sitting, _responses(sitting, trial))
    }
    scores = [
        scoring.score_slot(place.slot, response.answer)
        for place, response in _by_place(sitting, responses)
    ]
    totals, attempt = scoring.add_up(scores), sitting.attempt
    attempt.submitted_at, attempt.receipt = now, RECEIPT
    attempt.earned, attempt.unmarked = totals.earned, totals.unmarked
    if trial.is_released:
        policy = replace(sitting.settings.feedback, when=When.AT_ONCE)
        sitting = replace(sitting, settings=replace(sitting.settings, feedback=policy))
    return result_page.build(sitting, responses, [attempt], now)


def _slots(
    quiz: Quiz, banks: Mapping[str, LoadedBank], *, is_next: bool
) -> tuple[PublishedSlot, ...]:
    if quiz.version and not is_next:
        return load_slots(quiz.id, quiz.version)
    try:
        return tuple(map(_as_published, compose_readable(quiz, banks).slots))
    except SameId:
        return ()


def _draw(quiz: Quiz, banks: Mapping[str, LoadedBank]) -> Mapping[int, int]:
    try:
        return compose_readable(quiz, banks).draw
    except SameId:
        return {}


def _as_published(slot: ComposedSlot) -> PublishedSlot:
    return PublishedSlot(
        number=slot.number,
        section=slot.section,
        section_title=slot.part.title,
        section_text=slot.part.text,
        points=slot.question.points,
        question=slot.question,
        sources=slot.bank.sources,
        language=slot.bank.language,
        digest="",
        pool=slot.pool,
    )


def _responses(sitting: TrialSitting, trial: Trial) -> Responses:
    stored = {
        place.number: Stored(place.slot.number, place.slot.question.body, place.order)
        for place in sitting.places()
    }
    changes = answers.find_changes(trial.given, stored)
    return {
        change.slot: StoredResponse(change.slot, change.answer, change.is_to_revisit)
        for change in changes
    }


def _by_place(
    sitting: TrialSitting, responses: Responses
) -> list[tuple[PlacedSlot, StoredResponse]]:
    return [
        (place, responses.get(place.slot.number, StoredResponse(place.slot.number)))
        for place in sitting.places()
    ]


def _graded(place: PlacedSlot, response: StoredResponse) -> StoredResponse:
    score = scoring.score_slot(place.slot, response.answer)
    earned = scoring.millionths(score.earned)
    return replace(response, earned=earned, needs_marking=score.needs_marking)
