"""What staff see and decide while a quiz runs: times, late answers, the log and receipts."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.accounts.signin import require_user
from quizapp.attempts import service as attempts
from quizapp.attempts.late_decisions import Decider
from quizapp.clock import utc_now
from quizapp.courses.rules import Action
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import NO_EXTRAS
from quizapp.supervision import late_page, log_page, receipt_page, service, windows_page
from quizapp.supervision.access import get_supervised_quiz, is_staff_of
from quizapp.supervision.forms import ExtensionForm, make_form, read_reason
from quizapp.supervision.windows_page import WindowRow

bp = Blueprint("supervision", __name__)
QUIZ = "/teach/quizzes/<quiz_id>"
LATE = f"{QUIZ}/late/<attempt_id>"


@bp.get(f"{QUIZ}/windows")
def windows(quiz_id: str) -> str:
    """Every student's own times, and what looks wrong about them."""
    quiz = get_supervised_quiz(require_user(), quiz_id, Action.EXTEND)
    attempts.settle(quiz_id, utc_now())
    page = windows_page.load(quiz, request.args.get("name", "").strip()[:100])
    return render_template("supervision/windows.html", quiz=quiz, page=page)


@bp.get(f"{QUIZ}/windows/<student_id>")
def show_extension(quiz_id: str, student_id: str) -> str:
    """One student's times in a sentence, and the form that changes them."""
    quiz = get_supervised_quiz(require_user(), quiz_id, Action.EXTEND)
    row = windows_page.load_row(quiz, student_id)
    return _show(quiz, row, _form(quiz, row))


@bp.post(f"{QUIZ}/windows/<student_id>")
def extend(quiz_id: str, student_id: str) -> Response | tuple[str, int]:
    """Give the student what the form says."""
    user = require_user()
    quiz, decider = get_supervised_quiz(user, quiz_id, Action.EXTEND), Decider(user.id, utc_now())
    row = windows_page.load_row(quiz, student_id)
    form = _form(quiz, row)
    extras = form.extras(quiz)
    if extras is None:
        return _show(quiz, row, form), 422
    reason = read_reason(form.reason.data or "")
    is_reopened = service.extend(quiz_id, student_id, extras, reason, decider)
    goes_on = " The attempt that had run out of time goes on." if is_reopened else ""
    flash(f"Saved for {row.name}.{goes_on}", "good")
    return redirect(url_for("supervision.show_extension", **request.view_args or {}), 303)


@bp.post(f"{QUIZ}/windows/<student_id>/withdraw")
def withdraw(quiz_id: str, student_id: str) -> Response:
    """Take the student's extension back."""
    user = require_user()
    windows_page.load_row(get_supervised_quiz(user, quiz_id, Action.EXTEND), student_id)
    if service.withdraw_extension(quiz_id, student_id, Decider(user.id, utc_now())):
        flash("The extension is withdrawn.", "good")
    return redirect(url_for("supervision.windows", quiz_id=quiz_id), 303)


@bp.get(f"{QUIZ}/late")
def late(quiz_id: str) -> str:
    """The late answers, to accept or to leave."""
    quiz = get_supervised_quiz(require_user(), quiz_id, Action.MARK)
    attempts.settle(quiz_id, utc_now())
    return render_template("supervision/late.html", quiz=quiz, page=late_page.load(quiz_id))


@bp.post(f"{LATE}/<int:slot>/accept")
def accept_late(quiz_id: str, attempt_id: str, slot: int) -> Response:
    """Count a late answer."""
    service.accept_late(quiz_id, attempt_id, slot, _decider(quiz_id))
    return _back_to_late(quiz_id, "Accepted. The score is up to date.")


@bp.post(f"{LATE}/<int:slot>/leave")
def leave_late(quiz_id: str, attempt_id: str, slot: int) -> Response:
    """Leave a late answer out."""
    service.leave_late(quiz_id, attempt_id, slot, _decider(quiz_id))
    return _back_to_late(quiz_id, "Left out. Nothing has changed.")


@bp.post(f"{LATE}/accept")
def accept_all_late(quiz_id: str, attempt_id: str) -> Response:
    """Count all late answers of an attempt."""
    count = service.accept_all_late(quiz_id, attempt_id, _decider(quiz_id))
    return _back_to_late(quiz_id, f"Accepted {count}. The score is up to date.")


@bp.get(f"{QUIZ}/log/<attempt_id>")
def log(quiz_id: str, attempt_id: str) -> str:
    """Everything that ever arrived for an attempt."""
    quiz = get_supervised_quiz(require_user(), quiz_id, Action.SEE_SCORES)
    page = log_page.load(quiz_id, attempt_id)
    return render_template("supervision/log.html", quiz=quiz, page=page)


@bp.get("/quizzes/<quiz_id>/receipts")
def receipts(quiz_id: str) -> str:
    """Whether a receipt is one of this quiz; students ask about their own only."""
    user = require_user()
    quiz = get_supervised_quiz(user, quiz_id, Action.SEE_COURSE)
    is_staff = is_staff_of(user, quiz)
    page = receipt_page.load(
        quiz_id, request.args.get("code", "")[:100], None if is_staff else user.id
    )
    return render_template("supervision/receipts.html", quiz=quiz, page=page, is_staff=is_staff)


def _decider(quiz_id: str) -> Decider:
    user = require_user()
    get_supervised_quiz(user, quiz_id, Action.MARK)
    return Decider(user.id, utc_now())


def _back_to_late(quiz_id: str, sentence: str) -> Response:
    flash(sentence, "good")
    return redirect(url_for("supervision.late", quiz_id=quiz_id), 303)


def _form(quiz: Quiz, row: WindowRow) -> ExtensionForm:
    extras = row.extension.extras if row.extension else NO_EXTRAS
    return make_form(quiz.course.zone, extras, row.extension.reason if row.extension else "")


def _show(quiz: Quiz, row: WindowRow, form: ExtensionForm) -> str:
    return render_template("supervision/extension.html", quiz=quiz, row=row, form=form)
