"""The pages of notes: a student asks about a mark; staff reply to it or close it."""

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from quizapp.accounts.signin import current_user, require_user
from quizapp.clock import utc_now
from quizapp.courses.rules import Action
from quizapp.quizzes.models import Quiz
from quizapp.regrading import note_pages, note_service
from quizapp.regrading.access import get_regraded_quiz
from quizapp.regrading.forms import NoteForm, ReplyForm
from quizapp.regrading.note_pages import OwnNotes
from quizapp.regrading.notes import AlreadyClosed
from quizapp.regrading.service import Maker

bp = Blueprint("notes", __name__)
ASK = "/attempts/<attempt_id>/questions/<int:number>/note"
NOTES = "/teach/quizzes/<quiz_id>/notes"


@bp.app_context_processor
def own_notes() -> dict[str, object]:
    """For the result page, which stands below this feature: `find_own_notes(attempt_id)`."""
    return {"find_own_notes": _find_own_notes}


def _find_own_notes(attempt_id: str) -> dict[int, OwnNotes]:
    return note_pages.find_own_notes(current_user(), attempt_id)


@bp.get(ASK)
def ask(attempt_id: str, number: int) -> str:
    """The form."""
    page = note_pages.load_ask(require_user().id, attempt_id, number, utc_now())
    return render_template("regrading/ask.html", page=page, form=NoteForm())


@bp.post(ASK)
def send(attempt_id: str, number: int) -> Response | tuple[str, int]:
    """Send the note, and go back to the result."""
    user_id, now, form = require_user().id, utc_now(), NoteForm()
    page = note_pages.load_ask(user_id, attempt_id, number, now)
    if not form.validate():
        return render_template("regrading/ask.html", page=page, form=form), 422
    note_service.ask(user_id, attempt_id, number, form.text.data or "", now)
    flash("Sent. The reply will stand beside the question.", "good")
    address = url_for("attempts.result", attempt_id=attempt_id, _anchor=f"question-{number}")
    return redirect(address, 303)


@bp.get(NOTES)
def list_notes(quiz_id: str) -> str:
    """What students ask, question by question."""
    return _show(get_regraded_quiz(require_user(), quiz_id, Action.MARK))


@bp.post(f"{NOTES}/<note_id>/reply")
def reply(quiz_id: str, note_id: str) -> Response | tuple[str, int]:
    """Answer a note, which closes it."""
    user, form = require_user(), ReplyForm()
    quiz = get_regraded_quiz(user, quiz_id, Action.MARK)
    if not form.validate():
        return _show(quiz, (note_id, form)), 422
    try:
        note_service.reply(quiz_id, note_id, form.text.data or "", Maker(user.id, utc_now()))
    except AlreadyClosed as error:
        form.form_errors.append(f"{error} Your reply was not sent.")
        return _show(get_regraded_quiz(require_user(), quiz_id, Action.MARK), ("", form)), 409
    flash("Replied. The student reads it beside the question.", "good")
    return redirect(url_for("notes.list_notes", quiz_id=quiz_id), 303)


@bp.post(f"{NOTES}/<note_id>/close")
def close(quiz_id: str, note_id: str) -> Response:
    """Close a note without a reply."""
    user = require_user()
    get_regraded_quiz(user, quiz_id, Action.MARK)
    note_service.close(quiz_id, note_id, Maker(user.id, utc_now()))
    flash("Closed without a reply.", "good")
    return redirect(url_for("notes.list_notes", quiz_id=quiz_id), 303)


def _show(quiz: Quiz, sent: tuple[str, ReplyForm] | None = None) -> str:
    """`sent`: a reply that couldn't be sent, and to which note."""
    note_id, form = sent or ("", ReplyForm(formdata=None))
    return render_template(
        "regrading/notes.html",
        quiz=quiz,
        page=note_pages.load_notes(quiz),
        form=form,
        replied_id=note_id,
    )
