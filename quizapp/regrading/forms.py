"""The forms that confirm a preview, ask about a mark, and reply."""

from wtforms import BooleanField, HiddenField, TextAreaField
from wtforms.validators import Length, Regexp

from quizapp.accounts.validators import fits
from quizapp.regrading.notes import fit_note, fit_reply
from quizapp.tokens import Form


class ConfirmForm(Form):
    """What a preview sends back when it is confirmed."""

    id = HiddenField(validators=[Regexp(r"[a-z2-7]{26}\Z")])
    fingerprint = HiddenField(validators=[Length(64, 64)])
    base = HiddenField(validators=[Length(max=64)])  # digest of the file to be written to, if one
    writes = BooleanField("Write it to the file too")


class NoteForm(Form):
    """What a student asks."""

    text = TextAreaField("Your question", [fits(fit_note)])


class ReplyForm(Form):
    """What staff answer."""

    text = TextAreaField("Reply", [fits(fit_reply)])
