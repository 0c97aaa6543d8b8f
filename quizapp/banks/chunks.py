"""A bank cut into pieces at its headings, so that what is broken in one can't swallow the next."""

import re
from dataclasses import dataclass

_HEADING = re.compile(r"#{1,2}(?=[ \t]|$)")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_COMMENT = re.compile(r" {0,3}<!--")
_CHIPS = re.compile(r"`[a-z-]+:")
_MOST_UNCLOSED = 20  # kinds of fences that are looked for to the end of the file


@dataclass(frozen=True)
class Chunk:
    """Lines `start` up to `end` of the file (counted from 0): a heading and what is under it.

    `level` is 1 for a section, 2 for a question and 0 for what stands before the first heading.
    """

    level: int
    start: int
    end: int


def split(lines: list[str], start: int) -> list[Chunk]:
    """The pieces of `lines` from line `start` on; headings inside code and comments don't count."""
    found = []
    level, begin = 0, start
    for place in _Walk(lines).headings(start):
        found.append(Chunk(level, begin, place))
        level, begin = (2 if lines[place].startswith("##") else 1), place
    found.append(Chunk(level, begin, len(lines)))
    return found


class _Walk:
    """One pass over the lines; remembers what is never closed, so that it stays one pass."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.unclosed: dict[str, int] = {}  # a fence's marks: no end for them before that line

    def headings(self, start: int) -> list[int]:
        """The numbers of the lines that are headings."""
        found = []
        place = start
        while place < len(self.lines):
            line = self.lines[place]
            if _HEADING.match(line):
                found.append(place)
            place = self.after_code_or_comment(place, line)
        return found

    def after_code_or_comment(self, place: int, line: str) -> int:
        """The next line to look at."""
        if fence := _FENCE.match(line):
            return self.after_fence(place, fence.group(1))
        if _COMMENT.match(line):
            return self.after_comment(place, line)
        return place + 1

    def after_fence(self, place: int, marks: str) -> int:
        """Past the end of the fence; if it has none before the next question, past its opening."""
        if place < self.unclosed.get(marks, 0) or len(self.unclosed) > _MOST_UNCLOSED:
            return place + 1
        in_list = self.lines[place].startswith(" ")
        for number in range(place + 1, len(self.lines)):
            line = self.lines[number].strip()
            if line.startswith(marks) and not line.strip(marks[0]):
                return number + 1
            if self.is_question(number) or (in_list and _HEADING.match(self.lines[number])):
                break
        else:
            number = len(self.lines)
        self.unclosed[marks] = number
        return place + 1

    def is_question(self, place: int) -> bool:
        """Whether a question starts here beyond doubt: a heading with chips under it."""
        following = self.lines[place + 1] if place + 1 < len(self.lines) else ""
        return self.lines[place].startswith("## ") and _CHIPS.match(following) is not None

    def after_comment(self, place: int, line: str) -> int:
        """Past the end of the comment; if it has none before the next one, past its opening."""
        if "-->" in line:
            return place + 1
        if place < self.unclosed.get("<!--", 0):
            return place + 1
        for number in range(place + 1, len(self.lines)):
            if "-->" in self.lines[number]:
                return number + 1
            if "<!--" in self.lines[number]:
                break
        else:
            number = len(self.lines)
        self.unclosed["<!--"] = number
        return place + 1
