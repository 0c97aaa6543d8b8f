"""One question: its heading, chips, stem, answer and labels, from the lines that hold them."""

from dataclasses import dataclass
from typing import cast

from quizapp.banks.answers import Found, read_answer
from quizapp.banks.chips import (
    CommonChips,
    has_known_key,
    is_chips_line,
    misplaced,
    read_chips,
    read_common,
)
from quizapp.banks.gaps import first_gap
from quizapp.banks.headings import heading_text, report_headings
from quizapp.banks.images import ImageUse, read_images
from quizapp.banks.labels import Labels, is_labelled, read_labels, report_labels
from quizapp.banks.marks import find_stray
from quizapp.banks.model import Question
from quizapp.banks.outline import Node
from quizapp.banks.page import Page
from quizapp.question_types import type_of
from quizapp.question_types.base import Chip, Chips, Problem, ProblemsFound, QuestionType
from quizapp.question_types.block import AnswerBlock, Item, MarkedList, NumberedList, Row, Table


@dataclass(frozen=True)
class Setting:
    """What a question takes from its bank."""

    language: str = "en"
    defaults: tuple[tuple[str, Chip], ...] = ()


@dataclass(frozen=True)
class QuestionRead:
    """A question as far as it could be read; without errors `question` is whole."""

    question: Question | None
    problems: tuple[Problem, ...]
    line: int  # the file's number of its heading's line
    chips_line: int | None  # the file's number of the line of chips
    id: str = ""
    block: AnswerBlock | None = None
    notes: tuple[str, ...] = ()
    images: tuple[ImageUse, ...] = ()


def read_question(lines: list[str], first: int, setting: Setting) -> QuestionRead:
    """The question whose heading is the first of `lines`, line `first` (from 0) of the file."""
    chips_line = 1 if len(lines) > 1 and is_chips_line(lines[1]) else None
    page = Page(lines, first, chips_line)
    chips = _read_chips(page)
    own, problems = read_common({**dict(setting.defaults), **chips})
    page.problems.extend(problems)
    heading = heading_text(page)
    report_headings(page, page.blocks[1:])
    blocks = [block for block in page.blocks[1:] if block.kind != "comment"]
    labels, content = _split_labels(page, blocks)
    stem = 2 if page.chips is not None else 1
    found = read_answer(page, content, stem)
    read = read_labels(page, labels)
    images = read_images(page, values=_value_lines(page, found.block), question=first + 1)
    report_labels(page, stem, labels[0].start if labels else len(lines))
    body = _body(page, found, chips, setting)
    _warn_of_names(page, own, found)
    question = None
    if body is not None and not page.has_errors:
        text = page.text(stem, found.start)
        question = _question(page, own, read, (heading, text, body))
    return QuestionRead(
        question,
        tuple(page.problems),
        first + 1,
        first + 2 if chips_line else None,
        own.id,
        found.block,
        tuple(page.notes),
        images,
    )


def _value_lines(page: Page, block: AnswerBlock | None) -> set[int]:
    """The lines of a page that hold accepted answers, which are read raw."""
    items = block.items if isinstance(block, MarkedList) else ()
    return {item.line - 1 - page.first for item in items if item.mark in ("=", "!")}


def _read_chips(page: Page) -> dict[str, Chip]:
    _report_late_chips(page)
    if page.chips is None:
        return {}
    chips, problems = read_chips(page.raw[page.chips], page.number(page.chips))
    page.problems.extend(problems)
    return chips


def _report_late_chips(page: Page) -> None:
    """Chips anywhere but under the heading would be shown to students as code."""
    for number in range(2 if page.chips else 1, len(page.raw)):
        line = page.raw[number]
        if line.startswith("`") and page.masked[number] and is_chips_line(line):
            if has_known_key(line):
                mend = "Move it to the line right under the heading, with the other chips."
                sentence = f"Chips stand here, where they mean nothing. {mend}"
                page.report((number, 0), "chips-place", sentence)
        elif number == 1 and line.startswith("`") and has_known_key(line):
            mend = "Put the chips on a line of their own."
            page.report((number, 0), "chips-place", f"Text stands on the line of chips. {mend}")


def _split_labels(page: Page, blocks: list[Node]) -> tuple[list[Node], list[Node]]:
    """The labelled quotes at the end, and what stands before them."""
    count = len(blocks)
    while count and is_labelled(page, blocks[count - 1]):
        count -= 1
    return blocks[count:], blocks[:count]


def _body(
    page: Page, found: Found, chips: dict[str, Chip], setting: Setting
) -> QuestionType | None:
    _report_heading_marks(page)
    if found.block is None:
        return None
    kind = type_of(found.block)
    if kind is None:
        sentence = "This answer fits no type of question. See the guide to the question file."
        page.report((found.start, 0), "no-type", sentence)
        return None
    page.problems.extend(misplaced(chips, kind.label, kind.chip_keys))
    try:
        return kind.parse(found.block, _for_type(kind, chips, setting), setting.language)
    except ProblemsFound as error:
        page.adopt(error.problems)
        return None


def _for_type(kind: type[QuestionType], chips: dict[str, Chip], setting: Setting) -> Chips:
    defaults = {key: chip for key, chip in setting.defaults if key in kind.chip_keys}
    return {**defaults, **chips}


def _report_heading_marks(page: Page) -> None:
    column = first_gap(page.masked[0])
    if column is not None:
        sentence = "A gap stands in a heading. Move it to the text under the heading."
        page.report((0, column), "gap-in-heading", sentence)
    text = page.masked[0].lstrip("#")
    if stray := find_stray(text):
        column = len(page.masked[0]) - len(text) + stray[0]
        sentence = f"The heading starts with the mark {stray[1]}. Write \\ before it if it is text."
        page.report((0, column), "stray-mark", sentence)


NAMING = "“Add ids and letters” on the bank's page, or quizapp bank format"


def _warn_of_names(page: Page, own: CommonChips, found: Found) -> None:
    if not own.id and not any(problem.code == "bad-chip" for problem in page.problems):
        mend = f"Write `id: some-name` under the heading, or have one added: {NAMING}."
        page.report((0, 0), "no-id", f"This question has no id. {mend}", level="warning")
    part = next(iter(unlettered(found.block)), None)
    if part is not None:
        mend = f"Write a), b) and so on, or have them added: {NAMING}."
        place = (part.line - 1 - page.first, part.column - 1)
        page.report(place, "no-letter", f"This part has no letter. {mend}", level="warning")


def unlettered(block: AnswerBlock | None) -> tuple[Item | Row, ...]:
    """The parts of an answer that need a letter and have none."""
    if isinstance(block, Table):
        return tuple(row for row in block.rows if row.left and not row.letter)
    if isinstance(block, NumberedList):
        return tuple(item for item in block.items if not item.letter)
    if isinstance(block, MarkedList) and not _is_true_or_false(block):
        return tuple(item for item in block.items if item.mark[:1] in "([" and not item.letter)
    return ()


def _is_true_or_false(block: MarkedList) -> bool:
    return sorted(item.text.strip().lower() for item in block.items) == ["false", "true"]


def _question(
    page: Page, own: CommonChips, labels: Labels, parts: tuple[str, str, QuestionType]
) -> Question:
    heading, text, body = parts
    return Question(
        heading=heading,
        body=body,
        text=text,
        hint=labels.hint,
        explanation=labels.explanation,
        evidence=tuple(labels.evidence),
        notes=tuple(note for note in page.notes if note),
        line=page.first + 1,
        **cast("dict[str, object]", vars(own)),  # type: ignore[arg-type]  # the same fields
    )
