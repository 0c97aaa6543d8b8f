"""Adds the ids and letters that a bank's text lacks, and changes no other character of it."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from quizapp.banks.encoding import LINE_END
from quizapp.banks.marks import find_mark
from quizapp.banks.questions import QuestionRead, unlettered
from quizapp.banks.reader import Pieces, fenced, place_problems, read_pieces
from quizapp.banks.spans import code_span
from quizapp.question_types.block import Item, MarkedList, NumberedList, Row, Table
from quizapp.question_types.letters import letter_at

_LONGEST_ID = 64
_DRAFT = re.compile(r"status\s*:\s*[\"']?draft[\"']?(\s+#.*)?")
Insertion = tuple[int, str]  # where in the text, and what


def format_text(text: str, name: str) -> str:
    """`text` with an id for each question and a letter for each part that needs one.

    Questions with errors stay as they are. `name` is the bank's.
    """
    pieces = read_pieces(text)
    broken = fenced(place_problems(pieces))
    starts = _line_starts(text)
    insertions: list[Insertion] = []
    taken = {read.id: 2 for read in pieces.questions.values() if read.id}
    for read in pieces.questions.values():
        if read.line not in broken and read.question is not None:
            insertions.extend(_ids(read, text, starts, taken))
            insertions.extend(_letters(read, pieces, starts))
    return _inserted(text, insertions)


def without_draft_status(text: str) -> str:
    """`text` without the line of its front matter that calls it a draft, if it has one."""
    ends = [*_line_starts(text), len(text)]
    lines = [text[start:end] for start, end in pairwise(ends)]
    stop = next((n for n, line in enumerate(lines) if n and line.rstrip() == "---"), 0)
    kept = (line for n, line in enumerate(lines) if n >= stop or not _DRAFT.fullmatch(line.strip()))
    return text[: ends[0]] + "".join(kept)


def slug(heading: str, taken: dict[str, int], fallback: str) -> str:
    """An id made from a heading, unlike those `taken`; `fallback` if no letter of it can stay.

    `taken`: ids, and the number to try next at the end of each; the new id is noted there.
    """
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    base = _joined(words, _LONGEST_ID) or fallback
    found, number = base, taken.get(base, 2)
    while found in taken:
        found = f"{base[: _LONGEST_ID - len(str(number)) - 1].rstrip('-')}-{number}"
        number += 1
    taken[base] = number
    taken.setdefault(found, 2)
    return found


def _joined(words: list[str], longest: int) -> str:
    """As many words as fit, with hyphens between."""
    joined = ""
    for word in words:
        longer = f"{joined}-{word}" if joined else word[:longest]
        if len(longer) > longest:
            break
        joined = longer
    return joined


def _ids(
    read: QuestionRead, text: str, starts: list[int], taken: dict[str, int]
) -> Iterator[Insertion]:
    if read.id or read.question is None:
        return
    found = slug(read.question.heading, taken, f"question-{len(taken) + 1}")
    chip = code_span(f"id: {found}")
    if read.chips_line is not None:
        yield starts[read.chips_line - 1], f"{chip} "
        return
    end = LINE_END.search(text, starts[read.line - 1])
    line_end = end.group() if end else "\n"
    yield starts[read.line], chip + line_end


def _letters(read: QuestionRead, pieces: Pieces, starts: list[int]) -> Iterator[Insertion]:
    block = read.block
    if not isinstance(block, MarkedList | NumberedList | Table):
        return
    parts = block.rows if isinstance(block, Table) else block.items
    used = {part.letter for part in parts}
    free = (letter for number in range(len(parts) * 2) if (letter := letter_at(number)) not in used)
    for part in unlettered(block):
        column, space = _place(part, pieces.lines[part.line - 1])
        yield starts[part.line - 1] + column, f"{space}{next(free)}) "


def _place(part: Item | Row, line: str) -> tuple[int, str]:
    """The column where a letter goes, and the space it needs before it."""
    mark = find_mark(line) if isinstance(part, Item) and part.mark else None
    column = mark.after if mark else part.column - 1
    return column, "" if line[:column].endswith((" ", "\t", "|")) else " "


def _line_starts(text: str) -> list[int]:
    first = 1 if text.startswith("\ufeff") else 0
    return [first, *(match.end() for match in LINE_END.finditer(text))]


def _inserted(text: str, insertions: list[Insertion]) -> str:
    parts = []
    place = 0
    for where, what in sorted(insertions):
        parts += [text[place:where], what]
        place = where
    return "".join([*parts, text[place:]])
