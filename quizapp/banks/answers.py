"""Finds a question's answer block and reads it; whatever else looks like an answer is reported."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizapp.banks.gaps import GapPlace, find_gaps, read_gapped
from quizapp.banks.items import marked_items, read_marked, read_numbered
from quizapp.banks.marks import Mark, find_mark, find_stray
from quizapp.banks.outline import Node
from quizapp.banks.page import Page
from quizapp.banks.tables import columns_of, read_rubric, read_table
from quizapp.question_types.block import AnswerBlock, WritingSpace

_WRITING = re.compile(r" {0,3}_{4,}[ \t]*(?:\((\d{1,5}(?:-\d{1,5})?) words\))?[ \t]*$")
_NEAR_WRITING = re.compile(r" {0,3}_{4,}")
_TAG = re.compile(r" {0,3}</?[A-Za-z]")


_EXPLAIN_IT = (
    "stray-mark",
    "near-miss",
    "indented-mark",
    "unclosed-code",
)  # why there is no answer


@dataclass(frozen=True)
class Found:
    """The answer block, and the line (of its page, from 0) where it starts; the stem ends there."""

    block: AnswerBlock | None
    start: int


@dataclass(frozen=True)
class Candidate:
    """A list with a mark in it."""

    node: Node
    marks: list[Mark | None]


def read_answer(page: Page, blocks: list[Node], first: int) -> Found:
    """The answer among `blocks`, those after the heading and its chips and before the labels."""
    candidates = _candidates(page, blocks)
    values = _value_lines(candidates)
    before = len(page.problems)
    gaps = find_gaps(page, (n for n in range(first, len(page.raw)) if n not in values))
    has_gaps = bool(gaps) or len(page.problems) > before
    _report_strays(page, candidates)
    if has_gaps:
        return _gapped(page, blocks, gaps, candidates)
    if candidates:
        return _marked(page, blocks, candidates)
    return _unmarked(page, blocks)


def report_strays(page: Page, lines: Sequence[int]) -> None:
    """Reports the marks in some lines, where none may stand."""
    for number in lines:
        if stray := find_stray(page.masked[number]):
            page.report((number, stray[0]), *_stray_problem(page.masked[number], *stray))
    code = {n for node in page.indented_code for n in range(node.start, node.end)}
    for number in sorted(code.intersection(lines)):
        line = page.raw[number]
        if find_mark(line.lstrip(" \t>")) is not None:
            column = len(line) - len(line.lstrip())
            mend = "Move it to the margin, or put the code between lines of ```."
            sentence = f"This mark is indented so far that it is code. {mend}"
            page.report((number, column), "indented-mark", sentence)


def _stray_problem(line: str, column: int, mark: str) -> tuple[str, str]:
    """The code and the sentence."""
    bullet = line[:column].strip()
    if bullet in ("-", "*", "+") and line[column - 1] == bullet:
        return "near-miss", f"{bullet}{mark} begins no list. Write a space after {bullet}."
    mend = "Only the list that answers a question has marks. Write \\ before it if it is text."
    return "stray-mark", f"{mark} is a mark where none may stand. {mend}"


def _report_strays(page: Page, candidates: list[Candidate]) -> None:
    known = {item.start for found in candidates for item in found.node.children}
    report_strays(page, [n for n in range(1, len(page.raw)) if n not in known])


def _candidates(page: Page, blocks: list[Node]) -> list[Candidate]:
    found = []
    for block in blocks:
        if block.kind in ("bullet_list", "ordered_list"):
            marks = marked_items(page, block)
            if any(marks):
                found.append(Candidate(block, marks))
    return found


def _value_lines(candidates: list[Candidate]) -> set[int]:
    """Lines that are read raw: brackets in them are no gaps."""
    return {
        item.start
        for found in candidates
        for item, mark in zip(found.node.children, found.marks, strict=True)
        if mark is not None and mark.mark in ("=", "!")
    }


def _gapped(
    page: Page, blocks: list[Node], gaps: list[GapPlace], candidates: list[Candidate]
) -> Found:
    if candidates:
        place = (candidates[0].node.start, 0)
        mend = "Use gaps or a list of options, not both."
        page.report(place, "second-answer", f"This question has gaps and a list of marks. {mend}")
    last = blocks[-1].end if blocks else 0
    for gap in gaps:
        if gap.line >= last:
            mend = "Move it to the text, or write \\[[ if it is text."
            sentence = f"A gap stands in a labelled quote. {mend}"
            page.report((gap.line, gap.start), "gap-place", sentence)
    if page.has_errors:
        return Found(None, 0)
    inside = [block for block in blocks if block.end > gaps[0].line]
    start, end = inside[0].start, inside[-1].end
    return Found(read_gapped(page, start, end, gaps), start)


def _marked(page: Page, blocks: list[Node], candidates: list[Candidate]) -> Found:
    answer = candidates[0]
    for second in candidates[1:]:
        mend = "Put all options into one list, with no text between them."
        sentence = f"A second list with marks stands here. {mend}"
        page.report((second.node.start, 0), "second-answer", sentence)
    if len(candidates) == 1:
        _ensure_nothing_after(page, blocks, answer.node)
    _ensure_no_html(page, blocks, answer.node)
    return Found(read_marked(page, answer.node, answer.marks), answer.node.start)


def _ensure_nothing_after(page: Page, blocks: list[Node], answer: Node) -> None:
    after = blocks[blocks.index(answer) + 1 :]
    if after:
        mend = "Move it above the answer, or into > **Explanation:**."
        sentence = f"Only labelled quotes may follow the answer. {mend}"
        page.report((after[0].start, 0), "after-answer", sentence)


def _ensure_no_html(page: Page, blocks: list[Node], answer: Node) -> None:
    """HTML is text here: a list inside a tag would be shown with the tag around it."""
    touching = [block for block in blocks if block.end == answer.start]
    lines = [n for block in touching for n in range(block.start, block.end)]
    lines += range(answer.start, answer.end)
    for number in lines:
        if "<" in page.masked[number] and _TAG.match(page.masked[number]):
            sentence = (
                "A list of options stands inside HTML, which is shown as text. Delete the tag."
            )
            page.report((number, 0), "html-mark", sentence)


def _unmarked(page: Page, blocks: list[Node]) -> Found:
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        if block.kind in ("paragraph", "hr") and (found := _writing(page, blocks, block)):
            return found
    last = blocks[-1] if blocks else None
    if last is not None and last.kind in _READERS:
        return Found(_READERS[last.kind](page, last), last.start)
    _report_none(page, blocks)
    return Found(None, 0)


def _writing(page: Page, blocks: list[Node], block: Node) -> Found | None:
    for number in range(block.start, block.end):
        if match := _WRITING.match(page.masked[number]):
            return _read_writing(page, blocks, block, (number, match.group(1) or ""))
    return None


def _read_writing(page: Page, blocks: list[Node], block: Node, line: tuple[int, str]) -> Found:
    number, words = line
    after = blocks[blocks.index(block) + 1 :]
    answer = block
    space = WritingSpace(words=words, line=page.number(number))
    if after and after[0].kind == "table":
        answer = after[0]
        header, rubric = read_rubric(page, answer)
        space = WritingSpace(words, rubric, header, page.number(number))
    _ensure_nothing_after(page, blocks, answer)
    if number + 1 < block.end:
        sentence = "Text follows the line ____ in its paragraph. Move it above the line."
        page.report((number + 1, 0), "after-answer", sentence)
    return Found(space, number)


def _read_matching(page: Page, block: Node) -> AnswerBlock | None:
    columns = columns_of(page, block)
    if columns != 2:
        sentence = (
            f"This table has {columns} columns. A matching question has two: what and with what."
        )
        page.report((block.start, 0), "table-columns", sentence)
        return None
    return read_table(page, block)


_READERS: dict[str, Callable[[Page, Node], AnswerBlock | None]] = {
    "table": _read_matching,
    "ordered_list": read_numbered,
}


def _report_none(page: Page, blocks: list[Node]) -> None:
    if any(problem.code in _EXPLAIN_IT for problem in page.problems):
        return
    place, sentence = (0, 0), "This question has no answer. Write its options as - ( ) or - (x)."
    for block in blocks:
        if block.kind in _READERS:
            _ensure_nothing_after(page, blocks, block)
            return
        if block.kind == "bullet_list":
            place = (block.start, 0)
            sentence = "No item of this list has a mark. Write - ( ) or - (x) before each option."
        if block.kind == "paragraph" and _NEAR_WRITING.match(page.masked[block.start]):
            place = (block.start, 0)
            sentence = "This is nearly an essay's line. Write ____ or ____ (150-300 words)."
    page.report(place, "no-answer", sentence)
