"""Signing in and out, and a person's own account."""

from datetime import timedelta

from flask import (
    Blueprint,
    current_app,
    flash,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from werkzeug.wrappers import Response

from quizapp.accounts import browser, service, signin
from quizapp.accounts.forms import NameForm, PasswordForm, SignInForm, ThemeForm, add_error
from quizapp.accounts.passwords import UnfitPassword
from quizapp.accounts.service import PasswordChange, WrongOldPassword, WrongPassword
from quizapp.accounts.sign_ins import handle_of
from quizapp.accounts.signin import login_required, require_user
from quizapp.clock import utc_now
from quizapp.errors import TooMany

bp = Blueprint("accounts", __name__)
bp.before_app_request(signin.note_seen)

Page = str | Response | tuple[str, int] | tuple[str, int, dict[str, str]]
A_YEAR = timedelta(days=365)
UNSENT = "You are signed out. Sign in again in a new tab; your answers stay here."


@bp.app_errorhandler(signin.SignInNeeded)
def ask_to_sign_in(_error: signin.SignInNeeded) -> Response:
    """Send to the sign-in page, which leads back here; a script that sent JSON learns why."""
    if request.is_json:
        return make_response(jsonify(error=UNSENT), 401)
    unsent = None if request.method in ("GET", "HEAD") else "1"
    return redirect(url_for("accounts.sign_in", next=signin.way_back(), unsent=unsent), 303)


@bp.get("/signin")
def sign_in() -> Page:
    """The sign-in form; who is signed in already goes on."""
    if signin.current_user():
        return redirect(_next())
    return _sign_in_page(SignInForm())


@bp.post("/signin")
def send_sign_in() -> Page:
    """Sign in and go on to where one was going."""
    form, now = SignInForm(), utc_now()
    if not form.validate():
        return _sign_in_page(form), 422
    try:
        user = service.authenticate(form.login.data, form.password.data, signin.network(), now)
    except WrongPassword as error:
        add_error(form.password, error)
        return _sign_in_page(form), 422
    except TooMany as error:
        form.form_errors.append(str(error))
        return _sign_in_page(form), 429, {"Retry-After": str(error.retry_after)}
    return signin.remember(redirect(_next(), 303), user, now, is_shared=form.is_shared.data)


@bp.get("/signin/help")
def sign_in_help() -> str:
    """What to try, and whom to ask."""
    return render_template("accounts/signin_help.html")


@bp.post("/signout")
def sign_out() -> Response:
    """End this browser's sign-in."""
    session.clear()
    return signin.forget(redirect(url_for("accounts.sign_in"), 303))


@bp.get("/account")
@login_required
def account() -> str:
    """Name, password, devices and theme."""
    return _account_page()


@bp.get("/account/<any(name, password, theme, devices):_part>")
def account_part(_part: str) -> Response:
    """Whoever reloads a page that answered a form comes back to the account."""
    return redirect(url_for("accounts.account"))


@bp.post("/account/name")
@login_required
def change_name() -> Page:
    """Change what others call this person."""
    form = NameForm()
    if not form.validate():
        return _account_page(name_form=form), 422
    service.change_name(require_user().id, form.name.data)
    return _changed("Your name is changed.")


@bp.post("/account/password")
@login_required
def change_password() -> Page:
    """Change the password; every other device is signed out."""
    form = PasswordForm()
    if not form.validate():
        return _account_page(password_form=form), 422
    try:
        return _with_new_password(PasswordChange(form.old.data, form.new.data))
    except WrongOldPassword as error:
        add_error(form.old, error)
    except UnfitPassword as error:
        add_error(form.new, error)
    except TooMany as error:
        form.form_errors.append(str(error))
        page = _account_page(password_form=form)
        return page, 429, {"Retry-After": str(error.retry_after)}
    return _account_page(password_form=form), 422


@bp.post("/account/devices")
@login_required
def end_devices() -> Response:
    """Sign out one device, or every other one."""
    user, handle, now = require_user(), request.form.get("handle", ""), utc_now()
    if handle:
        service.end_sign_in(user.id, handle, now)
        return _changed("That device is signed out.")
    service.end_sign_ins(user.id, now, but=signin.current_token())
    return _changed("All other devices are signed out.")


@bp.post("/account/theme")
def change_theme() -> Page:
    """Keep light or dark in a cookie; as the device: no cookie."""
    form = ThemeForm()
    if not form.validate():
        return redirect(url_for("accounts.account"), 303)
    response = _changed("The theme is changed.")
    if form.theme.data == "system":
        response.delete_cookie("theme")
        return response
    response.set_cookie(
        "theme", form.theme.data, max_age=A_YEAR, secure=request.is_secure, samesite="Lax"
    )
    return response


def _next() -> str:
    return browser.own_path(request.args.get("next")) or "/"


def _sign_in_page(form: SignInForm) -> str:
    reason = signin.reason_to_sign_in()
    return render_template("accounts/signin.html", form=form, reason=reason)


def _changed(sentence: str) -> Response:
    flash(sentence, "good")
    return redirect(url_for("accounts.account"), 303)


def _with_new_password(change: PasswordChange) -> Response:
    sign_in = signin.require_sign_in()
    token = service.change_password(
        sign_in.user.id, change, signin.network(), signin.current_token() or "", utc_now()
    )
    response = _changed("Your password is changed. Your other devices are signed out.")
    return signin.set_token(response, token, is_shared=sign_in.seen.is_shared)


def _account_page(
    name_form: NameForm | None = None, password_form: PasswordForm | None = None
) -> str:
    sign_in = signin.require_sign_in()
    return render_template(
        "accounts/account.html",
        user=sign_in.user,
        name_form=name_form or NameForm(formdata=None, name=sign_in.user.name),
        password_form=password_form or PasswordForm(formdata=None),
        theme_form=ThemeForm(formdata=None, theme=request.cookies.get("theme", "system")),
        devices=[
            (handle_of(found), found, found.token_hash == sign_in.token_hash)
            for found in signin.list_devices(sign_in.user)
        ],
        zone=current_app.config["SETTINGS"].zone,
    )
