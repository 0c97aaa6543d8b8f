"""Markdown becomes HTML that shows what was written and runs nothing."""

import re
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
