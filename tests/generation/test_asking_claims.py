"""Statements that are true, and the same with one word turned round."""

import pytest

from quizapp.generation.asking.asking_claims import propose
from quizapp.generation.english.contraries import contrary_of
from quizapp.question_types.true_false import TrueFalse
from tests.generation.asked import ask

CLAIM = "The ban of Oslo delayed the recovery of the growers."


@pytest.mark.parametrize(
    ("claim", "contrary"),
    [
        ("The plan was rejected in committee", "The plan was approved in committee"),
        ("The ban delayed the recovery", "The ban sped up the recovery"),
        ("It is the deepest lake of all", "It is the shallowest lake of all"),
        ("The trial found no clear difference", "The trial found a clear difference"),
    ],
)
def test_one_word_turns_a_claim_round(claim: str, contrary: str) -> None:
    assert contrary_of(claim) == contrary


@pytest.mark.parametrize(
    "claim",
    [
        "The mill stands by the river",
        "The ban didn't delay the recovery, and prices rose",  # a "not" that would stay
        "The ban delayed the recovery and halved the harvest",  # which of the two is wrong?
        "No plan was rejected",
    ],
)
def test_what_has_no_sure_contrary_is_left(claim: str) -> None:
    assert contrary_of(claim) is None


def test_a_draft_may_take_the_claim_or_its_contrary() -> None:
    found = ask(propose, CLAIM)
    assert {each.stem: each.body for each in found} == {
        CLAIM: TrueFalse(True),
        "The ban of Oslo sped up the recovery of the growers.": TrueFalse(False),
    }
    assert len({each.fact for each in found}) == 1


def test_what_is_false_is_put_right_in_the_explanation() -> None:
    (false,) = [each for each in ask(propose, CLAIM) if each.body == TrueFalse(False)]
    assert false.explanation == CLAIM


def test_another_reason_makes_a_statement_false() -> None:
    text = (
        "Ospreys have come to Oslo because of artificial platforms."
        "\nThe dam of Aldery broke because a cheap cement was used."
    )
    false = [each.stem for each in ask(propose, text) if each.body == TrueFalse(False)]
    assert "Ospreys have come to Oslo because a cheap cement was used." in false


def test_what_all_may_have_come_of_makes_nothing_false() -> None:
    text = (
        "Castellan has cut its profit forecast twice because of the dispute."
        "\nGrowers dumped many pears because refrigerated trucks could not be loaded."
    )
    false = [each.stem for each in ask(propose, text) if each.body == TrueFalse(False)]
    assert "Growers dumped many pears because of the dispute." not in false


def test_figures_and_copies_are_left_to_others() -> None:
    assert not ask(propose, "The ban of Oslo delayed the recovery by 12 years.")
