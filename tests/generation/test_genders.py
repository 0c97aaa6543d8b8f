"""Of whom "he" or "she" may be said."""

import pytest

from quizapp.generation.genders import may_mean


@pytest.mark.parametrize(
    ("pronoun", "person"),
    [
        ("she", "Maria Kern"),
        ("her", "the chairwoman"),
        ("he", "Paul Roe"),
        ("his", "Sultan Kern"),
        ("she", "the engineer"),
        ("he", "the engineer"),
        ("she", "Robin Kern"),
        ("he", "Robin Kern"),
        ("she", "Ysolt Grimsel"),
        ("it", "Maria Kern"),
    ],
)
def test_nothing_speaks_against_it(pronoun: str, person: str) -> None:
    assert may_mean(pronoun, person)


@pytest.mark.parametrize(
    ("pronoun", "person"),
    [
        ("she", "Paul Roe"),
        ("her", "Bruce Roe"),
        ("he", "Maria Kern"),
        ("his", "Queen Ottilie"),
        ("she", "the spokesman"),
        ("him", "the widow"),
    ],
)
def test_a_name_or_a_title_speaks_against_it(pronoun: str, person: str) -> None:
    assert not may_mean(pronoun, person)
