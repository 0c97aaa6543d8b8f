"""Forms of the set-up page."""

from wtforms import PasswordField, StringField

from quizapp.accounts import names, passwords
from quizapp.accounts.service import NewPerson
from quizapp.accounts.validators import fits
from quizapp.tokens import Form


class SetupForm(Form):
    """The first administrator's account."""

    name = StringField("Your name", [fits(names.fit_name)])
    login = StringField("Email or username", [fits(names.fit_login)])
    password = PasswordField("Password", [fits(passwords.ensure_acceptable)])

    def person(self) -> NewPerson:
        """What was typed."""
        return NewPerson(self.name.data, self.login.data, self.password.data)
