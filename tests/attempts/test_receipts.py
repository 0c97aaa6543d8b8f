"""Tests of quizapp.attempts.receipts."""

import re
from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from quizapp.attempts.receipts import Submission, is_valid, receipt
from tests.factories import NOON

KEY, OTHER_KEY = "k" * 32, "o" * 32
SUBMISSION = Submission("attempt", NOON, NOON + timedelta(minutes=9), {1: ("a",), 2: ("x", "y")})


def test_receipt_is_two_times_four_unmistakable_characters() -> None:
    assert re.fullmatch(
        r"([2-9A-HJKMNP-TV-Z]{4})-([2-9A-HJKMNP-TV-Z]{4})", receipt(KEY, SUBMISSION)
    )


def test_receipt_of_a_submission_is_the_same_for_ever() -> None:
    assert receipt(KEY, SUBMISSION) == "W4VB-SKME"


def test_blank_answers_and_their_order_do_not_matter() -> None:
    same = replace(SUBMISSION, answers={2: ("x", "y"), 3: (), 1: ("a",)})
    assert receipt(KEY, same) == receipt(KEY, SUBMISSION)


def test_zone_of_the_times_does_not_matter() -> None:
    there = NOON.astimezone(timezone(timedelta(hours=5)))
    assert receipt(KEY, replace(SUBMISSION, started_at=there)) == receipt(KEY, SUBMISSION)


@pytest.mark.parametrize(
    "other",
    [
        replace(SUBMISSION, attempt_id="another"),
        replace(SUBMISSION, started_at=NOON - timedelta(microseconds=1)),
        replace(SUBMISSION, submitted_at=NOON),
        replace(SUBMISSION, answers={1: ("b",), 2: ("x", "y")}),
        replace(SUBMISSION, answers={1: ("a",), 2: ("x,y",)}),
        replace(SUBMISSION, answers={1: ("a",)}),
    ],
    ids=["attempt", "start", "end", "answer", "parts", "fewer"],
)
def test_receipt_fits_nothing_else(other: Submission) -> None:
    assert not is_valid(receipt(KEY, SUBMISSION), [KEY], other)


def test_receipt_needs_the_key() -> None:
    assert not is_valid(receipt(OTHER_KEY, SUBMISSION), [KEY], SUBMISSION)


def test_receipt_of_an_older_key_still_holds() -> None:
    assert is_valid(receipt(OTHER_KEY, SUBMISSION), [KEY, OTHER_KEY], SUBMISSION)
