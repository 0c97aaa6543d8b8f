"""Figures that keep their neighbours: a rate, a vote, one of several dates."""

import pytest

from quizapp.generation.clauses.dangling import is_dangling
from quizapp.generation.clauses.pronouns import pronouns
from quizapp.generation.clauses.relative_clauses import relatives
from tests.generation.figure_asking import question_of
from tests.generation.test_asking_parser import proposals_of


@pytest.mark.parametrize(
    ("clause", "text", "expected"),
    [
        (
            "The plan was defeated by 33 votes to 22",
            "33 votes to 22",
            "By what margin was the plan defeated?",
        ),
        (
            "The plan was defeated by 33 votes",
            "33 votes",
            "By how many votes was the plan defeated?",
        ),
        ("The ferry will be 2.3 miles away", "2.3 miles", None),
        ("The lake is home to 61 species", "61 species", None),
        ("The grass was cut four times a year", "four times", None),
        ("The grass was cut four times", "four times", "How many times was the grass cut?"),
        ("Rovers reached the final in 1911, 1948 and 1996", "1911", None),
        ("Rovers reached the final in 1911", "1911", "In which year did rovers reach the final?"),
        (
            "Halifax had two lines in 1884, and Port Ansel none",
            "two lines",
            "How many lines did halifax have in 1884?",
        ),
    ],
)
def test_what_belongs_to_its_neighbours_is_not_turned(
    clause: str, text: str, expected: str | None
) -> None:
    found = question_of(clause, text)
    assert (found and found.lower()) == (expected and expected.lower())


@pytest.mark.parametrize(
    ("clause", "is_torn"),
    [
        ("Only 9% were in favor of it", True),
        ("9% of the replies were in favor", False),
        ("By the end, that number had fallen to 8", True),
        ("The 33-year-old has played 402 games", True),
        ("The 33-year-old captain has played 402 games", False),
        ("The largest has 5,200 inhabitants", True),
        ("The largest island has 5,200 inhabitants", False),
        ("The price reached $17 by the end of the month", True),
    ],
)
def test_a_clause_without_its_subject_dangles(clause: str, *, is_torn: bool) -> None:
    assert is_dangling(clause) is is_torn


def test_it_behind_a_preposition_is_no_subject() -> None:
    assert [role for _, role in pronouns("Fishing for it was banned")] == ["object"]
    assert [role for _, role in pronouns("It was banned")] == ["subject"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A dam was built across the Ombra, which raised the lake by 2.4 meters", False),
        ("The town built the Ombra, which raised the lake by 2.4 meters", True),
    ],
)
def test_a_place_behind_a_preposition_has_no_clause_of_its_own(text: str, *, found: bool) -> None:
    start = text.index("2.4")
    assert bool([each for each in relatives(text, start, start + 3) if "raised" in each]) is found


def asked_of(*sentences: str) -> list[str]:
    return [each.stem for each in proposals_of(*sentences) if each.topic in ("figure", "date")]


@pytest.mark.parametrize(
    ("sentence", "torn"),
    [
        ("The council defeated the amendment by 33 votes to 22.", "votes"),
        ("The firm bought nine rivals and its debt rose to $530 million.", "rivals"),
        ("The trial ran from March 2022 to November 2024.", "from which month"),
        ("The Venda trout can weigh up to 19 kilograms.", "kilograms"),
        ("Members were between 18 and 65 years old.", "old"),
    ],
)
def test_the_parser_leaves_half_of_something(sentence: str, torn: str) -> None:
    assert not [stem for stem in asked_of(sentence) if torn in stem]


def test_more_than_is_asked_for_as_about() -> None:
    assert "About how many nurses did the school train?" in asked_of(
        "The school trained more than 1,600 nurses."
    )


def test_a_new_thing_may_be_what_it_means() -> None:
    asked = asked_of("The board proposed a dividend of $4.", "It will be paid on May 16.")
    assert not [stem for stem in asked if "board be paid" in stem]


def test_a_first_time_stays_the_first() -> None:
    assert "In which year was Mara Dolan first elected?" in asked_of(
        "Mara Dolan was first elected in 2008."
    )
