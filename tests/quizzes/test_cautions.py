"""Tests of quizapp.quizzes.cautions."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from quizapp.quizzes.cautions import Surroundings, list_cautions
from quizapp.quizzes.rules import DEFAULT_GRACE, FeedbackPolicy, Part, QuizSettings, When

NOW = datetime(2026, 2, 13, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
AROUND = Surroundings("Europe/London", NOW)
QUIET = FeedbackPolicy(when=When.AFTER_CLOSING)


def window(length: timedelta, **given: object) -> QuizSettings:
    """Open for so long from now on; results wait for the closing."""
    values = {"opens_at": NOW, "closes_at": NOW + length, "feedback": QUIET, **given}
    return QuizSettings(**values)  # type: ignore[arg-type]


def test_what_is_usual_needs_no_word() -> None:
    assert list_cautions(window(HOUR, time_limit=HOUR), AROUND) == ()
    assert list_cautions(QuizSettings(), AROUND) == ()


SPRING = datetime(2026, 3, 28, 12, tzinfo=UTC)
TWICE = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # in London it is 1:30 for the second time


@pytest.mark.parametrize(
    ("settings", "around", "said"),
    [
        (window(HOUR, time_limit=2 * HOUR), AROUND, "before the limit of 2 hours can run"),
        (window(-HOUR, opens_at=None), AROUND, "The closing time has passed"),
        (
            window(HOUR, opens_at=SPRING, closes_at=SPRING + 24 * HOUR),
            AROUND,
            "The clocks in London change in between.",
        ),
        (
            window(HOUR, closes_at=TWICE),
            AROUND,
            "In London, 01:30 comes twice on 25 October, when the clocks go back. "
            "The closing is the second one.",
        ),
        (
            window(HOUR),
            replace(AROUND, last_moment=NOW + 2 * HOUR + DEFAULT_GRACE),
            "Extra time or an extension lets a student work past the closing, "
            "until Fri 13 Feb, 14:00 (London).",
        ),
        (window(HOUR, feedback=FeedbackPolicy()), AROUND, "Who submits early sees the answers"),
        (
            QuizSettings(attempts_allowed=None),
            AROUND,
            "Who has an attempt left sees the answers before it.",
        ),
        (
            window(HOUR, feedback=FeedbackPolicy(when=When.AT_TIME, at=NOW + HOUR)),
            replace(AROUND, last_moment=NOW + 2 * HOUR),
            "The answers show while some students may still be working.",
        ),
        (QuizSettings(feedback=QUIET), AROUND, "never shows, since the quiz never closes"),
        (QuizSettings(), replace(AROUND, counts=((3, 5),)), "5 questions are to be drawn where"),
        (QuizSettings(), replace(AROUND, counts=((3, None), (0, None))), "A part of the quiz has"),
    ],
)
def test_what_may_not_be_meant_is_said(
    settings: QuizSettings, around: Surroundings, said: str
) -> None:
    assert said in " ".join(list_cautions(settings, around))


def test_a_score_alone_gives_no_answers_away() -> None:
    policy = FeedbackPolicy(what=frozenset({Part.SCORE}))
    assert list_cautions(window(HOUR, feedback=policy, attempts_allowed=3), AROUND) == ()


def test_grace_alone_is_no_work_past_the_closing() -> None:
    around = replace(AROUND, last_moment=NOW + HOUR + DEFAULT_GRACE)
    assert list_cautions(window(HOUR), around) == ()
