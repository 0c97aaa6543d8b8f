"""Replies as a good model gives them, written by hand: most of it must get through.

Each of their questions is then spoilt in every way that a program can think of, with another key,
another number, another fact: none of that may.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest

from quizapp.generation.article import Article
from quizapp.generation.choosing.gate import sieve
from quizapp.generation.model_tier.model_items import make_proposal
from quizapp.generation.model_tier.model_replies import Fact, Item, read_facts, read_items
from quizapp.generation.model_tier.verification import Ground, Verified
from quizapp.generation.model_tier.verifying_items import doubts_about_item
from quizapp.generation.proposals import Proposal
from quizapp.generation.reading.reader import read_article

FOLDER = Path(__file__).parent
NAMES = sorted(path.stem for path in (FOLDER / "replies").glob("*.json"))


@dataclass(frozen=True)
class Replied:
    """An article, the facts of it that were verified, and the questions that a model would ask."""

    article: Article
    ground: Ground
    facts: dict[str, Verified]
    items: tuple[Item, ...]

    def proposal_of(self, item: Item) -> Proposal | None:
        """The question, if nothing speaks against it."""
        verified = self.facts[item.fact_id]
        if next(doubts_about_item(item, verified, self.facts, self.ground), None):
            return None
        return make_proposal(item, verified, self.ground)

    def passed(self, items: list[Item]) -> list[Item]:
        """Those that would stand in a draft."""
        proposed = [(item, proposal) for item in items if (proposal := self.proposal_of(item))]
        sieved = sieve([proposal for _, proposal in proposed], self.article)
        kept = {id(each.proposal) for each in sieved.passed}
        return [item for item, proposal in proposed if id(proposal) in kept]


def replied(name: str) -> Replied:
    article = read_article((FOLDER / "articles" / f"{name}.txt").read_bytes())
    text = (FOLDER / "replies" / f"{name}.json").read_text(encoding="utf-8")
    ground = Ground(article)
    facts = {}
    for number, said in enumerate(read_facts(text), start=1):
        assert isinstance(said, Fact)
        checked = ground.check_fact(said, f"f{number}")
        assert isinstance(checked, Verified), checked
        facts[checked.id] = checked
    items = [item for item in read_items(text) if isinstance(item, Item)]
    return Replied(article, ground, facts, tuple(items))


def spoilt(item: Item, facts: dict[str, Verified]) -> Iterator[Item]:
    """The same with a wrong key, number or fact."""
    keys = 2 if item.type == "true_false" else len(item.options)
    yield from (replace(item, key_index=key) for key in range(keys) if key != item.key_index)
    if item.numeric is not None:
        for factor in ("1.1", "2", "-1", "1000"):
            value = item.numeric.value * Decimal(factor)
            yield replace(item, numeric=replace(item.numeric, value=value))
    answer = facts[item.fact_id].fact.answer
    others = (name for name, other in facts.items() if other.fact.answer != answer)
    yield from (replace(item, fact_id=name) for name in others)


@pytest.mark.parametrize("name", NAMES)
def test_most_good_questions_get_through(name: str) -> None:
    found = replied(name)
    passed = found.passed(list(found.items))
    assert len(passed) >= 0.85 * len(found.items)


@pytest.mark.parametrize("name", NAMES)
def test_no_spoilt_question_gets_through(name: str) -> None:
    found = replied(name)
    wrong = [each for item in found.items for each in spoilt(item, found.facts)]
    assert len(wrong) > 400
    assert found.passed(wrong) == []
