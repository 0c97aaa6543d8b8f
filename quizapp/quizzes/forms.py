"""Forms about the quizzes of a whole course."""

from datetime import timedelta

from wtforms import StringField

from quizapp.accounts.validators import fits
from quizapp.courses.rules import fit_title
from quizapp.errors import UserError
from quizapp.quizzes.course_copy import CoursePlan
from quizapp.tokens import Form

MOST_DAYS = 3660


class NotDays(UserError):
    """No number of days."""

    def __init__(self) -> None:
        super().__init__(f"Type a whole number of days, at most {MOST_DAYS}, or nothing.")


def read_days(typed: str) -> timedelta | None:
    """How far to move times; None for an empty field."""
    text = typed.strip().removeprefix("+")
    if not text:
        return None
    digits = text.removeprefix("-")
    if not (
        digits.isascii() and digits.isdigit() and len(digits) <= 4 and int(digits) <= MOST_DAYS
    ):
        raise NotDays
    return timedelta(days=int(text))


class CopyCourseForm(Form):
    """What a course is copied as."""

    title = StringField("Title of the copy", [fits(fit_title)])
    days = StringField("Move all times by so many days", [fits(read_days)])

    def plan(self) -> CoursePlan:
        """What a valid form says."""
        return CoursePlan(fit_title(self.title.data), read_days(self.days.data or ""))
