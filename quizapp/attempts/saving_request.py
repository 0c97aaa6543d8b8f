"""The web side of a save: its token, its JSON, and the reply that a page's script gets."""

from functools import lru_cache
from hmac import compare_digest

from flask import current_app, request, session
from itsdangerous import BadData
from werkzeug.exceptions import RequestEntityTooLarge

from quizapp.attempts.saving import Saved
from quizapp.attempts.saving_json import MOST_BYTES, Sent, TooMuch, read_sent
from quizapp.errors import UserError
from quizapp.signatures import SignedTexts

TOKEN = "csrf_token"  # of this browser, in its session
HEADER = "X-CSRFToken"


class StaleToken(UserError):
    """The token isn't of this browser's session; a script may fetch another one."""

    def __init__(self) -> None:
        super().__init__("This page was open too long to be saved. Reload it and try again.")


def read_request() -> Sent:
    """What the request brings; raises StaleToken, TooMuch or Malformed."""
    if current_app.config["WTF_CSRF_ENABLED"] and not _has_token():
        raise StaleToken
    request.max_content_length = MOST_BYTES
    try:
        return read_sent(request.get_data())
    except RequestEntityTooLarge:
        raise TooMuch from None


def _has_token() -> bool:
    """Whether the page that sent this was one of this browser's session, as forms are checked."""
    key, own = current_app.secret_key, session.get(TOKEN)
    if not key or not own:
        return False
    try:
        sent = _tokens(key).loads(request.headers.get(HEADER, ""))
    except BadData:
        return False
    return compare_digest(own, sent)


@lru_cache(8)
def _tokens(key: str | bytes) -> SignedTexts:
    """As Flask-WTF signs them; the same one comes with every save of a page."""
    return SignedTexts(key, salt="wtf-csrf-token")


def reply(saved: Saved) -> dict[str, object]:
    """What the page learns."""
    return {
        "saved_at": saved.saved_at and saved.saved_at.isoformat(timespec="seconds"),
        "seconds_left": saved.seconds_left,
        "revision": saved.revision,
        "changed": saved.is_changed_elsewhere,
    }
