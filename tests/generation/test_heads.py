"""Title, author and date among the lines above a text."""

import pytest

from quizapp.generation.reading.heads import Head, find_head
from quizapp.generation.reading.reader import read_article
from tests.generation.test_reading import BODY, MORE

TITLE = "A bridge without cars brings trade"
DECK = "Larkfield shut it to cars and feared the worst. Was that wise?"


def head_of(*lines: str) -> Head:
    article = read_article("\n\n".join((*lines, BODY, MORE)).encode())
    assert article.sentences[0].text.startswith("The town of Larkfield")
    return Head(article.title, article.author, article.date)


@pytest.mark.parametrize(
    "above",
    [
        ("The Larkfield Echo · Established 1849",),
        ("Town & Trade",),
        ("The Larkfield Echo", "TRADE"),
        ("Encyclopedia › Bridges › Larkfield bridge trade",),
    ],
)
def test_neither_paper_nor_rubric_is_the_title(above: tuple[str, ...]) -> None:
    assert head_of(*above, TITLE, "By Ivo Stern").title == TITLE


def test_a_title_of_two_sentences_stands_below_the_paper() -> None:
    title = "Everyone wants the bridge. So why is it shut?"
    assert head_of("The Larkfield Review", title, "By Ivo Stern").title == title


def test_an_entry_is_found_below_its_encyclopedia() -> None:
    title = "Larkfield town bridge"
    lines = ("Open Compendium of Bridges", title, f"The {title} is old. {BODY}", MORE)
    assert read_article("\n\n".join(lines).encode()).title == title


@pytest.mark.parametrize("title", ["The light-bearer", "The Sailor's Plague"])
def test_a_line_that_tells_more_is_not_the_title(title: str) -> None:
    assert head_of("HISTORY & TRADE", title, DECK, "By Ivo Stern").title == title


def test_a_line_that_tells_more_is_no_sentence_of_the_text() -> None:
    assert head_of(TITLE, DECK, "By Ivo Stern, 4 May 2021") == Head(
        TITLE, "Ivo Stern", "4 May 2021"
    )


@pytest.mark.parametrize(
    "signed",
    [
        ("Ivo Stern, 4 May 2021",),
        ("By Ivo Stern | Published 4 May 2021",),
        ("Words: Ivo Stern", "4 May 2021"),
        ("Ivo Stern", "Tuesday 4 May 2021"),
        ("By Ivo Stern", "4 May 2021 | Updated 9:14 p.m."),
        ("By Ivo Stern", "From the Book of Towns. Last edited 4 May 2021 · Reviewed by a desk"),
        ("By Ivo Stern", "Published 4 May 2021 | Updated 9:14 p.m."),
    ],
)
def test_author_and_date_are_found_however_they_are_written(signed: tuple[str, ...]) -> None:
    head = head_of(TITLE, *signed)
    assert (head.author, head.date) == ("Ivo Stern", "4 May 2021")


def test_the_book_of_an_entry_is_no_section() -> None:
    text = f"Larkfield\n\nFrom The Book of Bridges\n\nLarkfield is a town. {BODY}\n\n{MORE}"
    assert [section.title for section in read_article(text.encode()).sections] == [""]


def test_lines_without_text_have_no_end() -> None:
    assert find_head((), "") == Head()
