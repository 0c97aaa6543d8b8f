"""The pages where staff mark answers: the queue, and one answer a page."""

from dataclasses import replace

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.accounts.signin import require_user
from quizapp.clock import utc_now
from quizapp.marking import answer_page, queue_page, service
from quizapp.marking.access import get_marked_quiz
from quizapp.marking.answer_page import AnswerPage
from quizapp.marking.forms import MarkForm, make_form
from quizapp.marking.order import Placed
from quizapp.marking.service import MovedOn
from quizapp.quizzes.models import Quiz

bp = Blueprint("marking", __name__)
ANSWER = "/teach/quizzes/<quiz_id>/marking/<int:slot>/<attempt_id>"
SHOWN = "shown"  # what `names` says in the address when names aren't hidden


@bp.get("/teach/quizzes/<quiz_id>/marking")
def queue(quiz_id: str) -> str:
    """Which questions are marked by hand, and how many answers are left."""
    quiz = get_marked_quiz(require_user(), quiz_id)
    page = queue_page.load(quiz, utc_now())
    return render_template("marking/queue.html", quiz=quiz, page=page, named=_is_named())


@bp.get(ANSWER)
def show_answer(quiz_id: str, slot: int, attempt_id: str) -> str:
    """One answer, and the form that marks it."""
    quiz = get_marked_quiz(require_user(), quiz_id)
    page = answer_page.load(quiz, slot, attempt_id)
    return _show(quiz, page, make_form(page), page.seen.state)


@bp.post(ANSWER)
def mark(quiz_id: str, slot: int, attempt_id: str) -> Response | tuple[str, int]:
    """Store the mark, then go on to the next answer that waits."""
    user = require_user()
    quiz, marker_id = get_marked_quiz(user, quiz_id), user.id
    page = answer_page.load(quiz, slot, attempt_id)
    form = make_form(page)
    seen = replace(page.seen, state=form.seen.data or "")
    if not form.validate():
        return _show(quiz, page, form, seen.state), 422
    try:
        service.mark(marker_id, seen, form.judgment(), utc_now())
    except MovedOn as error:
        return _show_again(quiz, page, form, error), 409
    flash(f"Saved: {page.placed.title(named=_is_named())}.", "good")
    return redirect(_next_address(quiz_id, page.next_unmarked), 303)


def _show_again(quiz: Quiz, page: AnswerPage, form: MarkForm, error: MovedOn) -> str:
    """What was typed beside what stands now, which the next save replaces."""
    form.form_errors.append(str(error))
    anew = answer_page.load(quiz, page.seen.slot, page.seen.attempt_id)
    return _show(quiz, anew, form, anew.seen.state)


def _show(quiz: Quiz, page: AnswerPage, form: MarkForm, state: str) -> str:
    return render_template(
        "marking/answer.html", quiz=quiz, page=page, form=form, state=state, named=_is_named()
    )


def _next_address(quiz_id: str, placed: Placed | None) -> str:
    names = SHOWN if _is_named() else None
    if placed is None:
        return url_for("marking.queue", quiz_id=quiz_id, names=names)
    slot, attempt_id = placed.entry.slot, placed.entry.attempt_id
    return url_for(
        "marking.show_answer", quiz_id=quiz_id, slot=slot, attempt_id=attempt_id, names=names
    )


def _is_named() -> bool:
    return request.args.get("names") == SHOWN
