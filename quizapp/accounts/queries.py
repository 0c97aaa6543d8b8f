"""What is asked about people and their sign-ins."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload

from quizapp.accounts.models import SignIn, User
from quizapp.accounts.names import normalize_login
from quizapp.extensions import db


def find_user_by_login(typed: str) -> User | None:
    """The person with this email or username, disabled or not."""
    login = normalize_login(typed).replace("\x00", "\ufffd")  # PostgreSQL takes no NUL
    return db.session.scalar(select(User).where(User.login == login))


# Built once: nearly every request asks it.
_SIGN_IN = (
    select(SignIn)
    .where(SignIn.token_hash == bindparam("token_hash"))
    .options(joinedload(SignIn.user))
)


def find_sign_in(token_hash: str) -> SignIn | None:
    """A sign-in with its person, in one query."""
    return db.session.scalar(_SIGN_IN, {"token_hash": token_hash})


def list_sign_ins(user_id: str) -> Sequence[SignIn]:
    """Where a person is signed in, the newest first."""
    return db.session.scalars(
        select(SignIn)
        .where(SignIn.user_id == user_id)
        .order_by(SignIn.seen_at.desc(), SignIn.token_hash)
    ).all()
