"""Forms about banks."""

from collections.abc import Sequence

from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectField, TextAreaField
from wtforms.validators import InputRequired, Length

from quizapp.banks.difference import lines_of
from quizapp.courses.models import Course
from quizapp.revisions.service import Typed

EMPTY = "The text is empty, so nothing was saved. Write a title and a question, or open the file."


class QuizForm(FlaskForm):
    """Which course a new quiz is for."""

    course = SelectField("Course", validators=[InputRequired("Choose a course.")])

    def offer(self, courses: Sequence[Course]) -> "QuizForm":
        """Let one of `courses` be chosen."""
        self.course.choices = [(course.id, course.title) for course in courses]
        return self


class TextForm(FlaskForm):
    """A bank's text as it was typed, and what it began from."""

    text = TextAreaField("Text of the bank", [InputRequired(EMPTY)])
    base = HiddenField(validators=[Length(max=64)])
    seen = HiddenField(validators=[Length(max=64)])
    merges = HiddenField()  # from the compare page: the draft beside it has served

    def typed(self) -> Typed:
        """What a valid form brings."""
        text = "\n".join(lines_of(self.text.data))
        return Typed(text, self.base.data or "", self.seen.data or "")


class BaseForm(FlaskForm):
    """Which text of the file a page was made from."""

    base = HiddenField(validators=[Length(max=64)])
