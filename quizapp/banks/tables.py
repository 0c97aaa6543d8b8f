"""Tables as answers: cells from the raw lines, with their columns."""

import re
from dataclasses import dataclass

from quizapp.banks.outline import Node
from quizapp.banks.page import Page
from quizapp.banks.spans import HIDDEN
from quizapp.question_types.block import Row, RubricLine, Table

_BAR = re.compile(r"(?<!\\)\|")
_LETTER = re.compile(r"([a-z]{1,2})\)(?:[ \t]+|$)")


@dataclass(frozen=True)
class Cell:
    """A cell's Markdown (its bars no longer escaped), and the column where it starts, from 0."""

    text: str
    column: int


def read_cells(line: str) -> list[Cell]:
    """The cells of a table's line, as CommonMark's tables split them."""
    bars = [match.start() for match in _BAR.finditer(line)]
    starts = [0, *(bar + 1 for bar in bars)]
    ends = [*bars, len(line)]
    cells = [_cell(line, start, end) for start, end in zip(starts, ends, strict=True)]
    if len(cells) > 1 and not cells[0].text:
        cells = cells[1:]
    if len(cells) > 1 and not cells[-1].text and line.rstrip().endswith("|"):
        cells = cells[:-1]
    return cells


def read_table(page: Page, block: Node) -> Table | None:
    """The two-column table of a matching question; None and a problem if a row isn't one."""
    lines = _rows(page, block)
    if lines is None:
        return None
    header, *rows = lines
    return Table(
        header=(header[1][0].text, header[1][1].text),
        rows=tuple(_row(page, number, cells) for number, cells in rows),
        line=page.number(block.start),
    )


def read_rubric(page: Page, block: Node) -> tuple[tuple[str, str], tuple[RubricLine, ...]]:
    """The header and the lines of an essay's rubric; empty and a problem if a row isn't one."""
    lines = _rows(page, block)
    if lines is None:
        return ("", ""), ()
    header, *rows = lines
    return (header[1][0].text, header[1][1].text), tuple(
        RubricLine(cells[0].text, cells[1].text, page.number(number), cells[0].column + 1)
        for number, cells in rows
    )


def columns_of(page: Page, block: Node) -> int:
    """How many columns the header of a table has."""
    return len(read_cells(page.shown[block.start]))


def _rows(page: Page, block: Node) -> list[tuple[int, list[Cell]]] | None:
    before = len(page.problems)
    numbers = [block.start, *range(block.start + 2, block.end)]
    lines = [(number, read_cells(page.shown[number])) for number in numbers]
    for number, cells in lines:
        if len(cells) != 2:
            mend = "Write | between the two, and \\| for a bar that is text."
            sentence = f"This row has {len(cells)} cells, not two. {mend}"
            page.report((number, 0), "row-cells", sentence)
    return lines if len(page.problems) == before else None


def _row(page: Page, number: int, cells: list[Cell]) -> Row:
    left, right = cells
    match = _LETTER.match(left.text)
    return Row(
        left=left.text[match.end() :] if match else left.text,
        right=right.text,
        letter=match.group(1) if match else "",
        line=page.number(number),
        column=left.column + 1,
    )


def _cell(line: str, start: int, end: int) -> Cell:
    raw = line[start:end]
    column = start + len(raw) - len(raw.lstrip())
    text = raw.replace(HIDDEN, "").strip().replace("\\|", "|")
    return Cell(text, min(column, end))
