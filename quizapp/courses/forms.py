"""Forms of the pages that let people into a course, and of a course's own settings."""

from collections.abc import Iterable
from zoneinfo import available_timezones

from wtforms import (
    BooleanField,
    Field,
    FileField,
    PasswordField,
    SelectField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import DataRequired

from quizapp.accounts import names, passwords
from quizapp.accounts.codes import normalize_code
from quizapp.accounts.service import NewPerson
from quizapp.accounts.validators import chosen_file, fits
from quizapp.courses.roster import MOST_BYTES, Roster, decode_roster, read_roster
from quizapp.courses.rules import fit_title
from quizapp.courses.service import CourseChanges
from quizapp.errors import UserError
from quizapp.tokens import Form

AREAS = (
    "Africa/",
    "America/",
    "Antarctica/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
)


class CodeForm(Form):
    """A course's join code."""

    code = StringField("Course code")

    def validate_code(self, field: Field) -> None:
        """Asks for a code where nothing but signs was typed."""
        if not normalize_code(field.data or ""):
            raise ValidationError("Enter the course code from your instructor.")


class NewPersonForm(Form):
    """An account to be made; easy passwords are those with the person's own words, too."""

    name = StringField("Your name", [fits(names.fit_name)])
    login = StringField("Email or username", [fits(names.fit_login)])
    password = PasswordField("Password")

    def validate_password(self, field: Field) -> None:
        """The rules of every new password."""
        try:
            passwords.ensure_acceptable(field.data or "", self._about())
        except UserError as error:
            raise ValidationError(str(error)) from None

    def person(self) -> NewPerson:
        """What was typed."""
        return NewPerson(self.name.data, self.login.data, self.password.data)

    def _about(self) -> Iterable[str]:
        return (self.name.data or "", self.login.data or "")


class KnownPersonForm(Form):
    """Signing in on the way into a course."""

    login = StringField("Email or username", [DataRequired("Enter your email or username.")])
    password = PasswordField("Password", [DataRequired("Enter your password.")])
    is_shared = BooleanField("This is a shared computer")


class NewCourseForm(Form):
    """What a course needs to begin with."""

    title = StringField("Title", [fits(fit_title)])
    zone = SelectField("Time zone", validate_choice=False)

    def offer_zones(self, present: str) -> None:
        """Let every zone be chosen, `present` too if it has another kind of name."""
        self.zone.choices = sorted({present, *list_zones()})

    def validate_zone(self, field: Field) -> None:
        """One of those that were offered."""
        if field.data not in field.choices:
            raise ValidationError("Choose the time zone that the course goes by.")


class RosterForm(Form):
    """A roster by file or by paste; `text` alone when a preview is applied."""

    file = FileField("CSV file")
    text = TextAreaField("Or paste it here")

    def read(self) -> Roster | None:
        """Who is in it; None if it can't be read, and says why."""
        chosen = chosen_file(self.file)
        try:
            if chosen:
                self.text.data = decode_roster(chosen.stream.read(MOST_BYTES + 1))
            return read_roster(self.text.data or "")
        except UserError as error:
            add_error(self.file if chosen else self.text, error)
            return None


class CourseForm(NewCourseForm):
    """The settings of a course."""

    is_open_to_join = BooleanField("People can join with the code")
    keeps_answers = BooleanField("When a person is erased, keep their answers without the name")

    def changes(self) -> CourseChanges:
        """What was typed."""
        return CourseChanges(
            self.title.data,
            self.zone.data,
            self.is_open_to_join.data,
            self.keeps_answers.data,
        )


def list_zones() -> list[str]:
    """The zones named for a place, as in Europe/London, and UTC."""
    return ["UTC", *(zone for zone in available_timezones() if zone.startswith(AREAS))]


def add_error(field: Field, error: Exception) -> None:
    """Say at the field what a verb had against it."""
    field.errors = [*field.errors, str(error)]
