"""The gradebook as a page and as files."""

from flask import Blueprint, Response, render_template, request

from quizapp.accounts.signin import require_user
from quizapp.clock import utc_now
from quizapp.courses.access import get_course
from quizapp.courses.rules import Action
from quizapp.gradebook import service
from quizapp.gradebook.files import System
from quizapp.gradebook.page import build_page, read_chosen

bp = Blueprint("gradebook", __name__)


@bp.get("/teach/<course_id>/gradebook")
def show(course_id: str) -> str:
    """Every student by every quiz."""
    course = get_course(require_user(), course_id, Action.SEE_SCORES)
    book = service.read_gradebook(course_id, utc_now())
    page = build_page(book, read_chosen(request.args.to_dict()))
    return render_template("gradebook/gradebook.html", course=course, page=page)


@bp.get("/teach/<course_id>/gradebook.csv")
def download(course_id: str) -> Response:
    """The same for a spreadsheet, or for the learning system that `for` names."""
    user = require_user()
    get_course(user, course_id, Action.SEE_SCORES)
    asked = request.args.get("for", "")
    system = System(asked) if asked in set(System) else System.OURS
    pieces = service.export_gradebook(course_id, system, utc_now(), by=user.id)
    name = "gradebook.csv" if system is System.OURS else f"gradebook-{system}.csv"
    response = Response(pieces, content_type="text/csv; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
