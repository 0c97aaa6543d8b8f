"""When a sign-in ends, and how long somebody who guesses has to wait."""

from dataclasses import dataclass
from datetime import datetime, timedelta

STUDENT_IDLE, STUDENT_LONGEST = timedelta(days=7), timedelta(days=30)
STAFF_IDLE, STAFF_LONGEST = timedelta(hours=12), timedelta(days=7)
SHARED_LONGEST = timedelta(hours=2)
TAKING_IDLE, TAKING_IDLE_SHARED = timedelta(days=7), timedelta(hours=12)
SEEN_EVERY = timedelta(minutes=5)

FREE_FAILURES = 5  # of one account from one network
LONGEST_WAIT = timedelta(minutes=15)
NETWORK_FAILURES, NETWORK_SPAN = 300, timedelta(minutes=10)
FORGET_AFTER = timedelta(days=1)


@dataclass(frozen=True)
class Seen:
    """What is known of a sign-in when somebody comes back with it."""

    made_at: datetime
    seen_at: datetime
    is_shared: bool


@dataclass(frozen=True)
class Failures:
    """Wrong guesses counted under one key."""

    count: int
    first_at: datetime
    last_at: datetime


def has_ended(seen: Seen, now: datetime, *, is_staff: bool, is_taking: bool) -> bool:
    """Whether a sign-in is over; an open attempt is never cut off while somebody works on it."""
    if is_taking:
        idle = TAKING_IDLE_SHARED if seen.is_shared else TAKING_IDLE
        return now >= seen.seen_at + idle
    if seen.is_shared and now >= seen.made_at + SHARED_LONGEST:
        return True
    idle, longest = (STAFF_IDLE, STAFF_LONGEST) if is_staff else (STUDENT_IDLE, STUDENT_LONGEST)
    return now >= seen.seen_at + idle or now >= seen.made_at + longest


def is_surely_alive(seen: Seen, now: datetime) -> bool:
    """Whether a sign-in is young enough for anybody, so that who it is needn't be looked up."""
    return not has_ended(seen, now, is_staff=True, is_taking=False)


def account_wait(failures: Failures, now: datetime) -> timedelta:
    """How long one account or code field must rest: free to 5 failures, then 2^n seconds."""
    if failures.count < FREE_FAILURES or is_forgotten(failures, now):
        return timedelta(0)
    pause = timedelta(seconds=2 ** min(failures.count, 30))
    return _at_most(LONGEST_WAIT, failures.last_at + min(pause, LONGEST_WAIT) - now)


def network_wait(failures: Failures, now: datetime) -> timedelta:
    """How long a whole network must rest: until 10 minutes after its first of 300 failures."""
    if failures.count < NETWORK_FAILURES:
        return timedelta(0)
    return _at_most(NETWORK_SPAN, failures.first_at + NETWORK_SPAN - now)


def is_forgotten(failures: Failures, now: datetime) -> bool:
    """Whether an account's failures are so old that counting starts afresh."""
    return now >= failures.last_at + FORGET_AFTER


def is_past_span(failures: Failures, now: datetime) -> bool:
    """Whether a network's failures are so old that counting starts afresh."""
    return now >= failures.first_at + NETWORK_SPAN


def wait_sentence(seconds: int) -> str:
    """What the page says to somebody who has to wait this long."""
    minutes = -(-seconds // 60)
    count, unit = (seconds, "second") if seconds < 60 else (minutes, "minute")
    return f"Too many tries. Wait {count} {unit}{'' if count == 1 else 's'}, then try again."


def _at_most(longest: timedelta, wait: timedelta) -> timedelta:
    """Between nothing and `longest`, even if the server's clock was set back meanwhile."""
    return max(timedelta(0), min(longest, wait))
