"""What stands above an article's text: its title, its author and its date, among lines like them.

From the top: the paper's name, a rubric, the title, a line or two that tell more, the byline. Any
of them may be missing, and plain text marks none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.generation.english.words import FUNCTION_WORDS, WORD, content_words, share_of, word_set
from quizapp.generation.reading import clutter
from quizapp.generation.reading.blocks import Block
from quizapp.generation.reading.headings import (
    counts_parts,
    has_inner_end,
    looks_like_heading,
)

_FEWEST_OF_TITLE = 2  # words
_LONGEST_ENTRY = 6  # words of an entry's title
_LONGEST_RUBRIC = 6  # words
_LOUD = 5  # words in capitals that are more than a paper's name
_LONGEST_TITLE = 16  # words, where another line may be the title
_LONGEST_LINE = 30  # words
_MOST_ABOVE_BYLINE = 2  # blocks that don't look like lines of a head
_LONGEST_ABOVE_BYLINE = 50  # words
_STANDFIRST = 8  # words of a line right below the title that is hardly a heading
_SENTENCE = re.compile(r"[.!?…][\"')\]]*$")
_NAME = re.compile(clutter.NAME)
_PAPERS = word_set(
    "Bulletin Chronicle Companion Compendium Courier Daily Digest Echo Encyclopedia Gazette Globe "
    "Herald Journal Ledger Magazine Mail Monthly News Observer Post Press Quarterly Record Review "
    "Sentinel Standard Star Telegraph Times Tribune Weekly"
)
_TRAIL = re.compile(r"\S [|·•›»>/'] \S")  # Encyclopedia › History; The Courier · Established 1849


@dataclass(frozen=True)
class Head:
    """What stands above the text."""

    title: str = ""
    author: str = ""
    date: str = ""
    length: int = 0  # in blocks


def find_head(blocks: Sequence[Block], title: str) -> Head:
    """The lines above the first paragraph; `title` is what the file's own data call it, or ""."""
    length = _length(blocks)
    lines = [block.text for block in blocks[:length]]
    author = next(filter(None, map(clutter.byline, lines)), "") or _bare_author(lines)
    below = " ".join(block.text for block in blocks[length:])
    if not title and length < len(blocks):
        title = next((line for line in lines if _is_entry(line, blocks[length].text)), "")
    if not title:
        title = _find_title(blocks[:length], content_words(below))
    dates = (clutter.date_in(line) for line in lines if line != title)
    date = next(filter(None, dates), "")
    return Head(title, author, date, length - _ends_in_heading(blocks[:length], title))


def _length(blocks: Sequence[Block]) -> int:
    """How many blocks stand above the text; a short paragraph above the byline is one of them."""
    length = 0
    for at, block in enumerate(blocks):
        is_signed = bool(clutter.byline(block.text) or clutter.date_in(block.text))
        if at - length > _MOST_ABOVE_BYLINE or len(block.text.split()) > _LONGEST_ABOVE_BYLINE:
            break
        if is_signed or (at == length and _is_head(block.text)):
            length = at + 1
    return length


def _bare_author(lines: Sequence[str]) -> str:
    """A name right above a date; "" for none."""
    pairs = zip(lines, lines[1:], strict=False)
    return next((one for one, two in pairs if _NAME.fullmatch(one) and clutter.date_line(two)), "")


def _find_title(head: Sequence[Block], below: Sequence[str]) -> str:
    """The first line whose words come back below as often as any other line's; "" for none."""
    lines = [block.text for block in head if block.is_heading or _may_be_title(block.text)]
    while len(lines) > 1 and _is_rubric(lines[0], before=lines[1]):
        del lines[0]
    titles = [line for line in lines if not _is_standfirst(line)] or lines
    if not titles:
        return ""
    enough = max(_weight(line, below) for line in titles) / 2
    return next(line for line in titles if _weight(line, below) >= enough)


def _is_standfirst(line: str) -> bool:
    """Whether it tells more than a title does."""
    return has_inner_end(line) or len(line.split()) > _LONGEST_TITLE


def _is_rubric(line: str, before: str) -> bool:
    """Whether it is the name of a paper or of a part of it: few words, all with capitals.

    Above a line that only tells more such words are the title, unless they name a paper.
    """
    words = [word for word in WORD.findall(line) if word.lower() not in FUNCTION_WORDS]
    if len(line.split()) > _LONGEST_RUBRIC or not all(word[0].isupper() for word in words):
        return False
    return bool(_PAPERS & {*words}) or not _is_standfirst(before)


def _is_entry(line: str, paragraph: str) -> bool:
    """Whether a line is what an encyclopedia tells of: "Mount Sarna", then "Mount Sarna is ..."."""
    words = [word.lower() for word in WORD.findall(line)]
    said = [word.lower() for word in WORD.findall(paragraph)[: len(words) + 1]]
    said = said[1:] if said[:1] in (["the"], ["a"], ["an"]) and said[:1] != words[:1] else said
    return 0 < len(words) <= _LONGEST_ENTRY and said[: len(words)] == words


def _ends_in_heading(blocks: Sequence[Block], title: str) -> bool:
    """Whether the last line above the first paragraph may be the heading of a section."""
    last = blocks[-1] if len(blocks) > 1 else None
    if last is None or last.text == title or last.is_heading is False:
        return False
    if last.is_heading:
        return True
    if last.text.startswith("From "):
        return False  # the book or the site that an entry is taken from
    is_standfirst = blocks[-2].text == title and len(last.text.split()) >= _STANDFIRST
    return _may_be_title(last.text) and (not is_standfirst or counts_parts(title))


def _weight(line: str, below: Sequence[str]) -> float:
    """How much a line says of the text below: many words that come back, hardly any others."""
    words = content_words(line)
    return share_of(words, below) * min(len(words), 5)


def _is_head(text: str) -> bool:
    is_short = looks_like_heading(text) or not _SENTENCE.search(text)
    return (
        (is_short and len(text.split()) <= _LONGEST_LINE)
        or clutter.is_clutter(text)
        or bool(clutter.byline(text) or clutter.date_line(text))
    )


def _may_be_title(line: str) -> bool:
    others = (clutter.is_clutter, clutter.byline, clutter.date_in)
    is_loud = line.isupper() and len(line.split()) >= _LOUD
    is_paper = clutter.is_masthead(line) and not is_loud
    if is_paper or any(is_it(line) for is_it in others) or _TRAIL.search(line):
        return False
    return len(line.split()) >= _FEWEST_OF_TITLE and line[-1] not in ".:;,"
