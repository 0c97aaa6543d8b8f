"""What somebody feared or hoped that something would do."""

import pytest

from quizapp.generation.parser_tier.asking_fears import ask_what_was_feared
from quizapp.question_types.multiple_choice import MultipleChoice
from tests.generation.parsing import read_sentences

OTHERS = (
    "The library stands in Odby.",
    "The trust plans to reopen the hall.",
    "The mayor asked to see the ledger.",
    "The crew refused to paint the deck.",
    "The school wants to hire two cooks.",
)


def asked(said: str) -> list[tuple[str, str]]:
    """Stems and keys."""
    found = []
    for proposal in ask_what_was_feared(read_sentences(said, *OTHERS)):
        assert isinstance(proposal.body, MultipleChoice)
        (key,) = (each.text for each in proposal.body.options if each.correct)
        found.append((proposal.stem, key))
    return found


def test_what_is_feared_is_a_deed() -> None:
    found = asked("Villagers feared that the dam, which leaked, would flood their fields.")
    assert found == [("What did villagers fear that the dam would do?", "Flood their fields")]


@pytest.mark.parametrize(
    "said",
    [
        "Villagers feared that the dam would be too high.",
        "Villagers did not fear that the dam would flood their fields.",
        "Villagers feared that the dam had flooded their fields.",
        "They feared that it would flood their fields.",
    ],
)
def test_what_is_no_deed_or_has_no_name_is_not_asked_for(said: str) -> None:
    assert not asked(said)
