"""Quotes: found letter by letter, whatever the typography, and only as whole words."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.banks.evidence import fold
from quizapp.generation.model_tier.quoting import FEWEST_WORDS, MOST_WORDS, Quotable
from tests.generation.mill import ARTICLE

QUOTABLE = Quotable(ARTICLE)
FOLDED = [fold(line) for line in ARTICLE.text.split("\n")]
TYPOGRAPHY = {'"': '"“”„', "'": "'’", "-": "-–—", " ": [" ", "  ", "\u00a0", "\u2009"]}


@st.composite
def quotes(draw: st.DrawFn) -> str:
    """Some words in a row of one paragraph."""
    words = draw(st.sampled_from(ARTICLE.text.split("\n"))).split()
    size = draw(st.integers(FEWEST_WORDS, min(len(words), MOST_WORDS)))
    start = draw(st.integers(0, len(words) - size))
    return " ".join(words[start : start + size])


@given(quotes())
def test_what_the_article_says_is_found(quote: str) -> None:
    found = QUOTABLE.find(quote)
    assert found is not None
    touched = " ".join(ARTICLE.sentences[at].text for at in found.sentences)
    assert fold(quote) in fold(touched)


@given(quotes(), st.data())
def test_typography_makes_no_difference(quote: str, data: st.DataObject) -> None:
    altered = "".join(
        data.draw(st.sampled_from(TYPOGRAPHY[char])) if char in TYPOGRAPHY else char
        for char in quote
    )
    assert QUOTABLE.find(altered) == QUOTABLE.find(quote)


@given(quotes(), st.data())
def test_one_other_letter_makes_all_the_difference(quote: str, data: st.DataObject) -> None:
    places = [at for at, char in enumerate(quote) if char.isalnum()]
    at = data.draw(st.sampled_from(places))
    other = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz0123456789"))
    altered = quote[:at] + other + quote[at + 1 :]
    assume(not any(fold(altered) in line for line in FOLDED))
    assert QUOTABLE.find(altered) is None


@given(quotes(), st.data())
def test_a_letter_less_or_a_letter_more_is_another_word(quote: str, data: st.DataObject) -> None:
    at = data.draw(st.sampled_from([at for at, char in enumerate(quote) if char.isalpha()]))
    assume(quote[at : at + 1] not in (quote[at - 1 : at], quote[at + 1 : at + 2]))
    shorter = quote[:at] + quote[at + 1 :]
    longer = quote[:at] + quote[at] + quote[at:]
    words = {word for line in FOLDED for word in line.split()}
    assume(not set(shorter.split()) <= words and not set(longer.split()) <= words)
    assert QUOTABLE.find(shorter) is None
    assert QUOTABLE.find(longer) is None


@pytest.mark.parametrize(
    "quote",
    [
        "the number had grown to about 21",  # of 215
        "5 workers. We grind what",
        "5 million visitors have come",  # of 3.5 million
        "million visitors have come since 195",
        "he Tarrow mill opened in",
        "",
        "the works because",
        '215 workers. "We grind what the valley grows',  # two paragraphs
        "opened in MARCH 1871 beside",
    ],
)
def test_part_of_a_word_few_words_and_two_paragraphs_are_no_quote(quote: str) -> None:
    assert QUOTABLE.find(quote) is None


@pytest.mark.parametrize(
    ("quote", "is_found"),
    [
        ("The Tarrow mill opened in … had sold a shipyard to pay", True),
        ("The Tarrow mill opened in [...] had sold a shipyard to pay", True),
        ("had sold a shipyard to pay … The Tarrow mill opened in", False),
        ("The Tarrow mill opened … had sold a shipyard to pay", False),
        ("The Tarrow mill opened in … the works because the new railway", False),
        ("The Tarrow mill opened in … beside the river Ense. Its … sold a shipyard to pay", False),
    ],
)
def test_an_ellipsis_leaves_words_out_once_within_a_paragraph(quote: str, is_found: bool) -> None:
    assert (QUOTABLE.find(quote) is not None) == is_found


def test_a_quote_names_the_sentences_that_it_touches() -> None:
    found = QUOTABLE.find("beside the river Ense. Its founder, Clara Whitcombe,")
    assert found is not None and found.sentences == (0, 1)
    found = QUOTABLE.find("A museum of milling now fills the building")
    assert found is not None and found.sentences == (7,)
