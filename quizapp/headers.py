"""What every response says about security, and cookies that fit the connection."""

from functools import lru_cache

from flask import Flask, Response, request
from flask.sessions import SecureCookieSessionInterface, SessionMixin

from quizapp.errors import NotFound, Refused
from quizapp.signatures import SignedTexts

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
ALWAYS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # not no-referrer: on https the CSRF check reads it
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
UNLESS_SAID = [
    (name, name.lower(), value) for name, value in {**ALWAYS, "Cache-Control": "no-store"}.items()
]
A_YEAR = 31_536_000


def cookie_name(name: str) -> str:
    """`name`, bound to this host and to https where the connection allows it."""
    return f"__Host-{name}" if request.is_secure else name


class SessionInterface(SecureCookieSessionInterface):
    """Flask's session cookie; Secure and bound to the host on https, plain on a local network."""

    def get_cookie_name(self, app: Flask) -> str:
        """`session`, with the prefix that https allows."""
        return cookie_name("session")

    def get_cookie_secure(self, app: Flask) -> bool:
        """Only over https, if this came over https."""
        return request.is_secure

    def get_signing_serializer(self, app: Flask) -> SignedTexts | None:
        """Flask's own, made once for each set of keys."""
        older = app.config["SECRET_KEY_FALLBACKS"] or ()
        return self._signed_by((*older, app.secret_key)) if app.secret_key else None

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """As Flask's, at less cost for a session that was only read, as nearly every one is."""
        if session.modified or "Vary" in response.headers:
            super().save_session(app, session, response)
        elif session.accessed:
            response.headers["Vary"] = "Cookie"

    @classmethod
    @lru_cache(8)
    def _signed_by(cls, keys: tuple[str | bytes, ...]) -> SignedTexts:
        """The last of the keys signs; older ones are still read."""
        how = {"key_derivation": cls.key_derivation, "digest_method": cls.digest_method}
        return SignedTexts(list(keys), cls.salt, cls.serializer, signer_kwargs=how)


def init_headers(app: Flask) -> None:
    """Send the headers with every response of `app`, errors included."""
    app.session_interface = SessionInterface()
    app.config.update(
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_REFRESH_EACH_REQUEST=False,
    )
    app.before_request(refuse_nul)
    app.before_request(refuse_other_sites)
    app.after_request(add_headers)


def refuse_nul() -> None:
    """No address of ours holds a NUL, which PostgreSQL doesn't take in a text."""
    if "\x00" in request.path:
        raise NotFound


def refuse_other_sites() -> None:
    """Take no form from a page of another site; browsers say where it was sent from."""
    is_write = request.method not in ("GET", "HEAD", "OPTIONS")
    if is_write and request.headers.get("Sec-Fetch-Site") == "cross-site":
        raise Refused("This was sent from another site, so nothing was done. Use the page here.")


def add_headers(response: Response) -> Response:
    """Add what is missing; a page may have set a stricter policy of its own."""
    headers = response.headers
    if request.endpoint == "static":
        headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    present = {name.lower() for name, _ in headers}  # looked through once, not for each header
    for name, lowered, value in UNLESS_SAID:
        if lowered not in present:
            headers.add(name, value)
    if request.is_secure and "strict-transport-security" not in present:
        headers.add("Strict-Transport-Security", f"max-age={A_YEAR}")
    return response
