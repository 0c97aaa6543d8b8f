"""Markdown becomes HTML that shows what was written and runs nothing."""

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp import markdown

ALLOWED = markdown.TAGS
VOID = {"br", "hr", "img"}
ADDRESS = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)

ATTACKS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></ScRiPt>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img onerror=x&gt;'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    '<a href="https://a.example" onclick="alert(1)">x</a>',
    "<style>@import 'https://evil.example/x.css'</style>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<form action=https://evil.example><button>x</button></form>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<div style='background:url(javascript:alert(1))'>x</div>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<x/><!--><img src=x onerror=alert(1)>-->",
    '<!--<img src="--><img src=x onerror=alert(1)//">',
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php alert(1) ?><script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](  javascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](<java\x0bscript:alert(1)>)",
    "[x](\x01javascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example)",
    "[x](/signout)",
    "[x](\\\\evil.example)",
    "[x](https://a.example 'onmouseover=alert(1)')",
    '[x](https://a.example/" onmouseover="alert(1))',
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "![x](javascript:alert(1))",
    "![x](https://evil.example/track.png)",
    "![x](//evil.example/track.png)",
    "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
    "![x](../../../etc/passwd)",
    "![x](images/..%2f..%2fsecret.png)",
    "![x](/static/x.png)",
    '![x" onerror="alert(1)](images/a.png)',
    '![x](images/a.png"onerror="alert(1))',
    "![x](images/a.png 'onerror=alert(1)')",
    "![[x](javascript:alert(1))](images/a.png)",
    '```"><script>alert(1)</script>\nx\n```',
    "```html\n</code></pre><script>alert(1)</script>\n```",
    "`</code><script>alert(1)</script>`",
    "    </pre><script>alert(1)</script>",
    "| a |\n|---|\n| </td></table><script>alert(1)</script> |",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\<script>alert(1)\\</script>",
    "<<script>script>alert(1)<</script>/script>",
    "<scr\x00ipt>alert(1)</script>",
    "<a\nhref=javascript:alert(1)>x</a>",
    "# <img src=x onerror=alert(1)>",
    "> <script>alert(1)</script>",
    "- <script>alert(1)</script>",
    "\ue000<script>alert(1)</script>\ue000",
]


