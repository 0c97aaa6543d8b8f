"""However long or odd a text is, asking about it takes its time in proportion."""

from random import Random
from time import perf_counter

import pytest

from quizapp.generation import (
    asking_names,
    asking_order,
    asking_outcomes,
    asking_places,
    asking_reasons,
    asking_sources,
    asking_terms,
)
from tests.generation.asked import findings_of
from tests.generation.builders import make_article

WAYS = (
    asking_names,
    asking_order,
    asking_outcomes,
    asking_places,
    asking_reasons,
    asking_sources,
    asking_terms,
)
TEXT = (
    "Maria Kern, a baker from Oslo, sold the mill in 1950 because it was old. She left Norway, "
    "according to Paul Roe. A kiln is an oven that bakes clay. The Kern Institute was founded by "
    'Anna Lund in 1931. "Nobody knows why it fell," said Peter Voss, who knew.\n'
)


def seconds_of(text: str) -> float:
    findings = findings_of(make_article(text))
    start = perf_counter()
    for way in WAYS:
        list(way.propose(findings, Random(1)))
    return perf_counter() - start


def test_a_book_of_twenty_thousand_words_is_asked_about_in_seconds() -> None:
    assert seconds_of(TEXT * 370) < 40


@pytest.mark.parametrize(
    "unit",
    [
        "a Aa, ",
        '"a ',
        "A is a ",
        "because ",
        ", so ",
        "the a, a of ",
        "by A ",
        "in 1999, ",
        "The end led to the end of ",
        "The end allowed a to be ",
        "Since a is ",
        "The reason was a. ",
    ],
)
def test_no_text_takes_long(unit: str) -> None:
    assert seconds_of(unit * (200_000 // len(unit))) < 40
