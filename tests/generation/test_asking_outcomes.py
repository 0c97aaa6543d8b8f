"""Questions for what came of something."""

import pytest

from quizapp.generation.asking.asking_outcomes import propose
from quizapp.question_types.multiple_choice import MultipleChoice
from tests.generation.asked import ask, stems

OTHERS = (
    "\nThe strike at the quarry resulted in the closure of three small mines."
    "\nThe new tariff caused a sharp rise in bread prices."
    "\nThe arrival of the railway led to the end of the mail coach."
    "\nThe second dam allowed the villages to sell power at night."
    "\nThe loan from Oslo allowed one school to hire two more teachers."
    "\nThe invention of the screw pump allowed farmers to drain the marsh."
)


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "The flood of 1911 led to a complete redesign of the sewers.",
            "What did the flood of 1911 lead to?",
            "A complete redesign of the sewers",
        ),
        (
            "The flood of 1911 resulted in a complete redesign of the sewers.",
            "What did the flood of 1911 result in?",
            "A complete redesign of the sewers",
        ),
        (
            "The flood of 1911 caused the collapse of two bridges.",
            "What did the flood of 1911 cause?",
            "The collapse of two bridges",
        ),
        (
            "The new lock allowed larger ships to reach the upper town.",
            "What did the new lock allow larger ships to do?",
            "Reach the upper town",
        ),
        (
            "The detour has led to long queues in the town of Elmstead.",
            "What has the detour led to?",
            "Long queues in the town of Elmstead",
        ),
        (
            "The strike at Velmora forced the retailer to close three distribution centers.",
            "What did the strike at Velmora force the retailer to do?",
            "Close three distribution centers",
        ),
        (
            "The tax rule of 1998 prompted many drivers to buy a second car.",
            "What did the tax rule of 1998 prompt many drivers to do?",
            "Buy a second car",
        ),
        (
            "The reason for the delay was a shortage of skilled welders.",
            "What was the reason for the delay?",
            "A shortage of skilled welders",
        ),
        (
            "The flood of 1911 was caused by the collapse of two dams.",
            "What was the flood of 1911 caused by?",
            "The collapse of two dams",
        ),
        (
            "The delay was due to a shortage of skilled welders.",
            "What was the delay due to?",
            "A shortage of skilled welders",
        ),
    ],
)
def test_what_came_of_something_is_asked(text: str, stem: str, key: str) -> None:
    (found,) = [each for each in ask(propose, text + OTHERS) if each.stem == stem]
    assert isinstance(found.body, MultipleChoice)
    assert [each.text for each in found.body.options if each.correct] == [key]
    assert len(found.body.options) == 4
    assert found.topic == "outcome"
    assert found.quotes == (text,)


@pytest.mark.parametrize(
    "text",
    [
        "The path led to a small church near the hills.",
        "The old stairs led to the end of the pier.",
        "It led to the collapse of two bridges.",
        "The flood of 1911 caused the collapse to slow.",
        'The flood of 1911 led to "the collapse of two bridges".',
        "The new lock allowed it to reach the upper town.",
        "The flood of 1911 led to war.",
    ],
)
def test_what_is_no_certain_outcome_is_not_asked_for(text: str) -> None:
    found = stems(propose, text + OTHERS)
    assert not [stem for stem in found if any(word in stem for word in ("path", "stairs", "flood"))]
    assert not [stem for stem in found if "new lock" in stem]


def test_without_three_wrong_outcomes_nothing_is_asked() -> None:
    assert stems(propose, "The flood of 1911 led to a complete redesign of the sewers.") == []


def test_what_shares_a_cause_is_no_wrong_outcome() -> None:
    text = "The flood of 1911 led to a complete redesign of the sewers."
    chain = "\nThe redesign of the sewers led to the closure of four wells."
    for found in ask(propose, text + OTHERS + chain):
        if "flood" in found.stem:
            assert "wells" not in str(found.body)


def test_wrong_outcomes_may_come_of_what_is_not_named_here() -> None:
    text = (
        "The flood of 1911 led to a complete redesign of the sewers."
        "\nIt resulted in the loss of 210 jobs.\nNobody spoke after the death of the mayor."
        "\nThis caused a revolt of cafe owners."
    )
    (found,) = ask(propose, text)
    assert isinstance(found.body, MultipleChoice)
    assert sorted(each.text for each in found.body.options if not each.correct) == [
        "A revolt of cafe owners",
        "The death of the mayor",
        "The loss of 210 jobs",
    ]
