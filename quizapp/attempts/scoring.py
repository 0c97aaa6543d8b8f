"""Answers to points: exact fractions, made whole millionths once, at the very end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.question_types.base import Answer
from quizapp.quizzes.slots import PublishedSlot

MILLION = 1_000_000  # as in columns.py, which needs the database
NOTHING_MARKED: Mapping[int, Fraction] = {}


@dataclass(frozen=True)
class SlotScore:
    """What the answer to a slot earned, in points."""

    slot: int
    earned: Fraction
    possible: Fraction
    needs_marking: bool = False

    @property
    def unmarked(self) -> Fraction:
        """The points that a person has still to decide about."""
        return self.possible if self.needs_marking else Fraction(0)


@dataclass(frozen=True)
class Totals:
    """The sums of an attempt in whole millionths of a point, as they are stored."""

    earned: int
    possible: int
    unmarked: int


def score_slot(slot: PublishedSlot, answer: Answer, marked: Fraction | None = None) -> SlotScore:
    """What `answer` earns; a blank earns nothing and leaves nothing to mark.

    `marked`: the points that a person gave for an answer that only a person can judge.
    """
    body = slot.question.body
    if body.is_blank(answer):
        return SlotScore(slot.number, Fraction(0), slot.points)
    grade = body.grade(answer)
    if grade.needs_marking and marked is not None:
        return SlotScore(slot.number, marked, slot.points)
    earned = grade.fraction * slot.points
    return SlotScore(slot.number, earned, slot.points, grade.needs_marking)


def score_attempt(
    slots: Sequence[PublishedSlot],
    answers: Mapping[int, Answer],
    marked: Mapping[int, Fraction] = NOTHING_MARKED,
) -> tuple[SlotScore, ...]:
    """A score for every slot of an attempt; unanswered ones count as 0."""
    return tuple(
        score_slot(slot, answers.get(slot.number, ()), marked.get(slot.number)) for slot in slots
    )


def add_up(scores: Sequence[SlotScore]) -> Totals:
    """The sums, each rounded once; so thirds that make a whole do."""
    return Totals(
        earned=millionths(sum((score.earned for score in scores), Fraction(0))),
        possible=millionths(sum((score.possible for score in scores), Fraction(0))),
        unmarked=millionths(sum((score.unmarked for score in scores), Fraction(0))),
    )


def millionths(points: Fraction) -> int:
    """`points` as they are stored, halves to even."""
    return round(points * MILLION)
