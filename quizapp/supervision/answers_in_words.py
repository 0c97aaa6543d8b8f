"""Answers of an attempt in words, with the letters that its student saw."""

from dataclasses import dataclass

from quizapp.attempts.models import Attempt
from quizapp.attempts.queries import PlacedSlot
from quizapp.question_types.base import Answer
from quizapp.quizzes.questions import load_slots


@dataclass(frozen=True)
class PlacedQuestion:
    """A question of an attempt."""

    number: int  # on the student's page
    heading: str  # Markdown


class Wording:
    """Reads the answers of one attempt."""

    def __init__(self, attempt: Attempt) -> None:
        slots = {slot.number: slot for slot in load_slots(attempt.quiz_id, attempt.version)}
        self._places = {
            place["slot"]: PlacedSlot(number, slots[place["slot"]], tuple(place["order"]))
            for number, place in enumerate(attempt.layout, 1)
        }

    def question(self, slot: int) -> PlacedQuestion:
        """Where the question stood, and what it asked."""
        place = self._places[slot]
        return PlacedQuestion(place.number, place.slot.question.heading)

    def describe(self, slot: int, answer: Answer) -> tuple[str, ...]:
        """The answer's parts as Markdown; () for none."""
        place = self._places[slot]
        return place.slot.question.body.describe(answer, place.order)
