"""Forms of the set-up page."""

from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired, Length


class SetupForm(FlaskForm):
    """The first administrator's account."""

    name = StringField("Your name", [DataRequired("Enter your name."), Length(max=200)])
    login = StringField(
        "Email or username", [DataRequired("Enter an email or a username."), Length(max=254)]
    )
    password = PasswordField("Password", [DataRequired("Enter a password.")])
