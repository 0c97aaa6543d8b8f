"""Names of parts: the letters that authors write, and those that students see."""

from collections.abc import Sequence

from quizapp.question_types.base import Problem
from quizapp.question_types.block import Item, Row


def letter_at(position: int) -> str:
    """a, b, ... z, aa, ab, ... for 0, 1, ...; the last is zz for 701."""
    tens, ones = divmod(position, 26)
    first = chr(ord("a") + tens - 1) if tens else ""
    return first + chr(ord("a") + ones)


def names_of(letters: Sequence[str]) -> tuple[str, ...]:
    """A name for each part: its letter or, while drafting, the first letter nobody has."""
    free = (letter_at(at) for at in range(len(letters) * 2))
    unused = (letter for letter in free if letter not in letters)
    return tuple(letter or next(unused) for letter in letters)


def item_problems(items: Sequence[Item]) -> list[Problem]:
    """A problem for each item without text, besides those of its letters."""
    message = "Nothing stands behind the mark. Write the text, or delete the line."
    empty = (item for item in items if not item.text.strip())
    found = [Problem(item.line, item.column, "option-empty", message) for item in empty]
    return found + letter_problems(items)


def letter_problems(parts: Sequence[Item | Row]) -> list[Problem]:
    """A problem for each letter that stands twice, and one for more parts than can be named."""
    found = []
    seen: dict[str, int] = {}
    for part in parts:
        if part.letter and part.letter in seen:
            message = (
                f"The letter {part.letter} already stands on line {seen[part.letter]}. "
                "Give each part a letter of its own."
            )
            found.append(Problem(part.line, part.column, "letter-duplicate", message))
        seen.setdefault(part.letter, part.line)
    if len(parts) > 300:
        place = parts[300]
        message = "A question can have at most 300 parts. Split it into several questions."
        found.append(Problem(place.line, place.column, "too-many-parts", message))
    return found
