"""Questions for reasons."""

import pytest

from quizapp.generation.asking_reasons import propose
from quizapp.question_types.multiple_choice import MultipleChoice
from tests.generation.asked import ask, key_of, stems

OTHERS = (
    "\nThe ferry needs a new engine.\nThe old pier was sold to a bank."
    "\nMany guests come from Norway.\nA storm broke two of the masts."
)


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "Ridership fell because the cannery closed.",
            "Why did ridership fall?",
            "Because the cannery closed",
        ),
        (
            "Two weeks later, near Oslo, the rope broke because a brake was applied too hard.",
            "Near Oslo, why did the rope break?",
            "Because a brake was applied too hard",
        ),
        (
            "The town has canceled 12 trips for lack of crew.",
            "Why has the town canceled 12 trips?",
            "Because of a lack of crew",
        ),
        (
            "The town canceled 12 trips due to heavy storms.",
            "Why did the town cancel 12 trips?",
            "Because of heavy storms",
        ),
        (
            "The mayor said that the town would lose money because taxes fell.",
            "Why would the town lose money?",
            "Because taxes fell",
        ),
        (
            "The cannery lost its owner in May, so the workers left the island.",
            "Why did the workers leave the island?",
            "Because the cannery lost its owner in May",
        ),
        (
            "The cannery lost its owner in May. As a result, the workers left the island.",
            "Why did the workers leave the island?",
            "Because the cannery lost its owner in May",
        ),
        (
            "The clinics of Oslo closed because they couldn't find nurses.",
            "Why did the clinics of Oslo close?",
            "Because they couldn't find nurses",
        ),
    ],
)
def test_why_something_happened_is_asked(text: str, stem: str, key: str) -> None:
    found = {each.stem: key_of(each) for each in ask(propose, text + OTHERS)}
    assert stem in found
    assert found[stem].endswith(key)


@pytest.mark.parametrize(
    "text",
    [
        "This helped because the cannery closed.",
        "The pier closed because of this.",
        "Because.",
        'He said, "It fell because I came."',
        "The pier closed. As a result of it, nothing came.",
    ],
)
def test_no_question_where_it_would_not_stand_alone(text: str) -> None:
    assert stems(propose, text + OTHERS) == []


def test_without_enough_wrong_reasons_nothing_is_asked() -> None:
    assert stems(propose, "Ridership fell because the cannery closed.") == []


def test_wrong_reasons_are_other_claims_and_one_contrary() -> None:
    (found,) = ask(propose, "Ridership fell because the cannery closed." + OTHERS)
    assert isinstance(found.body, MultipleChoice)
    texts = [option.text for option in found.body.options]
    assert "Because the cannery opened" in texts
    assert len(set(texts)) == 4


def test_what_was_said_is_evidence() -> None:
    (found,) = ask(propose, "Ridership fell because the cannery closed." + OTHERS)
    assert found.answer == "the cannery closed"
    assert found.quotes == ("Ridership fell because the cannery closed.",)
