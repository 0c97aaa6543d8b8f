"""The addresses of the files."""

from flask import Blueprint, Response, request, stream_with_context

from quizapp.accounts.signin import require_user
from quizapp.clock import utc_now
from quizapp.downloads import service
from quizapp.downloads.queries import Scope
from quizapp.downloads.service import Asker, Form
from quizapp.insights.access import get_scored_quiz
from quizapp.insights.statistics import Which

bp = Blueprint("downloads", __name__)
HIDDEN = "hidden"  # what `names` says in the address when names are


@bp.get("/teach/quizzes/<quiz_id>/scores.csv")
def scores(quiz_id: str) -> Response:
    """A row an attempt."""
    return _send(quiz_id, Form.CSV)


@bp.get("/teach/quizzes/<quiz_id>/answers.csv")
def answers(quiz_id: str) -> Response:
    """A row an answer."""
    return _send(quiz_id, Form.LONG_CSV)


@bp.get("/teach/quizzes/<quiz_id>/scores.xlsx")
def workbook(quiz_id: str) -> Response:
    """Both, with the codebook, for Excel."""
    return _send(quiz_id, Form.XLSX)


@bp.get("/teach/quizzes/<quiz_id>/scores.json")
def raw(quiz_id: str) -> Response:
    """Everything as it is stored."""
    return _send(quiz_id, Form.JSON)


@bp.get("/teach/quizzes/<quiz_id>/figures.csv")
def figures(quiz_id: str) -> Response:
    """What the page says of the test, its questions and their options."""
    return _send(quiz_id, Form.FIGURES)


@bp.get("/teach/quizzes/<quiz_id>/codebook.csv")
def codebook(quiz_id: str) -> Response:
    """What every column means."""
    return _send(quiz_id, Form.CODEBOOK)


def _send(quiz_id: str, form: Form) -> Response:
    user = require_user()
    quiz = get_scored_quiz(user, quiz_id)
    name = f"{quiz.bank or 'quiz'}-{form.ending}"
    asked = request.args.get("attempts", "")
    which = Which(asked) if asked in set(Which) else Which.FIRST
    scope = Scope(quiz_id, which, hides_names=request.args.get("names") == HIDDEN)
    pieces = service.export(scope, form, Asker(user.id, utc_now()))
    response = Response(stream_with_context(pieces), content_type=form.media_type)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
