"""Counts wrong guesses in the database, and makes those who guess often wait.

These functions take part in a verb's transaction and never commit. The table holds only hashes of
what is counted, so that it names neither people nor networks.
"""

import hashlib
import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select
from sqlalchemy.exc import IntegrityError

from quizapp.accounts import rules
from quizapp.accounts.models import Throttle
from quizapp.accounts.rules import Failures
from quizapp.errors import TooMany
from quizapp.extensions import db, find_rows


@dataclass(frozen=True)
class Key:
    """What is counted: an account or the join codes as one network tries them, or the network."""

    hash: str
    is_network: bool = False

    def wait(self, failures: Failures, now: datetime) -> timedelta:
        """How long to wait before the next try."""
        rule = rules.network_wait if self.is_network else rules.account_wait
        return rule(failures, now)

    def is_stale(self, failures: Failures, now: datetime) -> bool:
        """Whether counting starts afresh."""
        rule = rules.is_past_span if self.is_network else rules.is_forgotten
        return rule(failures, now)


def account_key(login: str, network: str) -> Key:
    """One account as seen from one network; `login` needn't exist."""
    return Key(_hash("account", login, network))


def join_key(network: str) -> Key:
    """The join codes, as tried from one network."""
    return Key(_hash("join", network))


def code_key(network: str) -> Key:
    """The sign-in codes, as tried from one network."""
    return Key(_hash("code", network))


def access_key(quiz_id: str, user_id: str) -> Key:
    """The access code of a quiz, as one person tries it."""
    return Key(_hash("access", quiz_id, user_id))


def network_key(network: str) -> Key:
    """All that goes wrong from one network."""
    return Key(_hash("network", network), is_network=True)


_FAILURES = select(Throttle.key, Throttle.failures, Throttle.first_at, Throttle.last_at).where(
    Throttle.key.in_(bindparam("hashes", expanding=True))
)


def ensure_may_try(keys: Iterable[Key], now: datetime) -> frozenset[Key]:
    """Those of `keys` with failures to forgive; raises TooMany, with the longest wait of them."""
    by_hash = {key.hash: key for key in keys}
    rows = find_rows(_FAILURES, {"hashes": [*by_hash]})
    counted = {by_hash[hash]: Failures(count, first, last) for hash, count, first, last in rows}
    _ensure_no_wait([key.wait(failures, now) for key, failures in counted.items()])
    return frozenset(counted)


def take_try(key: Key, now: datetime) -> None:
    """As ensure_may_try, and count the try as failed at once: many at a time can't slip through.

    Whoever gets it right calls `forgive`.
    """
    row = _locked_row(key, now)
    _ensure_no_wait([key.wait(_failures(row), now)])
    _add_failure(key, row, now)


def _ensure_no_wait(waits: list[timedelta]) -> None:
    seconds = math.ceil(max(waits, default=timedelta(0)).total_seconds())
    if seconds > 0:
        raise TooMany(rules.wait_sentence(seconds), retry_after=seconds)


def count_failure(key: Key, now: datetime) -> None:
    """Count one failure."""
    _add_failure(key, _locked_row(key, now), now)


def forgive(key: Key) -> None:
    """Forget the failures: somebody got it right."""
    db.session.execute(delete(Throttle).where(Throttle.key == key.hash))


def _find(key: Key, *, lock: bool = False) -> Throttle | None:
    return db.session.get(Throttle, key.hash, populate_existing=True, with_for_update=lock)


def _failures(row: Throttle) -> Failures:
    return Failures(row.failures, row.first_at, row.last_at)


def _locked_row(key: Key, now: datetime) -> Throttle:
    """The key's row, which nobody else changes before this transaction ends; made if need be."""
    _drop_forgotten(now)
    row = _find(key, lock=True)
    if row is not None:
        return row
    row = Throttle(key=key.hash, failures=0, first_at=now, last_at=now)
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:  # another process has just made it
        return _locked_row(key, now)
    return row


def _add_failure(key: Key, row: Throttle, now: datetime) -> None:
    if key.is_stale(_failures(row), now):
        row.failures, row.first_at = 0, now
    row.failures += 1
    row.last_at = now


def _drop_forgotten(now: datetime) -> None:
    """Delete the rows that make nobody wait any more."""
    db.session.execute(delete(Throttle).where(Throttle.last_at < now - rules.FORGET_AFTER))


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
