"""Where a sentence says that one thing came of another."""

import pytest

from quizapp.generation.facts.reason_links import (
    find_front_mark,
    find_link,
    find_marks,
    last_clause,
)
from quizapp.generation.facts.reason_sayings import aim_of, phrase_of


@pytest.mark.parametrize(
    ("said", "is_plural", "aim"),
    [
        ("she could pay for a nurse", False, "pay for a nurse"),
        ("it could be rebuilt", False, "be rebuilt"),
        ("it could be rebuilt", True, "allow it to be rebuilt"),
        ("horses could plow there", True, "allow horses to plow there"),
        ("fire could not leap across", False, "make sure that fire could not leap across"),
        ("families do not lose out", True, "make sure that families do not lose out"),
        ("find a vine that could stand chalk", False, "find a vine that could stand chalk"),
    ],
)
def test_so_that_says_an_aim(said: str, is_plural: bool, aim: str) -> None:
    assert aim_of(said, is_plural=is_plural) == aim


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The mill closed, and the owner left", "The owner left"),
        ("The strike closed a mill and ruined a baker", "The strike ruined a baker"),
        ("The mill closed; the owner left", "the owner left"),
        ("The owner of the mill left", "The owner of the mill left"),
    ],
)
def test_a_reason_belongs_to_the_last_clause(text: str, clause: str) -> None:
    assert last_clause(text) == clause


@pytest.mark.parametrize(
    "text",
    [
        "The town has grown since the mill was built",
        "It is the longest strike since the port was built",
        "The mill stood there, for the first owner a great gain",
        "The team gathered spraints, as otter droppings are called",
        "Roe said so, arguing that it was vague",
        "The crew left, as the sun was rising",
        "The firm grew, as its rivals did",
        "The walls have cracked since the mill closed",
        "It weighs 100 grams, as it has since 1958",
        "The levy forced the town to halt work for lack of steel",
        "The cable was carried ashore, so that two lines now crossed the sea",
    ],
)
def test_words_of_time_and_manner_are_no_marks(text: str) -> None:
    assert not list(find_marks(text))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "A third of the walls had cracked, since the clay swells in rain",
            "the clay swells in rain",
        ),
        ("They sold the patent, as Roe believed in science", "Roe believed in science"),
        ("The court struck it down, saying that it was vague", "it was vague"),
        ("Prices rose, driven by demand from China", "demand from China"),
        ("The man was set free, for nobody had seen him", "nobody had seen him"),
        ("The attempt failed, as the rubble caught fire", "the rubble caught fire"),
        ("Females avoid light since it exposes cubs to dogs", "it exposes cubs to dogs"),
        ("They ignored it, apparently because Roe wrote it", "Roe wrote it"),
        ("They bought boats, hoping to win", "win"),
        ("Shares in Norvik fell after the firm cut its forecast", "the firm cut its forecast"),
        ("It raised dues, on the ground that they are no fee", "they are no fee"),
    ],
)
def test_since_as_and_on_the_ground_that_mark_a_reason(text: str, reason: str) -> None:
    assert [text[mark.end :] for mark in find_marks(text)] == [reason]


def test_as_begins_a_reason_where_something_is_kept_from_happening() -> None:
    assert find_front_mark("As men were needed elsewhere, the breach was never mended")
    assert find_front_mark("As the doors were opened, the crowd cheered") is None


def test_a_sentence_may_begin_with_its_reason() -> None:
    found = find_front_mark("Owing to a mild winter, the river rose")
    assert found is not None
    assert (found.end, found.manner) == (len("Owing to "), "phrase")
    assert find_front_mark("To the north lies a lake") is None


@pytest.mark.parametrize(
    ("said", "phrase"),
    [
        ("lacking steel", "a lack of steel"),
        ("fearing that it would flood", "a fear that it would flood"),
        ("fear of riots", "a fear of riots"),
        ("demand from China", "demand from China"),
    ],
)
def test_a_phrase_stands_behind_because_of(said: str, phrase: str) -> None:
    assert phrase_of(said) == phrase


@pytest.mark.parametrize(
    ("text", "effect", "reason"),
    [
        ("Fearing a flood, Roe left", "Roe left", "Fearing a flood"),
        (
            "The road was so bad that the mail came late",
            "The mail came late",
            "The road was so bad",
        ),
        ("Guides, fearing a flood, left the town", "Guides left the town", "fearing a flood"),
        ("As the city can't borrow more, Roe chose", "Roe chose", "the city can't borrow more"),
        (
            "Pell's trial is one reason why the town chose judges",
            "The town chose judges",
            "Pell's trial",
        ),
        ("Rents doubled, with the result that he left", "He left", "Rents doubled"),
    ],
)
def test_an_effect_is_told_from_its_reason(text: str, effect: str, reason: str) -> None:
    link = find_link(text)
    assert link is not None
    assert (link.effect, link.reason) == (effect, reason)
