"""Answers to points: exact fractions, made whole millionths once, at the very end."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from quizapp.question_types.base import Answer
from quizapp.quizzes.rulings import Ruling
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
    is_left_out: bool = False

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
    rulings: Sequence[Ruling] = (),
) -> tuple[SlotScore, ...]:
    """A score for every slot of an attempt; unanswered ones count as 0.

    `rulings` come in the order in which they were made, each in the place of what stood before it.
    """
    scores = {
        slot.number: score_slot(slot, answers.get(slot.number, ()), marked.get(slot.number))
        for slot in slots
    }
    asked = {slot.number: slot for slot in slots} if rulings else {}
    for ruling in rulings:
        if ruling.slot in asked:
            answer = answers.get(ruling.slot, ())
            mark = marked.get(ruling.slot)
            ruled = score_by(ruling, asked[ruling.slot], answer, mark)
            if not (ruling.nobody_loses and _loses(scores, ruled)):
                scores[ruling.slot] = ruled
    return tuple(scores[slot.number] for slot in slots)


def is_slotwise(rulings: Sequence[Ruling]) -> bool:
    """Whether each slot's points depend on its own answer alone.

    They don't where an attempt keeps a question that others are rid of, so as not to lose by it.
    """
    left_out = {ruling.slot for ruling in rulings if ruling.is_left_out}
    return not any(ruling.nobody_loses and ruling.slot in left_out for ruling in rulings)


def score_by(
    ruling: Ruling, slot: PublishedSlot, answer: Answer, marked: Fraction | None = None
) -> SlotScore:
    """What `answer` earns under a correction."""
    if ruling.is_left_out:
        return SlotScore(slot.number, Fraction(0), Fraction(0), is_left_out=True)
    if ruling.is_given_away:
        return SlotScore(slot.number, slot.points, slot.points)
    judged = replace(slot, judges=ruling.judges).judge(answer)
    return score_slot(judged.by, judged.answer, marked)


def _loses(scores: Mapping[int, SlotScore], ruled: SlotScore) -> bool:
    """Whether the attempt would earn a smaller share of its points."""
    before = scores[ruled.slot]
    if before.possible == ruled.possible:
        return ruled.earned < before.earned
    earned = sum((score.earned for score in scores.values()), Fraction(0))
    possible = sum((score.possible for score in scores.values()), Fraction(0))
    earned_then = earned - before.earned + ruled.earned
    possible_then = possible - before.possible + ruled.possible
    return _share(earned_then, possible_then) < _share(earned, possible)


def _share(earned: Fraction, possible: Fraction) -> Fraction:
    return earned / possible if possible else Fraction(0)


def add_up(scores: Sequence[SlotScore]) -> Totals:
    """The sums, each rounded once; so thirds that make a whole do."""
    return Totals(
        earned=millionths(total(score.earned for score in scores)),
        possible=millionths(total(score.possible for score in scores)),
        unmarked=millionths(total(score.unmarked for score in scores)),
    )


def total(points: Iterable[Fraction]) -> Fraction:
    """Their exact sum; of few denominators, so whole numbers are added, and then few fractions."""
    numerators: dict[int, int] = {}
    for each in points:
        numerator, denominator = each.as_integer_ratio()
        numerators[denominator] = numerators.get(denominator, 0) + numerator
    return sum((Fraction(*ratio[::-1]) for ratio in numerators.items()), Fraction(0))


def most(slots: Iterable[PublishedSlot], layout: Iterable[int]) -> int:
    """What an attempt of these slots could earn if nothing is corrected, in millionths."""
    points = {slot.number: slot.points for slot in slots}
    return millionths(total(points[slot] for slot in layout))


def millionths(points: Fraction) -> int:
    """`points` as they are stored, halves to even."""
    return round(points * MILLION)
