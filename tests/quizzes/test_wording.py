"""Tests of quizapp.quizzes.wording."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.quizzes import wording
from quizapp.quizzes.rules import (
    Counts,
    FeedbackPolicy,
    Paging,
    Part,
    Practice,
    QuizSettings,
    When,
)

FRIDAY = datetime(2026, 2, 13, 14, tzinfo=UTC)
HALF = timedelta(minutes=30)
ZONE = "Europe/London"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            QuizSettings(opens_at=FRIDAY, closes_at=FRIDAY + HALF, time_limit=HALF),
            "Students get 30 minutes within Fri 13 Feb, 14:00–14:30 (London).",
        ),
        (
            QuizSettings(opens_at=FRIDAY, closes_at=FRIDAY + timedelta(days=3)),
            "Students have time between Fri 13 Feb, 14:00 and Mon 16 Feb, 14:00 (London).",
        ),
        (
            QuizSettings(opens_at=FRIDAY, closes_at=FRIDAY + timedelta(days=365)),
            "Students have time between Fri 13 Feb 2026, 14:00 and Sat 13 Feb 2027, 14:00 "
            "(London).",
        ),
        (
            QuizSettings(closes_at=FRIDAY, time_limit=HALF),
            "Students get 30 minutes until Fri 13 Feb, 14:00 (London). It is open from the start.",
        ),
        (
            QuizSettings(opens_at=FRIDAY, time_limit=HALF),
            "Students get 30 minutes from Fri 13 Feb, 14:00 (London) on. It never closes.",
        ),
        (QuizSettings(time_limit=HALF), "Students get 30 minutes. It never closes."),
        (QuizSettings(), "Students have as much time as they like. It never closes."),
    ],
)
def test_times_in_a_sentence(settings: QuizSettings, said: str) -> None:
    assert wording.when_open(settings, ZONE) == said


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (QuizSettings(), "Each student has one attempt."),
        (
            QuizSettings(attempts_allowed=2, counts=Counts.LAST),
            "Each student has 2 attempts; the last one counts.",
        ),
        (
            QuizSettings(attempts_allowed=None, counts=Counts.AVERAGE),
            "Each student has any number of attempts; their average counts.",
        ),
    ],
)
def test_attempts_in_a_sentence(settings: QuizSettings, said: str) -> None:
    assert wording.how_many_attempts(settings) == said


def test_order_in_a_sentence() -> None:
    settings = QuizSettings(shuffle_options=False, paging=Paging.ONE)
    assert wording.in_which_order(settings) == (
        "Questions come one at a time, with a way back. "
        "Each student gets questions in another order."
    )
    assert wording.in_which_order(replace(settings, shuffle_questions=False)) == (
        "Questions come one at a time, with a way back, in the same order for everybody."
    )


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        (FeedbackPolicy(what=frozenset()), "Students see nothing of their result here"),
        (FeedbackPolicy(when=When.NEVER), "Students see nothing of their result here"),
        (
            FeedbackPolicy(what=frozenset({Part.SCORE, Part.KEY})),
            "Students see their score and the key with explanations as soon as they submit.",
        ),
        (
            FeedbackPolicy(frozenset({Part.SCORE, Part.KEY}), When.AT_TIME, FRIDAY),
            "the key with explanations from Fri 13 Feb, 14:00 (London) on.",
        ),
        (
            FeedbackPolicy(
                frozenset({Part.SCORE, Part.KEY}), When.AFTER_CLOSING, score_at_once=True
            ),
            "as soon as they submit, and the key with explanations once the last student's time",
        ),
        (
            FeedbackPolicy(when=When.NEVER, score_at_once=True),
            "Students see their score as soon as they submit, and nothing more.",
        ),
    ],
)
def test_results_in_a_sentence(policy: FeedbackPolicy, said: str) -> None:
    assert said in wording.what_shows(policy, ZONE, closes=True)


def test_what_waits_for_a_closing_that_never_comes_says_so() -> None:
    policy = FeedbackPolicy(when=When.AFTER_CLOSING)
    assert "never" in wording.what_shows(policy, ZONE, closes=False)


def test_practice_in_a_sentence() -> None:
    hidden = FeedbackPolicy(what=frozenset({Part.SCORE}))
    said = [
        wording.whether_practice(settings)
        for settings in (
            QuizSettings(),
            QuizSettings(practice=Practice.NEVER),
            QuizSettings(feedback=hidden),
        )
    ]
    assert said == [
        "Students can practice the questions, ungraded, once they may see the key.",
        "Students can't practice these questions here.",
        "Practice stays closed, since students never see the key.",
    ]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((), "There are no questions yet."),
        (((1, None),), "Each student gets the one question."),
        (((8, 9),), "Each student gets all 8 questions."),
        (((8, 2), (3, None)), "Each student gets 5 of 11 questions."),
    ],
)
def test_questions_in_a_sentence(counts: tuple[tuple[int, int | None], ...], said: str) -> None:
    assert wording.how_many_questions(counts) == said


settings_of_all_kinds = st.builds(
    QuizSettings,
    opens_at=st.none() | st.just(FRIDAY),
    closes_at=st.none() | st.just(FRIDAY + HALF),
    time_limit=st.none() | st.just(HALF),
    grace=st.sampled_from([timedelta(), timedelta(seconds=60)]),
    attempts_allowed=st.none() | st.integers(1, 3),
    counts=st.sampled_from(Counts),
    paging=st.sampled_from(Paging),
    shuffle_questions=st.booleans(),
    shuffle_options=st.booleans(),
    feedback=st.builds(
        FeedbackPolicy,
        what=st.frozensets(st.sampled_from(Part)),
        when=st.sampled_from(When),
        at=st.none() | st.just(FRIDAY),
        score_at_once=st.booleans(),
    ),
    access_code=st.sampled_from(["", "kite"]),
)


@given(settings_of_all_kinds)
def test_every_setting_has_whole_sentences(settings: QuizSettings) -> None:
    sentences = [
        wording.when_open(settings, ZONE),
        wording.what_late_means(settings),
        wording.how_many_attempts(settings),
        wording.in_which_order(settings),
        wording.what_shows(settings.feedback, ZONE, closes=settings.closes_at is not None),
        wording.whether_practice(settings),
        wording.who_may_start(settings),
    ]
    assert all(each.endswith(".") and "None" not in each and "  " not in each for each in sentences)
