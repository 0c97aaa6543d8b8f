"""Images in a bank's text: which there are, and which are written in a way that isn't read."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp import markdown
from quizapp.banks.reader import Reading, parse

START = "---\ntitle: Maps\n---\n\n"
ANSWER = "\n\n- (x) a) One\n- ( ) b) Two\n- ( ) c) Three\n"


def read(text: str) -> Reading:
    return parse(f"{START}## Which?\n`id: q`\n\n{text}{ANSWER}", "maps")


def codes(reading: Reading) -> list[tuple[int, int, str]]:
    return [(found.line, found.column, found.code) for found in reading.problems]


def test_image_is_found_with_its_place() -> None:
    (use,) = read("See ![a map](maps/a.png) here.").images
    assert (use.path, use.line, use.column, use.start, use.end) == ("maps/a.png", 8, 5, 13, 23)
    assert use.question == 5


def test_image_of_a_passage_belongs_to_no_question() -> None:
    reading = parse(f"{START}![a](a.png)\n\n# S\n\n![b](b.png)\n\n## Q\n`id: q`{ANSWER}", "maps")
    assert [(use.path, use.question) for use in reading.images] == [
        ("a.png", None),
        ("b.png", None),
    ]


def test_images_come_by_line() -> None:
    reading = read("![b](b.png)\n\n> ![c](c.png) ![d](d.png)\n\n![a](a.png)")
    assert [use.path for use in reading.images] == ["b.png", "c.png", "d.png", "a.png"]


@pytest.mark.parametrize(
    "text",
    [
        "![a map][map]\n\n[map]: map.png",
        "![map][]\n\n[map]: map.png",
        "![map]\n\n[map]: map.png",
        "![a\nmap](map.png)",
        "![a map](\nmap.png)",
        '![a map](map.png "a\ntitle")',
        "![a [b] map](map.png)",
        "\\\\![a map](map.png)",
        "![a map](map.png)![map]\n\n[map]: other.png",
    ],
)
def test_image_that_a_bank_cannot_have_is_an_error(text: str) -> None:
    reading = read(text)
    assert "image-form" in [code for _, _, code in codes(reading)]
    assert reading.bank is not None and reading.bank.questions == ()


def test_image_by_reference_is_named_where_it_stands() -> None:
    assert codes(read("Text.\n\nSee\n![a map][map].\n\n[map]: map.png")) == [(11, 1, "image-form")]


@pytest.mark.parametrize(
    "text",
    [
        "![wow] that is big",
        "\\![a](a.png)",
        "`![a](a.png)`",
        "<!-- ![a](a.png) -->",
        "!\\[a](a.png)",
    ]
    + ["```\n![a](a.png)\n```", "[a](a.png)", "![a] (a.png)", "![a](a b.png)"],
)
def test_text_that_is_no_image_is_none(text: str) -> None:
    reading = read(text)
    assert (reading.images, codes(reading)) == ((), [])


def test_paragraph_longer_than_anyone_writes_has_no_images() -> None:
    assert (8, 1, "image-form") in codes(read("![a](a.png) " + "x" * 20_000))


def test_image_without_words_is_a_warning() -> None:
    reading = read("![ ](a.png)")
    assert codes(reading) == [(8, 1, "image-alt")]
    assert len(reading.images) == 1


PIECES = [
    "![a](a.png)",
    "![b](<b c.png>)",
    "![",
    "](",
    ")",
    "[",
    "]",
    "`",
    "\\",
    "\n",
    "\n\n",
    "<!--",
]
PIECES += ["-->", "x", " ", "**", "> ", "- ", "    ", "&amp;", '"', "'t'", "(", "|", "[r]: r.png\n"]


def shown(reading: Reading) -> Iterator[str]:
    """The paths that pages ask for while they show what was read."""
    asked: list[str] = []

    def image_url(path: str) -> str:
        asked.append(path)
        return "/x"

    for question in reading.bank.questions if reading.bank else ():
        markdown.to_html(question.text, image_url)
        for option in question.body.export()["options"]:
            markdown.to_inline_html(option["text"], image_url)
            markdown.after_first_paragraph(option["text"], image_url)
    return iter(asked)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_no_page_shows_an_image_that_the_reader_did_not_see(text: str) -> None:
    for reading in (read(text), read(f"Which?{ANSWER.replace('One', text, 1)}")):
        assert set(shown(reading)) <= {use.path for use in reading.images}
