"""Clauses to questions for their figures."""

import pytest

from tests.generation.figure_asking import question_of

AMOUNTS = [
    (
        "Roe lost three mules and, on his return, went round by sea",
        "three mules",
        "How many mules did roe lose?",
    ),
    (
        "The dam is 660 feet thick at the bottom but only 45 feet at the top",
        "660 feet",
        "How many feet thick is the dam at the bottom?",
    ),
    (
        "Zinc accounts for 40 percent of the cost of a lamp",
        "40 percent",
        "For what percentage of the cost of a lamp does zinc account?",
    ),
    (
        "The Kern Council expects flow batteries to supply 7 percent of the grid",
        "7 percent",
        "What percentage of the grid does the Kern Council expect flow batteries to supply?",
    ),
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
        "The motion to withdraw failed by 131 to 98",
        "131 to 98",
        "By what margin did the motion to withdraw fail?",
    ),
    (
        "The board voted 5-2 to accept the grant",
        "5-2",
        "By what margin did the board vote to accept the grant?",
    ),
    (
        "The senate approved the tax on a 52-48 vote",
        "52-48",
        "By what margin did the senate approve the tax?",
    ),
    ("The club won 3-1 at home", "3-1", "By what score did the club win at home?"),
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
