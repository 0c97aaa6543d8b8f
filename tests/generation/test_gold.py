"""The facts are sound: each stands in its article, where its anchors stand too."""

import re

import pytest

from tests.generation.gold import SETS, Fact, GoldArticle, load_set, read_facts
from tests.generation.matching import holds_anchors, holds_any

ARTICLES = [*load_set("tuning"), *load_set("held-out")]
FACTS = [
    pytest.param(article, fact, id=f"{article.name}-{fact.id}")
    for article in ARTICLES
    for fact in article.facts
]


@pytest.mark.parametrize(("article", "fact"), FACTS)
def test_a_fact_stands_near_its_anchors(article: GoldArticle, fact: Fact) -> None:
    paragraphs = ["", *re.split(r"\n\s*\n", article.text)]
    near = [
        # The one before may name what a pronoun means.
        f"{before} {paragraph}"
        for before, paragraph in zip(paragraphs, paragraphs[1:], strict=False)
    ]
    assert any(holds_any(t, fact.values) and holds_anchors(t, fact.anchors) for t in near)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_an_article_has_enough_facts_of_mixed_weight(article: GoldArticle) -> None:
    important = sum(fact.important for fact in article.facts) / len(article.facts)
    assert 18 <= len(article.facts) <= 30
    assert 0.2 <= important <= 0.4


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_ids_of_facts_are_unique(article: GoldArticle) -> None:
    ids = [fact.id for fact in article.facts]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", SETS)
def test_a_set_has_facts_of_every_kind_that_scores_look_at(name: str) -> None:
    kinds = {fact.kind for article in load_set(name) for fact in article.facts}
    assert {"figure", "date", "name", "reason", "definition"} <= kinds


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_an_article_is_as_long_as_those_that_people_paste(article: GoldArticle) -> None:
    assert 700 <= len(article.text.split()) <= 1300


def test_facts_are_read_as_they_are_written() -> None:
    text = 'facts = [{id = "a", kind = "date", values = ["1999"], anchors = [], important = true}]'
    assert read_facts(text) == (Fact("a", "date", ("1999",), (), important=True),)
