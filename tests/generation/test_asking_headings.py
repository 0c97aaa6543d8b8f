"""Questions about an article whose headings are reasons."""

from dataclasses import replace
from random import Random

import pytest

from quizapp.generation.article import ArticleSection
from quizapp.generation.asking.asking_headings import propose_about_headings
from quizapp.generation.proposals import Proposal
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.multiple_response import MultipleResponse
from tests.generation.asked import findings_of
from tests.generation.builders import make_article

HEADINGS = ("Too few people used it", "Crews are hard to find", "The money is promised")
TITLE = "Three reasons the night ferry won't return"
TEXT = (
    "A last trip was made in spring.\nThe boat of Oslo carried 31 guests on average.\n"
    "The town of Odby counts 23 vacancies.\nA tax of Norway brings 5 million kroner."
)


def propose(title: str = TITLE, headings: tuple[str, ...] = HEADINGS) -> list[Proposal]:
    plain = make_article(TEXT)
    sentences = tuple(
        replace(each, section=min(at, len(headings))) for at, each in enumerate(plain.sentences)
    )
    sections = (ArticleSection(), *map(ArticleSection, headings))
    article = replace(plain, title=title, sentences=sentences, sections=sections)
    return list(propose_about_headings(findings_of(article), Random(1)))


@pytest.mark.parametrize(
    ("title", "what"),
    [
        (TITLE, "for its main claim"),
        ("Three reasons the night ferry is gone", "why the night ferry is gone"),
    ],
)
def test_the_reasons_are_asked_for_once_and_never_with_a_negation(title: str, what: str) -> None:
    (found,) = [each for each in propose(title) if isinstance(each.body, MultipleResponse)]
    assert found.stem == (
        f"Which of these reasons does the article give {what}? Choose all that apply."
    )


def test_keys_are_headings_and_wrong_ones_are_none() -> None:
    (body,) = [each.body for each in propose() if isinstance(each.body, MultipleResponse)]
    right = {option.text for option in body.options if option.correct}
    wrong = {option.text for option in body.options if not option.correct}
    assert len(right) >= 2
    assert wrong
    assert right < set(HEADINGS)
    assert not wrong & set(HEADINGS)


def test_facts_are_asked_back_to_their_heading() -> None:
    found = [each for each in propose() if isinstance(each.body, MultipleChoice)]
    assert 1 <= len(found) <= 3
    assert {each.fact.partition(":")[2] for each in found} <= set(HEADINGS)
    assert all(each.quotes[1].rstrip(".") in each.stem for each in found)


def test_without_a_title_that_counts_them_nothing_is_asked() -> None:
    assert propose(title="The night ferry won't return") == []


def test_with_another_number_of_headings_nothing_is_asked() -> None:
    assert propose(title=TITLE.replace("Three", "Four")) == []


@pytest.mark.parametrize("closing", ["Will it last?", "The way ahead"])
def test_a_heading_that_claims_nothing_is_no_reason(closing: str) -> None:
    assert propose(headings=(*HEADINGS[:2], closing)) == []
    assert closing not in str(propose(headings=(*HEADINGS, closing)))
    assert propose(headings=(*HEADINGS, closing))
