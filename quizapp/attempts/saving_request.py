"""The web side of a save: its token, its JSON, and the reply that a page's script gets."""

from flask import current_app, request

from quizapp.attempts.saving import Saved
from quizapp.attempts.saving_json import Sent, read_sent
from quizapp.display import clock_time
from quizapp.errors import UserError
from quizapp.tokens import csrf_token, is_token

HEADER = "X-CSRFToken"


class StaleToken(UserError):
    """The token isn't of this browser's session; the script gets another one."""

    def __init__(self) -> None:
        super().__init__("This page was open too long to be saved. Reload it and try again.")


def read_request() -> Sent:
    """What the request brings; raises StaleToken or Malformed."""
    if current_app.config["WTF_CSRF_ENABLED"] and not is_token(request.headers.get(HEADER, "")):
        raise StaleToken
    return read_sent(request.get_data())


def fresh_token(error: StaleToken) -> dict[str, str]:
    """What a page gets that was open for longer than its session."""
    return {"error": str(error), "token": csrf_token()}


def reply(saved: Saved) -> dict[str, object]:
    """What the page learns; the time is the course's, as the page writes it."""
    return {
        "saved_at": saved.saved_at and clock_time(saved.saved_at, saved.zone),
        "seconds_left": saved.seconds_left,
        "revision": saved.revision,
        "changed": saved.is_changed_elsewhere,
    }
