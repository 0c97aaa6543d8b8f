"""One question of a submitted attempt as its student is told about it, corrections included."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from quizapp.attempts.marks import GivenMark
from quizapp.attempts.queries import PlacedSlot, StoredResponse
from quizapp.attempts.taking_page import NOTHING, field_name
from quizapp.columns import MILLION
from quizapp.question_types.base import ReviewedQuestion, Shows
from quizapp.quizzes.rules import Part
from quizapp.quizzes.rulings import Ruling
from quizapp.quizzes.slots import Judged, PublishedSlot


@dataclass(frozen=True)
class Reviewer:
    """What the questions of one attempt are reviewed by."""

    attempt_id: str
    parts: frozenset[Part]
    responses: Mapping[int, StoredResponse]  # these by slot
    marked: Mapping[int, GivenMark]
    rulings: Mapping[int, Ruling]

    @cached_property
    def shows(self) -> Shows:
        """What the policy lets a review tell."""
        return Shows(Part.MARKS in self.parts, Part.FEEDBACK in self.parts, Part.KEY in self.parts)

    def review(self, place: PlacedSlot) -> ReviewedQuestion:
        """The question as it was asked, judged by its present key."""
        slot, shows = place.slot, self.shows
        response = self.responses.get(slot.number, NOTHING)
        mark, ruling = self.marked.get(slot.number), self.rulings.get(slot.number)
        judged = (replace(slot, judges=ruling.judges) if ruling else slot).judge(response.answer)
        body, told = judged.by.question.body, judged.by.question
        return ReviewedQuestion(
            number=place.number,
            field=field_name(self.attempt_id, place.number),
            heading=slot.question.heading,
            text=slot.question.text,
            points=slot.points,
            type=body.name,
            label=body.label,
            language=slot.language,
            body=body.review(judged.answer, place.order, shows),
            earned=_earned(response) if shows.marks else None,
            needs_marking=response.needs_marking,
            blank=body.is_blank(judged.answer),
            feedback=judged.grade.feedback if shows.feedback else (),
            explanation=told.explanation if shows.key else "",
            evidence=evidence_of(judged.by) if shows.key and Part.EVIDENCE in self.parts else (),
            given=mark.rubric if mark and shows.marks and shows.key else (),
            comment=mark.comment if mark and shows.feedback else "",
            ruling=_ruling(ruling, judged, response) if ruling and shows.marks else "",
            also=_also(ruling, judged) if ruling and shows.key else (),
            length=sum(map(len, response.answer)),
        )


def _earned(response: StoredResponse) -> Fraction:
    return Fraction(response.earned or 0, MILLION)


def _ruling(ruling: Ruling, judged: Judged, response: StoredResponse) -> str:
    """What the correction did here: see ReviewedQuestion.ruling."""
    if ruling.is_left_out and response.earned is None:
        return "left out"
    if ruling.is_given_away:
        return "full points"
    if ruling.is_left_out or _earned(response) > judged.grade.fraction * judged.by.points:
        return "kept"
    return "corrected"


def _also(ruling: Ruling, judged: Judged) -> tuple[str, ...]:
    """The keys that are accepted beside the one that the review shows, in Markdown."""
    others = [by for by in ruling.judges if by.digest != judged.by.digest]
    return tuple(words for by in others for words in by.question.body.key_words())


def evidence_of(slot: PublishedSlot) -> tuple[tuple[str, str], ...]:
    """Title of the source and quote, as a reviewed question holds them."""
    titles = {source.name: source.title for source in slot.sources}
    return tuple(
        (titles.get(evidence.source) or evidence.source, evidence.quote)
        for evidence in slot.question.evidence
    )
