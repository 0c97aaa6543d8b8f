"""Reasons that stand in another sentence than what they explain."""

import pytest

from quizapp.generation.parser_tier.parser_reasons import find_reasons
from tests.generation.parsing import read_sentences


def told(*sentences: str) -> list[tuple[str | None, str]]:
    """The questions with why, and their answers."""
    article = read_sentences(*sentences)
    found = find_reasons(
        article.parsed, article.clauses, article.wording, article.findings.article.openings
    )
    return [
        (each.question if isinstance(each.question, str) else article.ask(each.question), each.text)
        for each in found
    ]


@pytest.mark.parametrize(
    ("sentences", "stem", "reason"),
    [
        (
            ("The oven was old and leaked heat.", "The brothers therefore bought a stove."),
            "Why did the brothers buy a stove?",
            "the oven was old and leaked heat",
        ),
        (
            ("The extract worked, but it was full of salt.", "Roe therefore hired a chemist."),
            "Why did Roe hire a chemist?",
            "the extract was full of salt",
        ),
        (
            ("The town lost its school in 1962.", "That was because the county had few teachers."),
            "Why did the town lose its school in 1962?",
            "the county had few teachers",
        ),
        (
            ("The hall was fitted with a pump.", "The reason was a shortage of coal."),
            "Why was the hall fitted with a pump?",
            "a shortage of coal",
        ),
        (
            ("Engineers settled on Black Canyon.", "The rock there was sounder."),
            "Why did engineers settle on Black Canyon?",
            "the rock there was sounder",
        ),
        (
            ("The pump failed to start.", "Its intake had been shut and never reopened."),
            "Why did the pump fail to start?",
            "its intake had been shut and never reopened",
        ),
    ],
)
def test_a_neighbor_gives_the_reason(sentences: tuple[str, str], stem: str, reason: str) -> None:
    assert (stem, reason) in told(*sentences)


def test_what_happened_that_fall_happened_mostly_because() -> None:
    said = "The horn had told of fires that didn't exist nine times that fall, mostly because "
    (found,) = told("The hall was old.", f"{said}steam from the vents set it off.")
    assert found[1] == "steam from the vents set it off"
    assert "that fall" not in str(found[0])


def test_what_had_gone_well_is_no_reason_for_a_failure() -> None:
    assert not told("The pump failed to start.", "Its praise had been sung in Oslo.")


def test_who_is_chosen_is_not_chosen_for_being_better() -> None:
    assert not told("The mayor chose Ruth Allan as his deputy.", "She was stronger than he was.")


def test_a_reason_told_first_may_be_followed_by_for_that_reason() -> None:
    said = "The flour was too soft, and for that reason the bread crumbled."
    assert ("Why did the bread crumble?", "the flour was too soft") in told(said)


@pytest.mark.parametrize(
    "said",
    [
        "The bread rises slowly to begin with.",
        "Hotels had counted on the line to bring guests.",
        "Only four had been killed by the enemy.",
        "To obtain one pound of it, factories needed a ton of ore.",
        "The company grew fast, as its rivals did.",
    ],
)
def test_what_only_looks_like_a_reason_is_none(said: str) -> None:
    assert not told(said)


def test_a_noun_of_the_article_is_no_aim() -> None:
    said = "Sen. Harold Roe put the cost to ferry operators at $14 million over five years."
    assert not told(said, "The ferry was old.", "Each ferry needs a crew.")
