"""An article that explains is asked what does what; others aren't."""

from quizapp.generation.parser_tier.asking_subjects import ask_subjects
from tests.generation.parsing import read, stems

TERMS = ("weir", "sluice", "lock", "dike")


def test_what_comes_in_and_comes_back_is_asked_for() -> None:
    asked = stems(ask_subjects(read(*TERMS, "pump", "pumping")))
    assert "What pushes the water uphill?" in asked


def test_without_terms_beside_it_nothing_is_asked() -> None:
    assert not stems(ask_subjects(read("pump", "pumping")))


def test_who_does_something_is_no_term() -> None:
    asked = stems(ask_subjects(read(*TERMS, "baker")))
    assert not any("sued" in stem for stem in asked)
