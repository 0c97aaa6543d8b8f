"""Short ways to write answer blocks."""

import re
from typing import TypeVar

from quizapp.question_types.base import Chip, QuestionType
from quizapp.question_types.block import (
    AnswerBlock,
    Gap,
    GappedText,
    Item,
    MarkedList,
    NumberedList,
    Row,
    RubricLine,
    Table,
    WritingSpace,
)

MARK = re.compile(r"(\( \)|\(x\)|\[ \]|\[x\]|=|!)\s+(?:([a-z]{1,2})\)\s+)?(.*)", re.DOTALL)
Kind = TypeVar("Kind", bound=QuestionType)


def marked(*lines: str) -> MarkedList:
    """A list of "(x) a) Text", "= 12" and the like; `last` and "> feedback" may follow the text."""
    return MarkedList(tuple(_item(line, at) for at, line in enumerate(lines, start=5)), 5)


def _item(line: str, number: int) -> Item:
    found = MARK.fullmatch(line)
    assert found, line
    text, _, feedback = found[3].partition(" > ")
    bare = text.removesuffix(" `last`")
    return Item(found[1], bare, found[2] or "", bare != text, feedback, number, 3)


def numbered(*texts: str) -> NumberedList:
    """A numbered list whose items have the letters a, b, c."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    lines = enumerate(zip(texts, letters, strict=False), start=5)
    return NumberedList(tuple(Item("", text, at, line=n, column=4) for n, (text, at) in lines), 5)


def table(*rows: tuple[str, str], header: tuple[str, str] = ("Left", "Right")) -> Table:
    """A table; rows with a left cell have the letters a, b, c."""
    letters = iter("abcdefghijklmnopqrstuvwxyz")
    lines = enumerate(rows, start=7)
    made = (Row(left, right, next(letters) if left else "", n, 3) for n, (left, right) in lines)
    return Table(header, tuple(made), 5)


def gapped(text: str) -> GappedText:
    """Text whose gaps stand between [[ and ]]."""
    parts = re.split(r"\[\[(.*?)\]\]", text)
    gaps = tuple(Gap(source, 5, 3) for source in parts[1::2])
    return GappedText(tuple(parts[::2]), gaps, 5)


def writing(words: str = "", *rubric: tuple[str, str]) -> WritingSpace:
    """An essay's space."""
    return WritingSpace(words, tuple(RubricLine(text, points, 9, 3) for text, points in rubric))


def parse(kind: type[Kind], block: AnswerBlock, language: str = "en", **chips: str) -> Kind:
    """The question's body."""
    return kind.parse(block, {key: Chip(value, 3, 1) for key, value in chips.items()}, language)
