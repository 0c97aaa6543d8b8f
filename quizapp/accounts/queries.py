"""What is asked about people and their sign-ins."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from quizapp.accounts.models import SignIn, User
from quizapp.accounts.names import normalize_login
from quizapp.accounts.rules import Seen
from quizapp.extensions import db, find_rows


def find_user_by_login(typed: str) -> User | None:
    """The person with this email or username, disabled or not."""
    login = normalize_login(typed).replace("\x00", "\ufffd")  # PostgreSQL takes no NUL
    return db.session.scalar(select(User).where(User.login == login))


@dataclass(frozen=True)
class Visitor:
    """A person who is signed in."""

    id: str
    name: str
    login: str
    is_administrator: bool


@dataclass(frozen=True)
class OwnSignIn:
    """The sign-in that a request comes with."""

    user: Visitor
    token_hash: str
    seen: Seen


# Built once, of plain columns: nearly every request asks it.
_SIGN_IN = (
    select(
        User.id,
        User.name,
        User.login,
        User.is_administrator,
        SignIn.made_at,
        SignIn.seen_at,
        SignIn.is_shared,
    )
    .join(User, User.id == SignIn.user_id)
    .where(SignIn.token_hash == bindparam("token_hash"), User.disabled_at.is_(None))
)


def find_sign_in(token_hash: str) -> OwnSignIn | None:
    """A sign-in with its person, unless that is disabled; one query."""
    row = find_rows(_SIGN_IN, {"token_hash": token_hash}).one_or_none()
    if row is None:
        return None
    id, name, login, is_administrator, made_at, seen_at, is_shared = row
    user = Visitor(id, name, login, is_administrator)
    return OwnSignIn(user, token_hash, Seen(made_at, seen_at, is_shared))


def list_sign_ins(user_id: str) -> Sequence[SignIn]:
    """Where a person is signed in, the newest first."""
    return db.session.scalars(
        select(SignIn)
        .where(SignIn.user_id == user_id)
        .order_by(SignIn.seen_at.desc(), SignIn.token_hash)
    ).all()
