"""Who is signed in: the cookie, the row it names, and the pages only known people may see."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import ParamSpec, TypeVar
from urllib.parse import urlsplit

from flask import current_app, request
from flask.sansio.app import App
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.wrappers import Response

from quizapp.accounts import browser, queries, rules, service
from quizapp.accounts.audit import Act, record_alone
from quizapp.accounts.models import SignIn, User
from quizapp.accounts.queries import OwnSignIn, Visitor
from quizapp.accounts.rules import Seen
from quizapp.accounts.sign_ins import Device, hash_token
from quizapp.clock import utc_now
from quizapp.errors import UserError
from quizapp.headers import cookie_name

Given = ParamSpec("Given")
Result = TypeVar("Result")
Asked = Callable[[str], bool]  # takes a person's id

KEPT = "quizapp.sign_in"  # in the request's environ: Flask's g may outlive a request
EXTENSION = "quizapp-standing"
COOKIE_LIFE = timedelta(days=30)  # the browser's; the server's rule ends most sign-ins before


class SignInNeeded(UserError):
    """The page is for people who are signed in; answered by the sign-in page."""

    def __init__(self) -> None:
        super().__init__("Sign in to see this page.")


@dataclass
class Standing:
    """What higher features know about a person and the end of a sign-in depends on."""

    is_staff: Asked = lambda _user_id: False
    is_taking: Asked = lambda _user_id: False
    asking: frozenset[str] = frozenset()  # endpoints whose own query finds who is signed in


def standing(app: App) -> Standing:
    """The questions of `app`; courses and attempts put their answers here when registered."""
    found: Standing = app.extensions.setdefault(EXTENSION, Standing())
    return found


def current_user() -> Visitor | None:
    """Who is signed in on this browser, if anybody; read once a request."""
    sign_in = current_sign_in()
    return sign_in.user if sign_in else None


def current_sign_in() -> OwnSignIn | None:
    """The sign-in of this browser, if it hasn't ended."""
    if KEPT not in request.environ:
        request.environ[KEPT] = _load_sign_in()
    found: OwnSignIn | None = request.environ[KEPT]
    return found


def require_sign_in() -> OwnSignIn:
    """The sign-in of this browser; raises SignInNeeded."""
    sign_in = current_sign_in()
    if sign_in is None:
        raise SignInNeeded
    return sign_in


def require_user() -> Visitor:
    """Who is signed in; raises SignInNeeded."""
    return require_sign_in().user


def login_required(view: Callable[Given, Result]) -> Callable[Given, Result]:
    """Show `view` to people who are signed in; others sign in first and come back."""

    @wraps(view)
    def shown(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        require_user()
        return view(*args, **kwargs)

    return shown


def remember(response: Response, user: User, now: datetime, *, is_shared: bool = False) -> Response:
    """Sign `user` in on this browser; what it was signed in as before ends."""
    token = service.sign_in(user.id, this_device(is_shared=is_shared), now)
    return set_token(response, token, is_shared=is_shared)


def this_device(*, is_shared: bool = False) -> Device:
    """The browser that this request comes from."""
    return Device(
        name=browser.name_device(request.headers.get("User-Agent", "")),
        is_shared=is_shared,
        old_token=current_token(),
    )


def set_token(response: Response, token: str, *, is_shared: bool) -> Response:
    """Keep the token in a cookie; on a shared computer only until the browser closes."""
    request.environ.pop(KEPT, None)
    response.set_cookie(
        cookie_name("signin"),
        token,
        max_age=None if is_shared else COOKIE_LIFE,
        secure=request.is_secure,
        httponly=True,
        samesite="Lax",
    )
    return response


def forget(response: Response) -> Response:
    """Sign this browser out, on the server and in its cookies."""
    token = current_token()
    if token:
        service.sign_out(token, utc_now())
    request.environ.pop(KEPT, None)
    response.delete_cookie(
        cookie_name("signin"), secure=request.is_secure, httponly=True, samesite="Lax"
    )
    return response


def current_token() -> str | None:
    """The token this browser holds, good or dead."""
    return request.cookies.get(cookie_name("signin")) or None


def network() -> str:
    """The network this request comes from, as failures are counted."""
    return browser.network_of(request.remote_addr or "")


def way_back() -> str:
    """Where to go on after signing in: this page, or the page whose form was sent."""
    if request.method in ("GET", "HEAD"):
        return browser.own_path(request.full_path.removesuffix("?")) or "/"
    sent_from = urlsplit(request.referrer or "")
    if sent_from.netloc != request.host:
        return "/"
    query = f"?{sent_from.query}" if sent_from.query else ""
    return browser.own_path(sent_from.path + query) or "/"


def reason_to_sign_in() -> str:
    """Why the sign-in page has come up, as a sentence; empty if somebody just asked for it."""
    if "unsent" in request.args:
        return (
            "You were signed out before that arrived, so it wasn't saved. "
            "Sign in, then go back to your page and send it again."
        )
    if request.args.get("next", "").startswith("/attempts/"):
        return "Your answers are safe. Sign in to go on."
    return "You are signed out. Sign in to go on." if current_token() else ""


def list_devices(user: Visitor) -> list[SignIn]:
    """Where `user` is signed in at the moment, the latest first."""
    return [
        found
        for found in queries.list_sign_ins(user.id)
        if not _has_ended(Seen(found.made_at, found.seen_at, found.is_shared), user)
    ]


def note_seen() -> None:
    """Before each request: load who is signed in, and note every few minutes that they are here."""
    if request.endpoint == "static" or request.endpoint in standing(current_app).asking:
        return
    sign_in, now = current_sign_in(), utc_now()
    if sign_in is not None and now >= sign_in.seen.seen_at + rules.SEEN_EVERY:
        service.see(sign_in.token_hash, now)


def note_denial() -> None:
    """Leave a row that somebody signed in asked for what isn't here, or isn't theirs to see.

    The denial stands whether or not the row can be written.
    """
    try:
        user = current_user()
        if user is not None:
            record_alone(Act.DENIED, _asked_for(), utc_now(), by=user.id)
    except SQLAlchemyError as error:
        current_app.logger.error("a denial could not be recorded: %s", error)


def _asked_for() -> str:
    """The view and the ids in the address, without secrets."""
    names = request.view_args or {}
    ids = [f"{name} {value}" for name, value in names.items() if name != "token"]
    return ", ".join([f"{request.method} {request.endpoint}", *ids])


def _load_sign_in() -> OwnSignIn | None:
    token = current_token()
    sign_in = queries.find_sign_in(hash_token(token)) if token else None
    return None if sign_in is None or _has_ended(sign_in.seen, sign_in.user) else sign_in


def _has_ended(seen: Seen, user: Visitor) -> bool:
    """Asks what kind of person it is only when that matters."""
    now = utc_now()
    if rules.is_surely_alive(seen, now):
        return False
    ask = standing(current_app)
    return rules.has_ended(
        seen,
        now,
        is_staff=user.is_administrator or ask.is_staff(user.id),
        is_taking=ask.is_taking(user.id),
    )
