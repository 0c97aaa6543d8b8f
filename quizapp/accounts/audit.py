"""The audit trail: who did what to which object, when and from where; rows are only ever added.

What is written takes part in a verb's transaction, so an act and its row stand or fall together.
Never pass a password, a token or an answer.
"""

from datetime import datetime
from enum import StrEnum

from flask import has_request_context, request

from quizapp.accounts.browser import network_of
from quizapp.accounts.models import AuditEvent
from quizapp.extensions import db, transaction

LONGEST = 200
TERMINAL = "terminal"  # where commands come from


class Act(StrEnum):
    """What can be looked up later."""

    SIGN_IN = "sign-in"
    SIGN_IN_FAILED = "sign-in failed"
    SIGN_OUT = "sign-out"
    PASSWORD_CHANGED = "password changed"
    DENIED = "denied"
    ATTEMPT_STARTED = "attempt started"
    ATTEMPT_SUBMITTED = "attempt submitted"
    EXTENSION_GIVEN = "extension given"
    EXTENSION_WITHDRAWN = "extension withdrawn"
    QUIZ_MADE = "quiz made"
    QUIZ_CHANGED = "quiz settings changed"
    QUIZ_PUBLISHED = "quiz published"
    QUIZ_CLOSED = "quiz closed"
    QUIZ_REOPENED = "quiz reopened"
    ANSWER_MARKED = "answer marked"
    LATE_ACCEPTED = "late answer accepted"
    LATE_LEFT = "late answer left out"
    EXPORT = "export"
    BANK_EDITED = "bank edited"
    REGRADE = "regrade"
    ERASURE = "erasure"
    COURSE_MADE = "course made"
    COURSE_CHANGED = "course changed"
    CODE_RENEWED = "join code renewed"
    JOINING_OPENED = "joining opened"
    JOINING_CLOSED = "joining closed"
    PERSON_ADDED = "person added"
    PERSON_REMOVED = "person removed"
    ROLE_CHANGED = "role changed"
    TIME_CHANGED = "extra time changed"
    ROSTER_IMPORTED = "roster imported"
    CODE_MADE = "sign-in code made"
    CODE_USED = "sign-in code used"


def record(act: Act, on: str, now: datetime, *, by: str | None, detail: str = "") -> None:
    """Add a row inside the caller's transaction.

    `on`: kind and id of the object, such as "attempt 7kx…"; `by`: the id of the person who acted,
    None for somebody unknown and for the terminal.
    """
    row = AuditEvent(
        at=now,
        act=act,
        user_id=by,
        object=_in_one_line(on),
        detail=_in_one_line(detail),
        network=_network(),
    )
    db.session.add(row)


@transaction
def record_alone(act: Act, on: str, now: datetime, *, by: str | None, detail: str = "") -> None:
    """As `record`, as a transaction of its own: for what was refused, or only read."""
    record(act, on, now, by=by, detail=detail)


def _network() -> str:
    if not has_request_context():
        return TERMINAL
    return _in_one_line(network_of(request.remote_addr or ""))


def _in_one_line(text: str) -> str:
    """Newlines, controls and signs nobody can see are written as escapes: a row is one line."""
    is_plain = text.isprintable() and "\\" not in text  # as nearly every text is
    return (text if is_plain else "".join(map(_shown, text)))[:LONGEST]


def _shown(character: str) -> str:
    if character.isprintable() and character != "\\":
        return character
    return character.encode("unicode_escape").decode("ascii")
