"""The form that gives one student an extension, and how its fields are read."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from wtforms import StringField, TextAreaField

from quizapp.accounts.validators import fits
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import Extras
from quizapp.quizzes.typed import NotReadable, Range, read_time, show_time
from quizapp.supervision.rules import (
    LEAST_PERCENT,
    MOST_ATTEMPTS,
    MOST_MINUTES,
    MOST_PERCENT,
    find_problem,
)
from quizapp.tokens import Form

LONGEST_REASON = 500


PERCENT = Range("Time in percent", LEAST_PERCENT, MOST_PERCENT)
MINUTES = Range("Extra minutes", 0, MOST_MINUTES)
ATTEMPTS = Range("More attempts", 0, MOST_ATTEMPTS)


def read_reason(typed: str) -> str:
    """Why; refuses none, for whoever reads it later."""
    reason = typed.replace("\0", "").strip()
    if not reason:
        raise NotReadable("Say why, for whoever reads this later.")
    if len(reason) > LONGEST_REASON:
        raise NotReadable(f"The reason is longer than {LONGEST_REASON} characters. Shorten it.")
    return reason


class ExtensionForm(Form):
    """What one student gets; `make_form` makes it for a course's zone."""

    minutes = StringField("Extra minutes", [fits(MINUTES.read)])
    percent = StringField("Time in percent", [fits(PERCENT.read)])
    more_attempts = StringField("More attempts", [fits(ATTEMPTS.read)])
    reason = TextAreaField("Reason", [fits(read_reason)])

    def read(self, zone: str) -> Extras:
        """What a valid form says."""
        return Extras(
            time_percent=PERCENT.read(self.percent.data or ""),
            extra=timedelta(minutes=MINUTES.read(self.minutes.data or "") or 0),
            opens_at=read_time(self.opens_at.data or "", zone, is_end=False),
            closes_at=read_time(self.closes_at.data or "", zone, is_end=True),
            more_attempts=ATTEMPTS.read(self.more_attempts.data or "") or 0,
        )

    def extras(self, quiz: Quiz) -> Extras | None:
        """What the form gives in this quiz; None if it is wrong, and says so."""
        if not self.validate():
            return None
        extras = self.read(quiz.course.zone)
        problem = find_problem(quiz.settings, extras)
        if problem:
            self.form_errors.append(problem)
            return None
        return extras


def make_form(zone: str, extras: Extras, reason: str) -> ExtensionForm:
    """The form, filled with what the student has now or with what was sent."""
    fields = {
        "opens_at": StringField("Opens for this student", [fits(_time(zone, is_end=False))]),
        "closes_at": StringField("Closes for this student", [fits(_time(zone, is_end=True))]),
    }
    filled = {
        "minutes": str(extras.extra // timedelta(minutes=1) or ""),
        "percent": str(extras.time_percent or ""),
        "opens_at": show_time(extras.opens_at, zone),
        "closes_at": show_time(extras.closes_at, zone),
        "more_attempts": str(extras.more_attempts or ""),
        "reason": reason,
    }
    form: ExtensionForm = type("ExtensionFormInZone", (ExtensionForm,), fields)(data=filled)
    return form


def _time(zone: str, *, is_end: bool) -> Callable[[str], datetime | None]:
    return partial(read_time, zone=zone, is_end=is_end)
