"""Markdown to safe HTML: CommonMark plus tables, HTML shown as text, and nh3 over the result.

The only module that makes Markup. What an author hides in an HTML comment is dropped here too,
though the reader has taken it away before.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

import nh3
from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.renderer import RendererHTML
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from markupsafe import Markup
from markupsafe import escape as escape_html

# The address of an image from its path in the banks' folder; None if it can't be shown.
ImageUrl = Callable[[str], str | None]

GAP = "\ue000"  # stands for a cloze's gap while its text is rendered; authors can't write it
BIDI_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)
LOCAL_PATH = re.compile(r"(?!/|(?:[^/]*/)*\.\.(?:/|$))[^\\:\x00-\x1f\x7f]+")
LONGEST_PARAGRAPH = 20_000  # characters in which images are looked for
BLOCKS = {"paragraph_open", "heading_open", "list_item_open", "th_open", "td_open"}

TAGS = {
    *("p", "h3", "ul", "ol", "li", "blockquote", "pre", "hr", "br", "code", "em", "strong"),
    *("a", "img", "div", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "div": {"class", "role", "aria-label", "tabindex"},
    "th": {"class", "dir"},
    "td": {"class", "dir"},
    "pre": {"dir", "tabindex"},
    **{tag: {"dir"} for tag in ("p", "h3", "li")},
}


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802  the library's name
        return True  # what may be linked or shown is decided in _Renderer


class _Renderer(RendererHTML):
    """Each method renders the token it is named for."""

    def table_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return '<div class="scroll" role="group" aria-label="Table" tabindex="0"><table>'

    def table_close(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return "</table></div>"

    def fence(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return f'<pre dir="ltr" tabindex="0"><code>{escape_html(tokens[idx].content)}</code></pre>'

    def code_block(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return self.fence(tokens, idx)

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        alt = self.renderInlineAsText(tokens[idx].children, options, env).replace(GAP, "")
        address = _image_address(str(tokens[idx].attrs.get("src", "")), env.get("image_url"))
        if address is None:
            return str(escape_html(alt))
        return f'<img src="{escape_html(address)}" alt="{escape_html(alt)}">'


def _image_address(source: str, image_url: ImageUrl | None) -> str | None:
    path = unquote(source)
    return image_url(path) if image_url and is_local_path(path) else None


def image_path(destination: str) -> str:
    """The path that an image's destination means, as written between its round brackets."""
    return unquote(_parser.normalizeLink(unescapeAll(destination)))


def is_local_path(path: str) -> bool:
    """Whether a path can name a file in a folder or below: no scheme, nothing that leads out."""
    return LOCAL_PATH.fullmatch(path) is not None


def image_paths(text: str) -> Iterator[tuple[int, str | None]]:
    """The paths of the images in `text`, each with the line (from 0) where its paragraph begins.

    None stands for the paths in a paragraph longer than anyone writes.
    """
    blocks: list[Token] = []
    env: EnvType = {}
    _parser.block.parse(text, _parser, env, blocks)
    for block in blocks:
        if block.type != "inline" or "![" not in block.content:
            continue
        line = block.map[0] if block.map else 0
        if len(block.content) > LONGEST_PARAGRAPH:
            yield line, None
            continue
        parts: list[Token] = []
        _parser.inline.parse(block.content, _parser, env, parts)
        for part in parts:
            if part.type == "image":
                yield line, unquote(str(part.attrs.get("src", "")))


def _comment_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """An HTML comment that begins a line, to the line that ends it or to the end of the text."""
    if state.is_code_block(start) or not state.src.startswith("<!--", _line_start(state, start)):
        return False
    closing = state.src.find("-->", _line_start(state, start) + 4)
    line = start
    while line + 1 < end and (closing < 0 or state.eMarks[line] < closing + 3):
        line += 1
    if closing >= 0 and state.src[closing + 3 : state.eMarks[line]].strip():
        return False  # text follows on the line: the inline rule takes it
    state.line = state.line if silent else line + 1
    return True


def _line_start(state: StateBlock, line: int) -> int:
    return state.bMarks[line] + state.tShift[line]


def _comment_inline(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("<!--", state.pos):
        return False
    closing = state.src.find("-->", state.pos + 4)
    state.pos = closing + 3 if closing >= 0 else state.posMax
    return True


def _make_parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False}, renderer_cls=_Renderer).enable("table")
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}
    parser.block.ruler.before("fence", "comment", _comment_block, interrupts)
    parser.inline.ruler.before("html_inline", "comment", _comment_inline)
    return parser


_parser = _make_parser()


