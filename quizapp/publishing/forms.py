"""The forms about quizzes: a new one, and all its settings."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from flask import request
from wtforms import BooleanField, Field, SelectField, SelectMultipleField, StringField
from wtforms.widgets import CheckboxInput, ListWidget

from quizapp.accounts.validators import fits
from quizapp.banks.library import LoadedBank
from quizapp.publishing.part_choices import OUT, decode, encode, list_choices
from quizapp.quizzes.composition import Selection
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import (
    Counts,
    FeedbackPolicy,
    Paging,
    Part,
    Practice,
    QuizSettings,
    When,
)
from quizapp.quizzes.typed import NotReadable, Range, read_time, show_time
from quizapp.tokens import Form

LONGEST_TITLE, LONGEST_CODE, MOST_PARTS = 300, 60, 50
LIMIT = Range("Time limit", 1, 7 * 24 * 60)
GRACE = Range("Grace period", 0, 3600)
ATTEMPTS = Range("Attempts", 1, 1000)
DRAW = Range("How many", 1, 1000)

SHOWS = (
    (Part.SCORE, "The score"),
    (Part.MARKS, "Which answers are right"),
    (Part.FEEDBACK, "The feedback to their answers"),
    (Part.KEY, "The key, with explanations"),
    (Part.EVIDENCE, "The evidence, together with the key"),
)
WHEN = (
    (When.AT_ONCE, "At once, when they submit"),
    (When.AFTER_CLOSING, "After closing, when the last student's time is over"),
    (When.AT_TIME, "From a set time on"),
    (When.NEVER, "Never"),
)
COUNTS = (
    (Counts.BEST, "The best"),
    (Counts.LAST, "The last"),
    (Counts.FIRST, "The first"),
    (Counts.AVERAGE, "The average of all"),
)
PAGING = (
    (Paging.ALL, "All on one page"),
    (Paging.ONE, "One at a time, in any order"),
    (Paging.FIXED, "One at a time, and no going back"),
)
PRACTICE = (
    (Practice.AFTER_CLOSING, "Yes, once they may see the key"),
    (Practice.NEVER, "No"),
)


def read_title(typed: str) -> str:
    """A quiz's name; refuses none."""
    title = " ".join(typed.replace("\0", "").split())
    if not title:
        raise NotReadable("Give the quiz a title.")
    if len(title) > LONGEST_TITLE:
        raise NotReadable(f"The title is longer than {LONGEST_TITLE} characters. Shorten it.")
    return title


def read_code(typed: str) -> str:
    """An access code as it is stored."""
    code = " ".join(typed.replace("\0", "").split())
    if len(code) > LONGEST_CODE:
        raise NotReadable(f"The code is longer than {LONGEST_CODE} characters. Shorten it.")
    return code


class Checkboxes(SelectMultipleField):
    """Any of several things."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


@dataclass(frozen=True)
class NewQuiz:
    """What a valid form says about a quiz that isn't there yet."""

    title: str
    closes_at: datetime | None
    banks: tuple[str, ...]


class NewQuizForm(Form):
    """A title and a closing time suffice; `make_new_form` makes it for a course's zone."""

    title = StringField("Title", [fits(read_title)])
    banks = Checkboxes("Questions from", validate_choice=True)

    def read(self, zone: str) -> NewQuiz:
        """What a valid form says."""
        return NewQuiz(
            title=read_title(self.title.data or ""),
            closes_at=read_time(self.closes_at.data or "", zone, is_end=True),
            banks=tuple(self.banks.data or ()),
        )


def make_new_form(zone: str, banks: Iterable[str], title: str, chosen: str) -> NewQuizForm:
    """The form, a bank perhaps chosen already."""
    fields = {"closes_at": StringField("Closes", [fits(_time(zone, is_end=True))])}
    filled = {"title": title, "banks": [chosen] if chosen else []}
    form: NewQuizForm = type("NewQuizFormInZone", (NewQuizForm,), fields)(data=filled)
    form.banks.choices = [(name, name) for name in banks]
    return form


