"""The people of a course: the list, adding somebody, and one person with all they did."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.accounts.forms import add_error
from quizapp.accounts.names import UnfitName
from quizapp.accounts.service import get_user
from quizapp.accounts.signin import require_user
from quizapp.attempts.late_decisions import Decider
from quizapp.clock import utc_now
from quizapp.courses.access import get_course
from quizapp.courses.rules import Action, Role
from quizapp.courses.service import AlreadyIn
from quizapp.people import letting_in, people_page, person_page, service
from quizapp.people.forms import PersonForm, RoleForm, TimeForm
from quizapp.people.service import LastInstructor, NewMember, NobodyThere

bp = Blueprint("people", __name__)
PEOPLE = "/teach/<course_id>/people"
PERSON = f"{PEOPLE}/<user_id>"
Page = str | Response | tuple[str, int]


@bp.get(PEOPLE)
def list_people(course_id: str) -> str:
    """Join code, students, staff, and those who left."""
    course, now = get_course(require_user(), course_id, Action.SEE_PEOPLE), utc_now()
    service.settle_course(course_id, now)
    page = people_page.load(course_id, now, request.args.to_dict())
    return render_template("people/people.html", course=course, page=page, today=now)


@bp.get(f"{PEOPLE}/add")
def add(course_id: str) -> str:
    """The form that adds one person."""
    course = get_course(require_user(), course_id, Action.EDIT_PEOPLE)
    form = PersonForm(formdata=None, role=Role.STUDENT)
    return render_template("people/add.html", course=course, form=form)


@bp.post(f"{PEOPLE}/add")
def send_person(course_id: str) -> Page:
    """Add one person, with an account made if there is none."""
    user, form = require_user(), PersonForm()
    course = get_course(user, course_id, Action.EDIT_PEOPLE)
    if form.validate():
        new = NewMember(form.login.data, form.name.data or "", Role(form.role.data))
        try:
            added = service.add_member(course_id, new, user.id, utc_now())
        except AlreadyIn:
            form.login.errors = ["This person is in the course already."]
        except (NobodyThere, UnfitName) as error:
            add_error(form.name, error)
        else:
            return _to_person(course_id, added.id, f"{added.name} is in the course.")
    return render_template("people/add.html", course=course, form=form), 422


@bp.get(PERSON)
def show(course_id: str, user_id: str) -> str:
    """One person: attempts, times, role."""
    get_course(require_user(), course_id, Action.SEE_PEOPLE)
    service.settle_course(course_id, utc_now())
    return _show(course_id, user_id)


@bp.post(f"{PERSON}/time")
def change_time(course_id: str, user_id: str) -> Page:
    """Change a student's time in every quiz of the course."""
    user, form = require_user(), TimeForm()
    get_course(user, course_id, Action.EDIT_PEOPLE)
    if not form.validate():
        return _show(course_id, user_id, time_form=form), 422
    decider = Decider(user.id, utc_now())
    going_on = service.change_time(course_id, user_id, form.read(), decider)
    goes_on = " The attempt that had run out of time goes on." if going_on else ""
    return _to_person(course_id, user_id, f"The time is {form.read()}% now.{goes_on}")


@bp.post(f"{PERSON}/role")
def change_role(course_id: str, user_id: str) -> Page:
    """Change a person's role."""
    user, form = require_user(), RoleForm()
    get_course(user, course_id, Action.EDIT_PEOPLE)
    if not form.validate():
        return _show(course_id, user_id, role_form=form), 422
    try:
        service.change_role(course_id, user_id, Role(form.role.data), user.id, utc_now())
    except LastInstructor as error:
        add_error(form.role, error)
        return _show(course_id, user_id, role_form=form), 422
    if user_id == user.id and not user.is_administrator:
        return redirect(url_for("insights.home"), 303)
    return _to_person(course_id, user_id, "The role is changed.")


@bp.post(f"{PERSON}/remove")
def remove(course_id: str, user_id: str) -> Response:
    """Take a person out of the course; attempts are kept."""
    user = require_user()
    get_course(user, course_id, Action.EDIT_PEOPLE)
    service.remove_member(course_id, user_id, user.id, utc_now())
    flash("Removed from the course. Their attempts are kept.", "good")
    if user_id == user.id and not user.is_administrator:
        return redirect(url_for("insights.home"), 303)
    return redirect(url_for("people.list_people", course_id=course_id), 303)


def _show(
    course_id: str,
    user_id: str,
    time_form: TimeForm | None = None,
    role_form: RoleForm | None = None,
) -> str:
    user = require_user()
    course = get_course(user, course_id, Action.SEE_PEOPLE)
    page = person_page.load(course_id, user_id)
    member = page.member
    percent = "" if member.percent == 100 else str(member.percent)
    return render_template(
        "people/person.html",
        course=course,
        page=page,
        today=utc_now(),
        may_let_in=letting_in.is_allowed(user, course_id, get_user(user_id)),
        time_form=time_form or TimeForm(formdata=None, percent=percent),
        role_form=role_form or RoleForm(formdata=None, role=member.role),
    )


def _to_person(course_id: str, user_id: str, sentence: str) -> Response:
    flash(sentence, "good")
    return redirect(url_for("people.show", course_id=course_id, user_id=user_id), 303)
