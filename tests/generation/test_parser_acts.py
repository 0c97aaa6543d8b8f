"""Questions for what was done, from parsed sentences."""

from dataclasses import replace

import pytest

from quizapp.generation.parser_tier.parsed_article import ParsedArticle
from quizapp.generation.parser_tier.parser_acts import ask_what_was_done
from quizapp.question_types.multiple_choice import MultipleChoice
from tests.generation.parsing import read, stems


def apart(*names: str) -> ParsedArticle:
    """The sentences, each in a paragraph of its own."""
    found = read(*names)
    article = found.findings.article
    sentences = (replace(each, paragraph=at) for at, each in enumerate(article.sentences))
    article = replace(article, sentences=tuple(sentences))
    return replace(found, findings=replace(found.findings, article=article))


ACTS = ("halving", "cognac", "swans", "planting", "viala")
FATES = ("raising", "mussel", "falling", "stealing")


@pytest.mark.parametrize(
    ("names", "stem", "key"),
    [
        (ACTS, "What did Norvia do to cut costs?", "Halve its inspection staff"),
        (ACTS, "In 1902, what did the town of Cognac do?", "Make Denison its sister city"),
        (FATES, "In 2016, what happened to the zebra mussel?", "It was found in a marina"),
        (
            FATES,
            "After the steelworks closed in 1988, what happened to demand?",
            "It fell by a third",
        ),
        (FATES, "What happened to the iron bell in 1944?", "It was stolen by soldiers"),
    ],
)
def test_a_deed_stands_beside_others(names: tuple[str, ...], stem: str, key: str) -> None:
    (found,) = [each for each in ask_what_was_done(apart(*names)) if each.stem == stem]
    assert isinstance(found.body, MultipleChoice)
    assert [each.text for each in found.body.options if each.correct] == [key]


@pytest.mark.parametrize("name", ["known-as", "exposing"])
def test_what_nobody_did_is_not_asked_for(name: str) -> None:
    found = stems(ask_what_was_done(apart(name, *ACTS, *FATES)))
    assert not [stem for stem in found if "drought" in stem or "long wall" in stem]


def test_without_other_deeds_nothing_is_asked() -> None:
    assert not stems(ask_what_was_done(read("halving")))


def test_what_does_something_to_another_thing_is_not_what_it_happened_to() -> None:
    asked = stems(ask_what_was_done(apart(*FATES, "closing")))
    assert "What happened to an Act of Parliament in 1954?" not in asked
