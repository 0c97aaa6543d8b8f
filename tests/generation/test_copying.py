"""Stems in the article's own words are few."""

from dataclasses import replace

from quizapp.generation.choosing.copying import limit_copied
from quizapp.generation.choosing.gate import Passed, sieve
from quizapp.generation.proposals import Tier
from tests.generation.proposing import article, propose, statement


def passed(copied: int, others: int, *, tier: Tier = "parser") -> list[Passed]:
    """So many statements that copy behind so many questions that don't."""
    (question,) = sieve([propose(0, tier=tier)], article()).passed
    (told,) = sieve([replace(statement(0, truth=True), tier=tier)], article()).passed
    asked = [replace(question) for _ in range(others)]
    return [*asked, *(replace(told, flaws=("copied-stem",)) for _ in range(copied))]


def copies(questions: list[Passed]) -> int:
    return sum("copied-stem" in each.flaws for each in questions)


def test_statements_that_copy_are_a_third_at_most() -> None:
    kept, dropped = limit_copied(passed(15, 25))
    assert copies(kept) <= 0.32 * len(kept)
    assert copies(kept) + 1 > 0.32 * (len(kept) + 1)
    assert {each.reason for each in dropped} == {"copied-stem"}


def test_without_a_parser_they_may_be_more() -> None:
    kept, _ = limit_copied(passed(15, 25, tier="light"))
    assert len(kept) == 40


def test_a_short_draft_keeps_them() -> None:
    assert len(limit_copied(passed(10, 10))[0]) == 20


def test_questions_stay_though_they_copy() -> None:
    asking = [replace(each, flaws=("copied-stem",)) for each in passed(0, 30)]
    assert limit_copied(asking) == (asking, [])
