"""Where people are signed in, row by row: parts of verbs, which commit what is done here."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete

from quizapp.accounts import rules
from quizapp.accounts.audit import Act, record
from quizapp.accounts.models import SignIn, User
from quizapp.extensions import db

LONGEST_DEVICE = 120
TOKEN_BYTES = 32


@dataclass(frozen=True)
class Device:
    """A browser that signs in; `old_token` is the sign-in it had before, which ends."""

    name: str = ""
    is_shared: bool = False
    old_token: str | None = None


def begin(user: User, device: Device, now: datetime) -> str:
    """Begin a sign-in and return its token for the cookie; the table keeps only its hash."""
    if device.old_token:
        end(hash_token(device.old_token))
    user.signed_in_at = now
    token = new_token()
    db.session.add(
        SignIn(
            token_hash=hash_token(token),
            user_id=user.id,
            made_at=now,
            seen_at=now,
            confirmed_at=now,
            is_shared=device.is_shared,
            device=device.name[:LONGEST_DEVICE],
        )
    )
    record(Act.SIGN_IN, f"user {user.id}", now, by=user.id, detail=device.name)
    return token


def new_token() -> str:
    """What nobody can guess."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_token(token: str) -> str:
    """What the table knows of a token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def handle_of(sign_in: SignIn) -> str:
    """A short name of a sign-in for the page that lists them; it opens nothing."""
    return sign_in.token_hash[:16]


def end_and_record(sign_in: SignIn, now: datetime) -> None:
    """End one because its person wants that."""
    person = sign_in.user_id
    record(Act.SIGN_OUT, f"user {person}", now, by=person, detail=sign_in.device)
    db.session.delete(sign_in)


def end(token_hash: str) -> None:
    """End one, if it hasn't ended."""
    db.session.execute(delete(SignIn).where(SignIn.token_hash == token_hash))


def drop_ended(user_id: str, now: datetime) -> None:
    """Delete the sign-ins that ended whoever it is; those that may go on are left to be judged."""
    longest = now - rules.STUDENT_LONGEST
    db.session.execute(delete(SignIn).where(SignIn.user_id == user_id, SignIn.seen_at < longest))


def end_all(user_id: str, *, but: str | None = None) -> None:
    """End all of a person's, except the one whose token has the hash `but`."""
    query = delete(SignIn).where(SignIn.user_id == user_id)
    db.session.execute(query if but is None else query.where(SignIn.token_hash != but))
