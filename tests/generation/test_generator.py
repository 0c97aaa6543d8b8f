"""A whole draft, from an article to a bank that reads back."""

import socket
from typing import Literal, NoReturn

import pytest

from quizapp.banks.library import check
from quizapp.generation.choosing.questions import source_text
from quizapp.generation.generator import draft_bank
from quizapp.generation.reading.reader import read_article
from quizapp.generation.tiers import Wishes
from tests.generation.parsing import parser_or_skip
from tests.generation.proposing import article

LIGHT = Wishes(tier="light")


def test_a_draft_lints_without_errors() -> None:
    draft = draft_bank(article(), "bridge", LIGHT)
    loaded = check(draft.text, "bridge", {"article": source_text(draft.article)})
    assert not loaded.has_errors
    assert loaded.is_draft
    assert not loaded.lacks_names


def test_every_question_cites_the_article() -> None:
    draft = draft_bank(article(), "bridge", LIGHT)
    assert draft.bank.questions
    assert all(question.evidence for question in draft.bank.questions)


def test_the_same_article_gives_the_same_bytes() -> None:
    assert draft_bank(article(), "bridge", LIGHT) == draft_bank(article(), "bridge", LIGHT)


def test_the_front_matter_counts_what_became_of_the_proposals() -> None:
    draft = draft_bank(article(), "bridge", LIGHT)
    counts = dict(draft.bank.generated)
    assert int(counts["kept"]) == len(draft.bank.questions)
    assert int(counts["proposed"]) == len(draft.bank.questions) + len(draft.dropped)


def test_only_the_wanted_types_are_used() -> None:
    draft = draft_bank(article(), "bridge", Wishes(tier="light", types=("true_false",)))
    assert {question.body.name for question in draft.bank.questions} == {"true_false"}


def test_no_more_questions_than_wanted() -> None:
    assert len(draft_bank(article(), "bridge", Wishes(tier="light", count=2)).bank.questions) <= 2


def test_hostile_text_stays_text() -> None:
    text = article().original.replace("the bridge", "<b>the `bridge`</b> (x) [[= 1]] | ## a *b*")
    draft = draft_bank(read_article(text.encode()), "bridge", LIGHT)
    assert not check(draft.text, "bridge", {"article": source_text(draft.article)}).has_errors


@pytest.mark.parametrize(("tier", "drafted_by"), [("light", "light"), ("best", "parser")])
def test_no_rule_opens_a_socket(
    tier: Literal["light", "best"], drafted_by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if drafted_by == "parser":
        parser_or_skip()

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("A socket was opened.")

    for way in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, way, refuse)
    draft = draft_bank(article(), "bridge", Wishes(tier=tier))
    assert draft.bank.questions
    assert dict(draft.bank.generated)["tier"] == drafted_by
