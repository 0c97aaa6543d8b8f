"""Clauses cut around a figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generation.clauses.clause_cutting import cut_around


def lowered(text: str) -> str:
    """As if no sentence began with a name."""
    return text[:1].lower() + text[1:]


CUTS = [
    # sentence, figure, shortest clause
    (
        "The ferry lost $1.3 million, although fares had risen.",
        "$1.3 million",
        "The ferry lost $1.3 million",
    ),
    (
        "The ferry lost $1.3 million because nobody took it.",
        "$1.3 million",
        "The ferry lost $1.3 million",
    ),
    (
        "The town grew, and the mill hired 300 people.",
        "300 people",
        "The mill hired 300 people",
    ),
    (
        "The mill (built of stone) hired 300 people.",
        "300 people",
        "The mill hired 300 people",
    ),
    (
        "The mill, which had burned twice, hired 300 people.",
        "300 people",
        "The mill hired 300 people",
    ),
    (
        "The Hollis mill, built in 1962, was sold to a bank.",
        "1962",
        "The Hollis mill was built in 1962",
    ),
    (
        "Repairs would cost $7 million, according to the surveyor.",
        "$7 million",
        "According to the surveyor, repairs would cost $7 million",
    ),
    (
        "A survey found that 40 percent of the plates were thin.",
        "40 percent",
        "According to a survey, 40 percent of the plates were thin",
    ),
    (
        "According to a poll, 5 percent agreed, while 70 percent refused.",
        "70 percent",
        "According to a poll, 70 percent refused",
    ),
    (
        "Two months later, on May 21, the mill closed.",
        "May 21",
        "On May 21, the mill closed",
    ),
    (
        "Oona Beck of the Federation of Labor, which represents 900 workers, agreed.",
        "900 workers",
        "The Federation of Labor represents 900 workers",
    ),
]


@pytest.mark.parametrize(("sentence", "figure", "clause"), CUTS)
def test_clause_is_cut_out(sentence: str, figure: str, clause: str) -> None:
    start = sentence.index(figure)
    assert clause in cut_around(sentence, start, start + len(figure), lowered)


CUTS += [
    (
        "About one in eight walkers dropped out, compared with one in ten drivers.",
        "one in eight",
        "About one in eight walkers dropped out",
    ),
    (
        "In 2019, 118,000 people climbed the hill, compared with 9,500 in 1990.",
        "2019",
        "In 2019, 118,000 people climbed the hill",
    ),
    (
        "Field founded a firm in 1856 and raised £350,000 in Britain.",
        "£350,000",
        "Field raised £350,000 in Britain",
    ),
    (
        "The second attempt, in June 1858, began in mid-ocean.",
        "June 1858",
        "The second attempt began in mid-ocean in June 1858",
    ),
    (
        "The guards, a force of about 400 men, serve at home.",
        "400 men",
        "The guards are a force of about 400 men",
    ),
    (
        "On May 2, after a storm of three days, the boat sank.",
        "May 2",
        "On May 2, the boat sank",
    ),
    (
        "Voss, who followed Theodore Orrin, in 2021, made three plans.",
        "three plans",
        "Voss made three plans",
    ),
]

LEFT = [
    (
        "The price rose in 2018, because Kern tightened its rules, and fell to $8 within a year.",
        "$8",
        "Kern tightened its rules, and fell to $8 within a year",
    ),
    (
        "Twenty-five of the 110 men had died when Domagaya, a son of the chief, showed the cure.",
        "110 men",
        "Twenty-five of the 110 men had died when Domagaya",
    ),
    (
        "The town lived by its trade with India, which left Lisbon in 1497.",
        "1497",
        "India left Lisbon in 1497",
    ),
    (
        "Two years after the mill opened, more than 300 people left.",
        "Two years",
        "Two years after the mill opened",
    ),
    (
        "A survey found that 40 percent of its plates were thin.",
        "40 percent",
        "According to a survey, 40 percent of its plates were thin",
    ),
    (
        "The cable consisted of wires wrapped in latex and armored with 18 strands.",
        "18 strands",
        "The cable armored with 18 strands",
    ),
    # sentence, figure, what must not be made of it
    (
        "In 1856, Hamet founded a school, and 3,000 people have taken its course.",
        "3,000 people",
        "In 1856, 3,000 people have taken its course",
    ),
    (
        "Production moves to a plant in Monterrey, Mexico, which opened in 2017.",
        "2017",
        "Mexico opened in 2017",
    ),
    (
        "Voss, who followed her uncle, Theodore Orrin, in 2021, made three plans.",
        "three plans",
        "Theodore Orrin made three plans",
    ),
    (
        "A year ago, the mill had made a profit of $41 million.",
        "$41 million",
        "The mill had made a profit of $41 million",
    ),
    ("In a survey of 812 households, 47 percent agreed.", "812", "In a survey of 812 households"),
]


@pytest.mark.parametrize(("sentence", "figure", "clause"), LEFT)
def test_clause_that_says_something_else_is_not_cut_out(
    sentence: str, figure: str, clause: str
) -> None:
    start = sentence.index(figure)
    assert clause not in cut_around(sentence, start, start + len(figure), lowered)


def test_quoted_speech_is_left_alone() -> None:
    sentence = '"We lost 40 boats," said the mayor.'
    assert list(cut_around(sentence, 9, 17, lowered)) == []


PARTS = [
    "The mill",
    " hired ",
    "40 people",
    ", which ",
    ", and ",
    " - ",
    "(",
    ")",
    "; ",
    "was ",
    '"',
]


@given(st.lists(st.sampled_from(PARTS), max_size=12))
def test_every_clause_holds_the_figure(parts: list[str]) -> None:
    sentence = "".join(parts) + " It sold 12 boats."
    start = sentence.index("12 boats")
    assert all("12 boats" in text for text in cut_around(sentence, start, start + 8, lowered))
