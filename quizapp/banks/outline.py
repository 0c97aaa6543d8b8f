"""The blocks of a piece of Markdown, by line: what CommonMark with tables says its structure is.

HTML is text in question files, so its blocks aren't recognized, comments aside.
"""

from functools import lru_cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token


class Node(NamedTuple):
    """A block, from line `start` up to `end` (counted from 0, `end` not included)."""

    kind: (
        str  # markdown-it's: paragraph, heading, bullet_list, list_item, fence, inline, comment...
    )
    start: int
    end: int
    markup: str = ""
    content: str = ""  # of fences, comments and inline text
    children: tuple["Node", ...] = ()


@lru_cache(maxsize=4096)
def outline(text: str) -> tuple[Node, ...]:
    """The top-level blocks of `text`, whose lines end with line feeds."""
    return _nest(_PARSER.parse(text))


def _nest(tokens: list[Token]) -> tuple[Node, ...]:
    stack: list[tuple[Token | None, list[Node]]] = [(None, [])]
    for token in tokens:
        if token.nesting == 1:
            stack.append((token, []))
        elif token.nesting == 0:
            stack[-1][1].append(_node(token, ()))
        else:
            opener, children = stack.pop()
            assert opener is not None, "markdown-it closes only what it opened"
            stack[-1][1].append(_node(opener, tuple(children)))
    return tuple(stack[0][1])


def _node(token: Token, children: tuple[Node, ...]) -> Node:
    start, end = token.map or (0, 0)
    kind = token.type.removesuffix("_open")
    return Node(kind, start, end, token.markup, token.content, children)


def _comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A block rule: a comment that begins a line and is closed, whatever lines it spans."""
    place = state.bMarks[start] + state.tShift[start]
    if state.is_code_block(start) or not state.src.startswith("<!--", place):
        return False
    close = _comment_end(state, place)
    line = start
    while line < end and state.eMarks[line] < close:
        line += 1
    if close < 0 or line == end or state.src[close : state.eMarks[line]].strip():
        return False  # open, or text follows: then it is a comment inside a paragraph
    if not silent:
        state.line = line + 1
        token = state.push("comment", "", 0)
        token.map = [start, line + 1]
        token.content = state.src[place + 4 : close - 3].strip()
    return True


def _comment_end(state: StateBlock, place: int) -> int:
    """Where the comment that opens at `place` ends; -1 if it doesn't, or another opens before."""
    if "last comment end" not in state.env:
        state.env["last comment end"] = state.src.rfind("-->")
    if place > state.env["last comment end"]:
        return -1
    following = state.src.find("<!--", place + 4)
    close = state.src.find("-->", place + 4, following if following >= 0 else len(state.src))
    return close + 3 if close >= 0 else -1


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("reference")
    parser.core.ruler.enableOnly(["block"])
    interrupted = RuleOptionsType(alt=["paragraph", "reference", "blockquote"])
    parser.block.ruler.at("html_block", _comment, interrupted)
    return parser


_PARSER = _parser()
