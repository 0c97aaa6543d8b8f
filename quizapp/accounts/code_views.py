"""Signing in with a code: the code, then a password of one's own."""

from flask import Blueprint, flash, redirect, render_template, session, url_for
from werkzeug.wrappers import Response

from quizapp.accounts import code_service, signin
from quizapp.accounts.code_service import WrongCode
from quizapp.accounts.forms import CodeForm, NewPasswordForm, add_error
from quizapp.accounts.models import User
from quizapp.accounts.passwords import UnfitPassword
from quizapp.clock import utc_now
from quizapp.errors import TooMany

bp = Blueprint("codes", __name__)
CHECKED = "sign_in_code"  # the hash of a code that was typed right, in the signed session cookie

Page = str | Response | tuple[str, int] | tuple[str, int, dict[str, str]]


@bp.get("/signin/code")
def ask() -> str:
    """The form that asks for the code."""
    return render_template("accounts/code.html", form=CodeForm(formdata=None))


@bp.post("/signin/code")
def send() -> Page:
    """From a code to the form that sets the password; only that uses the code up."""
    form = CodeForm()
    if not form.validate():
        return render_template("accounts/code.html", form=form), 422
    try:
        session[CHECKED] = code_service.check_code(form.code.data, signin.network(), utc_now())
    except WrongCode as error:
        add_error(form.code, error)
        return render_template("accounts/code.html", form=form), 422
    except TooMany as error:
        add_error(form.code, error)
        page = render_template("accounts/code.html", form=form)
        return page, 429, {"Retry-After": str(error.retry_after)}
    return redirect(url_for("codes.choose_password"), 303)


@bp.get("/signin/code/password")
def choose_password() -> Page:
    """The form for a new password, for whom the code is."""
    user = code_service.find_person(session.get(CHECKED, ""), utc_now())
    if user is None:
        return redirect(url_for("codes.ask"))
    return _password_page(user, NewPasswordForm(formdata=None))


@bp.post("/signin/code/password")
def set_password() -> Page:
    """Set the password, use the code up, and sign in."""
    form, now = NewPasswordForm(), utc_now()
    code_hash = session.get(CHECKED, "")
    user = code_service.find_person(code_hash, now)
    if user is None or not form.validate():
        return redirect(url_for("codes.ask"), 303)
    try:
        code_service.use_code(code_hash, form.new.data or "", now)
    except UnfitPassword as error:
        add_error(form.new, error)
        return _password_page(user, form), 422
    except WrongCode as error:
        flash(str(error), "warn")
        return redirect(url_for("codes.ask"), 303)
    session.pop(CHECKED)
    flash("Your password is set. From now on you sign in with it.", "good")
    return signin.remember(redirect("/", 303), user, now, is_shared=form.is_shared.data)


def _password_page(user: User, form: NewPasswordForm) -> str:
    return render_template("accounts/code_password.html", user=user, form=form)
