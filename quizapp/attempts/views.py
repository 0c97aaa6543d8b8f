"""The pages of students: home, start, taking, check and result."""

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from flask.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response

from quizapp.accounts import signin
from quizapp.accounts.signin import current_user, require_sign_in, require_user
from quizapp.attempts import (
    check_page,
    home_page,
    queries,
    result_page,
    saving,
    service,
    start_page,
    taking_page,
)
from quizapp.attempts.forms import StartForm, find_number, read_answers, read_readings
from quizapp.attempts.rendering import question_html, review_html
from quizapp.attempts.result_page import NotSubmitted
from quizapp.attempts.rules import AttemptClosed, TimeIsUp, WrongCode
from quizapp.attempts.saving_request import StaleToken, fresh_token, read_request, reply
from quizapp.clock import utc_now
from quizapp.courses.access import sides_of
from quizapp.errors import TooMany, UserError
from quizapp.extensions import csrf

bp = Blueprint("attempts", __name__)


@bp.record_once
def tell_who_is_taking(state: BlueprintSetupState) -> None:
    """Nobody is signed out in mid-quiz, and only this feature knows who is in one."""
    standing = signin.standing(state.app)
    standing.is_taking = queries.is_taking
    standing.asking = frozenset({"attempts.save_answers"})


@bp.errorhandler(AttemptClosed)
def show_closed(error: AttemptClosed) -> tuple[str | Response, int]:
    """What came after the end: say what became of it, and where the result is."""
    if request.is_json:
        return jsonify(error=str(error)), 409
    attempt_id = (request.view_args or {}).get("attempt_id")
    title = "Time is up" if isinstance(error, TimeIsUp) else "Already submitted"
    page = render_template(
        "attempts/too_late.html", title=title, sentence=str(error), attempt_id=attempt_id
    )
    return page, 409


@bp.errorhandler(StaleToken)
def offer_token(error: StaleToken) -> tuple[dict[str, str], int]:
    """Let a page that was open for long try once more."""
    return fresh_token(error), 400


@bp.get("/")
def home() -> str | Response:
    """Every quiz of the person who is signed in; who only teaches goes on to those pages."""
    user = current_user()
    if user is None:
        return redirect(url_for("courses.join"))
    sides = sides_of(user)
    if not sides.studies:
        return redirect(url_for("insights.home"))
    page = home_page.load(user.id, utc_now())
    return render_template("attempts/home.html", page=page, sides=sides)


@bp.get("/quizzes/<quiz_id>")
def show_quiz(quiz_id: str) -> str:
    """The page before a quiz."""
    page = start_page.load(require_user().id, quiz_id, utc_now())
    return render_template("attempts/start.html", page=page, form=StartForm())


@bp.post("/quizzes/<quiz_id>/start")
def start(quiz_id: str) -> Response | tuple[str, int]:
    """Begin an attempt, or go on with the one begun."""
    user_id, form, now = require_user().id, StartForm(), utc_now()
    try:
        attempt_id = service.start(user_id, quiz_id, now, code=(form.code.data or "")[:200])
    except (WrongCode, TooMany) as error:
        page = start_page.load(user_id, quiz_id, now)
        status = 429 if isinstance(error, TooMany) else 422
        return render_template(
            "attempts/start.html", page=page, form=form.refuse(str(error))
        ), status
    return redirect(url_for("attempts.take", attempt_id=attempt_id), 303)


@bp.get("/attempts/<attempt_id>")
def take(attempt_id: str) -> str:
    """The questions, to be answered."""
    number = find_number(request.args.get("q", ""))
    page = taking_page.load(require_user().id, attempt_id, number, utc_now())
    name = "attempts/submitted.html" if page.submitted_at else "attempts/taking.html"
    is_shared = require_sign_in().seen.is_shared
    return render_template(name, page=page, is_shared=is_shared, question_html=question_html)


@bp.post("/attempts/<attempt_id>")
def save(attempt_id: str) -> Response:
    """Store the answers on the page, then go where the button says."""
    given, go = read_answers(request.form, attempt_id), request.form.get("go", "")
    user_id, go_to = require_user().id, find_number(go) or 0
    service.save_responses(user_id, attempt_id, given, utc_now(), go_to=go_to)
    return redirect(_next_page(attempt_id, go), 303)


@bp.post("/attempts/<attempt_id>/responses")
def save_answers(attempt_id: str) -> dict[str, object]:
    """Store what a script sends as soon as it is answered."""
    try:
        sent = read_request()
    except UserError:
        require_user()  # who is signed out learns that first
        raise
    token, now = signin.current_token() or "", utc_now()
    saved = saving.save(token, attempt_id, sent, now)
    if saved is None:
        raise saving.keep_late(require_user().id, attempt_id, sent, now)
    return reply(saved)


csrf.exempt(save_answers)  # the view itself asks for the token, after who is signed in


def _next_page(attempt_id: str, go: str) -> str:
    if go == "check":
        return url_for("attempts.check", attempt_id=attempt_id)
    return url_for("attempts.take", attempt_id=attempt_id, q=find_number(go))


@bp.get("/attempts/<attempt_id>/check")
def check(attempt_id: str) -> str | Response:
    """All answers at a glance, and the button that submits them."""
    page = check_page.load(require_user().id, attempt_id, utc_now())
    if page.is_submitted:
        return redirect(url_for("attempts.take", attempt_id=attempt_id))
    is_shared = require_sign_in().seen.is_shared
    return render_template("attempts/check.html", page=page, is_shared=is_shared)


@bp.post("/attempts/<attempt_id>/check")
def choose_readings(attempt_id: str) -> Response:
    """Which reading of an ambiguous number is meant."""
    chosen = read_readings(request.form)
    service.choose_readings(require_user().id, attempt_id, chosen, utc_now())
    return redirect(url_for("attempts.check", attempt_id=attempt_id), 303)


@bp.post("/attempts/<attempt_id>/submit")
def submit(attempt_id: str) -> Response:
    """The end; asked twice, the same end."""
    service.submit(require_user().id, attempt_id, utc_now())
    return redirect(url_for("attempts.result", attempt_id=attempt_id), 303)


@bp.get("/attempts/<attempt_id>/result")
def result(attempt_id: str) -> str | Response:
    """What the student may know by now."""
    try:
        page = result_page.load(require_user().id, attempt_id, utc_now())
    except NotSubmitted:
        return redirect(url_for("attempts.take", attempt_id=attempt_id))
    return render_template("attempts/result.html", page=page, review_html=review_html)
