"""One written answer: its field, its review, and how a chosen reading travels.

A form carries a chosen reading behind the text it was chosen for ("1,234=grouped"), so that typing
something else drops it.
"""

from dataclasses import dataclass
from fractions import Fraction

from quizapp.question_types.accepted import Accepted
from quizapp.question_types.base import Answer, Posted, Shows
from quizapp.question_types.marks import Mark, mark_part

READINGS = ("grouped", "decimal")


@dataclass(frozen=True)
class AskedText:
    """A field, filled with what was typed so far."""

    text: str
    unit: str = ""
    reading: str = ""  # a hidden field's value, if the student said how to read the number


@dataclass(frozen=True)
class ReviewedText:
    """What was typed, and what would have been right."""

    text: str
    mark: Mark
    accepted: tuple[str, ...] = ()  # plain text
    unit: str = ""


def reading_from_post(posted: Posted) -> Answer:
    """(text, reading) if the reading was chosen for this very text, else the text alone."""
    if len(posted) != 2:
        return posted
    text, _, reading = posted[1].rpartition("=")
    return (posted[0], reading) if text == posted[0] and reading in READINGS else posted[:1]


def reading_to_post(answer: Answer) -> Posted:
    """The reverse of `reading_from_post`."""
    return (answer[0], f"{answer[0]}={answer[1]}") if len(answer) == 2 else answer


def review_text(text: str, accepted: Accepted, fraction: Fraction, shows: Shows) -> ReviewedText:
    """The review of one field that earned `fraction`."""
    mark = mark_part(fraction, blank=not text.strip(), shows=shows)
    return ReviewedText(text, mark, accepted.shown() if shows.key else ())
