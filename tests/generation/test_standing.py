"""What of a sentence has a subject of its own."""

import pytest

from quizapp.generation.clauses.standing import is_clause, shortened


@pytest.mark.parametrize("text", ["the mill burned", "in 1923 the mill burned"])
def test_a_subject_with_its_verb_begins_a_clause(text: str) -> None:
    assert is_clause(text)


def test_what_follows_with_a_year_of_its_own_is_another_clause() -> None:
    said = "Roe came home with a license, and in 1923 the laboratory was founded"
    assert shortened(said) == "Roe came home with a license"
