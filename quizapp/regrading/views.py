"""The pages of regrading: the corrections of a quiz, one question's preview, and undoing."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.accounts.signin import require_user
from quizapp.banks.saving import BankChanged
from quizapp.clock import utc_now
from quizapp.quizzes.models import Correction, Quiz
from quizapp.regrading import accepting, history, question_page, service
from quizapp.regrading.accepting import Accepted
from quizapp.regrading.access import get_regraded_quiz
from quizapp.regrading.choices import Choice, How, read_choice
from quizapp.regrading.forms import ConfirmForm
from quizapp.regrading.service import Maker, MovedOn, Order

bp = Blueprint("regrading", __name__)
PAGE = "/teach/quizzes/<quiz_id>/regrade"


@bp.get(PAGE)
def show(quiz_id: str) -> str:
    """One question's key and what another would do or, without one, all corrections so far."""
    quiz = get_regraded_quiz(require_user(), quiz_id)
    return _show(quiz, read_choice(request.args))


@bp.post(PAGE)
def apply(quiz_id: str) -> Response | tuple[str, int]:
    """Make the correction whose preview is confirmed, or show how that has changed."""
    user = require_user()
    quiz = get_regraded_quiz(user, quiz_id)
    choice, form = read_choice(request.args), ConfirmForm()
    if not form.validate():
        return _show(quiz, choice), 422
    try:
        made = _apply(quiz, choice, form, Maker(user.id, utc_now()))
    except (MovedOn, BankChanged) as error:
        quiz = get_regraded_quiz(require_user(), quiz_id)
        return _show_question(quiz, choice, str(error)), 409
    flash("The question is corrected. Students see why their scores changed.", "good")
    return redirect(url_for("regrading.show", quiz_id=quiz_id, _anchor=f"made-{made.number}"), 303)


def _apply(quiz: Quiz, choice: Choice, form: ConfirmForm, maker: Maker) -> Correction:
    wish = question_page.make_wish(quiz, choice)
    order = Order(form.id.data or "", wish, form.fingerprint.data or "")
    if choice.how is not How.ANSWER:
        return service.apply(quiz.id, order, maker)
    edit = question_page.find_edit(quiz, choice)
    given = Accepted(choice.note_id, edit, form.base.data or "", writes=bool(form.writes.data))
    return accepting.accept(quiz.id, order, given, maker)


@bp.post(f"{PAGE}/<correction_id>/undo")
def undo(quiz_id: str, correction_id: str) -> Response:
    """Take a correction back."""
    user = require_user()
    get_regraded_quiz(user, quiz_id)
    service.undo(quiz_id, correction_id, Maker(user.id, utc_now()))
    flash("Undone: every score is what it would be without it. Question files stay.", "good")
    return redirect(url_for("regrading.show", quiz_id=quiz_id), 303)


def _show(quiz: Quiz, choice: Choice) -> str:
    if choice.question_id:
        return _show_question(quiz, choice)
    return render_template("regrading/history.html", quiz=quiz, page=history.load(quiz))


def _show_question(quiz: Quiz, choice: Choice, moved: str = "") -> str:
    page = question_page.load(quiz, choice, utc_now())

    def address(number: int | None = None) -> str:
        """This very preview, at a page of its list."""
        return url_for("regrading.show", quiz_id=quiz.id, page=number, **choice.address)

    return render_template(
        "regrading/question.html", quiz=quiz, page=page, moved=moved, address_of=address
    )
