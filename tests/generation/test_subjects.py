"""What a sentence is about."""

import pytest

from quizapp.generation.clauses.subjects import find_subject


@pytest.mark.parametrize(
    ("sentence", "subject", "verb"),
    [
        ("The old bridge was closed.", "The old bridge", "was"),
        ("The owners of the mill sold it.", "The owners of the mill", "sold"),
        ("In 1999, the mill burned.", "the mill", "burned"),
        ("In 1999 the mill burned.", "the mill", "burned"),
        ("In May 2021, after a storm, the mill closed.", "the mill", "closed"),
        ("Maria Kern, a doctor, refused.", "Maria Kern", "refused"),
        ("Federal rules require it.", "Federal rules", "require"),
        ("Heat pumps work well.", "Heat pumps", "work"),
        ("The ship then left.", "The ship", "left"),
        ("The proposed law forbids it.", "The proposed law", "forbids"),
        ("They left.", "They", "left"),
        ("Three bridges near Oslo collapsed.", "Three bridges near Oslo", "collapsed"),
        ("The mill's owner left.", "The mill's owner", "left"),
    ],
)
def test_the_subject_stands_before_the_verb(sentence: str, subject: str, verb: str) -> None:
    found = find_subject(sentence)
    assert found is not None
    assert (found.text, found.verb) == (subject, verb)
    assert sentence[found.start : found.end] == subject
    assert sentence[found.verb_start :].startswith(verb)


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Not until May was it ready.",
        "Then came the war.",
        "Those who came left.",
        "Analysts surveyed by Kern had agreed.",
        "On the hill, in the wood, by the sea, at the end, it was cold.",
    ],
)
def test_where_it_is_not_clear_there_is_none(sentence: str) -> None:
    assert find_subject(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "is_plural"),
    [
        ("Shares of the mill fell.", True),
        ("The price of shares fell.", False),
        ("Maria and Paul left.", True),
        ("Women left.", True),
        ("The bus left.", False),
        ("Athens fell.", False),
        ("Sales have grown.", True),
    ],
)
def test_its_number_is_that_of_its_noun(sentence: str, is_plural: bool) -> None:
    found = find_subject(sentence)
    assert found is not None
    assert found.is_plural == is_plural


@pytest.mark.parametrize("sentence", ["Still was it cold.", "Also never was it.", "Now was fine."])
def test_an_adverb_alone_is_no_subject(sentence: str) -> None:
    assert find_subject(sentence) is None
