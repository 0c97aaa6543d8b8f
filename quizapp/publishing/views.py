"""The pages on which instructors make quizzes and change their settings."""

import secrets
from collections.abc import Iterable

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response

from quizapp.accounts.signin import require_user
from quizapp.attempts import service as attempts
from quizapp.attempts.late_decisions import Decider
from quizapp.attempts.rendering import question_html, review_html
from quizapp.banks.library import LoadedBank
from quizapp.clock import utc_now
from quizapp.courses.access import get_course
from quizapp.courses.models import Course
from quizapp.courses.rules import Action
from quizapp.publishing import preview_page, publish_page, service, settings_page
from quizapp.publishing.access import get_own_quiz
from quizapp.publishing.forms import (
    NewQuizForm,
    SettingsForm,
    make_new_form,
    make_settings_form,
    read_title,
)
from quizapp.publishing.part_choices import list_banks
from quizapp.publishing.service import Change, MovedOn, SettingsMoved
from quizapp.publishing.tabs import quiz_pages
from quizapp.publishing.trial import NEXT, Trial, read_trial
from quizapp.quizzes.composition import SameId, Selection
from quizapp.quizzes.library import load_banks
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import QuizSettings
from quizapp.quizzes.service import CannotPublish

bp = Blueprint("publishing", __name__)
QUIZ = "/teach/quizzes/<quiz_id>"
FIRST_PUBLISHED = (
    "Published. Students of the course find it on their page; "
    "the code with which others join stands under People."
)
PUBLISHED_AGAIN = "Published. Students who start from now on get this version."


@bp.record_once
def offer_tabs(state: BlueprintSetupState) -> None:
    """The macro of the tabs, which has no page's values, asks for them itself."""
    state.app.jinja_env.globals.update(quiz_pages=quiz_pages)


@bp.get("/teach/<course_id>/quizzes/new")
def new(course_id: str) -> str:
    """A new quiz: a title and a closing time suffice."""
    course = get_course(require_user(), course_id, Action.EDIT_QUIZZES)
    return _show_new(course, _new_form(course))


@bp.post("/teach/<course_id>/quizzes/new")
def make(course_id: str) -> Response | tuple[str, int]:
    """Make it; students see it once it is published."""
    user = require_user()
    course = get_course(user, course_id, Action.EDIT_QUIZZES)
    form = _new_form(course)
    if not form.validate():
        return _show_new(course, form), 422
    made = form.read(course.zone)
    settings = service.first_settings(QuizSettings(closes_at=made.closes_at))
    change = Change(made.title, settings, [Selection(name) for name in made.banks])
    quiz_id = service.make(course_id, change, Decider(user.id, utc_now()))
    return redirect(url_for("publishing.settings", quiz_id=quiz_id), 303)


@bp.get(f"{QUIZ}/settings")
def settings(quiz_id: str) -> str:
    """All settings, each group with what it means."""
    quiz, banks = get_own_quiz(require_user(), quiz_id), load_banks()
    attempts.settle(quiz_id, utc_now())
    return _show_settings(quiz, make_settings_form(quiz, banks), banks)


@bp.post(f"{QUIZ}/settings")
def change(quiz_id: str) -> Response | tuple[str, int]:
    """Store them."""
    user = require_user()
    quiz, banks = get_own_quiz(user, quiz_id), load_banks()
    form = make_settings_form(quiz, banks)
    stored = form.settings(quiz.course.zone, quiz.settings.draw)
    if stored is None:
        return _show_settings(quiz, form, banks), 422
    wanted = Change(read_title(form.title.data or ""), stored, form.selections())
    decider, seen = Decider(user.id, utc_now()), request.form.get("seen", "")[:64]
    try:
        _flash("Saved.", service.change(quiz_id, wanted, decider, seen))
    except SettingsMoved as error:
        return _show_settings(get_own_quiz(user, quiz_id), form, banks, str(error)), 409
    return _back(quiz_id)


@bp.get(f"{QUIZ}/publish")
def look(quiz_id: str) -> str:
    """What publishing would change, and for whom."""
    quiz = get_own_quiz(require_user(), quiz_id)
    page = publish_page.load(quiz, load_banks(), utc_now())
    return render_template("publishing/publish.html", quiz=quiz, page=page)


