"""Clauses to questions for their dates, and which are left as they are."""

import pytest

from quizapp.generation.asking import asking_figures
from quizapp.generation.clauses.spots import find_spot
from quizapp.generation.figures.finding import find_figures
from tests.generation.asked import stems
from tests.generation.builders import make_sentence_article
from tests.generation.figure_asking import question_of

DATES = [
    (
        "The ship was sunk on March 3, 1937, in Odby",
        "March 3, 1937",
        "On which date was the ship sunk in Odby?",
    ),
    ("The firm sold it from 1962 on", "1962", "From which year did the firm sell it on?"),
    (
        "The queen ruled from 1962 until her death",
        "1962",
        "From which year did the queen rule until her death?",
    ),
    (
        "The phrase goes back to a speech in May 1990",
        "May 1990",
        "When does the phrase go back to a speech?",
    ),
    ("In 1999, the firms signed a pact", "1999", "In which year did the firms sign a pact?"),
    (
        "The mill was planned in 1998, opened in 2004 and closed in 2011",
        "1998",
        "In which year was the mill planned?",
    ),
    ("The mill closed in 2011", "2011", "In which year did the mill close?"),
    ("On April 6, the port sent a letter", "April 6", "On which date did the port send a letter?"),
    ("The boat was sold in May 2021 to a bank", "May 2021", "When was the boat sold to a bank?"),
    ("In August, the port closed", "August", "In which month did the port close?"),
    ("The bridge was built in the 1840s", "1840s", "In which decade was the bridge built?"),
    (
        "The town has canceled many trips since 2022",
        "2022",
        "Since which year has the town canceled many trips?",
    ),
    (
        "The party plans to open a bridge in February 2025",
        "February 2025",
        "When does the party plan to open a bridge?",
    ),
    (
        "The trials were held between 2015 and 2019",
        "between 2015 and 2019",
        "When were the trials held?",
    ),
]


RELATIVE = [
    (
        "The hall stood until 1987, when the roof of the old theater fell in.",
        "In which year did the roof of the old theater fall in?",
    ),
    (
        "Then came the summer of 2023, in which the sea off Odby stayed warm for nine weeks.",
        "For how many weeks did the sea off Odby stay warm in the summer of 2023?",
    ),
    (
        "The strike went on until 12 August 1912, when Clara Oberg sold the mill.",
        "On which date did Clara Oberg sell the mill?",
    ),
]


@pytest.mark.parametrize(("sentence", "asked"), RELATIVE)
def test_a_clause_that_hangs_on_a_date_is_asked_about(sentence: str, asked: str) -> None:
    assert asked in stems(asking_figures.propose, sentence)


@pytest.mark.parametrize(("clause", "text", "question"), DATES)
def test_date_is_asked_for(clause: str, text: str, question: str) -> None:
    assert question_of(clause, text) == question


REFUSED = [
    ("The fund has fallen to 4 million from 7 million in 2017", "2017"),
    ("The firm bought the stone from 2019", "2019"),
    ("The book lists 115 crimes of the years 1892 to 1894", "115 crimes"),
    ("The share has fallen from 55 percent in 1998 to 24 percent", "1998"),
    ("Russia supplies 95 percent of the town's fuel and oil", "95 percent"),
    ("Twice during the work Kern added 10 feet to the dam", "10 feet"),
    ("A core drilled at Odby between 1996 and 2004 is 30 meters long", "30 meters"),
    ("They shot at it in June and July", "June"),
    ("The mill sold 40 boats in 1912 and 1913", "1912"),
    ("The mill reopened after being closed for nearly three months", "three months"),
    # The verb's tense can't be told.
    ("The tickets cost 20 pounds", "20 pounds"),
    # Nothing tells whose date it is.
    ("The town keeps a letter written in 1912", "1912"),
    ("The party opposes a bridge that opened in 1912", "1912"),
    ("The mill sold boats and hired 40 people", "40 people"),
    # Half of what the boat carries would be left.
    ("The boat carries six people and one stretcher", "six people"),
    # By whom, not by how much.
    ("Side effects were reported by 31% of patients", "31%"),
    ("The fear was named by 52 percent", "52 percent"),
    ("None of the mills had 20 workers", "20 workers"),
    ("62 percent of the members were in favor and 25 percent against", "62 percent"),
    ("Between 1500 and 1800 the disease killed two million sailors", "two million sailors"),
    ("Three years afterwards a surgeon did something new", "Three years"),
    ("A survey carried out in April by Opinia among 1,540 adults found that most agreed", "April"),
    ("The club won the cup for the first time since 1974", "1974"),
    ("The farms supply 28 percent", "28 percent"),
    ("The fish came back after two dams fell", "two dams"),
    ("Removing it cost 20 dollars", "20 dollars"),
    ("The mill can't employ 20 workers", "20 workers"),
    ("The price passed $4,000 in October", "$4,000"),
    ("The trial ran from January 2023 to June 2024", "January 2023"),
    ("The 2020 elections were delayed", "2020"),
    # What the preposition belongs to is the verb.
    ("Tickets bring in 40 percent of the income", "40 percent"),
    ("The bridge weighs as much as 300 buses", "300 buses"),
    # A clause would be fronted.
    ("The town rose to 40 percent of what it had been", "40 percent"),
    # The verb isn't the first that looks like one.
    ("Almost two years after the mill began its trial in 2018, the town stopped it", "2018"),
    ("A dog called Rex saved 14 sailors", "14 sailors"),
    ("A ship built in Hull sank in 1912", "1912"),
    ("The party welcomes a credit of up to $3,000", "$3,000"),
]


@pytest.mark.parametrize(("clause", "text"), REFUSED)
def test_doubtful_grammar_is_not_asked_in(clause: str, text: str) -> None:
    assert question_of(clause, text) is None


def test_figure_that_stands_twice_has_no_spot() -> None:
    (first, _) = find_figures(make_sentence_article("It has five days, then five days."))
    assert find_spot("It has five days, then five days", first) is None
