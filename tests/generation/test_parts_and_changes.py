"""Figures that belong to another: parts of a whole told beside them, the two ends of a change."""

from decimal import Decimal
from random import Random

import pytest

from quizapp.generation.asking import asking_figures
from quizapp.generation.distractors.figure_distractors import find_spread
from quizapp.generation.figures.figure_parts import whole_of
from quizapp.generation.figures.finding import find_figures
from quizapp.generation.findings import Figure
from tests.generation.asked import findings_of, stems
from tests.generation.builders import make_article, make_sentence_article
from tests.generation.figure_asking import question_of


def texts_of(sentence: str) -> list[str]:
    return [each.text for each in find_figures(make_sentence_article(sentence))]


def figure_in(sentence: str, text: str) -> Figure:
    figures = find_figures(make_sentence_article(sentence))
    return next(each for each in figures if each.text == text)


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("It has 61 kinds of fish, 38 of which are rare.", ["61 kinds", "38"]),
        ("It has 14 islands, of which three are settled.", ["14 islands", "three"]),
        ("Of the 21 authors, seven left.", ["seven"]),
        ("Ten ships and 40 men came, and six of them left.", ["Ten ships", "40 men", "six"]),
        ("They wrote of the old town, 38 of which they knew.", []),
        ("The number of cases rose from 312 to 447 in May.", ["312", "447", "May"]),
        ("The water cooled from 20 to 5 degrees.", ["5 degrees"]),
        (
            "Its share rose from 71 percent in 2017 to 86 percent.",
            ["71 percent", "2017", "86 percent"],
        ),
        ("It takes 71p of every pound.", ["71p"]),
        ("It closes at 5p.m. on weekdays.", []),
        ("It costs 40 pence.", ["40 pence"]),
        ("Rents fell by a quarter.", ["a quarter"]),
        ("Rents fell by three quarters to £75.", ["three quarters", "£75"]),
        ("It was won by a third party.", []),
    ],
)
def test_a_part_or_an_end_is_read_with_what_it_belongs_to(sentence: str, texts: list[str]) -> None:
    assert texts_of(sentence) == texts


@pytest.mark.parametrize(
    ("sentence", "text", "whole"),
    [
        ("It has 61 kinds of fish, 38 of which are rare.", "38", 61),
        ("Two of the three clinics closed.", "Two", 3),
        ("It owns 12 ferries and 40 cranes.", "12 ferries", None),
    ],
)
def test_a_part_cannot_exceed_its_whole(sentence: str, text: str, whole: int | None) -> None:
    found = whole_of(figure_in(sentence, text), sentence)
    assert found == (None if whole is None else Decimal(whole))


def test_no_wrong_part_is_more_than_the_whole() -> None:
    findings = findings_of(make_article("It has 61 kinds of fish, 38 of which are rare."))
    spread = find_spread(findings.figures[1], findings, Random(1))
    assert spread.above
    assert all(each.value < 61 for each in spread.above)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        (
            "Lake Venda has 61 kinds of fish, 38 of which are rare.",
            "How many of the 61 kinds of fish are rare?",
        ),
        (
            "Forty-two sailors came from Bristol, and 17 of them left in Jamaica.",
            "How many of the forty-two sailors left in Jamaica?",
        ),
        (
            "Clara Oberg fired 412 shots in 22 races, and 57 percent of those shots hit.",
            "What percentage of the 412 shots hit?",
        ),
        (
            "The plan drew 2,760 replies, of which 78% opposed the closures.",
            "What percentage of the 2,760 replies opposed the closures?",
        ),
        (
            "Of the 21 authors, seven were employees of Orvane.",
            "Of the 21 authors, how many were employees of Orvane?",
        ),
        (
            "The rate in Lisbon rose from 71 percent in 2017 to 86 percent in 2023.",
            "The rate in Lisbon rose from 71 percent in 2017 to what percentage in 2023?",
        ),
    ],
)
def test_a_part_or_an_end_is_asked_for(sentence: str, asked: str) -> None:
    assert asked in stems(asking_figures.propose, sentence)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Clara Oberg sold 300 prints and 40 maps, and 12 of them were false.", "of the"),
        ("The harbor has 31 berths, 20 of which.", "of the 31 berths"),
        ("In all, 165 towns were ruined and 132 more were flooded.", "many towns were ruined and"),
        ("Nine otters in Odby, eight of them on roads, were examined.", "of the nine otters"),
        ("The rate in Lisbon rose from 71 percent in 2017 to 86 percent.", "In which year"),
    ],
)
def test_no_part_and_no_end_is_torn_off(sentence: str, asked: str) -> None:
    assert not [stem for stem in stems(asking_figures.propose, sentence) if asked in stem]


def test_a_fraction_of_nothing_told_is_called_so() -> None:
    assert question_of("Rents fell by a quarter", "a quarter") == "By what fraction did rents fall?"
