"""Passages whose gaps the evidence doesn't fill, or the passage itself does."""

import pytest

from quizapp.generation.choosing.gate import sieve
from quizapp.generation.passages.gap_sources import Filling
from quizapp.generation.passages.gapped_bodies import gapped
from tests.generation.proposing import article, propose

SAID = article().sentences[1].text  # The bridge is used by 3,000 cyclists a day.


def reason(text: str, *sources: str) -> str:
    """Why a text with gaps for each ____ is dropped; "" if it passes."""
    fillings, at = [], 0
    for source in sources:
        at = text.index("____", at)
        fillings.append(Filling(at, at + 4, source))
        at += 4
    body = gapped(text, fillings)
    assert body is not None
    given = propose(1, stem="Fill in the gaps.", body=body, quotes=(SAID,), answer="")
    sieved = sieve([given], article())
    return sieved.dropped[0].reason if sieved.dropped else ""


@pytest.mark.parametrize(
    ("text", "sources", "expected"),
    [
        ("The bridge is used by ____ cyclists a day.", ("= 3,000",), ""),
        ("The bridge is used by ____ thousand cyclists a day.", ("= 3 +- 5%",), ""),
        ("The bridge is used by ____ a day.", ("(x) 3,000 cyclists | ( ) 2,000 cyclists",), ""),
        ("The bridge is used by ____ cyclists a day.", ("= 4,000",), "key-not-in-evidence"),
        ("The bridge is used by ____ cyclists a day.", ("= 30",), "key-not-in-evidence"),
        ("Used by ____ a day.", ("(x) 3,000 drivers | ( ) a dog",), "key-not-in-evidence"),
        ("Of 3,000 people a day, ____ are cyclists.", ("= 3,000",), "answer-in-stem"),
        ("It takes ____ cyclists a day over the river.", ("= 3,000",), "pronoun-initial"),
        ("The bridge takes ____ cyclists, or ____ a day.", ("= 3,000", "= 3,000"), "gaps-alike"),
    ],
)
def test_each_gap_is_held_against_the_evidence(
    text: str, sources: tuple[str, ...], expected: str
) -> None:
    assert reason(text, *sources) == expected


def test_signs_of_a_bank_in_the_text_stay_text() -> None:
    body = gapped("A * b [[= 1]] `c` 5 | d", [Filling(18, 19, "= 5")])
    assert body is not None
    assert body.running_text() == "A * b \\[\\[= 1\\]\\] \\`c\\` ____ \\| d"
