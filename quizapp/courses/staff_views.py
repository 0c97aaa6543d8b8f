"""A course as those who teach it see it: making one, its settings, and its join code."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.accounts.signin import current_user, require_user
from quizapp.clock import utc_now
from quizapp.courses import service
from quizapp.courses.access import get_course, may_do, may_make_courses
from quizapp.courses.forms import CourseForm, NewCourseForm
from quizapp.courses.models import Course
from quizapp.courses.qr import make_drawing
from quizapp.courses.rules import Action, show_code
from quizapp.errors import NotFound

bp = Blueprint("course", __name__)
COURSE = "/teach/<course_id>"
Page = str | Response | tuple[str, int]
ONLY_HERE = ("127.0.0.1", "localhost", "[::1]")


@bp.app_template_global()
def may_in_course(course_id: str, action: str) -> bool:
    """Whether the reader may do the action with this name of Action; a link leads nowhere else."""
    user = current_user()
    return user is not None and may_do(user, course_id, Action[action])


@bp.app_template_global()
def join_address(course: Course) -> str:
    """Where students join, whole, for the projector and the QR code."""
    return url_for("courses.confirm", code=show_code(course.join_code), _external=True)


@bp.app_template_global()
def join_drawing(course: Course) -> object:
    """The join address as a QR code: size and path of a drawing."""
    return make_drawing(join_address(course))


@bp.app_template_filter()
def as_code(stored: str) -> str:
    """A stored join code as people read it."""
    return show_code(stored)


@bp.get("/teach/new-course")
def new() -> Page:
    """The form of a new course."""
    _ensure_may_make_courses()
    form = NewCourseForm(formdata=None, zone=_site_zone())
    form.offer_zones(_site_zone())
    return render_template("courses/new.html", form=form)


@bp.post("/teach/new-course")
def create() -> Page:
    """Make a course; whoever makes it teaches it."""
    _ensure_may_make_courses()
    form = NewCourseForm()
    form.offer_zones(_site_zone())
    if not form.validate():
        return render_template("courses/new.html", form=form), 422
    title = form.title.data
    course = service.create_course(title, form.zone.data, require_user().id, utc_now())
    flash(f"{course.title} is made. Students join it with the code {show_code(course.join_code)}.")
    return redirect(url_for("insights.course", course_id=course.id), 303)


@bp.get(f"{COURSE}/settings")
def settings(course_id: str) -> Page:
    """Title, zone, joining."""
    course = get_course(require_user(), course_id, Action.EDIT_COURSE)
    form = CourseForm(formdata=None, obj=course)
    form.offer_zones(course.zone)
    return render_template("courses/settings.html", course=course, form=form)


@bp.post(f"{COURSE}/settings")
def save_settings(course_id: str) -> Page:
    """Change title, zone, joining."""
    user = require_user()
    course = get_course(user, course_id, Action.EDIT_COURSE)
    form = CourseForm()
    form.offer_zones(course.zone)
    if not form.validate():
        return render_template("courses/settings.html", course=course, form=form), 422
    service.change_course(course_id, form.changes(), user.id, utc_now())
    flash("The settings are saved.", "good")
    return redirect(url_for("course.settings", course_id=course_id), 303)


@bp.get(f"{COURSE}/code")
def show_big(course_id: str) -> str:
    """The join code for the projector."""
    course = get_course(require_user(), course_id, Action.SEE_PEOPLE)
    is_only_here = request.host.rpartition(":")[0] in ONLY_HERE or request.host in ONLY_HERE
    return render_template("courses/code.html", course=course, is_only_here=is_only_here)


@bp.post(f"{COURSE}/code/renew")
def renew_code(course_id: str) -> Response:
    """A new code; the old one fails at once."""
    user = require_user()
    get_course(user, course_id, Action.EDIT_PEOPLE)
    code = service.renew_code(course_id, user.id, utc_now())
    return _to_people(course_id, f"The code is now {show_code(code)}. The old one doesn't work.")


@bp.post(f"{COURSE}/code/open")
def open_joining(course_id: str) -> Response:
    """Let people join by the code."""
    user = require_user()
    get_course(user, course_id, Action.EDIT_PEOPLE)
    service.open_joining(course_id, user.id, utc_now())
    return _to_people(course_id, "People can join with the code.")


@bp.post(f"{COURSE}/code/close")
def close_joining(course_id: str) -> Response:
    """Let nobody join by the code."""
    user = require_user()
    get_course(user, course_id, Action.EDIT_PEOPLE)
    service.close_joining(course_id, user.id, utc_now())
    return _to_people(course_id, "Nobody can join with the code now.")


def _to_people(course_id: str, sentence: str) -> Response:
    flash(sentence, "good")
    return redirect(url_for("people.list_people", course_id=course_id), 303)


def _ensure_may_make_courses() -> None:
    if not may_make_courses(require_user()):
        raise NotFound


def _site_zone() -> str:
    zone: str = current_app.config["SETTINGS"].zone
    return zone
