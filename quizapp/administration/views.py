"""The site itself: its set-up, and the pages about it."""

from flask import Blueprint, current_app, redirect, render_template, session, url_for
from werkzeug.wrappers import Response

from quizapp.accounts import signin
from quizapp.administration import service
from quizapp.administration.forms import SetupForm
from quizapp.clock import utc_now
from quizapp.errors import NotFound, UserError

bp = Blueprint("administration", __name__)
TOKEN = "setup_token"


@bp.get("/setup/<token>")
def open_setup(token: str) -> Response:
    """Move the token out of the address, where histories and logs would keep it."""
    if not service.may_set_up(current_app.config["SETTINGS"], token):
        raise NotFound
    session[TOKEN] = token
    return redirect(url_for("administration.set_up"))


@bp.route("/setup", methods=["GET", "POST"])
def set_up() -> Response | tuple[str, int] | str:
    """Make the first administrator."""
    if not service.may_set_up(current_app.config["SETTINGS"], session.get(TOKEN, "")):
        raise NotFound
    form = SetupForm()
    if not form.is_submitted():
        return render_template("administration/setup.html", form=form)
    if form.validate() and (user := _made(form)):
        session.pop(TOKEN)
        return signin.remember(redirect("/teach/"), user, utc_now())
    return render_template("administration/setup.html", form=form), 422


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
