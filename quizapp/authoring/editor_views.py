"""The bank editor: saving, checking, drafts, the preview, comparing and the history."""

from dataclasses import dataclass
from typing import Any

from flask import (
    Blueprint,
    Response,
    current_app,
    flash,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from quizapp.accounts.queries import Visitor
from quizapp.accounts.signin import require_user
from quizapp.authoring import editing
from quizapp.authoring.access import ensure_edits_banks, list_courses_for, reach_of
from quizapp.authoring.bank_page import list_problems
from quizapp.authoring.editing import Sheet
from quizapp.authoring.editor_page import LARGEST_TEXT, EditorPage
from quizapp.authoring.forms import BaseForm, QuizForm, TextForm
from quizapp.banks.saving import BankChanged, NotSaved
from quizapp.clock import utc_now
from quizapp.courses.rules import Action
from quizapp.headers import CONTENT_SECURITY_POLICY
from quizapp.question_types.base import Problem
from quizapp.quizzes.library import site_library
from quizapp.revisions.service import Typed, discard_draft

bp = Blueprint("editor", __name__)

MOST_BYTES = 6_000_000  # of a form: a text of 1 MB may be three times as long when it is sent
TOO_LARGE = (
    "The text is larger than 1 MB, so it wasn't saved. It stands below as you left it: "
    "move some questions to another bank."
)
FRAMING = CONTENT_SECURITY_POLICY + "; frame-src 'self'"
FRAMED = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'") + (
    "; sandbox allow-same-origin"
)


