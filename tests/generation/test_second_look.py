"""The second look: a question stays if the model comes to its key from the article alone."""

import json

import pytest

from quizapp.generation.model_tier.asking_model import Asking
from quizapp.generation.model_tier.endpoint import ModelFailed
from quizapp.generation.model_tier.model_items import make_proposal
from quizapp.generation.model_tier.model_replies import Item
from quizapp.generation.model_tier.second_look import is_right, look_again
from quizapp.generation.proposals import Proposal
from tests.generation.mill import ARTICLE, GROUND, NAME, item, number, statement, verified
from tests.generation.test_asking_model import Scripted


def proposed(said: Item, *, name: bool = False) -> Proposal:
    found = make_proposal(said, verified(NAME) if name else verified(), GROUND)
    assert found is not None
    return found


CHOICE = proposed(item())
TRUE = proposed(statement("The mill ground 12 tons a day.", truth=True))
TYPED = proposed(number("12", "tons"))
WORDS = proposed(item(type="short_answer", options=()), name=True)


def answers(*given: str) -> str:
    listed = [{"item_id": f"q{at + 1}", "answer": answer} for at, answer in enumerate(given)]
    return json.dumps({"answers": listed})


def look(*replies: str | ModelFailed) -> tuple[Asking, list[Proposal]]:
    asking = Asking(ARTICLE, Scripted(list(replies)))
    return asking, list(look_again([CHOICE, TRUE], asking))


@pytest.mark.parametrize(
    ("proposal", "answer", "expected"),
    [
        (CHOICE, "1", True),
        (CHOICE, "12 tons", True),
        (CHOICE, "0", False),
        (CHOICE, "7", False),
        (CHOICE, "9" * 5_000, False),
        (CHOICE, "", False),
        (TRUE, "0", True),
        (TRUE, "true", True),
        (TRUE, "1", False),
        (TYPED, "12", True),
        (TYPED, "13", False),
        (WORDS, "Clara Whitcombe", True),
        (WORDS, "Margaret Hale", False),
    ],
)
def test_an_answer_is_graded_as_a_students(proposal: Proposal, answer: str, expected: bool) -> None:
    assert is_right(proposal, answer) == expected


def test_a_question_with_another_answer_is_refused() -> None:
    asking, kept = look(answers("2", "0"), answers("", ""))
    assert kept == [TRUE]
    (refusal,) = asking.refusals
    assert (refusal.reason, refusal.about) == ("second-look", CHOICE.stem)


def test_what_is_answered_without_the_article_is_flagged() -> None:
    _, kept = look(answers("1", "0"), answers("", "0"))
    assert [each.flags for each in kept] == [(), ("guessable",)]


def test_what_is_not_answered_stays_and_is_flagged() -> None:
    _, kept = look(answers("1"), answers(""))
    assert [each.flags for each in kept] == [(), ("unchecked",)]


def test_after_a_failure_all_stays_and_is_flagged() -> None:
    asking, kept = look(ModelFailed("It is gone."))
    assert [each.flags for each in kept] == [("unchecked",), ("unchecked",)]
    assert asking.failure == "It is gone."


def test_the_key_is_not_told_and_the_article_only_once() -> None:
    asking, _ = look(answers("1", "0"))
    assert isinstance(asking.model, Scripted)
    informed, uninformed = (prompt.content for prompt in asking.model.prompts)
    assert "river Ense" in informed and "river Ense" not in uninformed
    assert "correct" not in informed and "key" not in informed
