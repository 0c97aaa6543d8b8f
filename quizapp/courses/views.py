"""Joining a course by its code."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response

from quizapp.accounts import service as accounts
from quizapp.accounts import signin
from quizapp.accounts.models import User
from quizapp.accounts.passwords import UnfitPassword
from quizapp.accounts.service import LoginTaken, WrongPassword
from quizapp.clock import utc_now
from quizapp.courses import queries, service
from quizapp.courses.forms import CodeForm, KnownPersonForm, NewPersonForm, add_error
from quizapp.courses.models import Course
from quizapp.courses.rules import show_code
from quizapp.courses.service import AlreadyIn, ClosedToJoining, NoSuchCode
from quizapp.errors import TooMany, UserError

bp = Blueprint("courses", __name__)

Page = str | Response | tuple[str, int] | tuple[str, int, dict[str, str]]


@bp.record_once
def tell_who_is_staff(state: BlueprintSetupState) -> None:
    """Sign-ins of staff end sooner, and only this feature knows who that is."""
    signin.standing(state.app).is_staff = queries.teaches


@bp.errorhandler(AlreadyIn)
def go_home(error: AlreadyIn) -> Response:
    """Nothing to join: say so on the first page."""
    flash(str(error), "info")
    return redirect("/", 303)


@bp.errorhandler(NoSuchCode)
@bp.errorhandler(ClosedToJoining)
@bp.errorhandler(TooMany)
def show_code_form(error: UserError) -> Page:
    """The code form with what is wrong, whether the code was typed or came as a link."""
    form = CodeForm()
    if request.view_args and "code" in request.view_args:
        form = CodeForm(formdata=None, code=request.view_args["code"])
    add_error(form.code, error)
    return _code_page(form), *_status_of(error)


@bp.get("/join")
def join() -> Page:
    """The form that asks for the code."""
    return _code_page(CodeForm())


@bp.post("/join")
def send_code() -> Page:
    """From a code to its course."""
    form = CodeForm()
    if not form.validate():
        return _code_page(form), 422
    course = _course(form.code.data)
    return redirect(url_for("courses.confirm", code=show_code(course.join_code)), 303)


@bp.get("/join/<code>")
def confirm(code: str) -> Page:
    """Is this your course?"""
    return _confirm_page(_course(code))


@bp.post("/join/<code>")
def join_course(code: str) -> Page:
    """Join as who one is, as a new person, or as somebody who signs in."""
    course = _course(code)
    how = request.form.get("how")
    if how == "new":
        return _join_as_new(course)
    if how == "known":
        return _join_as_known(course)
    service.join(course.id, signin.require_user().id, utc_now())
    return _joined(course)


def _course(typed: str) -> Course:
    user = signin.current_user()
    user_id = user.id if user else None
    return service.find_course_to_join(typed, user_id, signin.network(), utc_now())


def _join_as_new(course: Course) -> Page:
    form, now = NewPersonForm(prefix="new-"), utc_now()
    if not form.validate():
        return _confirm_page(course, new_form=form), 422
    try:
        token = service.join_as_new_person(
            course.id, form.person(), signin.this_device(), signin.network(), now
        )
    except LoginTaken as error:
        add_error(form.login, error)
    except UnfitPassword as error:
        add_error(form.password, error)
    else:
        return signin.set_token(_joined(course), token, is_shared=False)
    return _confirm_page(course, new_form=form), 422


def _join_as_known(course: Course) -> Page:
    form = KnownPersonForm(prefix="known-")
    if not form.validate():
        return _confirm_page(course, known_form=form), 422
    try:
        user = accounts.authenticate(
            form.login.data, form.password.data, signin.network(), utc_now()
        )
    except (WrongPassword, TooMany) as error:
        add_error(form.password, error)
        return _confirm_page(course, known_form=form), *_status_of(error)
    return _join_and_remember(course, user, is_shared=form.is_shared.data)


def _join_and_remember(course: Course, user: User, *, is_shared: bool) -> Response:
    now = utc_now()
    try:
        service.join(course.id, user.id, now)
        response = _joined(course)
    except AlreadyIn as error:
        response = go_home(error)
    return signin.remember(response, user, now, is_shared=is_shared)


def _joined(course: Course) -> Response:
    flash(f"You joined {course.title}.", "good")
    return redirect("/", 303)


def _status_of(error: UserError) -> tuple[int] | tuple[int, dict[str, str]]:
    """A form that failed is 422; a link that leads nowhere has the status of its error."""
    if isinstance(error, TooMany):
        return 429, {"Retry-After": str(error.retry_after)}
    if request.method == "POST":
        return (422,)
    return (403,) if isinstance(error, ClosedToJoining) else (404,)


def _code_page(form: CodeForm) -> str:
    return render_template("courses/join.html", form=form)


def _confirm_page(
    course: Course,
    new_form: NewPersonForm | None = None,
    known_form: KnownPersonForm | None = None,
) -> str:
    return render_template(
        "courses/confirm.html",
        course=course,
        instructor=queries.find_instructor_name(course.id),
        new_form=new_form or NewPersonForm(formdata=None, prefix="new-"),
        known_form=known_form or KnownPersonForm(formdata=None, prefix="known-"),
    )
