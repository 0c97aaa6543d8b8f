"""Tests of quizapp.attempts.words."""

from datetime import timedelta

import pytest

from quizapp.attempts.words import duration, time_left


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 seconds"),
        (60, "1 minute"),
        (2700, "45 minutes"),
        (5400, "1 hour 30 minutes"),
        (90, "1 minute 30 seconds"),
    ],
)
def test_duration_is_exact(seconds: int, words: str) -> None:
    assert duration(timedelta(seconds=seconds)) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-5, "less than a minute"),
        (59, "less than a minute"),
        (119, "1 minute"),
        (7199, "119 minutes"),
        (7200, "2 hours"),
        (48 * 3600 - 1, "47 hours"),
        (48 * 3600, "2 days"),
    ],
)
def test_time_left_is_rounded_down(seconds: int, words: str) -> None:
    assert time_left(timedelta(seconds=seconds)) == words
