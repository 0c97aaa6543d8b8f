"""An answer block as the reader found it: what the marks say, before any type gives them a meaning.

Lines and columns count from 1 and point at the mark (or at the start of a cell).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    """One item of a marked or numbered list."""

    mark: str  # "( )", "(x)", "[ ]", "[x]", "=", "!"; "" in a numbered list
    text: str  # Markdown after mark and letter, further blocks (code, list, image) included
    letter: str = ""  # the option's name for ever; "" while drafting
    last: bool = False  # pinned to the end while shuffling
    feedback: str = ""  # Markdown of the nested quote
    line: int = 0
    column: int = 0


@dataclass(frozen=True)
class MarkedList:
    """A bullet list whose every item carries a mark of one kind."""

    items: tuple[Item, ...]
    line: int = 0


@dataclass(frozen=True)
class NumberedList:
    """A numbered list, in the order that is the key."""

    items: tuple[Item, ...]
    line: int = 0


@dataclass(frozen=True)
class Row:
    """A row of a two-column table; an empty left cell makes the right one a distractor."""

    left: str
    right: str
    letter: str = ""
    line: int = 0
    column: int = 0


@dataclass(frozen=True)
class Table:
    """A two-column table; the header names the columns."""

    header: tuple[str, str]
    rows: tuple[Row, ...]
    line: int = 0


@dataclass(frozen=True)
class Gap:
    """What stands between `[[` and `]]`, raw."""

    source: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True)
class GappedText:
    """Markdown with gaps: `texts` has one more member than `gaps` and they alternate."""

    texts: tuple[str, ...]
    gaps: tuple[Gap, ...]
    line: int = 0


@dataclass(frozen=True)
class RubricLine:
    """One thing an essay is marked for; `points` as written."""

    text: str
    points: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True)
class WritingSpace:
    """An essay line: `____`, with the wanted number of words as written, and its rubric."""

    words: str = ""  # "150", "150-300" or ""
    rubric: tuple[RubricLine, ...] = ()
    header: tuple[str, str] = ("Rubric", "Points")
    line: int = 0


AnswerBlock = MarkedList | NumberedList | Table | GappedText | WritingSpace
