"""Which sentences can be read without those before them."""

import pytest

from quizapp.generation.passages.gap_passages import paragraphs, passages
from tests.generation.asked import findings_of
from tests.generation.builders import make_article


def texts(text: str) -> list[str]:
    findings = findings_of(make_article(text))
    return [
        passage.text
        for paragraph in paragraphs(findings.article)
        for passage in passages(findings, paragraph)
    ]


MILL = "The town of Larkfield opened a mill in 1821."


def test_a_sentence_may_lean_on_the_one_before_it_in_the_passage() -> None:
    said = f"{MILL} It burned down 12 years later."
    assert texts(said) == [MILL, said]


def test_a_passage_has_at_most_three_sentences_of_one_paragraph() -> None:
    further = " ".join(f"The mill of {year} had many wheels." for year in (1830, 1840, 1850))
    counts = [said.count(".") for said in texts(f"{MILL} {further}\nThe river rose in 1860.")]
    assert max(counts) == 3
    assert not any("1850" in said and "1860" in said for said in texts(f"{MILL} {further}"))


@pytest.mark.parametrize(
    "said",
    [
        "It burned down in the autumn of 1833.",
        "Two years later, Larkfield built a second mill.",
        "The town council met on Tuesday and voted for the mill.",
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
        ("The council voted on Tuesday to close the mill.", False),
    ],
)
def test_the_passage_says_what_a_pronoun_stands_for(follows: str, is_understood: bool) -> None:
    assert (f"{MILL} {follows}" in texts(f"{MILL} {follows}")) is is_understood


def test_a_passage_inside_a_paragraph_leans_on_nothing_at_all() -> None:
    said = "This is old news. Larkfield opened a mill in 1821. That year was wet in the valley."
    assert texts(said) == [MILL.removeprefix("The town of ")]
