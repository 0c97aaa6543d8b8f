"""Figures that are asked for where they stand, and those that can't be."""

import pytest

from quizapp.generation.asking.asking_in_place import question_in_place
from quizapp.generation.asking.question_words import amount_words, number_words
from tests.generation.figure_asking import spot_in

ASKED = [
    (
        "The steamer sank off the cape with the loss of 214 lives",
        "214 lives",
        "The steamer sank off the cape with the loss of how many lives?",
    ),
    (
        "The poll of 812 likely voters was held by phone",
        "812 likely voters",
        "The poll of how many likely voters was held by phone?",
    ),
    (
        "The council has to close a gap of about £16 million",
        "£16 million",
        "The council has to close a gap of about how much?",
    ),
    (
        "Turnout was 61 percent, up from 43 percent in the race before",
        "43 percent",
        "Turnout was 61 percent, up from what percentage in the race before?",
    ),
    (
        "A strike in 2019 lasted eleven days",
        "2019",
        "A strike in which year lasted eleven days?",
    ),
    (
        "The new line carries 14 percent more passengers than the old one",
        "14 percent",
        "The new line carries how many percent more passengers than the old one?",
    ),
    (
        "Wages there are 23 per cent below the average",
        "23 per cent",
        "Wages there are how many per cent below the average?",
    ),
    (
        "The boat left the harbor two hours later than planned",
        "two hours",
        "The boat left the harbor how many hours later than planned?",
    ),
    (
        "Thefts in the town fell from 63 a year to four",
        "63",
        "Thefts in the town fell from how many a year to four?",
    ),
    (
        "The fleet rose from 40 boats to 52",
        "40 boats",
        "The fleet rose from how many boats to 52?",
    ),
]

LEFT = [
    ("Within two years the bridge was open again", "two years", "what comes first is turned"),
    ("The ferry, built in 1962, was sold", "1962", "an aside, as if it could be left out"),
    ("The tax was approved by 54 percent to 46", "54 percent to 46", "both are asked for at once"),
    ("The coldest night brought minus 38 degrees", "38 degrees", "without its minus"),
    ("The board approved a $65 million bond", "$65 million", "it says which bond"),
    ("The boat left the harbor two years later", "two years", "later than what"),
    ("Nothing between June and May if the brook falls below 20 feet", "20 feet", "no clause"),
    ("The largest share, 44 percent, came from the lottery", "44 percent", "put in"),
    ("The club gave him a room, ten dogs and a boat", "ten dogs", "the end of a list"),
    ("The trust whose 46 boats came is rich", "46 boats", "whose"),
    ("Clara Oberg may set a price between two leases", "two leases", "both of them"),
    ("A link would cost a further £40 million", "£40 million", "on top of what"),
    ("Sales were 12 percent higher", "12 percent", "than what"),
    ("That fear was named by 52 percent", "52 percent", "of whom"),
    ("The boat has a run of four miles, not 14", "four miles", "the rest tells it"),
    ("The mill opened in 1950, and in 1961 it closed", "1961", "a second clause"),
    ("The trial ran from 2019 to 2021", "2019", "from when to 2021"),
    ("Every spring since 2022 the council has held a debate", "2022", "a time before the subject"),
]


@pytest.mark.parametrize(("clause", "figure", "expected"), ASKED)
def test_a_figure_is_asked_for_where_it_stands(clause: str, figure: str, expected: str) -> None:
    assert question_in_place(spot_in(clause, figure), amount_words) == expected


def test_an_answer_in_digits_is_told_its_scale() -> None:
    spot = spot_in("The firm closed a gap of $3 million", "$3 million")
    asked = question_in_place(spot, number_words)
    assert asked == "The firm closed a gap of how many million dollars?"


@pytest.mark.parametrize(("clause", "figure", "why"), LEFT)
def test_what_reads_badly_in_its_place_is_left(clause: str, figure: str, why: str) -> None:
    assert question_in_place(spot_in(clause, figure), amount_words) is None, why
