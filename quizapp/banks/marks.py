"""The marks that name an answer, what nearly is one, and marks where none may stand."""

import re
from dataclasses import dataclass

_CHOICE = re.compile(r"(\([ x]\)|\[[ x]\])(?=[ \t]|$)")
_VALUE = re.compile(r"([=!])(?=[ \t]|$)")
_NEAR_CHOICE = re.compile(r"([(\[（［])[ \t\xa0]*([xXхХ×✓✔]?)[ \t\xa0]*(?:[)\]）］](?![(\[:])|$)")
_NEAR_VALUE = re.compile(r"([=!])(?=[\w.\"'-])")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])([ \t]+|$)")
_STRAY = re.compile(
    r"[\s>|]*(?:(?P<bullet>[-*+•‣–—]|\d{1,9}[.)])[ \t\xa0]*[>\s]*)*"
    r"(?:(?P<choice>[(\[（［][ \t\xa0]*[xXхХ×✓✔]?[ \t\xa0]*[)\]）］])(?![(\[:])"
    r"|(?P<value>[=!])(?=[ \t]+\S))"
)
_LONE_CHOICE = re.compile(r"[(\[][ \t]*[ xXхХ][ \t]*[)\]](?=\s|$)")
_CELL = re.compile(r"(?<!\\)\|\s*(\([ xXхХ]\)|\[[ xXхХ]\])(?=\s|\||$)")
_SIGNS = re.compile(r"[(\[（［=!]")  # no mark is without one of them
KINDS = {"( )": "()", "(x)": "()", "[ ]": "[]", "[x]": "[]", "=": "=", "!": "="}


@dataclass(frozen=True)
class Mark:
    """A mark at the start of a list item; `mend` says how to write what nearly is one."""

    mark: str  # "" for a near miss
    column: int  # counted from 0
    after: int  # where the text after it starts
    mend: str = ""


def find_mark(line: str) -> Mark | None:
    """The mark, or near miss of one, of the list item whose first line is `line`."""
    bullet = _ITEM.match(line)
    if bullet is None:
        return None
    column = bullet.end()
    if match := _CHOICE.match(line, column) or _VALUE.match(line, column):
        return _exact(line, match, bullet)
    return _near(line, column)


def _exact(line: str, match: re.Match[str], bullet: re.Match[str]) -> Mark:
    column, after = match.span(1)
    after = len(line) - len(line[after:].lstrip(" \t"))
    if len(bullet.group(1).expandtabs(4)) > 4:
        mend = f"Write one space between - and {match.group(1)}, or it is shown as code."
        return Mark("", column, after, mend)
    return Mark(match.group(1), column, after)


def _near(line: str, column: int) -> Mark | None:
    if match := _NEAR_CHOICE.match(line, column):
        return Mark("", column, match.end(), _mend_choice(match))
    if match := _NEAR_VALUE.match(line, column):
        sign = match.group(1)
        mend = f"Write a space after {sign}, or put the text in code if it is no answer."
        return Mark("", column, match.end(), mend)
    return None


def _mend_choice(match: re.Match[str]) -> str:
    pair = "[]" if match.group(1) in "[［" else "()"
    cross = "x" if match.group(2) else " "
    wanted = f"{pair[0]}{cross}{pair[1]}"
    why = " The x is a Cyrillic letter." if match.group(2) in "хХ" and match.group(2) else ""
    return f"Write {wanted} and a space after it.{why}"


def find_stray(line: str) -> tuple[int, str] | None:
    """The column and text of a mark at the start of `line` or of a table's cell in it, if any."""
    if not _SIGNS.search(line):
        return None
    if match := _STRAY.match(line):
        if match.group("bullet"):
            name = "choice" if match.group("choice") else "value"
            return match.start(name), match.group(name)
        if match.group("choice") and _LONE_CHOICE.match(line, match.start("choice")):
            return match.start("choice"), match.group("choice")
    if "|" in line and (match := _CELL.search(line)):
        return match.start(1), match.group(1)
    return None
