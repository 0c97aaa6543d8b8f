"""The banks: a list, each one to be read, and making a quiz from one."""

from flask import Blueprint, Response, current_app, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.accounts.signin import require_user
from quizapp.authoring import service
from quizapp.authoring.access import ensure_makes_quizzes, list_courses_for, reach_of
from quizapp.authoring.bank_page import sample_bank
from quizapp.authoring.forms import QuizForm
from quizapp.banks.library import Library
from quizapp.clock import utc_now
from quizapp.courses.rules import Action

bp = Blueprint("authoring", __name__)


@bp.get("/teach/banks/")
def banks() -> str:
    """Every bank that this person may read."""
    page = service.read_banks(_library(), reach_of(require_user()))
    return render_template("authoring/banks.html", page=page, sample=sample_bank())


@bp.get("/teach/banks/<name>")
def show_bank(name: str) -> str:
    """A bank's problems, questions and text."""
    user = require_user()
    page = service.read_bank(_library(), reach_of(user), name)
    form = QuizForm().offer(list_courses_for(user, Action.EDIT_QUIZZES))
    return render_template("authoring/bank.html", page=page, form=form)


@bp.post("/teach/banks/<name>")
def make_quiz(name: str) -> AnyResponse | tuple[str, int]:
    """Publish the bank to a course."""
    user = require_user()
    ensure_makes_quizzes(user)
    page = service.read_bank(_library(), reach_of(user), name)
    form = QuizForm().offer(list_courses_for(user, Action.EDIT_QUIZZES))
    if not form.validate_on_submit():
        return render_template("authoring/bank.html", page=page, form=form), 422
    service.make_quiz(form.course.data, _library().load(name), utc_now())
    return redirect(url_for("insights.home"))


@bp.get("/teach/images/<path:path>")
def image(path: str) -> Response:
    """An image from the folder of banks, for the pages of banks."""
    picture = service.read_image(_library(), reach_of(require_user()), path)
    response = Response(picture.raw, mimetype=picture.media_type)
    response.headers["Content-Disposition"] = "inline"
    return response


def _library() -> Library:
    """The site's banks; kept, so that only files that changed are read again."""
    folder = current_app.config["SETTINGS"].questions
    library: Library = current_app.extensions.setdefault("quizapp-library", Library(folder))
    return library
