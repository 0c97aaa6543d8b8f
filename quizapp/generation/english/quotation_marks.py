"""Whether words cut out of a sentence are whole as to its quotation marks."""

import re

_MARK = re.compile(
    r"\"|``|''"
    r"|(?<!\w)'(?=\w)"  # that opens
    r"|(?<=[^\ss])'(?!\w)|s'$"  # that closes, and isn't the end of workers'
)
_OPENING = re.compile(r"(?<!\w)'(?=\w)")


def has_mark(phrase: str) -> bool:
    """Whether a phrase has a mark, perhaps one of two."""
    return _MARK.search(phrase) is not None


def is_quoted(sentence: str, start: int) -> bool:
    """Whether what begins at `start` may stand in what the sentence quotes."""
    before = sentence[:start]
    return before.count('"') % 2 == 1 or _OPENING.search(before) is not None
