"""Which status each error has, and the page that says it."""

import secrets
import sqlite3
from zoneinfo import ZoneInfo

from flask import Flask, Response, current_app, jsonify, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DataError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from werkzeug.exceptions import HTTPException, SecurityError

from quizapp.accounts.signin import note_denial
from quizapp.clock import utc_now
from quizapp.errors import Conflict, NotFound, Refused, TooLarge, TooMany, UserError

# The driver's own comes from waiting for the turn to write, which happens outside of a statement.
PASSING = (OperationalError, sqlite3.OperationalError, NoConnectionFree)
STATUSES: dict[type[UserError], int] = {
    NotFound: 404,
    Refused: 403,
    Conflict: 409,
    TooLarge: 413,
    TooMany: 429,
}
TITLES = {
    400: "That didn't work",
    403: "Not possible now",
    404: "Page not found",
    405: "That didn't work",
    409: "Something changed meanwhile",
    413: "Too large",
    429: "Too many tries",
    500: "Something went wrong",
    503: "We can't save right now",
}
NOT_FOUND = str(NotFound())
SENTENCES = {
    400: "The request could not be understood. Go back and try again.",
    403: NOT_FOUND,
    404: NOT_FOUND,
    405: "This address can't be used that way. Go back and try again.",
    413: "That is larger than 1 MB.",
    503: "We can't save right now. Keep this page open, and try again in a minute.",
}


def init_error_pages(app: Flask) -> None:
    """Answer every error of `app` with a page."""
    app.register_error_handler(UserError, user_error)
    app.register_error_handler(CSRFError, expired_form)
    app.register_error_handler(HTTPException, http_error)
    for kind in PASSING:
        app.register_error_handler(kind, database_error)
    app.register_error_handler(DataError, unfit_text)
    app.register_error_handler(Exception, unexpected_error)


def error_page(status: int, sentence: str, reference: str = "") -> Response:
    """The page for `status`; a script that sent JSON gets the sentence as JSON."""
    if request.is_json:
        return make_response(jsonify(error=sentence), status)
    title = TITLES.get(status, TITLES[400])
    html = render_template("error.html", title=title, sentence=sentence, reference=reference)
    return make_response(html, status)


def user_error(error: UserError) -> Response:
    """What a person can mend: their sentence, and the status of its kind."""
    if isinstance(error, NotFound):
        note_denial()
    status = next((STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES), 400)
    response = error_page(status, str(error))
    if isinstance(error, TooMany):
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def expired_form(_error: CSRFError) -> Response:
    """A form whose token doesn't fit the browser's session."""
    return error_page(400, "This page was open too long to be sent. Reload it and try again.")


def http_error(error: HTTPException) -> Response:
    """What Flask and Werkzeug refuse; 403 and 404 are one, so that no page confirms what exists."""
    if isinstance(error, SecurityError):  # another host's name: no page of ours can have links
        return make_response(str(error.description), 400)
    status = 404 if error.code == 403 else error.code or 500
    if error.response is not None or status < 400:
        return make_response(error.get_response())
    return error_page(status, SENTENCES.get(status, SENTENCES[400]))


def database_error(error: Exception) -> Response:
    """A full disk, a locked or a restarting database passes; say that nothing was saved."""
    current_app.logger.error("database: %s", getattr(error, "orig", error))
    return error_page(503, SENTENCES[503])


def unfit_text(error: DataError) -> Response:
    """What no form of ours sends and PostgreSQL doesn't take, such as a NUL in a text."""
    current_app.logger.error("database: %s", error.orig)
    return error_page(400, SENTENCES[400])


def unexpected_error(error: Exception) -> Response:
    """Our fault: a reference to find it in the log, and nothing else."""
    reference = secrets.token_hex(4)
    current_app.logger.exception("error %s", reference, exc_info=error)
    now = utc_now().astimezone(ZoneInfo(current_app.config["SETTINGS"].zone))
    sentence = f"Something went wrong on our side. Answers saved before {now:%H:%M} are safe."
    return error_page(500, sentence, reference)
