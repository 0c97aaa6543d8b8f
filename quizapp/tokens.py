"""The token that a browser's forms and scripts bring back, which no other site's page can know.

It is Flask-WTF's, but signed once for each browser instead of for each page.
"""

from functools import lru_cache
from hmac import compare_digest

from flask import Flask, current_app, session
from flask_wtf import CSRFProtect, FlaskForm
from flask_wtf.csrf import generate_csrf
from itsdangerous import BadData

from quizapp.signatures import SignedTexts

TOKEN = "csrf_token"  # of this browser, in its session
KEPT = 4096


class Form(FlaskForm):
    """A form without a token of its own: Protection asks for one before any view is called."""

    class Meta(FlaskForm.Meta):
        """Says so to WTForms."""

        csrf = False


class Protection(CSRFProtect):
    """Refuses what is sent without the token; pages write it with `csrf_token()`."""

    def init_app(self, app: Flask) -> None:
        """Protect every view of `app` that isn't exempt."""
        super().init_app(app)
        app.jinja_env.globals["csrf_token"] = csrf_token
        app.context_processor(lambda: {"csrf_token": csrf_token})


def csrf_token() -> str:
    """What this browser has to bring back."""
    key, own = current_app.secret_key, session.get(TOKEN)
    return _signed(key, own) if key and own else str(generate_csrf())


def is_token(sent: str) -> bool:
    """Whether the page that brings this was one of this browser's session, as forms are checked."""
    key, own = current_app.secret_key, session.get(TOKEN)
    if not key or not own:
        return False
    try:
        return compare_digest(own, _tokens(key).loads(sent))
    except BadData:
        return False


@lru_cache(KEPT)
def _signed(key: str | bytes, own: str) -> str:
    return str(_tokens(key).dumps(own))


@lru_cache(8)
def _tokens(key: str | bytes) -> SignedTexts:
    """As Flask-WTF signs them; the same one comes with every save of a page."""
    return SignedTexts(key, salt="wtf-csrf-token")
