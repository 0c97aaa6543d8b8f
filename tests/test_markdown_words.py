"""What Markdown turns into when nobody attacks: links, images, titles, gaps."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp import markdown
from tests.test_markdown import Page, assert_harmless, image_url


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
