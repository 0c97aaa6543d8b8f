"""Making accounts, signing in and out, and changing passwords."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import IntegrityError

from quizapp.accounts import names, passwords, queries, sign_ins, throttle
from quizapp.accounts.audit import Act, record
from quizapp.accounts.models import SignIn, User
from quizapp.accounts.sign_ins import Device, handle_of, hash_token
from quizapp.errors import NotFound, UserError
from quizapp.extensions import db, transaction


class WrongPassword(UserError):
    """The one answer to every failed sign-in, so that it doesn't tell which names exist."""

    def __init__(self) -> None:
        super().__init__("That name and password don't match. Check both and try again.")


class WrongOldPassword(UserError):
    """A signed-in person gave a password that isn't theirs."""

    def __init__(self) -> None:
        super().__init__("That isn't your present password. Check it and try again.")


class LoginTaken(UserError):
    """Somebody has this email or username."""

    def __init__(self, login: str) -> None:
        super().__init__(
            f"Someone here has the name “{login}” already. Choose another, or sign in."
        )


@dataclass(frozen=True)
class NewPerson:
    """What somebody gives to get an account, as typed."""

    name: str
    login: str
    password: str


@dataclass(frozen=True)
class PasswordChange:
    """The present password and the one to come."""

    old: str
    new: str


def create_user(person: NewPerson, now: datetime, *, is_administrator: bool = False) -> User:
    """Make an account; raises UnfitName, UnfitLogin, UnfitPassword and LoginTaken."""
    passwords.ensure_acceptable(person.password, (person.name, person.login))
    password_hash = passwords.hash_password(person.password)
    return _create_user(person, password_hash, now, is_administrator=is_administrator)


@transaction
def _create_user(
    person: NewPerson, password_hash: str, now: datetime, *, is_administrator: bool
) -> User:
    user = add_user(person.name, person.login, password_hash, now)
    user.is_administrator = is_administrator
    return user


def add_user(
    name: str, login: str, password_hash: str | None, now: datetime, *, signs_in: bool = False
) -> User:
    """As create_user, inside another verb's transaction; without a hash nobody can sign in yet.

    `signs_in`: by the same verb.
    """
    login = names.fit_login(login)
    user = User(
        name=names.fit_name(name),
        login=login,
        password_hash=password_hash,
        made_at=now,
        signed_in_at=now if signs_in else None,
    )
    db.session.add(user)
    try:
        db.session.flush()
    except IntegrityError:
        raise LoginTaken(login) from None
    return user


def authenticate(login: str, password: str, network: str, now: datetime) -> User:
    """The person these belong to; raises WrongPassword, or TooMany after too many failures.

    An unknown name, a wrong password and a disabled account answer alike and take as long.
    """
    key = throttle.account_key(names.normalize_login(login), network)
    _take_try(key, network, now)
    user = queries.find_user_by_login(login)
    is_right = passwords.is_match(password, user.password_hash if user else None)
    if user is None or user.disabled_at is not None or not is_right:
        _note_failure(user.id if user else None, network, now)
        raise WrongPassword
    new_hash = _better_hash(user, password)
    return _let_in(user.id, key, new_hash)


@transaction
def _take_try(key: throttle.Key, network: str, now: datetime) -> None:
    throttle.ensure_may_try((throttle.network_key(network),), now)
    throttle.take_try(key, now)


@transaction
def _note_failure(user_id: str | None, network: str, now: datetime) -> None:
    """What was typed as a name is not kept: it may be a password."""
    throttle.count_failure(throttle.network_key(network), now)
    record(Act.SIGN_IN_FAILED, f"user {user_id}" if user_id else "unknown name", now, by=None)


@transaction
def _let_in(user_id: str, key: throttle.Key, new_hash: str | None) -> User:
    throttle.forgive(key)
    user = get_user(user_id)
    if new_hash:
        user.password_hash = new_hash
    return user


def _better_hash(user: User, password: str) -> str | None:
    """The password hashed with today's parameters, if it was hashed with others."""
    if user.password_hash is None or not passwords.needs_rehash(user.password_hash):
        return None
    return passwords.hash_password(password)


