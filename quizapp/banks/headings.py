"""Headings: # starts a section and ## a question, at the margin."""

import re
from collections.abc import Iterable

from quizapp.banks.outline import Node
from quizapp.banks.page import Page
from quizapp.banks.spans import HIDDEN, scan
from quizapp.question_types.base import Level

_UNSPACED = re.compile(r"##[^#\s]")


def heading_text(page: Page) -> str:
    """The text of the heading on a page's first line; an empty one is reported."""
    inline = page.blocks[0].children[0]
    text = scan(inline.content).shown.replace(HIDDEN, "").strip()
    if not text:
        page.report((0, 0), "empty-heading", "This heading is empty. Write its text after the #.")
    return text


def report_headings(page: Page, blocks: Iterable[Node], *, setext: Level = "error") -> None:
    """Reports headings among `blocks` that aren't written as headings of a bank are."""
    for block in blocks:
        if block.kind == "heading" and block.markup in ("=", "-"):
            mend = "Write # or ## before the text, or a blank line above the dashes."
            sentence = f"A line of {block.markup} makes the text above it a heading. {mend}"
            page.report((block.end - 1, 0), "setext-heading", sentence, level=setext)
        elif block.kind == "heading" and block.markup in ("#", "##"):
            sentence = "This heading is indented. Move its # to the margin."
            page.report((block.start, 0), "indented-heading", sentence)
    for number, line in enumerate(page.masked):
        if line.startswith("##") and _UNSPACED.match(line):
            sentence = "This is nearly a question's heading. Write a space after ##."
            page.report((number, 0), "heading-space", sentence)