class SettingsForm(Form):
    """Everything an instructor decides; `make_settings_form` adds times and parts."""

    title = StringField("Title", [fits(read_title)])
    limit = StringField("Time limit, in minutes", [fits(LIMIT.read)])
    grace = StringField("Grace period, in seconds", [fits(GRACE.read)])
    attempts = StringField("Attempts", [fits(ATTEMPTS.read)])
    counts = SelectField("Which one counts")
    shuffle_questions = BooleanField("Shuffle the questions within their sections")
    shuffle_options = BooleanField("Shuffle the options")
    paging = SelectField("Questions come")
    shows = Checkboxes("What they see")
    shows_when = SelectField("When they see it")
    score_at_once = BooleanField("Show the score at once, whatever the rest waits for")
    practice = SelectField("Practice afterwards")
    access_code = StringField("Access code", [fits(read_code)])
    add = Checkboxes("Add all questions of", validate_choice=True)

    def __iter__(self) -> Iterator[Field]:
        """In the order of the page, so that errors are listed as they stand there."""
        parts = [name for at in range(1, self.count + 1) for name in (f"part_{at}", f"draw_{at}")]
        order = ["title", *parts, "add", "opens_at", "closes_at", "limit", "grace"]
        order += ["attempts", "counts", "shuffle_questions", "shuffle_options", "paging"]
        order += ["shows", "shows_when", "shows_at", "score_at_once"]
        rest = [name for name in self._fields if name not in order]
        return iter([self._fields[name] for name in (*order, *rest)])

    @property
    def rows(self) -> list[tuple[Field, Field]]:
        """For each part of the quiz: which questions, and how many of them."""
        return [(self[f"part_{at}"], self[f"draw_{at}"]) for at in range(1, self.count + 1)]

    def selections(self) -> tuple[Selection, ...]:
        """The parts as chosen."""
        kept = tuple(
            decode(part.data, DRAW.read(draw.data or ""))
            for part, draw in self.rows
            if part.data != OUT
        )
        return (*kept, *(Selection(name) for name in self.add.data or ()))

    def settings(self, zone: str, draw: Mapping[int, int]) -> QuizSettings | None:
        """What the form says; None if it is wrong, and says so. `draw`: as published."""
        if not self.validate():
            return None
        limit, grace = LIMIT.read(self.limit.data or ""), GRACE.read(self.grace.data or "")
        settings = QuizSettings(
            opens_at=read_time(self.opens_at.data or "", zone, is_end=False),
            closes_at=read_time(self.closes_at.data or "", zone, is_end=True),
            time_limit=None if limit is None else timedelta(minutes=limit),
            grace=timedelta(seconds=grace or 0),
            attempts_allowed=ATTEMPTS.read(self.attempts.data or ""),
            counts=Counts(self.counts.data),
            shuffle_questions=self.shuffle_questions.data,
            shuffle_options=self.shuffle_options.data,
            draw=draw,
            paging=Paging(self.paging.data),
            feedback=self._policy(zone),
            practice=Practice(self.practice.data),
            access_code=read_code(self.access_code.data or ""),
        )
        return settings if self._fits_together(settings) else None

    def _policy(self, zone: str) -> FeedbackPolicy:
        when = When(self.shows_when.data)
        at = read_time(self.shows_at.data or "", zone, is_end=False)
        return FeedbackPolicy(
            what=frozenset(map(Part, self.shows.data or ())),
            when=when,
            at=at if when is When.AT_TIME else None,
            score_at_once=self.score_at_once.data,
        )

    def _fits_together(self, settings: QuizSettings) -> bool:
        opens_at, closes_at = settings.opens_at, settings.closes_at
        if opens_at and closes_at and closes_at <= opens_at:
            self.closes_at.errors = ["It closes before it opens. Change one of the two times."]
        if settings.feedback.when is When.AT_TIME and settings.feedback.at is None:
            self.shows_at.errors = ["Say from when on the results show, or choose another time."]
        return not (self.closes_at.errors or self.shows_at.errors)


def make_settings_form(quiz: Quiz, banks: Mapping[str, LoadedBank]) -> SettingsForm:
    """The form, filled with what holds now or with what was sent."""
    zone = quiz.course.zone
    rows = _sent_rows() or [(encode(each), each.draw) for each in quiz.selections]
    fields: dict[str, Any] = {
        "count": len(rows),
        "opens_at": StringField("Opens", [fits(_time(zone, is_end=False))]),
        "closes_at": StringField("Closes", [fits(_time(zone, is_end=True))]),
        "shows_at": StringField("The set time", [fits(_time(zone, is_end=False))]),
    }
    filled = _filled(quiz.title, quiz.settings, zone)
    for at, (value, draw) in enumerate(rows, 1):
        name = value.partition("/")[0]
        fields[f"part_{at}"] = SelectField(f"Questions of {name}.md")
        fields[f"draw_{at}"] = StringField("How many each student gets", [fits(DRAW.read)])
        filled |= {f"part_{at}": value, f"draw_{at}": str(draw or "")}
    form: SettingsForm = type("SettingsFormOfQuiz", (SettingsForm,), fields)(data=filled)
    _offer(form, [value for value, _ in rows], banks)
    return form


def _offer(form: SettingsForm, parts: Sequence[str], banks: Mapping[str, LoadedBank]) -> None:
    """Let things be chosen. (WTForms warns of pairs where fields are declared, not here.)"""
    form.counts.choices, form.paging.choices = COUNTS, PAGING
    form.shows.choices, form.shows_when.choices = SHOWS, WHEN
    form.practice.choices = PRACTICE
    form.add.choices = [(name, name) for name in sorted(banks)]
    for (part, _), value in zip(form.rows, parts, strict=True):
        part.choices = list_choices(value, banks)


def _sent_rows() -> list[tuple[str, int | None]]:
    """The parts that the form was made with: those there are may be others by now."""
    sent = (request.form.get(f"from_{at}", "") for at in range(1, MOST_PARTS + 1))
    return [(value, None) for value in sent if value]


def _filled(title: str, settings: QuizSettings, zone: str) -> dict[str, Any]:
    limit, policy = settings.time_limit, settings.feedback
    return {
        "title": title,
        "opens_at": show_time(settings.opens_at, zone),
        "closes_at": show_time(settings.closes_at, zone),
        "limit": "" if limit is None else str(limit // timedelta(minutes=1)),
        "grace": str(settings.grace // timedelta(seconds=1)),
        "attempts": str(settings.attempts_allowed or ""),
        "counts": settings.counts,
        "shuffle_questions": settings.shuffle_questions,
        "shuffle_options": settings.shuffle_options,
        "paging": settings.paging,
        "shows": [part for part in Part if part in policy.what],
        "shows_when": policy.when,
        "shows_at": show_time(policy.at, zone),
        "score_at_once": policy.score_at_once,
        "practice": settings.practice,
        "access_code": settings.access_code,
    }


def _time(zone: str, *, is_end: bool) -> Callable[[str], datetime | None]:
    return partial(read_time, zone=zone, is_end=is_end)
