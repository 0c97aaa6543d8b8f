"""Which sentences can be read without those before them."""

import pytest

from quizapp.generation.passages.gap_passages import passages
from tests.generation.asked import findings_of
from tests.generation.builders import make_article


def texts(text: str) -> list[str]:
    return [passage.text for passage in passages(findings_of(make_article(text)))]


MILL = "The town of Larkfield opened a mill in 1821."


def test_a_sentence_may_lean_on_the_one_before_it_in_the_passage() -> None:
    said = f"{MILL} It burned down 12 years later."
    assert texts(said) == [MILL, said]


def test_a_passage_has_at_most_five_sentences() -> None:
    years = range(1830, 1890, 10)
    further = " ".join(f"The mill of {year} had many wheels." for year in years)
    assert max(said.count(".") for said in texts(f"{MILL} {further}")) == 5


@pytest.mark.parametrize(
    ("follows", "is_joined"),
    [
        ("It employed 43 weavers and a clerk.", True),
        ("The river Lark rose by 12 feet in 1860.", False),
    ],
)
def test_a_passage_goes_on_in_the_next_paragraph_if_that_leans_on_it(
    follows: str, is_joined: bool
) -> None:
    assert (
        any(said.startswith(MILL) and follows in said for said in texts(f"{MILL}\n{follows}"))
        is is_joined
    )


@pytest.mark.parametrize(
    "said",
    [
        "A cooperative of 43 weavers, each of whom paid 12 pounds, bought the mill of Larkfield.",
        "In 1821 Larkfield bought 43 looms, and 12 of those looms were new.",
        "Larkfield bought an old mill in 1821 and sold it to weavers from another town.",
        "Weavers in Larkfield worked 43 minutes longer than those upstream had worked.",
        "The mill of Larkfield opened in 1821 and burned down 12 years later.",
    ],
)
def test_a_sentence_may_lean_on_its_own_beginning(said: str) -> None:
    assert texts(f"This is old news. {said}") == [said]


def test_a_time_counted_from_what_is_not_shown_is_left_out() -> None:
    assert texts("Three years later, Larkfield built a second mill.") == [
        "Larkfield built a second mill."
    ]


def test_inside_a_paragraph_nothing_points_farther_back_than_the_passage() -> None:
    said = "This is old news. Larkfield opened a mill in 1821. The other mill had 43 looms."
    assert texts(said) == [MILL.removeprefix("The town of ")]


@pytest.mark.parametrize(
    "said",
    [
        "It burned down in the autumn of 1833.",
        "There were two of them, and it wasn't, but Larkfield has a mill.",
        "The town council met today and voted for the mill.",
        "We asked the people of Larkfield about the mill.",
        "Larkfield has had 12 new shops since last year.",
        "Why did Larkfield build a mill in 1821?",
        "Larkfield in 1821",
        "LARKFIELD, May 3 (Echo) - The town opened a mill with 12 wheels.",
    ],
)
def test_no_passage_begins_with_what_leans_on_something(said: str) -> None:
    assert texts(said) == []


@pytest.mark.parametrize(
    ("follows", "is_understood"),
    [
        ("Its wheels turned for 12 years.", True),
        ("He had paid 300 pounds for the land.", False),
        ("They made 40 sacks of flour a day.", False),
        ("The council voted today to close the mill.", False),
    ],
)
def test_the_passage_says_what_a_pronoun_stands_for(follows: str, is_understood: bool) -> None:
    assert (f"{MILL} {follows}" in texts(f"{MILL} {follows}")) is is_understood


def test_a_passage_inside_a_paragraph_leans_on_nothing_at_all() -> None:
    said = (
        "This is old news. Larkfield opened a mill in a wet year. That year was long in the valley."
    )
    assert texts(said) == ["Larkfield opened a mill in a wet year."]
