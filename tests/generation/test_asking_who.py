"""Whom and what a sentence does not describe, and who is not asked for."""

from dataclasses import replace
from random import Random

import pytest

from quizapp.generation.asking.asking_names import propose
from tests.generation.asked import ask, findings_of, stems
from tests.generation.builders import make_article
from tests.generation.test_asking_names import PEOPLE


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The mill belongs to Roe's widow, Ida Lund. He sold it in May.", "whose widow?"),
        ("A bay is named after Paul Roe. He sold the mill in May.", "it is about the bay"),
        ("His lens was that of the baker Paul Roe. He sold the mill in May.", "he had a lens"),
    ],
)
def test_who_is_merely_mentioned_is_not_who_he_is(text: str, why: str) -> None:
    assert "Who sold the mill in May?" not in stems(propose, text), why


@pytest.mark.parametrize(
    "text",
    [
        "With a lens from Odby, a group led by Paul Roe found an asteroid.",
        "By a baker in Odby, the Mill Commission announced on Thursday.",
    ],
)
def test_the_subject_behind_a_phrase_describes_nothing(text: str) -> None:
    assert not [stem for stem in stems(propose, text) if "described as" in stem]


def test_a_title_is_no_part_of_what_somebody_is() -> None:
    asked = stems(propose, "They asked the old merchant Sir Duncan Airlie.")
    assert "Who is described as an old merchant?" in asked


def test_an_owner_is_the_name_alone() -> None:
    text = "With money from Duncan Airlie's widow, Lady Helen, they bought it."
    assert "Who is described as Duncan Airlie's widow?" in stems(propose, text)


def test_what_the_agent_is_of_does_not_follow_the_thing() -> None:
    text = "The old trials are led by Maria Kern of the Kern Institute in Oslo."
    assert not [stem for stem in stems(propose, text) if stem.startswith("Who leads the old tr")]


def test_the_name_that_is_the_title_is_not_asked_for() -> None:
    article = replace(make_article("The Otter was built in 1950."), title="The Otter")
    findings = findings_of(article)
    assert not [each.stem for each in propose(findings, Random(1)) if each.fact == "0:Otter"]


def test_it_may_be_what_somebody_found_in_the_sentence_before() -> None:
    text = "The revival began in May, when Roe found the old film. It was restored by Ida Kern."
    assert "Who restored the revival?" not in stems(propose, text)


def test_nobody_is_asked_for_by_an_age() -> None:
    assert stems(propose, "Maria Kern was 28 years old at the time.") == []


def test_what_anybody_may_have_founded_is_no_common_answer() -> None:
    text = "Kern founded the oldest mill. " + "They asked Kern. " * 5
    (asked, *_) = ask(propose, text.replace("Kern", "Maria Kern"))
    assert (asked.stem, asked.flags) == ("Who founded the oldest mill?", ())


def test_what_somebody_between_commas_reported_was_not_done_to_them() -> None:
    said = (
        "A doctor from Genoa, Max Falk, reported in 1663 that the Queen of Norway, a poet, was ill."
    )
    assert not [stem for stem in stems(propose, said + PEOPLE) if "was reported" in stem]