@bp.post(f"{QUIZ}/publish")
def publish(quiz_id: str) -> Response | tuple[str, int]:
    """Make it the newest version, if it still is what was shown."""
    user = require_user()
    quiz, banks = get_own_quiz(user, quiz_id), load_banks()
    seen = request.form.get("seen", "")[:64]
    try:
        service.publish(quiz_id, banks, seen, Decider(user.id, utc_now()))
    except (MovedOn, CannotPublish, SameId) as error:
        quiz = get_own_quiz(user, quiz_id)
        page = publish_page.load(quiz, banks, utc_now())
        moved_on = str(error) if isinstance(error, MovedOn) else ""
        return render_template(
            "publishing/publish.html", quiz=quiz, page=page, moved_on=moved_on
        ), 409
    is_first = get_own_quiz(user, quiz_id).version == 1
    flash(FIRST_PUBLISHED if is_first else PUBLISHED_AGAIN, "good")
    return _back(quiz_id)


@bp.get(f"{QUIZ}/preview")
def preview(quiz_id: str) -> str:
    """The quiz as a student sees it; nothing is stored."""
    quiz = get_own_quiz(require_user(), quiz_id)
    seed, is_next = secrets.token_hex(16), request.args.get("of") == NEXT
    return _show_preview(quiz, Trial(seed, is_next))


@bp.post(f"{QUIZ}/preview")
def try_out(quiz_id: str) -> str:
    """Another question, or the result as the settings show it."""
    quiz = get_own_quiz(require_user(), quiz_id)
    return _show_preview(quiz, read_trial(request.form))


def _show_preview(quiz: Quiz, trial: Trial) -> str:
    user_id, now = require_user().id, utc_now()
    sitting = preview_page.sit(quiz, user_id, trial, load_banks(), now)
    if not sitting.slots:
        return render_template("publishing/no_preview.html", quiz=quiz)
    if trial.wants_result:
        page = preview_page.finish(sitting, trial, now)
        return render_template(
            "publishing/preview_result.html",
            quiz=quiz,
            page=page,
            trial=trial,
            review_html=review_html,
        )
    asked = preview_page.ask(sitting, trial, now)
    return render_template(
        "publishing/preview.html",
        quiz=quiz,
        page=asked,
        trial=trial,
        carried=trial.carried(asked),
        question_html=question_html,
        is_shared=False,
    )


@bp.post(f"{QUIZ}/close")
def close(quiz_id: str) -> Response:
    """Let nobody start any more, from now on."""
    user = require_user()
    get_own_quiz(user, quiz_id)
    _flash("Closed.", service.close(quiz_id, Decider(user.id, utc_now())))
    return _back(quiz_id)


@bp.post(f"{QUIZ}/reopen")
def reopen(quiz_id: str) -> Response:
    """Take the closing back."""
    user = require_user()
    get_own_quiz(user, quiz_id)
    _flash("Open again.", service.reopen(quiz_id, Decider(user.id, utc_now())))
    return _back(quiz_id)


def _new_form(course: Course) -> NewQuizForm:
    banks, name = load_banks(), request.args.get("bank", "")[:64]
    chosen = banks.get(name)
    title = chosen.bank.title if chosen and chosen.bank else ""
    return make_new_form(course.zone, sorted(banks), title, name if chosen else "")


def _show_new(course: Course, form: NewQuizForm) -> str:
    banks = list_banks(load_banks())
    return render_template("publishing/new.html", course=course, form=form, banks=banks)


def _show_settings(
    quiz: Quiz, form: SettingsForm, banks: dict[str, LoadedBank], moved: str = ""
) -> str:
    page = settings_page.load(quiz, banks, utc_now())
    now = service.present(quiz).fingerprint
    seen = now if moved else request.form.get("seen", now)[:64]
    return render_template(
        "publishing/settings.html", quiz=quiz, form=form, page=page, seen=seen, moved=moved
    )


def _flash(done: str, sentences: Iterable[str]) -> None:
    flash(" ".join((done, *sentences)), "good")


def _back(quiz_id: str) -> Response:
    return redirect(url_for("publishing.settings", quiz_id=quiz_id), 303)
