"""Deeds that are answers to what happened before."""

import pytest

from quizapp.generation.facts.reason_words import find_answer


@pytest.mark.parametrize(
    ("text", "reason", "is_clause"),
    [
        ("The canal was closed in 1944 after a bank gave way", "a bank gave way", True),
        ("They improved the offer only after a court ruled", "a court ruled", True),
        ("The bridge had to be closed when a pier sank", "a pier sank", True),
        ("The clerk was cleared after a witness spoke", "a witness spoke", True),
        ("The mayor resigned over unpaid taxes", "unpaid taxes", False),
        ("The captain was sent off for a second foul", "a second foul", False),
    ],
)
def test_what_went_before_is_the_reason(text: str, reason: str, is_clause: bool) -> None:
    found = find_answer(text)
    assert found is not None
    assert (text[found[1] :], found[2]) == (reason, is_clause)


@pytest.mark.parametrize(
    "text",
    [
        "She moved to Lisbon after the war ended",
        "The canal was closed after 14 months",
        "The firm was fined for three years",
        "Traffic passed over the old bridge",
        "The shop sells bread for a small price",
    ],
)
def test_what_only_came_later_has_no_reason(text: str) -> None:
    assert find_answer(text) is None