@transaction
def sign_in(user_id: str, device: Device, now: datetime) -> str:
    """Begin a sign-in and return its token for the cookie; the table keeps only its hash."""
    sign_ins.drop_ended(user_id, now)
    return sign_ins.begin(get_user(user_id), device, now)


@transaction
def sign_out(token: str, now: datetime) -> None:
    """End the sign-in of this token; nothing happens if it has ended."""
    sign_in = db.session.get(SignIn, hash_token(token))
    if sign_in is not None:
        sign_ins.end_and_record(sign_in, now)


@transaction
def see(token_hash: str, now: datetime) -> None:
    """Note that the sign-in is in use."""
    sign_in = db.session.get(SignIn, token_hash)
    if sign_in is not None:
        sign_in.seen_at = now


@transaction
def end_sign_in(user_id: str, handle: str, now: datetime) -> None:
    """End one of a person's own sign-ins; `handle` as `handle_of` gives it."""
    for sign_in in queries.list_sign_ins(user_id):
        if handle_of(sign_in) == handle:
            sign_ins.end_and_record(sign_in, now)


@transaction
def end_sign_ins(user_id: str, now: datetime, *, but: str | None = None) -> None:
    """A person ends all their sign-ins, except the one with the token `but`."""
    sign_ins.end_all(user_id, but=hash_token(but) if but else None)
    record(Act.SIGN_OUT, f"user {user_id}", now, by=user_id, detail="all other devices")


@transaction
def change_name(user_id: str, name: str) -> None:
    """Change what a person is called; raises UnfitName."""
    get_user(user_id).name = names.fit_name(name)


def change_password(
    user_id: str, change: PasswordChange, network: str, token: str, now: datetime
) -> str:
    """Change a person's own password and end their other sign-ins.

    Returns the new token of this sign-in, whose old one is dead too. Raises WrongOldPassword,
    UnfitPassword, and TooMany after too many wrong ones.
    """
    user = get_user(user_id)
    passwords.ensure_acceptable(change.new, (user.name, user.login))
    try:
        authenticate(user.login, change.old, network, now)
    except WrongPassword:
        raise WrongOldPassword from None
    return _store_password(user_id, passwords.hash_password(change.new), token, now)


@transaction
def _store_password(user_id: str, password_hash: str, token: str, now: datetime) -> str:
    get_user(user_id).password_hash = password_hash
    record(Act.PASSWORD_CHANGED, f"user {user_id}", now, by=user_id)
    sign_ins.end_all(user_id, but=hash_token(token))
    new_token = sign_ins.new_token()
    sign_in = db.session.get(SignIn, hash_token(token))
    if sign_in is None or sign_in.user_id != user_id:
        raise NotFound
    sign_in.token_hash, sign_in.confirmed_at = hash_token(new_token), now
    return new_token


def set_password(user_id: str, password: str, now: datetime, *, by: str | None = None) -> None:
    """Give a person a new password without the old one, and end all their sign-ins.

    `by`: who gives it; None: the terminal.
    """
    user = get_user(user_id)
    passwords.ensure_acceptable(password, (user.name, user.login))
    _set_password(user_id, passwords.hash_password(password), now, by)


@transaction
def _set_password(user_id: str, password_hash: str, now: datetime, by: str | None) -> None:
    get_user(user_id).password_hash = password_hash
    sign_ins.end_all(user_id)
    record(Act.PASSWORD_CHANGED, f"user {user_id}", now, by=by)


@transaction
def disable_user(user_id: str, now: datetime) -> None:
    """Let a person in no more, and end their sign-ins."""
    get_user(user_id).disabled_at = now
    sign_ins.end_all(user_id)


@transaction
def enable_user(user_id: str) -> None:
    """Let a disabled person sign in again."""
    get_user(user_id).disabled_at = None


def get_user(user_id: str) -> User:
    """The person; raises NotFound."""
    user = db.session.get(User, user_id)
    if user is None:
        raise NotFound
    return user
