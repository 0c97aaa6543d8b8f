"""The form beside an answer: a field for each thing to give points for, and a comment."""

from functools import partial

from wtforms import Field, HiddenField, StringField, TextAreaField

from quizapp.accounts.validators import fits
from quizapp.markdown import to_plain
from quizapp.marking.answer_page import AnswerPage
from quizapp.marking.rules import Judgment, Line, fit_comment, read_points
from quizapp.question_types.numerals import decimal_text
from quizapp.tokens import Form

POINTS = "points_"


class MarkForm(Form):
    """What every answer is marked with; `make_form` adds the fields for points before it."""

    seen = HiddenField()

    @property
    def points(self) -> list[Field]:
        """The fields for points, in the order of the lines."""
        return [field for field in self if field.name.startswith(POINTS)]

    def judgment(self) -> Judgment:
        """What a valid form says."""
        return Judgment(
            points=tuple(field.read(field.data or "") for field in self.points),
            comment=fit_comment(self.comment.data or ""),
        )


class PointsField(StringField):
    """Points for one line."""

    def __init__(self, line: Line, **given: object) -> None:
        name = to_plain(line.text)
        self.read = partial(read_points, line=line, name=name)
        super().__init__(name or "Points", [fits(self.read)], **given)


def make_form(page: AnswerPage) -> MarkForm:
    """The form for this answer, filled with the mark that counts or with what was sent."""
    fields = {f"{POINTS}{at}": PointsField(line) for at, line in enumerate(page.lines)}
    fields["comment"] = TextAreaField("Comment for the student", [fits(fit_comment)])
    form: MarkForm = type("MarkFormOfQuestion", (MarkForm,), fields)(data=_filled(page))
    return form


def _filled(page: AnswerPage) -> dict[str, str]:
    if page.mark is None:
        return {}
    given = page.mark.rubric or (page.mark.points,)
    values = {f"{POINTS}{at}": decimal_text(points) for at, points in enumerate(given)}
    return {**values, "comment": page.mark.comment}
