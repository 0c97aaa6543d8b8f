"""What something made somebody do."""

import pytest

from quizapp.generation.facts.consequences import Consequence, find_consequence


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        (
            "The fund was closed in May, forcing the city to borrow money",
            "The fund was closed in May",
            "The city had to borrow money",
        ),
        (
            "The bridge broke, leaving many farmers to carry their milk to town",
            "The bridge broke",
            "Many farmers had to carry their milk to town",
        ),
        (
            "The lights failed, causing a match to be abandoned",
            "The lights failed",
            "A match was abandoned",
        ),
        (
            "The council cut the fares, which prompted many drivers to buy a ticket",
            "The council cut the fares",
            "Many drivers bought a ticket",
        ),
        ("This allowed the harbor to take larger ships", "", "The harbor could take larger ships"),
    ],
)
def test_what_came_of_something_is_a_clause(text: str, cause: str, effect: str) -> None:
    assert find_consequence(text) == Consequence(cause, effect)


@pytest.mark.parametrize(
    "text",
    [
        "The mill closed, leaving the trade to the large estates",  # no verb
        "The mill closed, forcing them to leave the valley",  # whom?
        "The mill closed, leaving the town without work",
        "The path, leading the hikers to a church, is steep",
    ],
)
def test_what_says_less_is_left(text: str) -> None:
    assert find_consequence(text) is None
