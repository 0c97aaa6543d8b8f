"""Copying a course with its quizzes, and the images of all quizzes."""

from flask import Blueprint, Response, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.accounts.signin import require_user
from quizapp.clock import utc_now
from quizapp.courses.access import get_course
from quizapp.courses.rules import Action
from quizapp.quizzes import service
from quizapp.quizzes.forms import CopyCourseForm
from quizapp.quizzes.images import load_image

A_YEAR = 31_536_000  # seconds

bp = Blueprint("quizzes", __name__)


@bp.get("/images/<digest>.<kind>")
def image(digest: str, kind: str) -> Response:
    """A frozen image; the browser may keep it, since its address names its content."""
    require_user()
    picture = load_image(digest, kind)
    response = Response(picture.raw, mimetype=picture.media_type)
    response.headers["Content-Disposition"] = "inline"
    response.headers["Cache-Control"] = f"private, max-age={A_YEAR}, immutable"
    return response


@bp.get("/teach/<course_id>/copy")
def copy_course(course_id: str) -> str:
    """What to call the copy, and what becomes of its times."""
    course = get_course(require_user(), course_id, Action.EDIT_COURSE)
    form = CopyCourseForm(formdata=None, title=course.title)
    return render_template("quizzes/copy_course.html", course=course, form=form)


@bp.post("/teach/<course_id>/copy")
def send_copy(course_id: str) -> AnyResponse | tuple[str, int]:
    """Make the copy, and go on to it."""
    user, form = require_user(), CopyCourseForm()
    course = get_course(user, course_id, Action.EDIT_COURSE)
    if not form.validate():
        return render_template("quizzes/copy_course.html", course=course, form=form), 422
    copy = service.copy_course(course_id, form.plan(), user.id, utc_now())
    flash("This is the copy. Look at the times of its quizzes, then let people join.", "good")
    return redirect(url_for("insights.course", course_id=copy.id), 303)
