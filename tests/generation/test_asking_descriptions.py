"""What something is said to be leads to its name."""

from random import Random

import pytest

from quizapp.generation.figures.finding import find_figures
from quizapp.generation.findings import Findings
from quizapp.generation.names.finding import find_names
from quizapp.generation.parser_tier.asking_descriptions import ask_descriptions
from quizapp.generation.parser_tier.parsed_article import read_parsed
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.short_answer import ShortAnswer
from tests.generation.parsing import make_article, parse, read, read_sentences, stems

TERMS = ("weir", "sluice", "lock", "dike")


def test_what_is_defined_is_asked_for_by_what_is() -> None:
    found = next(iter(ask_descriptions(read(*TERMS))))
    assert found.stem == "What is a weir?"
    assert isinstance(found.body, MultipleChoice)
    assert [option.text for option in found.body.options if option.correct] == [
        "a low wall that holds back a river"
    ]


def test_without_other_definitions_it_is_asked_the_other_way_round() -> None:
    asked = stems(ask_descriptions(read("weir", "lock")))
    assert "What is described as a low wall that holds back a river?" in asked


def test_an_apposition_asks_for_what_it_stands_beside() -> None:
    asked = stems(ask_descriptions(read(*TERMS)))
    assert "What is described as a chamber that lifts boats?" in asked


def test_an_apposition_is_seen_where_the_parser_takes_it_for_something_else() -> None:
    asked = stems(ask_descriptions(read(*TERMS)))
    assert "What is described as a narrow gate of oak?" in asked


def test_the_other_terms_are_the_options() -> None:
    found = list(ask_descriptions(read(*TERMS)))[-1]
    assert isinstance(found.body, MultipleChoice)
    assert sorted(option.text for option in found.body.options) == [
        "a sluice",
        "a weir",
        "the dike",
        "the lock",
    ]


def test_with_too_few_terms_the_answer_is_written() -> None:
    (found,) = ask_descriptions(read("weir"))
    assert isinstance(found.body, ShortAnswer)
    assert found.body.key() == ("weir",)


def test_what_something_is_called_is_asked_for() -> None:
    assert "What is the river called?" in stems(ask_descriptions(read("named")))


def test_what_something_is_known_as_is_asked_for() -> None:
    asked = stems(ask_descriptions(read("known")))
    assert "What is the ratio of catch to effort known as?" in asked


def test_what_somebody_names_is_no_name() -> None:
    assert not stems(ask_descriptions(read("list")))


@pytest.mark.parametrize(
    "sentence",
    [
        "The show opens with 'Two lamps, a picture of a room without people', and nobody minds.",
        "Visitors see the lamp, a chair of oak that nobody sits on, and a table.",
        "He bought two lamps, a picture of a room without people.",
    ],
)
def test_words_of_a_list_or_a_quotation_are_no_description(sentence: str) -> None:
    article = make_article(sentence)
    findings = Findings(article, find_figures(article), find_names(article))
    read_here = read_parsed(findings, parse(sentence), Random(1))
    assert stems(ask_descriptions(read_here)) == []


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("panel", "a panel and a platform are two things"),
        ("newborn", "a place is nobody's child"),
        ("density", "so many people are no density"),
        ("mission", "no year is a mission"),
        ("runs-on", "the review is no team"),
        ("redundancy", "no harm is no principle"),
        ("toads", "a winter is no method"),
        ("marches", "the marches are no juice"),
        ("sulfurists", "chemicals aren't called so, but those who clung to them"),
    ],
)
def test_what_only_stands_beside_a_word_does_not_describe_it(name: str, why: str) -> None:
    assert not stems(ask_descriptions(read(name))), why


def test_a_customer_that_has_a_name_is_not_described_by_it() -> None:
    asked = stems(ask_descriptions(read("customer")))
    assert asked == ["Which organization is described as a boat maker?"]


def test_a_person_who_is_described_by_who_is_still_asked_for_by_who() -> None:
    sentence = "His wife, Marie Roe, a physician who suffered from gout, urged him to go to Odby."
    article = make_article(sentence, "Marie Roe had studied in Odby. She was ill.")
    findings = Findings(article, find_figures(article), find_names(article))
    parsed = read_parsed(findings, parse(*(each.text for each in article.sentences)), Random(1))
    assert "Who is described as a physician who suffered from gout?" in stems(
        ask_descriptions(parsed)
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Kern will call the treaty of Odby a victory.",
        "The seabed formed a plateau, which soon became known as Telegraph Plateau.",
    ],
)
def test_an_opinion_is_no_name_and_none_has_the_noun_that_is_asked_about(sentence: str) -> None:
    asked = stems(ask_descriptions(read_sentences(sentence)))
    assert not [stem for stem in asked if " call " in stem or " known as" in stem]


@pytest.mark.parametrize(
    ("said", "stem"),
    [
        (
            "He sold it as mauve, the first synthetic dye to make a fortune.",
            "What is described as the first synthetic dye to make a fortune?",
        ),
        (
            "Ilse Brandt, a Social Democrat, conceded that the law was bad.",
            "Who is described as a Social Democrat?",
        ),
        (
            "The clerk knew the code, the set of marks that tells one cow from another.",
            "What is described as the set of marks that tells one cow from another?",
        ),
    ],
)
def test_a_description_is_whole(said: str, stem: str) -> None:
    assert stem in stems(ask_descriptions(read_sentences(said)))
