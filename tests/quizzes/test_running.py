"""Tests of quizapp.quizzes.running."""

from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.quizzes.rules import FeedbackPolicy, Paging, QuizSettings, When
from quizapp.quizzes.running import gives_more_time, what_applied, what_applies
from tests.factories import NOON

HOUR = timedelta(hours=1)
OLD = QuizSettings(closes_at=NOON, time_limit=HOUR)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"time_limit": 2 * HOUR}, "2 students are working; the longer limit applies to them too."),
        ({"time_limit": HOUR / 2}, "the shorter limit applies"),
        ({"time_limit": None}, "working without a limit applies"),
        ({"closes_at": NOON + HOUR}, "the later closing time applies"),
        ({"closes_at": NOON - HOUR}, "the earlier closing time applies"),
        ({"closes_at": None}, "having no closing time applies"),
        ({"paging": Paging.ONE}, "the other way that questions come applies"),
        ({"feedback": FeedbackPolicy(when=When.NEVER)}, "what you changed about results applies"),
        (
            {"time_limit": 2 * HOUR, "grace": timedelta()},
            "the longer limit and the new grace period apply to them too.",
        ),
    ],
)
def test_what_changes_for_those_who_work_is_said(changed: dict[str, object], said: str) -> None:
    new = replace(OLD, **changed)  # type: ignore[arg-type]
    assert said in what_applied(2, OLD, new)
    assert what_applied(0, OLD, new) == ""


def test_what_does_not_touch_them_is_not_said() -> None:
    assert what_applied(2, OLD, replace(OLD, shuffle_options=False, access_code="kite")) == ""


def test_one_student_is_one() -> None:
    assert what_applies(1).startswith("1 student is working now.")
    assert what_applies(0) == ""


@pytest.mark.parametrize(
    ("changed", "more"),
    [
        ({"time_limit": 2 * HOUR}, True),
        ({"time_limit": None}, True),
        ({"closes_at": NOON + HOUR}, True),
        ({"closes_at": None}, True),
        ({"time_limit": HOUR / 2}, False),
        ({"closes_at": NOON - HOUR}, False),
        ({}, False),
    ],
)
def test_more_time_is_told_from_less(changed: dict[str, object], more: bool) -> None:
    assert gives_more_time(OLD, replace(OLD, **changed)) is more  # type: ignore[arg-type]
