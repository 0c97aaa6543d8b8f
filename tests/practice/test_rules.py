"""When the questions of a quiz may be practiced."""

from datetime import timedelta

import pytest

from quizapp.practice import rules
from quizapp.practice.rules import Access, GradedUse
from quizapp.quizzes.rules import FeedbackPolicy, Part, Practice, QuizSettings, When
from tests.factories import NOON

HOUR = timedelta(hours=1)
AFTER = FeedbackPolicy(when=When.AFTER_CLOSING)


def use(
    feedback: FeedbackPolicy = AFTER,
    closes: timedelta | None = -HOUR,
    *,
    is_yours: bool = False,
    **settings: object,
) -> GradedUse:
    """A quiz that closed an hour ago for everybody, unless more is said."""
    moment = None if closes is None else NOON + closes
    made = QuizSettings(closes_at=moment, feedback=feedback, **settings)  # type: ignore[arg-type]
    return GradedUse(made, last_moment=moment, is_yours=is_yours)


AT_ONCE = FeedbackPolicy()


def access(own: GradedUse, *others: GradedUse) -> Access:
    return rules.access(own, others, NOON)


def test_practice_is_open_once_the_quiz_is_over() -> None:
    assert access(use()) is Access.OPEN


def test_practice_is_closed_while_anybody_may_take_the_quiz() -> None:
    assert access(use(closes=HOUR)) is Access.KEPT_BACK


def test_practice_opens_at_the_last_moment_itself() -> None:
    assert access(use(closes=timedelta())) is Access.OPEN


def test_extra_time_of_somebody_keeps_practice_closed() -> None:
    own = GradedUse(QuizSettings(closes_at=NOON - HOUR, feedback=AFTER), NOON + HOUR, False)
    assert access(own) is Access.KEPT_BACK


def test_practice_is_closed_before_the_quiz_opens() -> None:
    assert access(use(closes=3 * HOUR, opens_at=NOON + HOUR)) is Access.KEPT_BACK


def test_an_instructor_may_never_offer_practice() -> None:
    assert access(use(practice=Practice.NEVER)) is Access.NOT_OFFERED


@pytest.mark.parametrize(
    "feedback",
    [FeedbackPolicy(when=When.NEVER), FeedbackPolicy(what=frozenset({Part.SCORE, Part.MARKS}))],
)
def test_practice_is_not_offered_where_results_never_show_the_key(feedback: FeedbackPolicy) -> None:
    assert access(use(feedback)) is Access.NOT_OFFERED


def test_practice_waits_until_the_answers_are_out() -> None:
    later = FeedbackPolicy(when=When.AT_TIME, at=NOON + HOUR)
    assert access(use(later)) is Access.KEPT_BACK


def test_a_quiz_that_never_closes_may_be_practiced_by_those_who_are_done() -> None:
    assert access(use(AT_ONCE, closes=None)) is Access.OPEN


def test_a_quiz_that_never_closes_may_not_be_practiced_by_those_who_may_take_it() -> None:
    assert access(use(AT_ONCE, closes=None, is_yours=True)) is Access.YOURS_FIRST


def test_a_quiz_that_never_closes_and_keeps_its_answers_is_never_practiced() -> None:
    assert access(use(AFTER, closes=None)) is Access.KEPT_BACK


def test_a_running_quiz_that_draws_questions_keeps_practice_closed() -> None:
    assert access(use(AT_ONCE, closes=None, draw={0: 2})) is Access.KEPT_BACK


def test_a_quiz_that_drew_questions_may_be_practiced_when_it_is_over() -> None:
    assert access(use(AT_ONCE, draw={0: 2})) is Access.OPEN


def test_the_same_questions_in_another_running_quiz_keep_practice_closed() -> None:
    assert access(use(), use(closes=HOUR)) is Access.KEPT_BACK


def test_the_same_questions_in_a_quiz_to_come_keep_practice_closed() -> None:
    other = use(closes=3 * HOUR, opens_at=NOON + HOUR)
    assert access(use(), other) is Access.KEPT_BACK


def test_the_same_questions_in_a_quiz_that_is_over_do_not_matter() -> None:
    assert access(use(), use(FeedbackPolicy(when=When.NEVER))) is Access.OPEN


def test_another_running_quiz_that_shows_its_key_at_once_does_not_matter_to_who_is_done() -> None:
    assert access(use(), use(AT_ONCE, closes=HOUR)) is Access.OPEN


def test_another_running_quiz_that_shows_its_key_at_once_comes_first() -> None:
    assert access(use(), use(AT_ONCE, closes=HOUR, is_yours=True)) is Access.YOURS_FIRST


def test_opening_is_told_where_only_the_closing_is_waited_for() -> None:
    assert rules.opens_at(use(closes=HOUR), [], NOON) == NOON + HOUR


def test_opening_is_told_where_the_answers_come_later() -> None:
    later = FeedbackPolicy(when=When.AT_TIME, at=NOON + HOUR)
    assert rules.opens_at(use(later), [], NOON) == NOON + HOUR


def test_opening_waits_for_the_closing_of_a_quiz_that_draws() -> None:
    later = FeedbackPolicy(when=When.AT_TIME, at=NOON + HOUR)
    own = use(later, closes=2 * HOUR, draw={0: 2})
    assert rules.opens_at(own, [], NOON) == NOON + 2 * HOUR


def test_opening_is_not_told_where_another_quiz_decides() -> None:
    assert rules.opens_at(use(closes=HOUR), [use(closes=2 * HOUR)], NOON) is None


def test_opening_is_not_told_where_nothing_closes() -> None:
    assert rules.opens_at(use(closes=None), [], NOON) is None


@pytest.mark.parametrize(
    ("settings", "used", "may"),
    [
        (QuizSettings(), 0, True),
        (QuizSettings(), 1, False),
        (QuizSettings(attempts_allowed=None), 5, True),
        (QuizSettings(closes_at=NOON), 0, False),
        (QuizSettings(opens_at=NOON + HOUR), 0, True),
    ],
)
def test_who_may_still_be_graded(settings: QuizSettings, used: int, may: bool) -> None:
    assert rules.may_still_take(settings, used, NOON, is_taking=False) is may


def test_who_is_at_it_may_still_be_graded() -> None:
    assert rules.may_still_take(QuizSettings(), 1, NOON, is_taking=True)
