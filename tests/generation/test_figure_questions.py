"""Clauses to questions for their figures and dates, and which are left as they are."""

import pytest

from quizapp.generation.amount_questions import amount_question
from quizapp.generation.casing import Casing
from quizapp.generation.date_questions import date_question
from quizapp.generation.figures import find_figures
from quizapp.generation.question_words import amount_words, number_words
from quizapp.generation.spots import Spot, find_spot
from tests.generation.builders import make_sentence_article


def spot_in(clause: str, text: str) -> Spot:
    figures = find_figures(make_sentence_article(f"{clause}."))
    figure = next(each for each in figures if each.text == text)
    spot = find_spot(clause, figure)
    assert spot is not None
    return spot


def question_of(clause: str, text: str, *, in_digits: bool = False) -> str | None:
    casing = Casing(make_sentence_article(f"{clause}."), ())
    spot = spot_in(clause, text)
    words = number_words if in_digits else amount_words
    return amount_question(spot, casing, words) or date_question(spot, casing)


AMOUNTS = [
    (
        "Only 5 percent of islanders favored a bridge",
        "5 percent",
        "What percentage of islanders favored a bridge?",
    ),
    (
        "According to a poll held in May, nearly 40 percent of islanders favor a bridge",
        "40 percent",
        "According to a poll held in May, about what percentage of islanders favor a bridge?",
    ),
    (
        "Some 200 Norwegian sailors joined the crew",
        "200 Norwegian sailors",
        "About how many Norwegian sailors joined the crew?",
    ),
    (
        "Circa 200 sailors joined the crew",
        "200 sailors",
        "About how many sailors joined the crew?",
    ),
    (
        "The mill hoped to sell 230 tickets",
        "230 tickets",
        "How many tickets did the mill hope to sell?",
    ),
    (
        "Of the squad, 9 players grew up within ten miles of the ground",
        "9 players",
        "Of the squad, how many players grew up within ten miles of the ground?",
    ),
    (
        "Two of the three clinics closed",
        "Two",
        "How many of the three clinics closed?",
    ),
    (
        "At least seven members must agree",
        "seven members",
        "At least how many members must agree?",
    ),
    (
        "Between 40 and 60 percent of homes stood empty",
        "Between 40 and 60 percent",
        "What percentage of homes stood empty?",
    ),
    ("One in five homes stood empty", "One in five", "What share of homes stood empty?"),
    (
        "The port received over 12,000 tons of coal from Chile",
        "12,000 tons",
        "About how many tons of coal did the port receive from Chile?",
    ),
    (
        "The town now owns four ferries",
        "four ferries",
        "How many ferries does the town now own?",
    ),
    (
        "The towns own four ferries",
        "four ferries",
        "How many ferries do the towns own?",
    ),
    (
        "The town has 23 vacancies among its crews",
        "23 vacancies",
        "How many vacancies does the town have among its crews?",
    ),
    (
        "In its last year, the boat had carried 31 passengers per trip",
        "31 passengers",
        "In its last year, how many passengers had the boat carried per trip?",
    ),
    (
        "The boat carried an average of 31 passengers per trip",
        "31 passengers",
        "How many passengers did the boat carry on average per trip?",
    ),
    (
        "The boat lost $1.3 million in a year",
        "$1.3 million",
        "How much did the boat lose in a year?",
    ),
    (
        "The boat was sold for $640,000 in Tacoma",
        "$640,000",
        "For how much was the boat sold in Tacoma?",
    ),
    (
        "The tax brings in roughly $5.8 million a year",
        "$5.8 million",
        "About how much does the tax bring in a year?",
    ),
    (
        "Shares of the mill fell 11.4 percent on Monday",
        "11.4 percent",
        "By what percentage did shares of the mill fall on Monday?",
    ),
    (
        "Output rose by between 9 and 14 percent",
        "between 9 and 14 percent",
        "By what percentage did output rise?",
    ),
    (
        "The boat crosses the bay in 26 minutes",
        "26 minutes",
        "In how many minutes does the boat cross the bay?",
    ),
    ("The boat was 692 feet long", "692 feet", "How many feet long was the boat?"),
    (
        "The mill opened in 1951 and at its height, in 1978, employed 230 people",
        "1951",
        "In which year did the mill open?",
    ),
    (
        "The pirates attacked 40 ships in 1951, and traffic through the bay dropped",
        "40 ships",
        "How many ships did the pirates attack in 1951?",
    ),
    (
        "The mill sold 40 boats in Odby and Lund in 1951",
        "40 boats",
        "How many boats did the mill sell in Odby and Lund in 1951?",
    ),
    ("The median age is 58 years", "58 years", "How many years is the median age?"),
    (
        "The army's strength is around 45,500",
        "45,500",
        "What is the army's strength, approximately?",
    ),
    (
        "The winners receive $4 million in prizes and a place in Europe",
        "$4 million",
        "How much do the winners receive in prizes?",
    ),
    (
        "The trial enrolled 1,268 people between the ages of 60 and 79",
        "1,268 people",
        "How many people did the trial enroll between the ages of 60 and 79?",
    ),
    (
        "The price had fallen by 9.4 points in May and by 11.2 points in June",
        "9.4 points",
        "By how many points had the price fallen in May?",
    ),
    (
        "About one in eight walkers dropped out",
        "one in eight",
        "About what share of walkers dropped out?",
    ),
    (
        "The book lists 115 crimes by name, place and alleged motive",
        "115 crimes",
        "How many crimes does the book list by name?",
    ),
    ("The firm raised $5 million", "$5 million", "How much did the firm raise?"),
    (
        "Prices of coal have climbed by more than 50 percent since January",
        "50 percent",
        "By about what percentage have prices of coal climbed since January?",
    ),
    (
        "For 57 years, the boat left at night",
        "57 years",
        "For how many years did the boat leave at night?",
    ),
    (
        "The margin of error is plus or minus 2.1 percentage points",
        "2.1 percentage points",
        "What is the margin of error?",
    ),
    (
        "The sales tax brings in $5 million a year",
        "$5 million",
        "How much does the sales tax bring in a year?",
    ),
    (
        "The dam is 312 feet high and 1,950 feet long",
        "312 feet",
        "How many feet high is the dam?",
    ),
    (
        "The mill employs 12 people in summer and three in winter",
        "12 people",
        "How many people does the mill employ in summer?",
    ),
    (
        "The first boat sailed 40 miles and reached the island",
        "40 miles",
        "How many miles did the first boat sail?",
    ),
]


@pytest.mark.parametrize(("clause", "text", "question"), AMOUNTS)
def test_amount_is_asked_for(clause: str, text: str, question: str) -> None:
    assert question_of(clause, text) == question


IN_DIGITS = [
    (
        "The boat lost $1.3 million in a year",
        "$1.3 million",
        "How many million dollars did the boat lose in a year?",
    ),
    ("The boat earned about £900", "£900", "About how many pounds did the boat earn?"),
    ("The town owns four ferries", "four ferries", "How many ferries does the town own?"),
    (
        "The firms need 1.3 million workers",
        "1.3 million workers",
        "How many million workers do the firms need?",
    ),
]


@pytest.mark.parametrize(("clause", "text", "question"), IN_DIGITS)
def test_number_in_digits_says_what_it_counts(clause: str, text: str, question: str) -> None:
    assert question_of(clause, text, in_digits=True) == question


DATES = [
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