def _parse(text: str) -> list[Token]:
    tokens = _parser.parse(text)
    for token in tokens:
        if token.type in BLOCKS:
            token.attrSet("dir", "auto")
        if token.type in ("heading_open", "heading_close"):
            token.tag = "h3"
        if token.attrs.pop("style", "") == "text-align:right":
            token.attrSet("class", "num")
        if token.type in ("fence", "code_block"):
            token.content = token.content.replace(GAP, "")
        token.children = _with_safe_links(token.children or [])
    return tokens


def _with_safe_links(children: Iterable[Token]) -> list[Token]:
    """Only links to the web or a mailbox, and no gaps in them or in code."""
    kept = []
    open_links: list[bool] = []
    for token in children:
        if token.type == "link_open":
            open_links.append(bool(SAFE_LINK.match(str(token.attrs.get("href", "")))))
            token.attrs = {"href": token.attrs.get("href", "")}
        if token.type == "code_inline" or any(open_links):
            token.content = token.content.replace(GAP, "")
        is_link = token.type in ("link_open", "link_close")
        if not is_link or open_links[-1]:
            kept.append(token)
        if token.type == "link_close":
            open_links.pop()
    return kept


def _clean(html: str) -> Markup:
    return Markup(
        nh3.clean(
            html,
            tags=TAGS,
            attributes=ATTRIBUTES,
            url_schemes={"http", "https", "mailto"},
            link_rel="noopener",
        ).strip()
    )


def _render(tokens: Sequence[Token], image_url: ImageUrl | None) -> Markup:
    return _clean(_parser.renderer.render(tokens, _parser.options, {"image_url": image_url}))


def _is_inline(text: str) -> bool:
    """Whether `text` is one line: a sentence, even if it looks like a list or a heading."""
    return "\n" not in text.strip()


def _first_paragraph(text: str) -> list[Token]:
    tokens = [Token("inline", "", 0, children=[])]
    if _is_inline(text):
        tokens = _parser.parseInline(text.strip())
    elif (blocks := _parse(text)) and blocks[0].type == "paragraph_open":
        tokens = [blocks[1]]
    for token in tokens:
        token.children = _with_safe_links(token.children or [])
    return tokens


@lru_cache(maxsize=4096)
def to_html(text: str, image_url: ImageUrl | None = None) -> Markup:
    """All of `text`. Images show only with `image_url`, which must be one lasting function."""
    return _render(_parse(text), image_url)


@lru_cache(maxsize=4096)
def to_inline_html(text: str, image_url: ImageUrl | None = None) -> Markup:
    """The first paragraph without its `p`; "" if something else comes first, such as code."""
    return Markup(_render(_first_paragraph(text.translate(BIDI_CONTROLS)), image_url))


@lru_cache(maxsize=4096)
def after_first_paragraph(text: str, image_url: ImageUrl | None = None) -> Markup:
    """What `to_inline_html` leaves out."""
    if _is_inline(text):
        return Markup("")
    tokens = _parse(text)
    starts_with_paragraph = bool(tokens) and tokens[0].type == "paragraph_open"
    return _render(tokens[3:] if starts_with_paragraph else tokens, image_url)


@lru_cache(maxsize=4096)
def to_gapped_html(texts: tuple[str, ...], image_url: ImageUrl | None = None) -> tuple[Markup, ...]:
    """Markdown in pieces as HTML in as many pieces; joined with fields between them it is whole."""
    html = _render(_parse(GAP.join(text.replace(GAP, "") for text in texts)), image_url)
    pieces = tuple(Markup(piece) for piece in str(html).split(GAP))
    if len(pieces) == len(texts):
        return pieces
    return Markup(str(html).replace(GAP, "")), *[Markup("")] * (len(texts) - 1)


def holds_gaps(texts: tuple[str, ...]) -> bool:
    """Whether a field can stand between any two of the pieces; not so in a link or in code."""
    tokens = _parse(GAP.join(text.replace(GAP, "") for text in texts))
    return str(_render(tokens, None)).count(GAP) == len(texts) - 1


def to_plain(text: str) -> str:
    """The words of the first paragraph, for titles: one line, no markup, no bidi controls."""
    (inline,) = _first_paragraph(text.translate(BIDI_CONTROLS))
    words = _parser.renderer.renderInlineAsText(inline.children, _parser.options, {})  # type: ignore[attr-defined]
    return " ".join(words.split())


def escape(text: str) -> str:
    """Plain text as Markdown that shows it unchanged, in one line."""
    return PUNCTUATION.sub(r"\\\1", " ".join(text.split()))
