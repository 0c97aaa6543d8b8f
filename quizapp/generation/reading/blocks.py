"""An article's bytes to its blocks: paragraphs and headings, whatever kind of file it was."""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from quizapp.generation.article import UnfitArticle
from quizapp.generation.reading.plain import is_unseen

Kind = Literal["text", "markdown", "html"]
SUFFIXES: dict[str, Kind] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
MOST_BYTES = 4 * 1024 * 1024
_WRAPPED = 60  # characters from which a line that goes on below was likely broken by a program
_LOOKS_LIKE_HTML = re.compile(r"\s*(?:<!doctype html|<html|<\?xml)", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
_BREAKS = ("softbreak", "hardbreak")


@dataclass(frozen=True)
class Block:
    """A paragraph or a heading, on one line."""

    text: str
    is_heading: bool | None = None  # None: the file doesn't say


@dataclass(frozen=True)
class Blocks:
    """A whole file's blocks, and what the file says about itself."""

    blocks: tuple[Block, ...]
    about: dict[str, str] = field(default_factory=dict)  # title, author, publisher, date


def kind_of(name: str, text: str) -> Kind:
    """What a file called `name` is; one without a telling name is looked at."""
    suffix = re.search(r"\.\w+$", name.lower())
    if suffix and suffix.group() in SUFFIXES:
        return SUFFIXES[suffix.group()]
    return "html" if _LOOKS_LIKE_HTML.match(text) else "text"


def decode(raw: bytes) -> str:
    """The text of a file; raises UnfitArticle if it isn't text."""
    if len(raw) > MOST_BYTES:
        raise UnfitArticle(
            f"The article is larger than {MOST_BYTES >> 20} MB. Draft from a part of it."
        )
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnfitArticle(
            f"The article isn't UTF-8 text (byte {error.start + 1} can't be read). "
            "Save it as plain text in UTF-8."
        ) from None
    if "\0" in text:
        raise UnfitArticle("The article isn't text. Save it as plain text, Markdown or HTML.")
    if text.startswith("{\\rtf"):
        raise UnfitArticle("The article is in Rich Text Format. Save it as plain text.")
    return tidy(text)


def tidy(text: str) -> str:
    """`text` with composed letters and plain line ends, without what nobody sees."""
    composed = unicodedata.normalize("NFC", text)
    lines = re.sub(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]", "\n", composed)
    unseen = (char for char in set(lines) - {"\n", "\t"} if is_unseen(char))
    return lines.translate(dict.fromkeys(map(ord, unseen)))


def text_blocks(text: str) -> Blocks:
    """The blocks of plain text: apart by blank lines or, without any, line by line."""
    parts = re.split(r"\n[ \t]*\n", text)
    lines = [line for part in parts for line in _unwrapped(part.split("\n"))]
    return Blocks(tuple(Block(joined) for line in lines if (joined := " ".join(line.split()))))


def _unwrapped(lines: list[str]) -> list[str]:
    """The paragraphs of lines that stand together: a long line goes on in the one below it."""
    paragraphs: list[str] = []
    goes_on = False
    longest = max(map(len, lines), default=0)
    for line in lines:
        if goes_on:
            paragraphs[-1] += f" {line}"
        else:
            paragraphs.append(line)
        goes_on = len(line.rstrip()) >= _WRAPPED and longest <= 2 * _WRAPPED
    return paragraphs


def markdown_blocks(text: str) -> Blocks:
    """The headings, paragraphs and list items of Markdown; code, tables and HTML are left out."""
    body = text[front.end() :] if (front := _FRONT_MATTER.match(text)) else text
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    blocks: list[Block] = []
    in_table = False
    for before, token in zip([None, *tokens], tokens, strict=False):
        in_table = (in_table or token.type == "table_open") and token.type != "table_close"
        if token.type == "inline" and before is not None and not in_table:
            words = " ".join(_plain(token).split())
            if words:
                blocks.append(Block(words, is_heading=before.type == "heading_open"))
    return Blocks(tuple(blocks))


def _plain(inline: Token) -> str:
    parts = []
    for token in inline.children or ():
        if token.type in _BREAKS:
            parts.append(" ")
        elif token.type in ("text", "code_inline"):
            parts.append(token.content)
    return "".join(parts)
