"""Forms of the sign-in page and the account page."""

from wtforms import BooleanField, Field, PasswordField, RadioField, StringField
from wtforms.validators import DataRequired

from quizapp.accounts import names, passwords
from quizapp.accounts.validators import fits
from quizapp.tokens import Form

THEMES = ["system", "light", "dark"]


class SignInForm(Form):
    """A name and its password."""

    login = StringField("Email or username", [DataRequired("Enter your email or username.")])
    password = PasswordField("Password", [DataRequired("Enter your password.")])
    is_shared = BooleanField("This is a shared computer")


class NameForm(Form):
    """What others call this person."""

    name = StringField("Your name", [fits(names.fit_name)])


class PasswordForm(Form):
    """A new password, allowed by the old one."""

    old = PasswordField("Present password", [DataRequired("Enter your present password.")])
    new = PasswordField("New password", [fits(passwords.ensure_acceptable)])


class CodeForm(Form):
    """A sign-in code."""

    code = StringField("Sign-in code", [DataRequired("Enter the code from your instructor.")])


class NewPasswordForm(Form):
    """The password of somebody whom a code has let in."""

    new = PasswordField("New password")
    is_shared = BooleanField("This is a shared computer")


class ThemeForm(Form):
    """Light or dark."""

    theme = RadioField("Theme", choices=THEMES, default="system")


def add_error(field: Field, error: Exception) -> None:
    """Say at the field what a verb had against it."""
    field.errors = [*field.errors, str(error)]
