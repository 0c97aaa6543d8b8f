"""What a review says of one part of an answer, and no more than it may."""

from fractions import Fraction
from typing import Literal

from quizapp.question_types.base import Shows

Mark = Literal["right", "half", "wrong", "key", "yours", ""]


def mark_choice(*, chosen: bool, correct: bool, shows: Shows) -> Mark:
    """For something chosen or left: "key" is right but wasn't chosen, "yours" isn't judged."""
    if chosen and shows.marks:
        return "right" if correct else "wrong"
    if chosen:
        return "yours"
    return "key" if correct and shows.key else ""


def mark_part(fraction: Fraction, *, blank: bool, shows: Shows) -> Mark:
    """For something written: by what it earned."""
    if not shows.marks:
        return "" if blank else "yours"
    if blank or fraction == 0:
        return "wrong"
    return "right" if fraction == 1 else "half"
