"""One piece of a bank while it is read: its lines, what in them is code, and its problems."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from quizapp.banks.outline import Node, outline
from quizapp.banks.spans import HIDDEN, scan
from quizapp.question_types.base import Level, Problem

_CELL_END = re.compile(r"(?<!\\)\|")
_BLANK_LINES = re.compile(r"\A(?:[ \t]*\n)+")
_COMMENT = re.compile(r"(?<!\\)(?:\\\\)*<!--")  # behind a backslash it is text
_FENCE_END = re.compile(r"[ \t>]*(`{3,}|~{3,})[ \t]*$")


_MOST = 100  # problems of one level; what has more of them is no question


@dataclass
class Page:
    """The lines of a chunk, three times, character by character in the same places.

    Numbers of lines count from 0 here, columns from 0; `report` turns both into the file's own.
    """

    raw: list[str]
    first: int  # the number of its first line in the file, counted from 0
    chips: int | None = None  # the line of chips, which isn't part of the Markdown
    masked: list[str] = field(init=False)  # code is backticks or nothing, comments are spaces
    shown: list[str] = field(init=False)  # comments are HIDDEN
    blocks: tuple[Node, ...] = field(init=False)
    notes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    indented_code: list[Node] = field(default_factory=list)
    counts: Counter[Level] = field(default_factory=Counter)  # of what was reported

    def __post_init__(self) -> None:
        lines = list(self.raw)
        if self.chips is not None:
            lines[self.chips] = ""
        self.masked = list(lines)
        self.shown = lines
        text = "\n".join(lines)
        self.blocks = outline(text)
        if "`" in text or "<!--" in text or "    " in text or "\t" in text or "~~~" in text:
            for block in self.blocks:
                self._mask(block)
            self._report_open_comments()

    def report(
        self, place: tuple[int, int], code: str, message: str, *, level: Level = "error"
    ) -> None:
        """Adds a problem at a line and column of this piece."""
        if self.counts[level] == _MOST:
            return
        self.counts[level] += 1
        line, column = place
        number = min(self.first + line, self.first + len(self.raw) - 1) + 1
        self.problems.append(Problem(number, column + 1, code, message, level))

    def adopt(self, problems: tuple[Problem, ...]) -> None:
        """Adds problems with the file's own line numbers; one without gets the first line."""
        here = self.first + 1
        self.problems.extend(
            problem if problem.line else replace(problem, line=here, column=1)
            for problem in problems
        )

    @property
    def has_errors(self) -> bool:
        """Whether what was read can't be shown."""
        return any(problem.level == "error" for problem in self.problems)

    def number(self, line: int) -> int:
        """The file's number of a line of this piece."""
        return self.first + line + 1

    def text(self, start: int, end: int) -> str:
        """The Markdown of some lines, comments left out."""
        return tidy(self.shown[start:end])

    def _report_open_comments(self) -> None:
        for number, line in enumerate(self.masked):
            if found := _COMMENT.search(line):
                mend = (
                    "Write --> where it ends, before the next blank line or on a line of its own."
                )
                place = (number, found.end() - len("<!--"))
                self.report(place, "unclosed-comment", f"This comment has no end. {mend}")

    def _mask(self, node: Node) -> None:
        if node.kind in ("fence", "code_block"):
            self._mask_code(node)
        elif node.kind == "comment":
            self._mask_comment(node)
        elif node.kind == "table":
            self._mask_table(node)
        elif node.kind == "inline" and ("`" in node.content or "<!--" in node.content):
            self._mask_lines(node.start, node.end)
        else:
            for child in node.children:
                self._mask(child)

    def _mask_code(self, node: Node) -> None:
        for line in range(node.start, node.end):
            self.masked[line] = ""
        if node.kind == "code_block":
            self.indented_code.append(node)
        elif not self._is_closed(node):
            place = (node.start, 0)
            mend = f"Write {node.markup} on a line of its own where the code ends."
            self.report(place, "unclosed-code", f"This code block has no end. {mend}")

    def _is_closed(self, node: Node) -> bool:
        closing = _FENCE_END.match(self.raw[node.end - 1])
        return node.end - node.start > 1 and closing is not None

    def _mask_comment(self, node: Node) -> None:
        self.notes.append(node.content)
        for line in range(node.start, node.end):
            self.masked[line] = ""
            self.shown[line] = HIDDEN

    def _mask_table(self, node: Node) -> None:
        for line in range(node.start, node.end):
            if "`" in self.raw[line] or "<!--" in self.raw[line]:
                self._mask_row(line)

    def _mask_row(self, line: int) -> None:
        cells = [scan(cell) for cell in _CELL_END.split(self.raw[line])]
        self.masked[line] = "|".join(cell.masked for cell in cells)
        self.shown[line] = "|".join(cell.shown for cell in cells)
        self.notes.extend(note for cell in cells for note in cell.notes)

    def _mask_lines(self, start: int, end: int) -> None:
        found = scan("\n".join(self.raw[start:end]))
        self.masked[start:end] = found.masked.split("\n")
        self.shown[start:end] = found.shown.split("\n")
        self.notes.extend(found.notes)


def tidy(lines: list[str]) -> str:
    """Lines as one text: comments out, blank lines at both ends off."""
    text = "\n".join(lines)
    if HIDDEN in text:
        text = _without_comments(lines)
    return _BLANK_LINES.sub("", text.rstrip(), count=1)


def _without_comments(lines: list[str]) -> str:
    """A line that held nothing but a comment goes; the one where it began stays as a blank line."""
    kept = []
    for number, line in enumerate(lines):
        bare = line.replace(HIDDEN, "")
        hidden_before = number > 0 and HIDDEN in lines[number - 1]
        if HIDDEN in line and not bare.strip() and hidden_before:
            continue
        kept.append(bare.rstrip() if HIDDEN in line else line)
    return "\n".join(kept)
