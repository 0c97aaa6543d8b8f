"""Bringing a whole roster into a course: a file or a paste, a preview, and only then the change."""

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from quizapp.accounts.signin import require_user
from quizapp.clock import utc_now
from quizapp.courses import roster_import, service
from quizapp.courses.access import get_course
from quizapp.courses.forms import RosterForm
from quizapp.courses.models import Course
from quizapp.courses.roster_plan import RosterPlan
from quizapp.courses.rules import Action

bp = Blueprint("roster", __name__)
ROSTER = "/teach/<course_id>/people/import"


@bp.get(ROSTER)
def show(course_id: str) -> str:
    """The form that takes a file or a paste."""
    course = get_course(require_user(), course_id, Action.EDIT_PEOPLE)
    return _form_page(course, RosterForm(formdata=None))


@bp.post(ROSTER)
def preview(course_id: str) -> str | tuple[str, int]:
    """What the roster would change; nothing has changed yet."""
    course, form = get_course(require_user(), course_id, Action.EDIT_PEOPLE), RosterForm()
    found = form.read() if form.validate() else None
    if found is None:
        return _form_page(course, form), 422
    plan = roster_import.load_plan(course_id, found)
    return render_template("courses/roster_preview.html", course=course, plan=plan, form=form)


@bp.post(f"{ROSTER}/apply")
def import_people(course_id: str) -> Response | tuple[str, int]:
    """Change what the preview showed, or what has become of it meanwhile."""
    user, form = require_user(), RosterForm()
    course = get_course(user, course_id, Action.EDIT_PEOPLE)
    found = form.read() if form.validate() else None
    if found is None:
        return _form_page(course, form), 422
    plan = service.import_roster(course_id, found, user.id, utc_now())
    flash(_done(plan), "good")
    return redirect(url_for("people.list_people", course_id=course_id), 303)


def _done(plan: RosterPlan) -> str:
    counts = f"{len(plan.added)} added, {len(plan.changed)} changed, {len(plan.kept)} kept."
    left_out = len(plan.problems)
    if not left_out:
        return counts
    return f"{counts} {left_out} {'line was' if left_out == 1 else 'lines were'} left out."


def _form_page(course: Course, form: RosterForm) -> str:
    return render_template("courses/roster.html", course=course, form=form)
