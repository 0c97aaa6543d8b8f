"""Forms about banks."""

from collections.abc import Sequence
from typing import Any

from wtforms import FileField, HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from quizapp.accounts.validators import chosen_file, fits
from quizapp.authoring.shelf import NewBank, fit_name
from quizapp.banks.difference import lines_of
from quizapp.banks.saving import BAD_NAME
from quizapp.courses.models import Course
from quizapp.revisions.service import Typed
from quizapp.tokens import Form

EMPTY = "The text is empty, so nothing was saved. Write a title and a question, or open the file."
BEGINNINGS = [
    ("sample", "a sample that holds a question of each type"),
    ("empty", "a title and nothing else"),
    ("file", "a file that I upload"),
]


class QuizForm(Form):
    """Which course a new quiz is for."""

    course = SelectField("Course", validators=[InputRequired("Choose a course.")])

    def offer(self, courses: Sequence[Course]) -> "QuizForm":
        """Let one of `courses` be chosen."""
        self.course.choices = [(course.id, course.title) for course in courses]
        return self


class TextForm(Form):
    """A bank's text as it was typed, and what it began from."""

    text = TextAreaField("Text of the bank", [InputRequired(EMPTY)])
    base = HiddenField(validators=[Length(max=64)])
    seen = HiddenField(validators=[Length(max=64)])
    merges = HiddenField()  # from the compare page: the draft beside it has served

    def typed(self) -> Typed:
        """What a valid form brings."""
        text = "\n".join(lines_of(self.text.data))
        return Typed(text, self.base.data or "", self.seen.data or "")


class NewBankForm(Form):
    """What a new bank is called, and what it begins with."""

    name = StringField("Name", [Length(max=200, message=BAD_NAME)])
    begins = RadioField("It begins with", default="sample")
    file = FileField("File")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.begins.choices = BEGINNINGS

    def new_bank(self) -> NewBank:
        """What a valid form asks for; raises NotSaved."""
        sent = chosen_file(self.file) if self.begins.data == "file" else None
        file_name = (sent and sent.filename) or ""
        raw = sent.read() if sent else None
        return NewBank(fit_name(self.name.data or "", file_name), self.begins.data, file_name, raw)


class RenameForm(Form):
    """What a bank is called from now on."""

    name = StringField("New name", [fits(fit_name)])


class ImageForm(Form):
    """An image, and what its file is called."""

    file = FileField("Image")
    name = StringField("Name", [Length(max=200)])


class BaseForm(Form):
    """Which text of the file a page was made from, and which one beside it."""

    base = HiddenField(validators=[Length(max=64)])
    mine = HiddenField(validators=[Length(max=64)])
