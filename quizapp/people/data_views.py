"""What is kept about one person, to take away, and to erase for good."""

from flask import Blueprint, Response, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.accounts.service import get_user
from quizapp.accounts.signin import require_user
from quizapp.clock import utc_now
from quizapp.courses.access import get_course
from quizapp.courses.models import Course
from quizapp.courses.rules import Action
from quizapp.people import erasure, export, service
from quizapp.people.forms import EraseForm
from quizapp.people.queries import Member, get_member

bp = Blueprint("people_data", __name__)
PERSON = "/teach/<course_id>/people/<user_id>"


@bp.get(f"{PERSON}/data.json")
def export_json(course_id: str, user_id: str) -> Response:
    """Everything about the person as JSON."""
    content = export.to_json(_collect(course_id, user_id, "JSON"))
    return _download(content, "application/json", f"{user_id}.json")


@bp.get(f"{PERSON}/data.zip")
def export_csv(course_id: str, user_id: str) -> Response:
    """Everything about the person as CSV files."""
    content = export.to_zip(_collect(course_id, user_id, "CSV"))
    return _download(content, "application/zip", f"{user_id}.zip")


@bp.get(f"{PERSON}/erase")
def ask(course_id: str, user_id: str) -> str:
    """What would go, what would stay, and the name to type."""
    course, member = _load(course_id, user_id)
    return _ask_page(course, member, EraseForm(formdata=None))


@bp.post(f"{PERSON}/erase")
def erase(course_id: str, user_id: str) -> AnyResponse | tuple[str, int]:
    """Erase the person, once their name was typed."""
    course, member = _load(course_id, user_id)
    form = EraseForm()
    if not form.confirms(member.name):
        return _ask_page(course, member, form), 422
    service.erase(course_id, user_id, require_user().id, utc_now())
    flash("Erased. Nothing here names this person any more.", "good")
    return redirect(url_for("people.list_people", course_id=course_id), 303)


def _load(course_id: str, user_id: str) -> tuple[Course, Member]:
    course = get_course(require_user(), course_id, Action.EDIT_PEOPLE)
    return course, get_member(course_id, user_id)


def _collect(course_id: str, user_id: str, form: str) -> export.Export:
    _load(course_id, user_id)
    return service.export_person(course_id, user_id, require_user(), form, utc_now())


def _download(content: bytes, mimetype: str, filename: str) -> Response:
    response = Response(content, mimetype=mimetype)
    response.headers.set("Content-Disposition", "attachment", filename=filename)
    return response


def _ask_page(course: Course, member: Member, form: EraseForm) -> str:
    traces = erasure.find_traces(course, get_user(member.user_id))
    return render_template(
        "people/erase.html", course=course, member=member, traces=traces, form=form
    )
