"""Bases of regular verbs that no table has."""

import re

import pytest

from quizapp.generation.english.regular_verbs import regular_base
from quizapp.generation.english.verbs import BASES, base_of

PASTS = [
    ("sailed", "sail"),
    ("stopped", "stop"),
    ("planned", "plan"),
    ("carried", "carry"),
    ("created", "create"),
    ("treated", "treat"),
    ("required", "require"),
    ("recruited", "recruit"),
    ("released", "release"),
    ("settled", "settle"),
    ("opened", "open"),
    ("visited", "visit"),
    ("called", "call"),
    ("passed", "pass"),
]


@pytest.mark.parametrize(("past", "base"), PASTS)
def test_base_is_told_by_the_spelling(past: str, base: str) -> None:
    assert regular_base(past) == base


@pytest.mark.parametrize("past", ["longed", "changed", "stared", "bored", "red", "it'sed", "ran"])
def test_doubtful_spelling_has_no_base(past: str) -> None:
    assert regular_base(past) is None


def test_base_is_never_another_than_the_table_says() -> None:
    doubled = re.compile(r"[^aeiou][aeiou][^aeiouwxy]$")  # stop, stopped
    bases = [base for base in BASES if not doubled.search(base)]
    pasts = [base + ("d" if base.endswith("e") else "ed") for base in bases]
    known = [past for past in pasts if base_of(past) is not None]
    assert len(known) > 200
    for past in known:
        assert regular_base(past) in (None, base_of(past))
