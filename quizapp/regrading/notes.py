"""What may stand in a note and its reply, and which answers are alike; pure."""

from datetime import timedelta

from quizapp.errors import Conflict, Refused, TooMany, UserError
from quizapp.question_types.base import Answer, QuestionType
from quizapp.question_types.texts import normalize

LONGEST_NOTE = 1_000  # characters
LONGEST_REPLY = 4_000
MOST_NOTES = 10  # that a student sends in the time of `WHILE`
WHILE = timedelta(hours=1)
ACCEPTED = "This answer is accepted now. Your score is up to date."


class UnfitNote(UserError):
    """It can't be sent; the text says why."""


class NotYet(Refused):
    """The student can't see the marks now, so there is nothing to ask about."""

    def __init__(self) -> None:
        super().__init__("You can ask about a mark once this quiz shows it to you.")


class AlreadyAsked(Conflict):
    """There is an open note about this very mark."""

    def __init__(self) -> None:
        super().__init__(
            "You have asked about this mark already. The reply will stand on your result page."
        )


class AlreadyClosed(Conflict):
    """Somebody else has replied to it, or closed it."""

    def __init__(self) -> None:
        super().__init__("Somebody has replied to this note or closed it already.")


class TooManyNotes(TooMany):
    """A student asks more than anybody can answer."""

    def __init__(self) -> None:
        super().__init__(
            "You have asked about many marks within an hour. Wait a while before the next one.",
            retry_after=int(WHILE.total_seconds()),
        )


def fit_note(typed: str) -> str:
    """A note with plain line ends and no blanks around it; raises UnfitNote."""
    return _fit(typed, LONGEST_NOTE, "Write what you want to ask.")


def fit_reply(typed: str) -> str:
    """The same of a reply."""
    return _fit(typed, LONGEST_REPLY, "Write a reply, or close the note without one.")


def _fit(typed: str, most: int, nothing: str) -> str:
    text = "\n".join(typed.replace("\0", "").splitlines()).strip()
    if not text:
        raise UnfitNote(nothing)
    if len(text) > most:
        raise UnfitNote(f"This has {len(text):,} characters; {most:,} is the most.")
    return text


def likeness(body: QuestionType, answer: Answer) -> tuple[str, ...]:
    """What answers have in common that say the same: their words, however they are spelled."""
    return tuple(
        normalize(words, exact_case=False) for words in body.describe(answer, body.order())
    )
