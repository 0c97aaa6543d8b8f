"""Articles as people paste them: what is text, what stands around it, what can't be used."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generation.article import UnfitArticle
from quizapp.generation.reading.reader import read_article

BODY = (
    "The town of Larkfield voted last spring to close its only bridge to cars. The council said "
    "that the bridge, which was built in 1931, could no longer carry the weight of lorries.\n\n"
    "Shopkeepers were against the plan, because they feared for their trade. They were wrong: "
    "in the first six months after the closing, trade in the old town grew by 12 percent."
)
MORE = (
    "The bridge is now used by about 3,000 cyclists a day. Councillor Maud Ellery, who had "
    "argued for the closing, says that nobody in the town wants the cars back on the bridge. "
    "A second bridge, two miles up the river, takes the traffic that used to cross the town."
)
WEB_PAGE = f"""<!doctype html><html><head><title>A bridge without cars - The Larkfield Echo</title>
<meta name="author" content="Ivo Stern"></head>
<body><nav><a href="/">Home</a> <a href="/x">More</a></nav>
<article><h1>A bridge without cars</h1><p>{BODY}</p>
<h2>Who uses the bridge now</h2><p>{MORE}</p></article>
<footer>Cookies, imprint and much else that nobody reads</footer></body></html>"""


def read(text: str, name: str = "") -> list[str]:
    return [sentence.text for sentence in read_article(text.encode(), name).sentences]


def test_title_author_and_date_are_found_above_the_text() -> None:
    head = "The Larkfield Echo\n\nA bridge without cars brings trade\n\nBy Ivo Stern\n\nMay 4, 2021"
    article = read_article(f"{head}\n\n{BODY}\n\n{MORE}".encode())
    assert article.title == "A bridge without cars brings trade"
    assert article.author == "Ivo Stern"
    assert article.date == "May 4, 2021"
    assert article.sentences[0].text.startswith("The town of Larkfield")


@pytest.mark.parametrize(
    "masthead",
    ["THE LARKFIELD ECHO", "The Larkfield EchoNews of the bridge since 1871", "Town | Trade"],
)
def test_the_name_of_the_paper_is_no_title(masthead: str) -> None:
    title = "A bridge without cars brings trade"
    assert read_article(f"{masthead}\n\n{title}\n\n{BODY}\n\n{MORE}".encode()).title == title


def test_offsets_lead_to_the_sentences() -> None:
    article = read_article(f"A bridge “without” cars\n\n{BODY}\n\n{MORE}".encode())
    for at, sentence in enumerate(article.sentences):
        assert article.text[sentence.start : sentence.end] == sentence.text
        assert article.sentence_at(sentence.start) == at
    assert len(article.text) == len(article.original)


@pytest.mark.parametrize(
    "clutter",
    [
        "Cyclists on the bridge in June. (Ana Ruiz/Larkfield Echo)",
        "Sign up here for our newsletter.",
        "Don't miss any of our coverage! Follow us on every network.",
        "Photo: the bridge at dawn",
        "A cyclist on the bridge in June. Ana Ruiz/Larkfield Echo",
        "Correction: An earlier version of this article gave the wrong year.",
        "[Image: The bridge is cut in the workshop at Odby. Credit: T. Rask]",
        "A cyclist on the bridge in June. Photo: Ana Ruiz",
        "The old town last week. (Ana Ruiz for The Larkfield Echo)",
        "This article is about the bridge. For the game of cards, see Bridge (cards).",
        "Not to be confused with Larkfield Bridge.",
        "From Odby's Open Encyclopedia",
        "Advertisement",
        "Ivo Stern is a reporter at the Echo. Follow him on Twitter @stern.",
        "Ivo Stern covers bridges for the Echo. He grew up in Odby.",
        "Ivo Stern and Ana Ruiz are reporters at the Echo. They live in Odby.",
        "Write to him at the Echo.",
        "The author was an adviser to the council's mission in 2022.",
        "Divers on the bridge in June. Image: A. Ruiz/Larkfield Echo",
        "(Reporting by Ana Ruiz and J. Weiss; editing by Clara Stein)",
    ],
)
def test_what_stands_around_the_text_is_no_sentence_of_it(clutter: str) -> None:
    said = read(f"A bridge without cars\n\n{BODY}\n\n{clutter}\n\n{MORE}")
    assert not any(clutter.startswith(sentence) for sentence in said)


def test_a_note_goes_on_in_the_next_paragraph() -> None:
    notes = "Ivo Stern is a reporter at the Echo.\n\nHe grew up in Odby and studied law."
    said = read(f"A bridge without cars\n\nBy Ivo Stern\n\n{BODY}\n\n{MORE}\n\n{notes}")
    assert said[-1].startswith("A second bridge")


@pytest.mark.parametrize(
    "dateline",
    ["ODBY, Feb 6 (Continental Wire) - ", "LARK FIELD, Iowa (PBJ) — ", "ODBY — "],
)
def test_a_dateline_is_no_part_of_a_sentence(dateline: str) -> None:
    said = read(f"A bridge without cars\n\n{dateline}{BODY}\n\n{MORE}")
    assert said == read(f"A bridge without cars\n\n{BODY}\n\n{MORE}")


def test_a_byline_may_begin_with_a_rubric() -> None:
    text = f"A bridge without cars\n\nANALYSIS by Ivo Stern\n\n{BODY}\n\n{MORE}"
    assert read_article(text.encode()).author == "Ivo Stern"


def test_a_byline_may_name_an_illustrator_by_an_initial() -> None:
    line = "by Ivo Stern, illustrations: M. Kita"
    text = f"A bridge without cars\n\n{line}\n\n{BODY}\n\n{MORE}"
    assert read_article(text.encode()).author == "Ivo Stern"


def test_credits_behind_the_last_sentence_are_no_sentence() -> None:
    said = read(f"{BODY}\n\n{MORE} (Reporting by Ana Ruiz; editing by Clara Stein)")
    assert said[-1].startswith("A second bridge")


def test_somebody_of_whom_the_last_paragraphs_tell_is_not_the_author() -> None:
    end = "Ruiz is in doubt about it.\n\nAna Ruiz is an engineer in Odby. She tested the bridge."
    assert "She tested the bridge." in read(f"A bridge\n\n{BODY}\n\n{MORE}\n\n{end}")


def test_a_name_that_the_first_paragraph_begins_with_is_the_title() -> None:
    text = f"Mount Sarna\n\nMount Sarna is a hill near Odby.\n\n{BODY}\n\n{MORE}"
    article = read_article(text.encode())
    assert article.title == "Mount Sarna"
    assert [section.title for section in article.sections] == [""]


def test_a_long_line_right_below_the_title_is_no_heading() -> None:
    below = "The council of the old town closed the bridge to all cars in spring"
    article = read_article(f"Trade without cars grows\n\n{below}\n\n{BODY}\n\n{MORE}".encode())
    assert [section.title for section in article.sections] == [""]
    assert not any(sentence.text == below for sentence in article.sentences)


def test_a_heading_whose_words_do_not_come_back_is_a_link() -> None:
    link, heading = "Nine recipes for a rainy weekend", "Cyclists use the bridge now"
    article = read_article(f"{BODY}\n\n{link}\n\n{heading}\n\n{MORE}".encode())
    assert [section.title for section in article.sections] == ["", heading]
    assert not any(link in sentence.text for sentence in article.sentences)


def test_of_lines_in_a_row_the_last_is_the_heading() -> None:
    lines = "Cars on the bridge in the old town\n\nThe politics"
    article = read_article(f"{BODY}\n\n{lines}\n\n{MORE}".encode())
    assert [section.title for section in article.sections] == ["", "The politics"]


def test_an_article_of_three_reasons_has_three_headings() -> None:
    parts = [
        ("Trade needs a bridge", BODY),
        ("Cyclists need a bridge", MORE),
        ("Cars do not", BODY),
    ]
    text = "\n\n".join(f"{title}\n\n{text}" for title, text in parts)
    article = read_article(f"Three reasons to keep the bridge\n\n{text}".encode())
    assert [section.title for section in article.sections][1:] == [title for title, _ in parts]


def test_lines_of_a_wrapped_paragraph_belong_together() -> None:
    wrapped = "\n\n".join(map(textwrap.fill, BODY.split("\n\n")))
    assert read(f"{wrapped}\n\n{MORE}") == read(f"{BODY}\n\n{MORE}")


def test_markdown_says_which_lines_are_headings() -> None:
    text = f"---\ntitle: x\n---\n# A bridge\n\n{BODY}\n\n## *Use*\n\n- {MORE}\n\n```\ncode.\n```\n"
    article = read_article(text.encode(), "bridge.md")
    assert (article.title, article.sections[-1].title) == ("A bridge", "Use")
    assert not any("code" in sentence.text for sentence in article.sentences)


def test_a_web_page_is_read_without_what_surrounds_the_article() -> None:
    pytest.importorskip("trafilatura", reason="HTML is read with the extra html")
    article = read_article(WEB_PAGE.encode(), "page.html")
    assert article.title == "A bridge without cars"
    assert article.author == "Ivo Stern"
    assert [section.title for section in article.sections if section.title] == [
        "Who uses the bridge now"
    ]
    assert not any("Cookies" in sentence.text for sentence in article.sentences)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "has no text"),
        (b" \n\t\n", "has no text"),
        (b"Just one line.", "only 3 words"),
        (b"Kaleidoscope", "only one word"),
        (b"\xff\xfe\x00\xd8", "isn't UTF-8"),
        (b"caf\xe9 " * 100, "isn't UTF-8"),
        (b"%PDF-1.4\0\0\0", "isn't text"),
        (BODY.upper().encode() * 2, "all in capitals"),
        (b"a " * 60_000, "60,000 words"),
        (b"x" * (4 * 1024 * 1024 + 1), "larger than 4 MB"),
        (
            b"Die Stadt hat im letzten Jahr ihre einzige Bruecke geschlossen, weil sie die Last "
            b"der Lastwagen nicht mehr tragen konnte. " * 5,
            "in English",
        ),
    ],
)
def test_what_can_not_be_used_is_refused_with_a_reason(raw: bytes, words: str) -> None:
    with pytest.raises(UnfitArticle, match=words):
        read_article(raw)


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        article = read_article(f"{BODY}\n\n{text}\n\n{MORE}".encode(errors="ignore"), "x.md")
    except UnfitArticle:
        return
    for sentence in article.sentences:
        assert article.text[sentence.start : sentence.end] == sentence.text


def test_links_below_a_note_about_the_author_leave_it_one() -> None:
    note = "Ivo Stern has reported from the valley since 2009."
    links = "\n\n".join(("Read more", "A tower in spring", "Nine rainy weekends", "Odby at night"))
    said = read(f"A bridge without cars\n\nBy Ivo Stern\n\n{BODY}\n\n{MORE}\n\n{note}\n\n{links}")
    assert note not in said


def test_a_photo_in_a_sentence_is_no_caption() -> None:
    said = read(
        f"A bridge without cars\n\n{BODY}\n\nThe town kept a photo of the bridge.\n\n{MORE}"
    )
    assert "The town kept a photo of the bridge." in said


def test_a_paragraph_at_the_end_that_begins_with_the_author_is_a_note() -> None:
    note = "Ivo Stern covers bridges and the sea. He lives in Odby."
    said = read(f"A bridge without cars\n\nBy Ivo Stern\n\n{BODY}\n\n{MORE}\n\n{note}")
    assert said[-1].startswith("A second bridge")


@pytest.mark.parametrize(
    "line",
    [
        "October 2, 2024 | 9 min read",
        "Updated 3:20 PM CDT, Thu May 16, 2024",
        "Nov. 7, 2023, 4:45 p.m. ET",
        "March 12, 2018 7 AM PT",
        "CHICAGO, Nov. 12, 2024",
    ],
)
def test_a_line_with_the_date_is_no_sentence(line: str) -> None:
    article = read_article(f"A bridge without cars\n\n{line}\n\n{BODY}\n\n{MORE}".encode())
    assert article.date and article.date in line