@bp.url_value_preprocessor
def take_a_whole_bank(_endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Let a form be as large as a bank; here, since the check of its token reads it first."""
    request.max_content_length = request.max_form_memory_size = MOST_BYTES


def show_editor(user: Visitor, name: str, form: QuizForm | None = None) -> Response:
    """The page of a bank for somebody who may edit it; `form` if a quiz couldn't be made."""
    page = editing.open_editor(_sheet(user, name), opens_draft="draft" in request.args)
    return _show(user, page, Outcome(422, quiz_form=form) if form else Outcome())


@bp.post("/teach/banks/<name>/text")
def save(name: str) -> AnyResponse:
    """Save the text, or keep it as a draft and check it."""
    user, sheet, form = *_editing(name), TextForm()
    if not form.validate_on_submit():
        page = editing.open_editor(sheet, opens_draft=False)
        return _show(user, page, Outcome(422, form=form))
    typed = form.typed()
    if len(typed.raw) > LARGEST_TEXT:
        return _show(user, editing.show_typed(sheet, typed), Outcome(413, error=TOO_LARGE))
    if request.form.get("action") == "check":
        editing.keep_typed(sheet, typed, utc_now())
        return redirect(url_for("authoring.show_bank", name=name, draft=1, _anchor="problems"))
    return _save(user, sheet, typed, merges=bool(form.merges.data))


def _save(user: Visitor, sheet: Sheet, typed: Typed, *, merges: bool) -> AnyResponse:
    try:
        loaded = editing.save_text(sheet, typed, utc_now())
    except BankChanged:
        editing.keep_typed(sheet, typed, utc_now())
        return _show_comparison(sheet, 409)
    except NotSaved as error:
        editing.keep_typed(sheet, typed, utc_now())
        return _show(user, editing.show_typed(sheet, typed), Outcome(503, error=str(error)))
    if merges:
        discard_draft(sheet.name, user.id)
    flash(f"Saved {loaded.name}.md.", "good")
    return redirect(url_for("authoring.show_bank", name=sheet.name))


@bp.post("/teach/banks/<name>/draft")
def save_draft(name: str) -> AnyResponse:
    """Keep what was typed, for a script; it learns what is wrong with it."""
    _user, sheet, form = *_editing(name), TextForm()
    if not form.validate_on_submit():
        return make_response(jsonify(error="There is no text."), 422)
    typed = form.typed()
    if len(typed.raw) > LARGEST_TEXT:
        return make_response(jsonify(error="Larger than 1 MB: not kept"), 413)
    seen = editing.keep_typed(sheet, typed, utc_now())
    problems = list_problems(editing.check_text(sheet, typed.text))
    return jsonify(
        seen=seen,
        is_behind=typed.base != sheet.digest(),
        problems=[_as_json(shown.problem) for shown in problems],
    )


def _as_json(problem: Problem) -> dict[str, str | int]:
    return {
        "level": problem.level,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
    }


@bp.post("/teach/banks/<name>/draft/discard")
def discard(name: str) -> AnyResponse:
    """Give the draft up."""
    user, _sheet = _editing(name)
    discard_draft(name, user.id)
    flash("Your unsaved changes are out of the way. They stay in the history.", "info")
    return redirect(url_for("authoring.show_bank", name=name))


@bp.get("/teach/banks/<name>/preview")
def preview(name: str) -> Response:
    """The draft, or the file, as questions; shown in a frame in which nothing runs."""
    _user, sheet = _editing(name)
    page = editing.preview(
        sheet, of_draft="draft" in request.args, as_result=request.args.get("as") == "result"
    )
    response = make_response(render_template("authoring/preview.html", page=page))
    response.headers["Content-Security-Policy"] = FRAMED
    return response


@bp.get("/teach/banks/<name>/compare")
def compare(name: str) -> AnyResponse:
    """What this person typed beside what the file holds."""
    _user, sheet = _editing(name)
    if sheet.draft() is None:
        return redirect(url_for("authoring.show_bank", name=name))
    return _show_comparison(sheet, 200)


@bp.post("/teach/banks/<name>/compare")
def settle(name: str) -> AnyResponse:
    """Save this person's draft over the file, or leave the file as it is."""
    _user, sheet, form = *_editing(name), BaseForm()
    if request.form.get("choice") != "mine":
        flash("The file is as it was, and your changes are still kept.", "info")
        return redirect(url_for("authoring.show_bank", name=name))
    try:
        editing.keep_mine(sheet, form.mine.data or "", form.base.data or "", utc_now())
    except BankChanged:
        return _show_comparison(sheet, 409)
    flash(f"Saved {name}.md. What it held before is in the history.", "good")
    return redirect(url_for("authoring.show_bank", name=name))


@bp.get("/teach/banks/<name>/history")
def history(name: str) -> str:
    """Who saved what, and when."""
    _user, sheet = _editing(name)
    page = editing.read_history(sheet)
    return render_template("authoring/history.html", page=page, zone=_zone())


@bp.get("/teach/banks/<name>/history/<int(max=999999):number>")
def revision(name: str, number: int) -> str:
    """One text of the history."""
    _user, sheet = _editing(name)
    page = editing.read_revision(sheet, number)
    return render_template("authoring/revision.html", page=page, zone=_zone())


@bp.post("/teach/banks/<name>/history/<int(max=999999):number>")
def restore(name: str, number: int) -> AnyResponse:
    """Put that text back as a new version."""
    _user, sheet = _editing(name)
    editing.restore(sheet, number, BaseForm().base.data or "", utc_now())
    flash(f"Restored version {number}. What the file held before is in the history.", "good")
    return redirect(url_for("authoring.show_bank", name=name))


@bp.get("/teach/banks/<name>/file")
def download(name: str) -> Response:
    """The file, this person's draft, or a text of the history, byte by byte."""
    user = require_user()
    sheet = Sheet(site_library(), name, user.id, reach_of(user))
    raw = editing.content_of(sheet, request.args.get("version", ""))
    response = Response(raw, content_type="text/markdown; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.md")
    return response


def _editing(name: str) -> tuple[Visitor, Sheet]:
    user = require_user()
    ensure_edits_banks(user)
    return user, _sheet(user, name)


def _sheet(user: Visitor, name: str) -> Sheet:
    return Sheet(site_library(), name, user.id, reach_of(user))


def _zone() -> str:
    zone: str = current_app.config["SETTINGS"].zone
    return zone


@dataclass(frozen=True)
class Outcome:
    """How the editor's page answers: what is wrong with a form, or why nothing was saved."""

    status: int = 200
    form: TextForm | None = None
    quiz_form: QuizForm | None = None
    error: str = ""


def _show(user: Visitor, page: EditorPage, outcome: Outcome) -> Response:
    quiz_form = outcome.quiz_form or QuizForm()
    html = render_template(
        "authoring/editor.html",
        page=page,
        zone=_zone(),
        quiz_form=quiz_form.offer(list_courses_for(user, Action.EDIT_QUIZZES)),
        form=outcome.form,
        error=outcome.error,
    )
    response = make_response(html, outcome.status)
    response.headers["Content-Security-Policy"] = FRAMING
    return response


def _show_comparison(sheet: Sheet, status: int) -> Response:
    page = editing.compare(sheet)
    html = render_template("authoring/compare.html", page=page, zone=_zone(), is_new=status == 409)
    return make_response(html, status)
