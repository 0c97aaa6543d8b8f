"""Sign-in codes: staff make one for a person, who signs in with it once and sets a password."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import joinedload

from quizapp.accounts import codes, passwords, throttle
from quizapp.accounts.audit import Act, record
from quizapp.accounts.models import SignIn, SignInCode, User
from quizapp.accounts.service import get_user
from quizapp.accounts.sign_ins import hash_token
from quizapp.errors import UserError
from quizapp.extensions import db, transaction


class WrongCode(UserError):
    """The one answer to a code that lets nobody in, whatever the reason."""

    def __init__(self) -> None:
        super().__init__(
            "This code doesn't work: it was mistyped, used before, or has run out. "
            "Check it, or ask your instructor for a new one."
        )


def add_code(user_id: str, lasting: timedelta, now: datetime) -> str:
    """A new code, as people read it, in the place of earlier ones; part of another verb."""
    code = codes.make_code(codes.SIGN_IN_LENGTH)
    db.session.get(User, user_id, with_for_update={"key_share": True})  # one at a time
    db.session.execute(delete(SignInCode).where(SignInCode.user_id == user_id))
    db.session.add(
        SignInCode(code_hash=hash_token(code), user_id=user_id, made_at=now, ends_at=now + lasting)
    )
    db.session.flush()
    return codes.show_sign_in_code(code)


def drop_codes(user_id: str) -> None:
    """Let no code open an account that can do more than when it was made; part of another verb."""
    db.session.execute(delete(SignInCode).where(SignInCode.user_id == user_id))


def check_code(typed: str, network: str, now: datetime) -> str:
    """The hash of a code that works, which `use_code` takes; the code isn't used up by this.

    Raises WrongCode, or TooMany after too many failures.
    """
    _take_try(network, now)
    code_hash = hash_token(codes.normalize_code(typed))
    if find_person(code_hash, now) is None:
        _note_failure(network, now)
        raise WrongCode
    _forgive(network)
    return code_hash


def find_person(code_hash: str, now: datetime) -> User | None:
    """Whom the code with this hash lets in; None if it doesn't work, or no more."""
    found = db.session.scalar(
        select(SignInCode)
        .where(SignInCode.code_hash == code_hash, SignInCode.ends_at > now)
        .options(joinedload(SignInCode.user))
    )
    return found.user if found and found.user.disabled_at is None else None


def use_code(code_hash: str, password: str, now: datetime) -> User:
    """Set a new password by a code, which is used up, and end all sign-ins of its person.

    Raises UnfitPassword, which leaves the code as it is, and WrongCode.
    """
    user = find_person(code_hash, now)
    if user is None:
        raise WrongCode
    passwords.ensure_acceptable(password, (user.name, user.login))
    password_hash = passwords.hash_password(password)  # slow: before others have to wait
    return _use_code(code_hash, password_hash, now)


@transaction
def _use_code(code_hash: str, password_hash: str, now: datetime) -> User:
    user_id = db.session.scalar(
        delete(SignInCode)
        .where(SignInCode.code_hash == code_hash, SignInCode.ends_at > now)
        .returning(SignInCode.user_id)
    )
    user = get_user(user_id) if user_id else None
    if user is None or user.disabled_at is not None:
        raise WrongCode
    user.password_hash = password_hash
    db.session.execute(delete(SignIn).where(SignIn.user_id == user.id))
    record(Act.CODE_USED, f"user {user.id}", now, by=user.id)
    return user


@transaction
def _take_try(network: str, now: datetime) -> None:
    throttle.ensure_may_try((throttle.network_key(network),), now)
    throttle.take_try(throttle.code_key(network), now)


@transaction
def _note_failure(network: str, now: datetime) -> None:
    throttle.count_failure(throttle.network_key(network), now)
    record(Act.SIGN_IN_FAILED, "sign-in code", now, by=None)


@transaction
def _forgive(network: str) -> None:
    throttle.forgive(throttle.code_key(network))