class Page(HTMLParser):
    """The tags, attributes and text of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment came through")


def assert_harmless(html: str) -> None:
    page = Page(html)
    assert page.open == []
    for tag, attributes in page.tags:
        assert tag in ALLOWED
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        if tag == "a":
            assert ADDRESS.match(attributes.get("href") or "") and attributes["rel"] == "noopener"
        if tag == "img":
            assert (attributes["src"] or "").startswith("/images/")


def image_url(path: str) -> str | None:
    return f"/images/{path}" if path.endswith(".png") else None


@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_does_nothing(attack: str) -> None:
    for text in (attack, f"Text {attack} text", f"Text\n\n{attack}\n\nText", f"**{attack}**"):
        assert_harmless(markdown.to_html(text, image_url))
        assert_harmless(markdown.to_inline_html(text, image_url))
        assert_harmless(markdown.after_first_paragraph(text, image_url))
        assert_harmless("".join(markdown.to_gapped_html((text, text), image_url)))


@given(
    st.text(alphabet="<>/\"'=`*_[]()!#&;:|\\- \n\ta\u202ejavscript<!--onimgsrc&#x6A", max_size=60)
)
def test_any_text_does_nothing(text: str) -> None:
    assert_harmless(markdown.to_html(text, image_url))
    assert_harmless(markdown.to_inline_html(text, image_url))


@pytest.mark.parametrize(
    "tag", ["<b>", "</div>", '<a href="x">', "<br/>", "<div>", "<script>", "<custom-tag>"]
)
def test_html_is_shown_as_text(tag: str) -> None:
    assert tag in Page(markdown.to_html(f"a {tag} b")).text
    assert tag in Page(markdown.to_html(f"{tag}\ntext")).text


@pytest.mark.parametrize(
    "text",
    [
        "a <!-- secret --> b",
        "<!-- secret -->",
        "a\n<!-- secret\n\nsecret\n-->\nb",
        "a <!-- secret\nsecret --> b",
        "- item <!-- secret -->\n  <!-- secret -->",
        "> <!-- secret -->\n> b",
        "<!-- secret --> b",
        "a <!-- secret",
        "<!-- secret\n\nsecret",
        "# Heading <!-- secret -->",
        "| a |\n|---|\n| <!-- secret --> |",
        "<!-- a --><!-- secret -->",
        "[x <!-- secret -->](https://a.example)",
        "![x <!-- secret -->](images/a.png)",
        "<div> <!-- secret -->",
        "<!---> secret -->",
    ],
)
def test_comment_never_comes_through(text: str) -> None:
    html = markdown.to_html(text, image_url) + markdown.to_inline_html(text, image_url)
    assert "secret" not in html and "secret" not in markdown.to_plain(text)


def test_comment_in_code_is_code() -> None:
    assert "&lt;!-- shown --&gt;" in markdown.to_html("`<!-- shown -->`")
    assert "&lt;!-- shown --&gt;" in markdown.to_html("```\n<!-- shown -->\n```")


def test_text_after_a_comment_stays() -> None:
    assert "after" in markdown.to_html("<!-- note --> after\n\n<!--\nnote\n-->\n\nafter")


@pytest.mark.parametrize(
    "address", ["https://a.example/x?y=1", "http://a.example", "mailto:a@b.example"]
)
def test_links_to_the_web_and_mailboxes_stay(address: str) -> None:
    html = markdown.to_html(f"[x]({address} 'title')")
    assert html == f'<p dir="auto"><a href="{address}" rel="noopener">x</a></p>'


def test_other_links_leave_their_text() -> None:
    assert markdown.to_html("[a **b**](other.md) c") == '<p dir="auto">a <strong>b</strong> c</p>'


def test_image_of_the_bank_is_shown_with_its_alternative() -> None:
    html = markdown.to_html("![A *cell*](images/cell%201.png)", image_url)
    assert html == '<p dir="auto"><img src="/images/images/cell 1.png" alt="A cell"></p>'


@pytest.mark.parametrize(
    "text", ["![A cell](images/cell.svg)", "![A cell](https://a.example/c.png)"]
)
def test_other_images_leave_their_alternative(text: str) -> None:
    assert markdown.to_html(text, image_url) == '<p dir="auto">A cell</p>'


def test_without_a_place_for_images_their_alternative_stands() -> None:
    assert markdown.to_html("![A cell](images/cell.png)") == '<p dir="auto">A cell</p>'


def test_every_heading_becomes_the_third() -> None:
    html = markdown.to_html("# One\n\n#### Four\n\nTwo\n---")
    assert re.findall(r"<h\d", html) == ["<h3", "<h3", "<h3"]


def test_table_can_be_scrolled_and_its_figures_stand_right() -> None:
    html = markdown.to_html("| a | b |\n|---|--:|\n| c | 1 |")
    assert html.startswith(
        '<div class="scroll" role="group" aria-label="Table" tabindex="0"><table>'
    )
    assert '<td dir="auto" class="num">1</td>' in html and html.endswith("</table></div>")


def test_code_runs_from_left_to_right() -> None:
    assert (
        markdown.to_html("```py\nx < 1\n```")
        == '<pre dir="ltr" tabindex="0"><code>x &lt; 1\n</code></pre>'
    )


def test_every_block_finds_its_direction() -> None:
    html = markdown.to_html("text\n\n- item\n\n> quote\n\n# heading")
    assert html.count('dir="auto"') == len(re.findall("<(p|li|h3)", html))


@pytest.mark.parametrize("control", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_titles_hold_nothing_that_turns_text(control: str) -> None:
    assert control not in markdown.to_plain(f"a{control}b")
    assert control not in markdown.to_inline_html(f"a{control}b")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("What is `x`?", "What is x?"),
        ("**Bold** and [link](https://a.example)", "Bold and link"),
        ("![A cell](images/a.png) here", "A cell here"),
        ("<b> & more", "<b> & more"),
        ("1. first", "1. first"),
        ("# not a heading", "# not a heading"),
        ("two\nlines", "two lines"),
        ("first\n\nsecond", "first"),
        ("a &amp; b", "a & b"),
        ("", ""),
    ],
)
def test_plain_words(text: str, plain: str) -> None:
    assert markdown.to_plain(text) == plain


@pytest.mark.parametrize(
    ("text", "inline", "rest"),
    [
        ("one", "one", ""),
        ("**one**\n\ntwo", "<strong>one</strong>", '<p dir="auto">two</p>'),
        ("one\n\n```\ncode\n```", "one", '<pre dir="ltr" tabindex="0"><code>code\n</code></pre>'),
        ("```\ncode\n```", "", '<pre dir="ltr" tabindex="0"><code>code\n</code></pre>'),
        ("1. What", "1. What", ""),
        ("- What", "- What", ""),
        ("", "", ""),
    ],
)
def test_first_paragraph_and_the_rest(text: str, inline: str, rest: str) -> None:
    assert (markdown.to_inline_html(text), markdown.after_first_paragraph(text)) == (inline, rest)


@given(st.text(max_size=40))
def test_escaped_text_shows_as_it_was(text: str) -> None:
    words = " ".join(text.split())
    if words.isprintable() and not any(c in words for c in "\u202a\u2066\ue000"):
        assert Page(markdown.to_html(markdown.escape(text))).text == words


def test_text_with_gaps_comes_in_as_many_pieces() -> None:
    pieces = markdown.to_gapped_html(("The **", "** of\n\n- ", ""))
    assert pieces == (
        '<p dir="auto">The <strong>',
        '</strong> of</p>\n<ul>\n<li dir="auto">',
        "</li>\n</ul>",
    )


@pytest.mark.parametrize(
    ("texts", "holds"),
    [
        (("a ", " b"), True),
        (("**", "**"), True),
        (("> ", "\n> b"), True),
        (("[x ", "](https://a.example)"), False),
        (("[x](https://a.example/", ")"), False),
        (("[x](https://a.example '", "')"), False),
        (("![x ", "](images/a.png)"), False),
        (("`x ", "`"), False),
        (("    ", ""), False),
        (("<!-- ", " -->"), False),
        (("[x]: https://a.example/", ""), False),
        (("<b title='", "'>"), True),
    ],
)
def test_where_gaps_can_stand(texts: tuple[str, ...], holds: bool) -> None:
    assert markdown.holds_gaps(texts) == holds


@given(
    st.lists(st.text(alphabet="ab*_`[](!<>\n -|#\ue000'\"", max_size=12), min_size=1, max_size=4)
)
def test_pieces_are_as_many_and_whole_together(texts: list[str]) -> None:
    pieces = markdown.to_gapped_html(tuple(texts))
    assert len(pieces) == len(texts)
    assert_harmless('<img src="/images/gap">'.join(pieces))


@pytest.mark.parametrize(
    "text",
    ["[" * 20_000, "*" * 20_000, "> " * 10_000, "`" * 20_000 + "x", "<!--" * 5_000, "![" * 10_000]
    + ["- " * 5_000, "|" * 20_000, "a" * 200_000, "[a](" * 5_000, "&" * 20_000, "<" * 20_000],
)
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    markdown.to_html(text)
    assert time.process_time() - start < 2
