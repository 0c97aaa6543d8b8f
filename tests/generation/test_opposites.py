"""Claims turned into their contrary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generation.english.opposites import opposite_of


@pytest.mark.parametrize(
    ("claim", "opposite"),
    [
        ("Too few people used it", "Too many people used it"),
        ("Crews are hard to find", "Crews are easy to find"),
        ("The ship isn't for sale", "The ship is for sale"),
        ("The town can't spare it", "The town can spare it"),
        ("The town cannot spare it", "The town can spare it"),
        ("The money is already promised", "The money is not yet promised"),
        ("The island has changed", "The island has not changed"),
        ("because of a lack of crew", "because of a surplus of crew"),
        ("They run more than anybody", "They run less than anybody"),
        ("Nobody could score", "Everybody could score"),
        ("Few people used it", "Many people used it"),
        ("The town is never full", None),
        ("It fades within a few miles", None),
        ("They flew it from a low-flying plane", None),
        ("The ship sails", None),
        ("The ship doesn't sail", None),
    ],
)
def test_one_word_is_turned_round(claim: str, opposite: str | None) -> None:
    assert opposite_of(claim) == opposite


words = st.sampled_from(["few", "isn't", "can't", "is", "not", "the", "ship", "has", "doesn't"])


@given(st.lists(words, max_size=8).map(" ".join))
def test_an_opposite_is_never_the_claim(claim: str) -> None:
    assert opposite_of(claim) != claim
