"""The forms that confirm a preview and take a correction back."""

from flask_wtf import FlaskForm
from wtforms import HiddenField
from wtforms.validators import Length, Regexp


class ConfirmForm(FlaskForm):
    """What a preview sends back when it is confirmed."""

    id = HiddenField(validators=[Regexp(r"[a-z2-7]{26}\Z")])
    fingerprint = HiddenField(validators=[Length(64, 64)])
