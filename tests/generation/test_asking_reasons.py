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
            "The cannery lost its owner in May, so a doctor left the island.",
            "Why did a doctor leave the island?",
            "Because the cannery lost its owner in May",
        ),
        (
            "The cannery lost its owner in May. As a result, many workers left the island.",
            "Why did many workers leave the island?",
            "Because the cannery lost its owner in May",
        ),
        (
            "The clinics of Oslo closed because they couldn't find nurses.",
            "Why did the clinics of Oslo close?",
            "Because they couldn't find nurses",
        ),
        (
            "Thanks to the new breakwater, the fleet survived the storm of 1911.",
            "Why did the fleet survive the storm of 1911?",
            "Because of the new breakwater",
        ),
        (
            "The town closed the old mill as a result of a long inquiry.",
            "Why did the town close the old mill?",
            "Because of a long inquiry",
        ),
        (
            "The valley has no railway, which is why most farmers sell their milk at home.",
            "Why do most farmers sell their milk at home?",
            "Because the valley has no railway",
        ),
        (
            "Since the river is shallow, large barges turn back at the town.",
            "Why do large barges turn back at the town?",
            "Because the river is shallow",
        ),
        (
            "The old pipes were made of lead. That is why the council replaced the pipes in 1954.",
            "Why did the council replace the pipes in 1954?",
            "Because the old pipes were made of lead",
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
        "Since the mill was built, the town grew to 900 people.",
        "Since the road is open, the town has grown to 900 people.",
        "The crew left the harbor, as the sun was rising over the hills.",
        "Because of that, the town lost its mill.",
        "The reason was that oak was expensive.",
        "The springs of Oslo give less water, so the village pumps water from the valley.",
        "Farmers see it, as the meadows are dry. The reason is that the water of Oslo has fallen.",
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


@pytest.mark.parametrize(
    ("reason", "key"),
    [
        ("The reason was a lack of classrooms.", "Because of a lack of classrooms"),
        (
            "The reason is that the groundwater of Oslo fell.",
            "Because the groundwater of Oslo fell",
        ),
        ("The main reason was that its old roof leaked.", "Because its old roof leaked"),
    ],
)
def test_the_reason_of_the_sentence_before_rests_on_both(reason: str, key: str) -> None:
    text = f"The school moved to a larger building. {reason}"
    (found,) = ask(propose, text + OTHERS)
    assert found.stem == "Why did the school move to a larger building?"
    assert key_of(found).endswith(key)
    assert found.quotes == (reason, "The school moved to a larger building.")
