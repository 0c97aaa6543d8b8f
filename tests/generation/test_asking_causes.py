"""What did something to something, with other things of the article beside the cause."""

import pytest

from quizapp.generation.parser_tier.asking_causes import ask_what_did
from quizapp.question_types.multiple_choice import MultipleChoice
from tests.generation.parsing import read_sentences

OTHERS = (
    "The library stands in Odby.",
    "A long queue reached the harbor.",
    "The carnival lasted for a week.",
    "Frost covers the northern hills.",
    "The lighthouse was painted white.",
    "The long drought ended in May.",
    "A carved door hides the stairs.",
    "Fresh butter costs little here.",
    "The width of the road varies.",
)


def asked(said: str) -> list[tuple[str, str]]:
    """Stems and keys."""
    found = []
    for proposal in ask_what_did(read_sentences(said, *OTHERS)):
        assert isinstance(proposal.body, MultipleChoice)
        (key,) = (each.text for each in proposal.body.options if each.correct)
        found.append((proposal.stem, key))
    return found


@pytest.mark.parametrize(
    ("said", "stem", "key"),
    [
        ("The leak was traced to a bad weld.", "What was the leak traced to?", "A bad weld"),
        ("The flood came from a burst dam.", "What did the flood come from?", "A burst dam"),
        (
            "The rise stemmed from higher fuel prices.",
            "What did the rise stem from?",
            "Higher fuel prices",
        ),
        ("The blaze began in a clay oven.", "What did the blaze begin in?", "A clay oven"),
        ("The delay was due to a strike at sea.", "What was the delay due to?", "A strike at sea"),
        ("A fire destroyed the old mill.", "What destroyed the old mill?", "A fire"),
        ("The blaze was caused by a faulty wire.", "What caused the blaze?", "A faulty wire"),
        (
            "Cheap imports forced the firm to cut 40 jobs.",
            "What forced the firm to cut 40 jobs?",
            "Cheap imports",
        ),
        (
            "A storm on the day before had forced the fleet to stay in port.",
            "What had forced the fleet to stay in port?",
            "A storm",
        ),
        (
            "The low price of gas made the plant unprofitable.",
            "What made the plant unprofitable?",
            "The low price of gas",
        ),
        (
            "The decline of the port led to mass unemployment.",
            "What led to mass unemployment?",
            "The decline of the port",
        ),
        (
            "Doctors blamed the outbreak on unwashed milk.",
            "What did doctors blame the outbreak on?",
            "Unwashed milk",
        ),
    ],
)
def test_the_subject_of_what_it_did_is_the_key(said: str, stem: str, key: str) -> None:
    assert (stem, key) in asked(said)


@pytest.mark.parametrize(
    "said",
    [
        "The council destroyed the old mill.",  # it is somebody
        "The ship sank in deep water.",  # by itself
        "The mooring fees have raised many eyebrows.",  # what have?
        "Compression raises its temperature.",  # whose?
    ],
)
def test_people_and_what_happens_by_itself_are_no_causes(said: str) -> None:
    assert not asked(said)


def test_what_is_told_beside_the_cause_is_no_wrong_one() -> None:
    said = ("The flood came from a burst dam.", "It reached the lighthouse.", *OTHERS)
    (found,) = ask_what_did(read_sentences(*said))
    assert "lighthouse" not in found.body.running_text()
