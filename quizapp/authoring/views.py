"""The banks: a list, each one to be read, and making a quiz from one."""

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.accounts.signin import require_user
from quizapp.authoring import service
from quizapp.authoring.access import (
    ensure_makes_quizzes,
    list_courses_for,
    may_edit_banks,
    reach_of,
)
from quizapp.authoring.bank_page import list_examples
from quizapp.authoring.editor_views import show_editor
from quizapp.authoring.forms import NewBankForm, QuizForm
from quizapp.courses.rules import Action
from quizapp.quizzes.library import site_library

bp = Blueprint("authoring", __name__)
bp.add_app_template_global(list_examples, "question_examples")


@bp.get("/teach/banks/")
def banks() -> str:
    """Every bank that this person may read."""
    user, find = require_user(), request.args.get("find", "")[:200]
    page = service.read_banks(site_library(), reach_of(user), find)
    form = NewBankForm(formdata=None) if may_edit_banks(user) else None
    return render_template("authoring/banks.html", page=page, form=form)


@bp.get("/teach/banks/<name>")
def show_bank(name: str) -> AnyResponse:
    """The editor; for those who may only read, a bank's problems, questions and text."""
    user = require_user()
    if may_edit_banks(user):
        return show_editor(user, name)
    page = service.read_bank(site_library(), reach_of(user), name)
    return make_response(render_template("authoring/bank.html", page=page))


@bp.post("/teach/banks/<name>")
def make_quiz(name: str) -> AnyResponse:
    """Go where a quiz is made for a course, this bank chosen."""
    user = require_user()
    ensure_makes_quizzes(user)
    form = QuizForm().offer(list_courses_for(user, Action.EDIT_QUIZZES))
    if not form.validate_on_submit():
        return show_editor(user, name, form)
    return redirect(url_for("publishing.new", course_id=form.course.data, bank=name), 303)


@bp.get("/teach/images/<path:path>")
def image(path: str) -> Response:
    """An image from the folder of banks, for the pages of banks."""
    picture = service.read_image(site_library(), reach_of(require_user()), path)
    response = Response(picture.raw, mimetype=picture.media_type)
    response.headers["Content-Disposition"] = "inline"
    return response
