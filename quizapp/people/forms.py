"""Forms of the pages about people."""

from wtforms import SelectField, StringField

from quizapp.accounts import names
from quizapp.accounts.validators import fits
from quizapp.courses.roster import read_percent
from quizapp.courses.rules import Role
from quizapp.tokens import Form

ROLES = {role.value: role.value.capitalize() for role in Role}


class TimeForm(Form):
    """A student's time in every quiz of the course."""

    percent = StringField("Time in percent", [fits(read_percent)])

    def read(self) -> int:
        """What a valid form says; nothing is as for everybody."""
        return read_percent(self.percent.data or "") or 100


class RoleForm(Form):
    """A person's part in the course."""

    role = SelectField("Role", choices=ROLES)


class PersonForm(Form):
    """Somebody to be added; the name is needed only where there is no account yet."""

    login = StringField("Email or username", [fits(names.fit_login)])
    name = StringField("Name")
    role = SelectField("Role", choices=ROLES, default=Role.STUDENT)


class EraseForm(Form):
    """The name of whom to erase, typed, so that nobody is erased by a slip."""

    name = StringField("Their name")

    def confirms(self, name: str) -> bool:
        """Whether the form is whole and holds this name; says so where it doesn't."""
        if not self.validate():
            return False
        if _folded(self.name.data or "") == _folded(name):
            return True
        self.name.errors = ["That isn't the name. Type it as it stands here."]
        return False


def _folded(name: str) -> str:
    return names.normalize_name(name).casefold()
