"""However long or odd a text is, asking about it takes its time in proportion."""

from itertools import islice
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import Literal

import pytest

from quizapp.generation.asking import (
    asking_names,
    asking_order,
    asking_outcomes,
    asking_places,
    asking_reasons,
    asking_sources,
    asking_terms,
)
from quizapp.generation.generator import draft_bank
from quizapp.generation.reading.reader import read_article
from quizapp.generation.tiers import Wishes
from tests.generation.asked import findings_of
from tests.generation.builders import make_article
from tests.generation.parsing import parser_or_skip

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


def cpu_seconds_of_draft(words: int, tier: Literal["light", "best"]) -> float:
    """Of a draft from so many words of real articles, with other numbers in each copy."""
    texts = [path.read_text() for path in sorted(Path(__file__).parent.glob("articles/*.txt"))]
    plain = "\n\n".join(texts).split(" ")
    copies = (
        word.translate(str.maketrans("3456", "3456"[copy % 4 :] + "3456"[: copy % 4]))
        for copy in range(words // len(plain) + 1)
        for word in plain
    )
    article = read_article(" ".join(islice(copies, words)).encode())
    start = process_time()
    draft_bank(article, "long", Wishes(tier=tier))
    return process_time() - start


@pytest.mark.parametrize("tier", ["light", "best"])
def test_a_draft_takes_no_more_than_in_proportion(tier: Literal["light", "best"]) -> None:
    if tier == "best":
        parser_or_skip()
        cpu_seconds_of_draft(1_000, tier)  # which loads the parser
    short = cpu_seconds_of_draft(1_000, tier)
    assert cpu_seconds_of_draft(8_000, tier) < 8 * 1.5 * short


def test_an_ordinary_article_is_drafted_in_half_a_second_of_computing() -> None:
    assert cpu_seconds_of_draft(1_000, "light") < 0.6
