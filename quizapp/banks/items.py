"""Lists as answers: from a list's raw lines to its marks, letters, texts and feedback."""

import re
from dataclasses import dataclass

from quizapp.banks.marks import KINDS, Mark, find_mark
from quizapp.banks.outline import Node
from quizapp.banks.page import Page, tidy
from quizapp.banks.spans import HIDDEN
from quizapp.question_types.block import Item, MarkedList, NumberedList

_LETTER = re.compile(r"([a-z]{1,2})\)(?:[ \t]+|$)")
_NEAR_LETTER = re.compile(r"([A-Z])\)[ \t]+\S")
_BULLET = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])")
_LAST = re.compile(r"(?<=\S)[ \t]+`last`[ \t]*$")
_LEAD = re.compile(r"[ \t]*")


def marked_items(page: Page, block: Node) -> list[Mark | None]:
    """What stands at the start of each item of a list; all None in a plain list."""
    return [find_mark(_first_line(page, item)) for item in block.children]


def _first_line(page: Page, item: Node) -> str:
    """An item's first line; five spaces before a mark make code of it, which is a near miss."""
    is_code = bool(item.children) and item.children[0].kind == "code_block"
    return page.raw[item.start] if is_code else page.masked[item.start]


def read_marked(page: Page, block: Node, marks: list[Mark | None]) -> MarkedList | None:
    """The list of marked items; None and a problem if a mark isn't as it should be."""
    if not _ensure_marks(page, block, marks):
        return None
    items = tuple(
        _Item(page, node).read(mark)
        for node, mark in zip(block.children, marks, strict=True)
        if mark is not None
    )
    return MarkedList(items, page.number(block.start))


def read_numbered(page: Page, block: Node) -> NumberedList:
    """The numbered list, whose order is the key."""
    items = tuple(_Item(page, node).read(None) for node in block.children)
    return NumberedList(items, page.number(block.start))


def _ensure_marks(page: Page, block: Node, marks: list[Mark | None]) -> bool:
    before = len(page.problems)
    first = next(mark.mark for mark in marks if mark is not None)
    for node, mark in zip(block.children, marks, strict=True):
        _ensure_mark(page, node, mark, first)
    if block.kind == "ordered_list":
        mend = "Start each option with - instead of a number."
        page.report((block.start, 0), "numbered-marks", f"Marks stand in a numbered list. {mend}")
    return len(page.problems) == before


def _ensure_mark(page: Page, node: Node, mark: Mark | None, first: str) -> None:
    if mark is None:
        sentence = "This item has no mark, others of its list have one. "
        mend = f"Write {first or '( )'} after the dash, or end the list before with text between."
        page.report((node.start, 0), "mixed-list", sentence + mend)
    elif mark.mend:
        near = page.raw[node.start][mark.column : mark.after].strip()
        sentence = f"{near} is nearly a mark. {mark.mend}"
        page.report((node.start, mark.column), "near-miss", sentence)
    elif first and KINDS[mark.mark] != KINDS[first]:
        sentence = f"{mark.mark} and {first} stand in one list. Use one kind of mark in a list."
        page.report((node.start, mark.column), "mixed-marks", sentence)


@dataclass
class _Item:
    """One list item on its page."""

    page: Page
    node: Node

    def read(self, mark: Mark | None) -> Item:
        """The item; without a mark it is one of a numbered list."""
        line = self.page.shown[self.node.start]
        column = mark.column if mark else self._after_bullet(line)
        after = mark.after if mark else column
        letter, after = self._letter(mark, line, after)
        quote = self._quote(mark)
        lines = [line[after:], *self._dedented(self.node.start + 1, quote.start)]
        last = mark is not None and mark.mark[0] in "([" and self._take_last(lines)
        return Item(
            mark=mark.mark if mark else "",
            text=tidy(lines),
            letter=letter,
            last=last,
            feedback=self._unquoted(quote),
            line=self.page.number(self.node.start),
            column=column + 1,
        )

    def _after_bullet(self, line: str) -> int:
        bullet = _BULLET.match(line)
        end = bullet.end() if bullet else 0
        return end + len(line[end:]) - len(line[end:].lstrip(" \t"))

    def _letter(self, mark: Mark | None, line: str, after: int) -> tuple[str, int]:
        if mark is not None and mark.mark[0] not in "([":
            return "", after
        if match := _LETTER.match(line, after):
            return match.group(1), match.end()
        if match := _NEAR_LETTER.match(line, after):
            wrong = match.group(1)
            sentence = f"{wrong}) isn't a letter that names an option. Write {wrong.lower()})."
            self.page.report((self.node.start, after), "letter-form", sentence)
        return "", after

    def _quote(self, mark: Mark | None) -> Node:
        """The nested quote; an empty node at the item's end if there is none."""
        quotes = [child for child in self.node.children if child.kind == "blockquote"]
        nothing = Node("", self.node.end, self.node.end)
        if not quotes:
            return nothing
        if len(quotes) > 1 or self.node.children[-1] is not quotes[-1]:
            sentence = "Nothing may follow a feedback quote. Put all of it into one quote, last."
            self.page.report((quotes[0].end - 1, 0), "after-feedback", sentence)
        elif mark is None:
            sentence = "An item of a numbered list has no feedback. Put it under Explanation."
            self.page.report((quotes[0].start, 0), "feedback-place", sentence)
        return quotes[0]

    def _unquoted(self, quote: Node) -> str:
        return unquote(self._dedented(quote.start, quote.end)) if quote.kind else ""

    def _dedented(self, start: int, end: int) -> list[str]:
        if start >= end:
            return []
        indent = self._indent()
        return [dedent(line, indent) for line in self.page.shown[start:end]]

    def _indent(self) -> int:
        """The columns before the item's content, as CommonMark counts them."""
        line = self.page.raw[self.node.start]
        bullet = _BULLET.match(line)
        end = bullet.end() if bullet else 0
        marker = len(line[:end].expandtabs(4))
        blank = _LEAD.match(line, end)
        content = len(line[: blank.end() if blank else end].expandtabs(4))
        return content if marker < content <= marker + 4 else marker + 1

    def _take_last(self, lines: list[str]) -> bool:
        """Whether the option is pinned by `last`, which is taken off its text."""
        paragraph = self.node.children[0].end - self.node.start if self.node.children else 1
        for number in (0, min(paragraph, len(lines)) - 1):
            bare = _LAST.sub("", lines[number])
            if bare != lines[number]:
                lines[number] = bare
                return True
        return False


def dedent(line: str, columns: int) -> str:
    """`line` without up to `columns` columns of white space at its start."""
    if line.startswith(HIDDEN):
        return line
    lead = _LEAD.match(line)
    end = lead.end() if lead else 0
    white = line[:end].expandtabs(4)
    return white[columns:] + line[end:]


def unquote(lines: list[str]) -> str:
    """The Markdown inside a block quote."""
    return tidy([_QUOTE.sub("", line, count=1) for line in lines])


_QUOTE = re.compile(r"^ {0,3}>(?: |(?=\t)|$)?")
