"""What points a person may give for an answer, and what they come to; decisions on values."""

import re
from dataclasses import dataclass
from fractions import Fraction

from quizapp.display import format_points
from quizapp.errors import UserError
from quizapp.question_types.numerals import plain
from quizapp.quizzes.slots import PublishedSlot

POINTS = re.compile(r"\d{1,6}(?:[.,]\d{0,6})?|[.,]\d{1,6}")
LONGEST_COMMENT = 10_000  # characters
LONGEST_QUOTED = 60


class UnfitPoints(UserError):
    """Nobody can give these points for this; the text says why."""


class UnfitComment(UserError):
    """It can't be a comment; the text says why."""


@dataclass(frozen=True)
class Line:
    """One thing to give points for: a line of the rubric, or the whole answer."""

    text: str  # Markdown, inline; "" for the whole answer
    most: Fraction


@dataclass(frozen=True)
class Judgment:
    """What somebody decided about an answer."""

    points: tuple[Fraction, ...]  # a value for each line
    comment: str  # "" if none


def list_lines(slot: PublishedSlot) -> tuple[Line, ...]:
    """What an answer to `slot` is given points for; at least one line."""
    criteria = slot.question.body.criteria()
    lines = tuple(Line(criterion.text, criterion.points) for criterion in criteria)
    return lines or (Line("", slot.points),)


def is_scaled(slot: PublishedSlot) -> bool:
    """Whether the rubric adds up to something else than the question is worth."""
    return _most(slot) != slot.points


def earned(slot: PublishedSlot, given: tuple[Fraction, ...]) -> Fraction:
    """What points given line by line earn; a rubric that adds up to more or less is scaled.

    Raises UnfitPoints if they aren't what `read_points` would give for these lines.
    """
    lines = list_lines(slot)
    if len(given) != len(lines) or any(
        not 0 <= points <= line.most for points, line in zip(given, lines, strict=True)
    ):
        raise UnfitPoints("These points don't fit the question. Open the answer again.")
    most = _most(slot)
    return sum(given, Fraction(0)) / most * slot.points if most else Fraction(0)


def _most(slot: PublishedSlot) -> Fraction:
    return sum((line.most for line in list_lines(slot)), Fraction(0))


def read_points(typed: str, line: Line, name: str) -> Fraction:
    """The points that `typed` says, with a comma or a point before decimals; raises UnfitPoints.

    `name`: how an error names the line; "" for the whole answer.
    """
    written = plain(typed)
    place = f" for “{_short(name)}”" if name else ""
    wanted = f"from 0 to {format_points(line.most)}"
    if not written:
        raise UnfitPoints(f"Enter the points{place}, {wanted}.")
    if not POINTS.fullmatch(written):
        raise UnfitPoints(f"Enter the points{place} as a number like 2 or 0.5, {wanted}.")
    points = Fraction(written.replace(",", "."))
    if points > line.most:
        raise UnfitPoints(f"{_short(written)} is too many points{place}. Enter a number {wanted}.")
    return points


def fit_comment(typed: str) -> str:
    """The comment with plain line ends and no blanks around it; raises UnfitComment."""
    comment = "\n".join(typed.replace("\0", "").splitlines()).strip()
    if len(comment) > LONGEST_COMMENT:
        raise UnfitComment(
            f"The comment has {len(comment):,} characters; {LONGEST_COMMENT:,} is the most."
        )
    return comment


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTED else f"{text[:LONGEST_QUOTED].rstrip()}…"
