"""The web side of a save: its token, its JSON, and the reply that a page's script gets."""

from flask import current_app, request
from flask_wtf.csrf import validate_csrf
from werkzeug.exceptions import RequestEntityTooLarge
from wtforms import ValidationError

from quizapp.attempts.saving import Saved
from quizapp.attempts.saving_json import MOST_BYTES, Sent, TooMuch, read_sent
from quizapp.errors import UserError

HEADER = "X-CSRFToken"


class StaleToken(UserError):
    """The token isn't of this browser's session; a script may fetch another one."""

    def __init__(self) -> None:
        super().__init__("This page was open too long to be saved. Reload it and try again.")


def read_request() -> Sent:
    """What the request brings; raises StaleToken, TooMuch or Malformed."""
    if current_app.config["WTF_CSRF_ENABLED"]:
        try:
            validate_csrf(request.headers.get(HEADER))
        except ValidationError:
            raise StaleToken from None
    request.max_content_length = MOST_BYTES
    try:
        return read_sent(request.get_data())
    except RequestEntityTooLarge:
        raise TooMuch from None


def reply(saved: Saved) -> dict[str, object]:
    """What the page learns."""
    return {
        "saved_at": saved.saved_at and saved.saved_at.isoformat(timespec="seconds"),
        "seconds_left": saved.seconds_left,
        "revision": saved.revision,
        "changed": saved.is_changed_elsewhere,
    }
