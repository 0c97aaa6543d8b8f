"""Forms about banks."""

from collections.abc import Sequence

from flask_wtf import FlaskForm
from wtforms import SelectField
from wtforms.validators import InputRequired

from quizapp.courses.models import Course


class QuizForm(FlaskForm):
    """Which course a new quiz is for."""

    course = SelectField("Course", validators=[InputRequired("Choose a course.")])

    def offer(self, courses: Sequence[Course]) -> "QuizForm":
        """Let one of `courses` be chosen."""
        self.course.choices = [(course.id, course.title) for course in courses]
        return self
