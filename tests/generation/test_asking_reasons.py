"""Questions for reasons."""

import pytest

from quizapp.generation.asking.asking_reasons import propose
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
            "The town canceled 12 trips due to heavy storms near Oslo.",
            "Why did the town cancel 12 trips?",
            "Because of heavy storms near Oslo",
        ),
        (
            "The council has said that it will sell the pier because taxes fell.",
            "Why has the council said that it will sell the pier?",
            "Because taxes fell",
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
            "The cannery lost its owner in May. Many workers therefore left the island.",
            "Why did many workers leave the island?",
            "Because the cannery lost its owner in May",
        ),
        (
            "The town lost its school in May. That was because the county had few teachers.",
            "Why did the town lose its school in May?",
            "Because the county had few teachers",
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
        (
            "The town closed the pool on account of two leaks in the roof.",
            "Why did the town close the pool?",
            "Because of two leaks in the roof",
        ),
        (
            "A sewer was first proposed in 1897, in response to a cholera outbreak in Oslo.",
            "Why was a sewer first proposed in 1897?",
            "Because of a cholera outbreak in Oslo",
        ),
        (
            "Maples turn yellow in limestone valleys since they cannot take up iron.",
            "Why do maples turn yellow in limestone valleys?",
            "Because they cannot take up iron",
        ),
        (
            "Work stopped in 1931, as the city had run out of money, and resumed two years later.",
            "Why did work stop in 1931?",
            "Because the city had run out of money",
        ),
        (
            "Rye has little gluten, which means that rye loaves stay dense.",
            "Why do rye loaves stay dense?",
            "Because rye has little gluten",
        ),
        (
            "The fund of Oslo was closed in May, forcing the town to borrow $2 million.",
            "Why did the town have to borrow $2 million?",
            "Because the fund of Oslo was closed in May",
        ),
        (
            "The lights of Quay Lane failed, causing a match against Penrose to be abandoned.",
            "Why was a match against Penrose abandoned?",
            "Because the lights of Quay Lane failed",
        ),
        (
            "The court of Oslo struck down the levy. This forced the town to borrow $2 million.",
            "Why did the town have to borrow $2 million?",
            "Because the court of Oslo struck down the levy",
        ),
        (
            "The reason the farmers of Oslo kept goats is that goats climb well on rocks.",
            "Why did the farmers of Oslo keep goats?",
            "Because goats climb well on rocks",
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
        "Owing to a mild winter, the number fell last year, and both parties claimed the credit.",
        "The levy forced the town to halt work on the bridge for lack of steel.",
        "It is two years since the mill of Oslo burned down in a storm.",
        "The wage bill is the lowest since the members of the club voted for a limit.",
        "Nothing of the sort exists in Oslo, so the council borrows money from the bank.",
        "The crew sang, so did the passengers of the ferry from Oslo.",
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


AIMS = (
    "\nThe owner wants to sell the old pier to a bank."
    "\nThe mayor of Oslo agreed to pay for a nurse."
    "\nThe crew tried to repair two of the masts before the long winter."
    "\nA baker offered to feed the guests from Norway."
)


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "To attract recruits from Bergen, the ferry line raised its wages in March.",
            "Why did the ferry line raise its wages in March?",
            "To attract recruits from Bergen",
        ),
        (
            "The Ministry of Trade sent Pierre Viala to Texas in order to find a stronger vine.",
            "Why did the Ministry of Trade send Pierre Viala to Texas?",
            "To find a stronger vine",
        ),
        (
            "The church of Aldery was taken down so that it could be rebuilt on higher ground.",
            "Why was the church of Aldery taken down?",
            "To be rebuilt on higher ground",
        ),
        (
            "The vines of Oslo were set in rows so that horses could plow between the vines.",
            "Why were the vines of Oslo set in rows?",
            "To allow horses to plow between the vines",
        ),
        (
            "The county pays for school meals so that poor families do not lose out.",
            "Why does the county pay for school meals?",
            "To make sure that poor families do not lose out",
        ),
    ],
)
def test_an_aim_stands_beside_other_aims(text: str, stem: str, key: str) -> None:
    found = next(each for each in ask(propose, text + AIMS) if each.stem == stem)
    assert isinstance(found.body, MultipleChoice)
    assert key_of(found).endswith(key)
    assert all(option.text.startswith("To ") for option in found.body.options)


@pytest.mark.parametrize(
    "text",
    [
        "To this day, the ferry line of Oslo has raised no wages.",
        "To the north, the ferry line of Oslo raised its wages in March.",
        "To avoid that, the ferry line of Oslo raised its wages in March.",
        "The end was carried to Oslo, so that two working cables now crossed the ocean.",
    ],
)
def test_what_is_no_aim_is_not_taken_for_one(text: str) -> None:
    assert not [stem for stem in stems(propose, text + AIMS) if "Oslo" in stem and "Why" in stem]
