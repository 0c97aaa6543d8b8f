"""What may become a question."""

import pytest

from quizapp.generation.choosing.gate import sieve
from quizapp.question_types.multiple_choice import MultipleChoice
from quizapp.question_types.options import Option
from quizapp.question_types.true_false import TrueFalse
from tests.generation.builders import make_article
from tests.generation.proposing import article, options, propose

UNSORTED = tuple(Option(text, text == "2019") for text in ("2019", "2021", "2015"))


def reason(**changed: object) -> str:
    """Why a proposal is dropped; "" if it passes."""
    sieved = sieve([propose(0, **changed)], article())
    return sieved.dropped[0].reason if sieved.dropped else ""


def test_a_sound_proposal_passes() -> None:
    assert reason() == ""


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"quotes": ("The bridge fell down in 2019.",)}, "evidence-not-found"),
        ({"quotes": ()}, "evidence-missing"),
        ({"answer": "2018"}, "key-not-in-evidence"),
        ({"answer": "201"}, "key-not-in-evidence"),
        ({"body": options("2019", "2017")}, "few-options"),
        ({"body": options("2019", "2017", "2017")}, "option-duplicate"),
        ({"stem": "Which year was 2019, when the bridge was closed?"}, "answer-in-stem"),
        ({"stem": "It was closed in which year?"}, "pronoun-initial"),
        ({"stem": "What happened two years later?"}, "dangling-reference"),
        ({"stem": "In which year did its old bridge close?"}, "owner-missing"),
        ({"stem": "Who is described as its old keeper in town?"}, "owner-missing"),
        ({"stem": "In which year did the bridge replace the bridge?"}, "told-twice"),
        ({"stem": "In which year was the bridge of the of closed ?"}, "broken-text"),
        ({"stem": ""}, "stem-empty-or-long"),
        ({"stem": "Most bridges of the town were closed for how long in it?"}, "left-open"),
        ({"body": MultipleChoice(UNSORTED)}, "unsorted-numbers"),
    ],
)
def test_an_unsound_proposal_is_dropped_and_says_why(
    changed: dict[str, object], expected: str
) -> None:
    assert reason(**changed) == expected


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("For how many years did the bridge stand?", "key-cut"),
        ("For another how many years did the bridge stand?", ""),
    ],
)
def test_a_key_that_comes_on_top_says_so(stem: str, expected: str) -> None:
    said = make_article("In 1998 the mill burned. The bridge stood for another 13 years.")
    quotes = (said.sentences[1].text,)
    proposal = propose(
        1, stem=stem, body=options("13", "20", "28", "34"), quotes=quotes, answer="13 years"
    )
    dropped = sieve([proposal], said).dropped
    assert [each.reason for each in dropped] == ([expected] if expected else [])


def test_typography_does_not_hide_the_evidence() -> None:
    quote = article().sentences[0].text.replace(" ", "\u00a0", 1)
    assert reason(quotes=(quote,)) == ""


def test_a_copied_stem_passes_with_a_flaw() -> None:
    sentence = article().sentences[6].text
    copied = propose(
        5,
        stem=sentence.replace("She", "Maud Ellery", 1),
        body=TrueFalse(True),
        quotes=(sentence,),
        answer="",
    )
    assert [each.flaws for each in sieve([copied], article()).passed] == [("copied-stem",)]
