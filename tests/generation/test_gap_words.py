"""Passages that leave out what they explain, and why."""

import pytest

from quizapp.generation.passages.gap_words import reasons
from tests.generation.test_asking_gaps import asked

BRAKES = (
    "Buses in Larkfield charge through regenerative braking, in which the motor slows the wheels."
)
PIPES = "The mill of Larkfield is heated by a condenser, a coil of thin pipes inside the wall."
PUMP = "Its water is lifted by an impeller, a wheel with blades that turns inside a case."


def gaps(*paragraphs: str) -> str:
    return "\n".join(each.body.to_markdown() for each in asked("\n".join(paragraphs)))


def test_a_lone_term_is_written() -> None:
    assert "through [[= regenerative braking]], in which" in gaps(BRAKES)


def test_a_term_is_chosen_where_others_are_explained() -> None:
    shown = gaps(BRAKES, PIPES, PUMP.replace("Its", "Larkfield's"))
    assert "(x) regenerative braking" in shown
    assert "( ) condenser" in shown
    assert "by an [[= impeller]]" in shown


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("The mill closed because the river froze for a month.", "the river froze for a month"),
        ("Because the river froze for a month, the mill closed.", "the river froze for a month"),
        ("The mill closed because it was too old to be mended.", None),
        ("The mill has been closed since 1821 had brought a flood.", None),
        ("The mill sold spraints, as otter droppings are called in Larkfield.", None),
        ('"It closed because the river froze for a month," he said.', None),
    ],
)
def test_a_reason_names_what_it_is_about(said: str, reason: str | None) -> None:
    assert [said[start:end] for start, end in reasons(said)] == ([reason] if reason else [])


def test_a_reason_is_chosen_from_what_else_the_article_says() -> None:
    said = "The mill of Larkfield closed because the river froze for a month."
    others = (
        "The church of Larkfield has a tower of grey stone.",
        "The school bought a piano from the old theatre.",
        "Cora Lund owned a boat with a green sail.",
        "The council had a debt of 430 pounds.",
    )
    shown = gaps(said, *others)
    assert "(x) the river froze for a month" in shown
    assert "Because" not in shown
