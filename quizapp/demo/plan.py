"""The demo's quizzes: from which bank, by which rules, who takes them and when.

Times hang on the moment the demo is made: two quizzes are over, one is open, one opens later.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from quizapp.demo.model import Dice
from quizapp.demo.people import Student
from quizapp.demo.sitting import Seating, Sitting, sit
from quizapp.quizzes.rules import (
    NO_EXTRAS,
    Counts,
    Extras,
    FeedbackPolicy,
    QuizSettings,
    When,
    personal,
)
from quizapp.quizzes.slots import PublishedSlot

WAKING = range(8, 23)  # hours in which people sit down to a quiz
TRIES = 50
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class PlannedQuiz:
    """A quiz of the demo and its takers."""

    bank: str
    title: str
    settings: QuizSettings
    takers: float = 0.0  # the share of the keenest that takes it
    again: float = 0.0  # the chance of one more attempt after a poor one
    working: int = 0  # how many are at it now
    # By the number of a student, with the reason.
    extensions: Mapping[int, tuple[Extras, str]] = field(default_factory=dict)
    marked: float = 1.0  # the share of the essays that has been marked
    asks: bool = False  # whether people ask about their marks once it has closed
    late: int = 0  # so many of those whose time ran out go on answering


LATER = FeedbackPolicy(when=When.AFTER_CLOSING, score_at_once=True)


@dataclass(frozen=True)
class Calendar:
    """Times around the morning of the day on which the demo is made."""

    morning: datetime

    def at(self, days: int, hour: int = 8) -> datetime:
        """So many days later, on the hour."""
        return (self.morning + timedelta(days=days)).replace(hour=hour)


def plan(now: datetime, zone: str) -> tuple[PlannedQuiz, ...]:
    """The quizzes, the oldest first."""
    local = now.astimezone(ZoneInfo(zone))
    calendar = Calendar(local.replace(hour=8, minute=0, second=0, microsecond=0))
    return (
        _describing_data(calendar),
        _chance_and_samples(calendar),
        _relations_in_data(calendar),
        _extra(),
        _looking_back(calendar),
    )


def _describing_data(calendar: Calendar) -> PlannedQuiz:
    """Closed, with two attempts and a wrong key."""
    return PlannedQuiz(
        bank="demo-describing-data",
        title="Week 1: Describing data",
        settings=QuizSettings(
            opens_at=calendar.at(-21),
            closes_at=calendar.at(-14, 20),
            time_limit=13 * MINUTE,
            attempts_allowed=2,
            counts=Counts.BEST,
            feedback=LATER,
        ),
        takers=0.97,
        again=0.6,
        asks=True,
    )


def _chance_and_samples(calendar: Calendar) -> PlannedQuiz:
    """Closed, with essays that are partly marked."""
    return PlannedQuiz(
        bank="demo-chance-and-samples",
        title="Week 2: Chance and samples",
        settings=QuizSettings(
            opens_at=calendar.at(-9),
            closes_at=calendar.at(-2, 20),
            time_limit=25 * MINUTE,
            feedback=LATER,
        ),
        takers=0.93,
        extensions={
            21: (Extras(time_percent=150), "Broken wrist"),
            34: (Extras(closes_at=calendar.at(-1, 20)), "Ill until Friday"),
            50: (Extras(more_attempts=1), "The network failed in the first attempt"),
        },
        marked=0.75,
        late=5,
    )


def _relations_in_data(calendar: Calendar) -> PlannedQuiz:
    """Open, with people working now."""
    return PlannedQuiz(
        bank="demo-relations-in-data",
        title="Week 3: Relations in data",
        settings=QuizSettings(
            opens_at=calendar.at(-2),
            closes_at=calendar.at(4, 20),
            attempts_allowed=3,
            counts=Counts.AVERAGE,
        ),
        takers=0.45,
        again=0.5,
        working=5,
    )


def _extra() -> PlannedQuiz:
    """Open for any number of attempts, with questions drawn."""
    return PlannedQuiz(
        bank="demo-describing-data",
        title="Extra: Six questions on averages and spread",
        settings=QuizSettings(draw={0: 3, 1: 3}, attempts_allowed=None, counts=Counts.LAST),
        takers=0.06,
    )


def _looking_back(calendar: Calendar) -> PlannedQuiz:
    """Opens later, and asks nothing of week 2, which may so be practiced."""
    return PlannedQuiz(
        bank="demo-relations-in-data",
        title="Week 4: Looking back",
        settings=QuizSettings(
            opens_at=calendar.at(5),
            closes_at=calendar.at(12, 20),
            time_limit=25 * MINUTE,
            feedback=LATER,
        ),
    )


def seat_everybody(
    quiz: PlannedQuiz, slots: Sequence[PublishedSlot], students: Sequence[Student], now: datetime
) -> Iterator[Sitting]:
    """Every attempt at a quiz, of each student the first first; some aren't over by now."""
    first = quiz.settings.opens_at or now - timedelta(days=10)
    dice = Dice("takers", quiz.title)
    for student in students:
        settings = _own_settings(quiz, student)
        if not dice.happens(quiz.takers * student.keenness) and student.number:
            continue
        last = min(settings.closes_at or now, now) - 2 * (settings.time_limit or timedelta(hours=1))
        start = moment(Dice("start", quiz.title, student.number), first, last)
        for number in range(1, (settings.attempts_allowed or 1) + 1):
            seating = Seating(student, number, tuple(slots), settings, quiz.title, start)
            sitting = sit(seating)
            yield sitting
            start = sitting.ends_at + timedelta(hours=1)
            if start > last or not dice.happens(_again(quiz, student)):
                break


def seat_workers(
    quiz: PlannedQuiz,
    slots: Sequence[PublishedSlot],
    students: Sequence[Student],
    now: datetime,
) -> Iterator[Sitting]:
    """The attempts of those who are at it now."""
    for student in students[: quiz.working]:
        settings = _own_settings(quiz, student)
        ago = (2 + 4 * Dice("working", student.number).share()) * MINUTE
        start = (now - ago).replace(microsecond=0)
        yield sit(Seating(student, 1, tuple(slots), settings, quiz.title, start))


def moment(dice: Dice, first: datetime, last: datetime) -> datetime:
    """A time between the two at which people are awake, more often a late one."""
    found = first
    for _ in range(TRIES):
        found = first + (last - first) * dice.share() ** 0.7
        if found.astimezone(first.tzinfo).hour in WAKING:
            break
    return found.replace(microsecond=0)


def _own_settings(quiz: PlannedQuiz, student: Student) -> QuizSettings:
    extras, _ = quiz.extensions.get(student.number, (NO_EXTRAS, ""))
    return personal(quiz.settings, Fraction(student.time_percent, 100), extras)


def _again(quiz: PlannedQuiz, student: Student) -> float:
    """Those who find it hard try again more often; who got another attempt uses it."""
    if student.number in quiz.extensions:
        return 1.0
    return quiz.again * (0.8 if student.ability < 0 else 0.4)
