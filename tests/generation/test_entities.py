"""A name that shows no kind by itself gets the one that the parser mostly sees in it."""

from dataclasses import replace

from quizapp.generation.findings import Findings, Name
from quizapp.generation.parsing.entities import with_kinds
from quizapp.generation.parsing.trees import ParsedSentence
from tests.generation.parsing import make_article
from tests.generation.sentence_trees import trees


def kind_of(name: Name, *names: str) -> str:
    parsed = trees(*names)
    article = make_article(*(sentence.text for sentence in parsed))
    (found,) = with_kinds(Findings(article, (), (name,)), parsed).names
    return found.kind


def test_a_name_without_a_kind_gets_the_parsers() -> None:
    assert kind_of(Name("Carl Berger", "other", ((0, 11),)), "carl") == "person"


def test_a_kind_that_is_known_stays() -> None:
    assert kind_of(Name("Carl Berger", "organization", ((0, 11),)), "carl") == "organization"


def test_a_ship_is_no_person() -> None:
    assert kind_of(Name("USS Berger", "other", ((0, 11),)), "carl") == "other"


def test_one_mention_of_three_is_no_majority() -> None:
    name = Name("Carl Berger", "other", ((0, 11), (12, 15), (16, 19)))
    assert kind_of(name, "carl") == "other"


def test_a_ship_of_one_name_is_no_organization_either() -> None:
    (carl,) = trees("carl")
    firm = replace(carl, tokens=tuple(replace(each, entity="ORG") for each in carl.tokens))
    name = Name("Berger", "other", ((0, 4), (5, 11)))
    assert kinds(name, firm, carl.text) == "organization"
    later = "They liked the Berger."
    name = replace(name, mentions=(*name.mentions, (len(carl.text) + 16, len(carl.text) + 22)))
    assert kinds(name, firm, carl.text, later) == "other"


def kinds(name: Name, parsed: ParsedSentence, *sentences: str) -> str:
    found = Findings(make_article(*sentences), (), (name,))
    return with_kinds(found, (parsed,) * len(sentences)).names[0].kind


def test_a_law_is_nobody_whatever_the_parser_takes_it_for() -> None:
    assert kind_of(Name("Berger Act", "other", ((0, 11),)), "carl") == "other"


def test_what_has_an_article_is_neither_a_person_nor_a_town() -> None:
    parsed = trees("carl")
    article = make_article(*(sentence.text for sentence in parsed), "They liked the Carl Berger.")
    start = article.text.rindex("Carl Berger")
    name = Name("Carl Berger", "other", ((0, 11), (start, start + 11)))
    found = Findings(article, (), (name,))
    assert with_kinds(found, (*parsed, *parsed)).names[0].kind == "other"
