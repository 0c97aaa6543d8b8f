"""One simulated attempt: what somebody saves when, until they submit or their time runs out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from quizapp.attempts.layout import Placement, draw_layout
from quizapp.attempts.rules import Timing, deadline, timing
from quizapp.demo.answering import answer
from quizapp.demo.model import Dice, Sitter, item_of, seconds_on
from quizapp.demo.people import Student
from quizapp.question_types.base import Answer
from quizapp.quizzes.rules import QuizSettings
from quizapp.quizzes.slots import PublishedSlot

LEARNED = 0.5  # what a person's ability gains from one attempt to the next
SECOND_THOUGHTS = 0.06  # how often somebody changes an answer at the end
READING = 8  # seconds before the first question
CHECKING = (15, 60)  # seconds on the check page


@dataclass(frozen=True)
class Save:
    """An answer as it arrives."""

    at: datetime
    slot: int
    answer: Answer


@dataclass(frozen=True)
class Sitting:
    """What becomes of one attempt."""

    student: Student
    number: int
    seed: str
    layout: tuple[Placement, ...]
    started_at: datetime
    saves: tuple[Save, ...]
    ends_at: datetime
    ran_out: bool
    missed: tuple[Save, ...] = ()  # what they would have saved after the end


@dataclass(frozen=True)
class Seating:
    """Who sits down to which questions when; `settings` hold for this person."""

    student: Student
    number: int
    slots: tuple[PublishedSlot, ...]
    settings: QuizSettings
    quiz: str  # any name that no other quiz of the demo has
    started_at: datetime


def sit(seating: Seating) -> Sitting:
    """Play the attempt to its end."""
    student = seating.student
    name = f"{seating.quiz}/{student.number}/{seating.number}"
    seed = sha256(name.encode()).hexdigest()[:32]
    layout = draw_layout(seating.slots, seating.settings, seed)
    saves = _answer_all(seating, layout)
    last = saves[-1].at if saves else seating.started_at
    check = Dice("check", seed).share() * (CHECKING[1] - CHECKING[0]) + CHECKING[0]
    submits_at = last + timedelta(seconds=round(check))
    end = deadline(seating.settings, seating.started_at)
    ran_out = timing(end, seating.settings, submits_at) is Timing.LATE
    on_time = [save for save in saves if timing(end, seating.settings, save.at) is Timing.ON_TIME]
    return Sitting(
        student=student,
        number=seating.number,
        seed=seed,
        layout=layout,
        started_at=seating.started_at,
        saves=tuple(on_time),
        ends_at=end if ran_out and end else submits_at,
        ran_out=ran_out,
        missed=tuple(saves[len(on_time) :]),
    )


def _answer_all(seating: Seating, layout: Sequence[Placement]) -> list[Save]:
    """Every question once in the order of the page, then second thoughts on a few."""
    slots = {slot.number: slot for slot in seating.slots}
    now = seating.started_at + timedelta(seconds=READING)
    saves: list[Save] = []
    for place in layout:
        now, given = _answer_one(seating, slots[place.slot], place, now)
        if given:
            saves.append(Save(now, place.slot, given))
    second = Dice("second", seating.quiz, seating.student.number, seating.number)
    placed = {place.slot: place for place in layout}
    for before in [save for save in saves if second.happens(SECOND_THOUGHTS)]:
        now, given = _answer_one(seating, slots[before.slot], placed[before.slot], now, again=True)
        if given and given != before.answer:
            saves.append(Save(now, before.slot, given))
    return saves


def _answer_one(
    seating: Seating, slot: PublishedSlot, place: Placement, now: datetime, *, again: bool = False
) -> tuple[datetime, Answer]:
    """When the answer comes, and the answer as the form of the page would send it."""
    student, question = seating.student, slot.question
    dice = Dice("answer", seating.quiz, student.number, seating.number, question.id, again)
    gained = LEARNED * (seating.number - 1)
    sitter = Sitter(question.id, item_of(question), student.ability + gained, dice)
    seconds = seconds_on(question, student.speed, dice) / (2 if again else 1)
    then = (now + timedelta(seconds=seconds)).replace(microsecond=0)
    if sitter.skips():
        return then, ()
    posted = question.body.to_post(answer(question.body, sitter), place.order)
    return then, question.body.from_post(posted, place.order)
