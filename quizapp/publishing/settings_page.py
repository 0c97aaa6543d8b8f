"""The page with a quiz's settings: what they mean as they stand, and what may not be meant."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from quizapp.attempts.moments import last_moments
from quizapp.attempts.queries import Seat
from quizapp.banks.library import LoadedBank
from quizapp.publishing.freshness import Freshness, compose_readable, look, readable_parts
from quizapp.publishing.part_choices import BankChoice, list_banks
from quizapp.publishing.queries import count_working
from quizapp.quizzes import wording
from quizapp.quizzes.cautions import Surroundings, list_cautions
from quizapp.quizzes.composition import SameId
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.questions import load_slots
from quizapp.quizzes.rules import Window, window
from quizapp.quizzes.running import what_applies

Counts = tuple[tuple[int, int | None], ...]


@dataclass(frozen=True)
class Meaning:
    """Each group of settings as a sentence."""

    questions: str
    times: str
    late: str
    attempts: str
    order: str
    results: str
    practice: str
    access: str


@dataclass(frozen=True)
class SettingsPage:
    """Everything that the page shows beside its form."""

    meaning: Meaning
    cautions: tuple[str, ...]
    working: int
    applies: str  # what a change means for those who work; "" if nobody does
    window: Window
    freshness: Freshness
    reopens_until: datetime | None  # the closing that reopening brings back
    banks: tuple[BankChoice, ...]


def load(quiz: Quiz, banks: Mapping[str, LoadedBank], now: datetime) -> SettingsPage:
    """The page as things stand, after attempts whose time ran out have been settled."""
    settings, zone = quiz.settings, quiz.course.zone
    counts = count_parts(quiz, banks)
    around = Surroundings(
        zone=zone,
        now=now,
        last_moment=last_moments([Seat(quiz, quiz.course, settings)])[quiz.id],
        counts=counts,
    )
    working, before = count_working(quiz.id), quiz.closed_before
    return SettingsPage(
        meaning=_mean(quiz, counts),
        cautions=list_cautions(settings, around),
        working=working,
        applies=what_applies(working),
        window=window(settings, now),
        freshness=look(quiz, banks),
        reopens_until=before if before is not None and before > now else None,
        banks=list_banks(banks),
    )


def count_parts(quiz: Quiz, banks: Mapping[str, LoadedBank]) -> Counts:
    """Of each part, how many questions there are now and how many are drawn; () if none can be."""
    selections = readable_parts(quiz, banks)
    try:
        composition = compose_readable(quiz, banks)
    except SameId:
        return ()
    draws = (selection.draw for selection in selections)
    return tuple(zip(composition.counts, draws, strict=True))


def _mean(quiz: Quiz, counts: Counts) -> Meaning:
    settings, zone = quiz.settings, quiz.course.zone
    return Meaning(
        questions=_which_questions(quiz, counts),
        times=wording.when_open(settings, zone),
        late=wording.what_late_means(settings),
        attempts=wording.how_many_attempts(settings),
        order=wording.in_which_order(settings),
        results=wording.what_shows(settings.feedback, zone, closes=settings.closes_at is not None),
        practice=wording.whether_practice(settings),
        access=wording.who_may_start(settings),
    )


def _which_questions(quiz: Quiz, counts: Counts) -> str:
    if quiz.version and len(counts) < len(quiz.selections):  # a bank can't be read
        return wording.how_many_published(len(load_slots(quiz.id, quiz.version)))
    return wording.how_many_questions(counts) if counts or not quiz.parts else ""
