"""The pages of practice: what may be practiced, a question, its verdict, the end."""

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.accounts.signin import current_user, require_user
from quizapp.attempts.queries import Seat
from quizapp.clock import utc_now
from quizapp.practice import list_page, offers, question_page, service, verdict_page
from quizapp.practice.forms import read_checked, read_number, read_scope
from quizapp.practice.offers import Offer
from quizapp.practice.question_page import QuestionPage
from quizapp.practice.service import NothingAnswered, PracticeClosed, Scope
from quizapp.practice.verdict_page import NothingChecked

bp = Blueprint("practice", __name__)


@bp.app_context_processor
def tell_what_is_offered() -> dict[str, Callable[..., Offer | bool | None]]:
    """For pages that stand below practice: `find_practice(quiz_id)`, `may_practice()`."""
    return {"find_practice": _find_offer, "may_practice": _is_any_offered}


def _find_offer(quiz_id: str, seat: Seat | None = None) -> Offer | None:
    user = current_user()
    return offers.find_offer(user, quiz_id, utc_now(), seat) if user else None


def _is_any_offered() -> bool:
    user = current_user()
    return user is not None and offers.is_any_open(user, utc_now())


@bp.get("/practice/")
def overview() -> str:
    """Every quiz that the person may practice now."""
    return render_template("practice/list.html", page=list_page.load(require_user().id, utc_now()))


@bp.get("/practice/<quiz_id>")
def show(quiz_id: str) -> str:
    """The question that comes now, or why there is none."""
    scope = read_scope(quiz_id, request.args)
    return _render(question_page.load(require_user(), scope, utc_now()))


def _render(page: QuestionPage, *, is_unanswered: bool = False) -> str:
    return render_template(
        f"practice/{page.state}.html", page=page, frame=page.frame, is_unanswered=is_unanswered
    )


@bp.post("/practice/<quiz_id>")
def check(quiz_id: str) -> Response | tuple[str, int]:
    """Judge the answer, or skip the question."""
    user, now, scope = require_user(), utc_now(), read_scope(quiz_id, request.args)
    checked = read_checked(request.form, quiz_id)
    if request.form.get("go") == "skip":
        service.skip(user, scope, checked.number, now)
        return redirect(_address(scope), 303)
    try:
        service.check(user, scope, checked, now)
    except NothingAnswered:
        page = question_page.load(user, scope, now, checked.values)
        return _render(page, is_unanswered=True), 422
    return redirect(_address(scope, "practice.verdict", checked.number), 303)


@bp.get("/practice/<quiz_id>/<int(max=999999999):number>")
def verdict(quiz_id: str, number: int) -> str | Response:
    """Whether an answer was right, and why."""
    scope = read_scope(quiz_id, request.args)
    try:
        page = verdict_page.load(require_user(), scope, number, utc_now())
    except (NothingChecked, PracticeClosed):
        return redirect(_address(scope))
    return render_template("practice/verdict.html", page=page, frame=page.frame)


@bp.post("/practice/<quiz_id>/start-over")
def start_over(quiz_id: str) -> Response:
    """From the first question again."""
    scope = read_scope(quiz_id, request.args)
    service.start_over(require_user(), scope, read_number(request.form), utc_now())
    return redirect(_address(scope), 303)


def _address(scope: Scope, endpoint: str = "practice.show", number: int | None = None) -> str:
    missed = 1 if scope.only_missed else None
    return url_for(endpoint, quiz_id=scope.quiz_id, number=number, missed=missed)
