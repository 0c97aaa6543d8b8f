"""Going through a draft: one question a page, accepted, edited or dropped."""

from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.accounts.signin import require_user
from quizapp.authoring.access import ensure_edits_banks, reach_of
from quizapp.authoring.editing import Sheet
from quizapp.banks.difference import Difference, difference
from quizapp.banks.reviewing import UnfitQuestion
from quizapp.banks.saving import NotSaved
from quizapp.clock import utc_now
from quizapp.drafting import left_out, review
from quizapp.drafting.forms import DecisionForm, QuestionForm
from quizapp.drafting.reading import next_key, open_review
from quizapp.drafting.review import HasErrors
from quizapp.errors import Conflict
from quizapp.question_types.base import Problem
from quizapp.quizzes.library import site_library

bp = Blueprint("review", __name__)

MOST_BYTES = 500_000  # of a form: a question has at most 50,000 characters


@bp.url_value_preprocessor
def take_a_question(_endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Let a form be as large as a question."""
    request.max_content_length = request.max_form_memory_size = MOST_BYTES


@bp.get("/teach/banks/<name>/review")
def show(name: str) -> AnyResponse:
    """The question that the address names, or else the next one to decide on."""
    return _show(_sheet(name), request.args.get("q", ""), Trouble())


@bp.post("/teach/banks/<name>/review")
def decide(name: str) -> AnyResponse:
    """Accept a question or drop it, and go on to the next."""
    sheet, form = _sheet(name), DecisionForm()
    verb = {"accept": review.accept, "drop": review.drop}.get(form.act.data or "")
    if not form.validate_on_submit() or verb is None:
        return redirect(url_for("review.show", name=name), 303)
    decision = form.decision()
    behind = next_key(sheet, decision.key)
    try:
        verb(sheet, decision, utc_now())
    except (Conflict, UnfitQuestion, NotSaved) as error:
        return _show(sheet, decision.key, _trouble(error))
    return redirect(url_for("review.show", name=name, q=behind), 303)


@bp.get("/teach/banks/<name>/review/left-out")
def show_left_out(name: str) -> str | AnyResponse:
    """What the draft could have asked, and why it doesn't."""
    groups = left_out.load(_sheet(name).library.folder, name)
    if not groups:
        return redirect(url_for("review.show", name=name))
    return render_template("drafting/left_out.html", name=name, groups=groups)


@bp.get("/teach/banks/<name>/review/edit")
def edit(name: str) -> AnyResponse:
    """A question's Markdown."""
    sheet = _sheet(name)
    question = open_review(sheet, request.args.get("q", "")).question
    if question is None:
        return redirect(url_for("review.show", name=name))
    return _show_edit(sheet, question.key, None, Trouble())


@bp.post("/teach/banks/<name>/review/edit")
def save(name: str) -> AnyResponse:
    """Save it, and show the question as it is now, or the next one if it is accepted too."""
    sheet, form = _sheet(name), QuestionForm()
    decision = form.decision()
    if not form.validate_on_submit():
        sentence = next(iter(form.text.errors), "The form is damaged. Reload the page.")
        return _show_edit(sheet, decision.key, form, Trouble(sentence, 422))
    typed = form.typed()
    behind = next_key(sheet, decision.key)
    try:
        key = review.rewrite(sheet, decision, typed, utc_now())
    except (Conflict, UnfitQuestion, NotSaved) as error:
        return _show_edit(sheet, decision.key, form, _trouble(error))
    to = behind if typed.accepts else key or None
    return redirect(url_for("review.show", name=name, q=to), 303)


@bp.post("/teach/banks/<name>/review/undo")
def undo(name: str) -> AnyResponse:
    """Take the last decision back."""
    sheet = _sheet(name)
    try:
        key = review.undo(sheet, DecisionForm().base.data or "", utc_now())
    except (Conflict, NotSaved) as error:
        return _show(sheet, "", _trouble(error))
    return redirect(url_for("review.show", name=name, q=key or None), 303)


@bp.post("/teach/banks/<name>/review/finish")
def finish(name: str) -> AnyResponse:
    """Make the draft a bank that can be published."""
    sheet = _sheet(name)
    try:
        review.finish(sheet, DecisionForm().base.data or "", utc_now())
    except (Conflict, NotSaved) as error:
        return _show(sheet, "", _trouble(error))
    flash(f"{name}.md is no draft any more. Make a quiz from it below.", "good")
    return redirect(url_for("authoring.show_bank", name=name), 303)


@dataclass(frozen=True)
class Trouble:
    """Why something wasn't done, and how the page answers."""

    sentence: str = ""
    status: int = 200
    problems: tuple[Problem, ...] = ()
    difference: Difference | None = None  # from the file to what somebody typed


def _trouble(error: Exception) -> Trouble:
    status = 409 if isinstance(error, Conflict) else 503 if isinstance(error, NotSaved) else 422
    return Trouble(str(error), status, error.problems if isinstance(error, HasErrors) else ())


def _sheet(name: str) -> Sheet:
    user = require_user()
    ensure_edits_banks(user)
    return Sheet(site_library(), name, user.id, reach_of(user))


def _show(sheet: Sheet, key: str, trouble: Trouble) -> AnyResponse:
    html = render_template(
        "drafting/review.html",
        page=open_review(sheet, key),
        undo=review.find_undo(sheet),
        trouble=trouble,
        has_left_out=left_out.is_kept(sheet.library.folder, sheet.name),
    )
    return make_response(html, trouble.status)


def _show_edit(sheet: Sheet, key: str, form: QuestionForm | None, trouble: Trouble) -> AnyResponse:
    page = open_review(sheet, key)
    is_gone = page.question is None or page.question.key != key
    stands = page.question.written if page.question and not is_gone else ""
    text = form.typed().text if form else stands
    if stands and trouble.status == 409:
        trouble = replace(trouble, difference=difference(stands, text))
    html = render_template(
        "drafting/edit.html", page=page, text=text, key=key, is_gone=is_gone, trouble=trouble
    )
    return make_response(html, trouble.status)
