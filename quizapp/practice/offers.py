"""What the home, start and result pages say about practicing."""

from dataclasses import dataclass
from datetime import datetime

from quizapp.accounts.queries import Visitor
from quizapp.attempts.queries import Seat
from quizapp.practice import queries
from quizapp.practice.rounds import missed_questions
from quizapp.practice.rules import Access


@dataclass(frozen=True)
class Offer:
    """A practice that is open to a person."""

    attempt_id: str | None  # the last one submitted
    missed: int  # questions without full points in it


def is_any_open(user: Visitor, now: datetime) -> bool:
    """Whether the list of what this person may practice shows anything."""
    return any(each.access is Access.OPEN for each in queries.list_practices(user.id, now))


def find_offer(
    user: Visitor, quiz_id: str, now: datetime, seat: Seat | None = None
) -> Offer | None:
    """What to offer; None while this person may not practice. Raises NotFound.

    `seat`: this person's in the quiz, if that is known.
    """
    practice = queries.find_open_practice(user, quiz_id, now, seat)
    if practice is None:
        return None
    attempt = practice.attempt
    return Offer(attempt.id if attempt else None, len(missed_questions(practice)))
