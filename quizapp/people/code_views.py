"""Sign-in codes for one person, and a sheet of them for all who never signed in.

A code is shown once, in the answer to the form that made it: the database keeps only its hash.
"""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from quizapp.accounts.signin import require_user
from quizapp.clock import utc_now
from quizapp.courses.access import get_course
from quizapp.courses.rules import Action
from quizapp.people import service
from quizapp.people.queries import get_member

bp = Blueprint("people_codes", __name__)
PEOPLE = "/teach/<course_id>/people"


@bp.get(f"{PEOPLE}/codes")
@bp.get(f"{PEOPLE}/<user_id>/code")
def leave(course_id: str, user_id: str | None = None) -> Response:
    """Whoever comes back to a page with codes finds them gone, and the way to new ones."""
    get_course(require_user(), course_id, Action.LET_IN)
    if user_id is None:
        return redirect(url_for("people.list_people", course_id=course_id))
    get_member(course_id, user_id)
    return redirect(url_for("people.show", course_id=course_id, user_id=user_id))


@bp.post(f"{PEOPLE}/codes")
def make_sheet(course_id: str) -> str:
    """A code for each student who never signed in, to be printed."""
    user, now = require_user(), utc_now()
    course = get_course(user, course_id, Action.LET_IN)
    made = service.make_codes(course_id, user.id, now)
    return render_template("people/codes.html", course=course, made=made)


@bp.post(f"{PEOPLE}/<user_id>/code")
def make_one(course_id: str, user_id: str) -> str:
    """A code for one person."""
    user, now = require_user(), utc_now()
    course = get_course(user, course_id, Action.LET_IN)
    made = service.make_code(course_id, user_id, user, now)
    return render_template("people/codes.html", course=course, made=[made], person=made.user_id)
