"""A bank written by hand scores what was put into it: the whole way from Markdown to counts."""

import json

import pytest

from quizapp.banks.reader import parse
from quizapp.banks.reports import banks_json
from tests.generation.exported import read_item
from tests.generation.gold import SETS, load_article
from tests.generation.scoring import Score, score

ARTICLE = load_article(SETS["tuning"] / "night-ferry.txt")
FRONT = "---\ntitle: The night ferry\nsources: {article: {file: sources/night-ferry.txt}}\n---\n"
GOOD = """
## How many passengers did the night ferry carry per crossing in its final year, on average?
`id: passengers`

- = 31

> **Source article:** "the night ferry carried an average of 31 passengers per crossing"

## Why did ridership fall in the years after 2005?
`id: why`

- (x) a) The cannery closed.
- ( ) b) The fares rose.
- ( ) c) The ship was sold.

> **Source article:** "Ridership fell because the island's cannery … closed in 2011."

## A hull survey found that about half of the ship's steel plates were too thin.
`id: steel`

- ( ) True
- (x) False

> **Explanation:** It was nearly 40 percent.

> **Source article:** "nearly 40 percent of its steel plates were thinner than the rules allow"
"""
BAD = """
## How much would repairs have cost?
`id: repairs`

- ( ) a) $7 million
- (x) b) $9 million
- ( ) c) $11 million

> **Source article:** "Repairs would have cost about $9 million"

## How much would repairs have cost?
`id: repairs-again`

- = 7 million

> **Source article:** "Repairs would have cost about $7 million"
"""


def scored(text: str) -> Score:
    printed = banks_json(filter(None, [parse(FRONT + text, "ferry").bank]))
    return score([read_item(each) for each in json.loads(printed)[0]["questions"]], ARTICLE)


def test_three_items_cover_three_facts_and_have_no_faults() -> None:
    found = scored(GOOD)
    assert (found.items, found.types) == (3, 3)
    assert found.recall == pytest.approx(3 / len(ARTICLE.facts))
    assert {"final-average", "cannery-reason", "steel-thin"}.isdisjoint(found.missed)
    assert not (found.contradictions or found.duplicates or found.evidence)


def test_a_wrong_key_an_invented_quote_and_a_repeated_stem_are_counted() -> None:
    found = scored(GOOD + BAD)
    counts = (len(found.contradictions), len(found.duplicates), len(found.evidence))
    assert counts == (1, 1, 1)
