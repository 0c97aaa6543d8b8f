"""Text as authors accept it and students write it: spelling, `*` and typos, all in linear time."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 5_000  # characters of an answer; a longer one matches nothing
SHORTEST_WITH_TYPOS = 5
MOST_TYPOS = 3

_TYPOGRAPHIC = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "–": "-",
        "—": "-",
        "−": "-",
        "‐": "-",
    }
    | dict.fromkeys(
        "\u00ad\u200b\u200e\u200f\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )
)


def fold(text: str, *, exact_case: bool) -> str:
    """`text` in one spelling of letters, quotation marks, dashes and spaces; ends not trimmed."""
    # Twice: before NFKC, for what it would take apart, and after, for what it makes.
    spelled = unicodedata.normalize("NFKC", text.translate(_TYPOGRAPHIC)).translate(_TYPOGRAPHIC)
    if not exact_case:
        spelled = unicodedata.normalize("NFKC", spelled.casefold())
    return re.sub(r"\s+", " ", spelled)


def normalize(text: str, *, exact_case: bool) -> str:
    """What is compared."""
    return fold(text, exact_case=exact_case).strip()


@dataclass(frozen=True)
class Pattern:
    """An accepted text; between its pieces anything may stand."""

    pieces: tuple[str, ...]

    def matches(self, text: str) -> bool:
        """Whether the normalized `text` is one of those meant."""
        first, *rest = self.pieces
        if not rest:
            return text == first
        last = rest.pop()
        if not text.startswith(first) or len(text) < len(first) + len(last):
            return False
        at = len(first)
        for piece in rest:
            found = text.find(piece, at)
            if found < 0:
                return False
            at = found + len(piece)
        return text.endswith(last) and len(text) - len(last) >= at

    def nearly_matches(self, text: str, typos: int) -> bool:
        """Whether up to `typos` slips make `text` of it; figures are never slips."""
        if len(self.pieces) > 1 or len(self.pieces[0]) < SHORTEST_WITH_TYPOS:
            return False
        wanted = self.pieces[0]
        return _figures(text) == _figures(wanted) and within_typos(text, wanted, typos)


def _figures(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


@lru_cache(maxsize=10_000)
def read_pattern(source: str, *, exact_case: bool) -> Pattern:
    """The pattern of a value as written: `*` any run, `\\*` a star, in double quotes as it is."""
    if is_quoted(source):
        return Pattern((normalize(source[1:-1], exact_case=exact_case),))
    raw = [piece.replace("\\*", "*") for piece in re.split(r"(?<!\\)\*+", source.strip())]
    pieces = [fold(piece, exact_case=exact_case) for piece in raw]
    if len(pieces) == 1:
        return Pattern((pieces[0].strip(),))
    return Pattern((pieces[0].lstrip(), *pieces[1:-1], pieces[-1].rstrip()))


def is_quoted(source: str) -> bool:
    """Whether an author put the value in double quotes."""
    return len(source) > 1 and source.startswith('"') and source.endswith('"')


def shown_text(source: str, *, run: str = "…") -> str:
    """A value for people to read: without its quotation marks, `run` for `*`."""
    if is_quoted(source):
        return source[1:-1]
    return re.sub(r"(?<!\\)\*", run, source).replace("\\*", "*")


def within_typos(text: str, wanted: str, typos: int) -> bool:
    """Whether at most `typos` letters were left out, added, changed or swapped with the next.

    The optimal string alignment distance, computed only in the band that can stay within `typos`.
    """
    beyond = typos + 1
    before_last: dict[int, int] = {}
    last = {column: column for column in range(min(len(wanted), typos) + 1)}
    for row in range(1, len(text) + 1):
        line = {0: row} if row <= typos else {}
        for column in range(max(1, row - typos), min(len(wanted), row + typos) + 1):
            differs = text[row - 1] != wanted[column - 1]
            swapped = _swapped(text, wanted, row, column)
            line[column] = min(
                last.get(column - 1, beyond) + differs,
                last.get(column, beyond) + 1,
                line.get(column - 1, beyond) + 1,
                before_last.get(column - 2, beyond) + 1 if swapped else beyond,
            )
        if min(line.values(), default=beyond) > typos:
            return False
        before_last, last = last, line
    return last.get(len(wanted), beyond) <= typos


def _swapped(text: str, wanted: str, row: int, column: int) -> bool:
    if row < 2 or column < 2:
        return False
    return text[row - 2 : row] == wanted[column - 1] + wanted[column - 2]
