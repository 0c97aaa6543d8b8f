"""Facts that a model names: what the article doesn't say letter by letter is refused."""

import pytest

from quizapp.generation.model_tier.model_replies import Fact
from quizapp.generation.model_tier.verification import Refusal, Verified
from tests.generation.mill import ARTICLE, GROUND, NAME, PERCENT, REASON, WORKERS, fact


@pytest.mark.parametrize("said", [fact(), NAME, REASON, PERCENT, WORKERS])
def test_what_the_article_says_is_verified(said: Fact) -> None:
    checked = GROUND.check_fact(said, "f1")
    assert isinstance(checked, Verified)
    assert checked.quotes[0] == ARTICLE.sentences[checked.sentence].text


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"quote": "The mill ground 13 tons of flour a day"}, "evidence-not-found"),
        ({"quote": "The mill was famous across the whole country"}, "evidence-not-found"),
        ({"answer": "13 tons"}, "key-not-in-evidence"),
        ({"answer": "twelve thousand tons"}, "key-not-in-evidence"),
        ({"answer": "tons"}, "answer-without-number"),
        ({"answer": "Clara Whitcombe", "answer_type": "name"}, "key-not-in-evidence"),
        ({"answer": "in April 1871", "answer_type": "date"}, "key-not-in-evidence"),
        (
            {"answer": "the owners ran out of money", "answer_type": "reason"},
            "key-not-in-evidence",
        ),
        ({"claim": "See https://a.example for 12 tons."}, "address"),
    ],
)
def test_what_it_does_not_say_is_refused(changes: dict[str, str], reason: str) -> None:
    checked = GROUND.check_fact(fact(**changes), "f1")
    assert isinstance(checked, Refusal)
    assert checked.reason == reason


@pytest.mark.parametrize("answer", ["12 tons", "twelve tons"])
def test_a_number_may_be_written_otherwise(answer: str) -> None:
    assert isinstance(GROUND.check_fact(fact(answer=answer), "f1"), Verified)


def test_a_month_of_the_quote_must_be_the_answers() -> None:
    quote = "The Tarrow mill opened in March 1871 beside the river Ense."
    said = {"quote": quote, "answer_type": "date"}
    assert isinstance(GROUND.check_fact(fact(answer="March 1871", **said), "f1"), Verified)
    assert isinstance(GROUND.check_fact(fact(answer="in May 1871", **said), "f1"), Refusal)


def test_the_sentence_with_the_answer_comes_first() -> None:
    quote = "beside the river Ense. Its founder, Clara Whitcombe, had sold a shipyard"
    checked = GROUND.check_fact(
        fact(quote=quote, answer="Clara Whitcombe", answer_type="name"), "f1"
    )
    assert isinstance(checked, Verified)
    assert checked.sentence == 1
    assert checked.quotes == (ARTICLE.sentences[1].text, ARTICLE.sentences[0].text)


def test_eight_words_in_a_row_may_be_copied_and_nine_may_not() -> None:
    assert not GROUND.has_copied("Why had the new railway carried cheaper flour from the")
    assert GROUND.has_copied("Why was it that the new railway carried cheaper flour from the coast")


@pytest.mark.parametrize(
    ("text", "is_known"),
    [
        ("Who founded the mill of Tarrow in 1871?", True),
        ("What did Whitcombe's brother learn?", True),
        ("Who founded the mill of Tarrow in 1872?", False),
        ("What did Margaret Whitcombe write?", False),
        ("What did Whitcombe write to Margaret?", False),
    ],
)
def test_numbers_and_names_from_elsewhere_are_noticed(text: str, is_known: bool) -> None:
    assert GROUND.knows(text) == is_known
