"""The site itself: its set-up, and the pages about it."""

from flask import Blueprint, current_app, redirect, render_template, session, url_for
from werkzeug.wrappers import Response

from quizapp.accounts import signin
from quizapp.accounts.passwords import UnfitPassword
from quizapp.accounts.service import LoginTaken
from quizapp.administration import service
from quizapp.administration.forms import SetupForm
from quizapp.clock import utc_now
from quizapp.errors import NotFound

bp = Blueprint("administration", __name__)
TOKEN = "setup_token"


@bp.get("/setup/<token>")
def open_setup(token: str) -> Response:
    """Move the token out of the address, where histories and logs would keep it."""
    if not service.may_set_up(current_app.config["SETTINGS"], token):
        raise NotFound
    session[TOKEN] = token
    return redirect(url_for("administration.set_up"))


@bp.get("/setup")
def set_up() -> str:
    """The form for the first administrator."""
    _ensure_may_set_up()
    return render_template("administration/setup.html", form=SetupForm())


@bp.post("/setup")
def send_setup() -> Response | tuple[str, int]:
    """Make the first administrator, and sign them in."""
    _ensure_may_set_up()
    form, now = SetupForm(), utc_now()
    if not form.validate():
        return render_template("administration/setup.html", form=form), 422
    try:
        user = service.make_first_administrator(form.person(), now)
    except (LoginTaken, UnfitPassword) as error:
        form.form_errors.append(str(error))
        return render_template("administration/setup.html", form=form), 422
    session.pop(TOKEN)
    return signin.remember(redirect(url_for("insights.home"), 303), user, now)


def _ensure_may_set_up() -> None:
    if not service.may_set_up(current_app.config["SETTINGS"], session.get(TOKEN, "")):
        raise NotFound


@bp.get("/help")
def help_page() -> str:
    """How to take a quiz, and whom to ask."""
    return render_template("administration/help.html")


@bp.get("/accessibility")
def accessibility() -> str:
    """What was done and tested, and what is known not to work."""
    return render_template("administration/accessibility.html")


@bp.get("/privacy")
def privacy() -> str:
    """What is kept about a person, and for how long."""
    return render_template(
        "administration/privacy.html", contact=current_app.config["SETTINGS"].mail
    )
