"""Tests of the result, as its student sees it."""

import re

from quizapp.attempts import service
from quizapp.attempts.answers import Given
from quizapp.clock import utc_now
from quizapp.quizzes.rules import Counts, FeedbackPolicy, When
from tests.attempts.builders import (
    AS_WRITTEN,
    NINE_TYPES,
    selects,
    statements,
)
from tests.attempts.student import HOUR, Student, words


def test_result_tells_which_attempt_counts(student: Student) -> None:
    quiz_id = student.quiz(attempts_allowed=3, counts=Counts.BEST, **AS_WRITTEN)
    for answer in ("1", "0"):
        attempt_id = student.start(quiz_id)
        service.save_responses(student.id, attempt_id, {1: Given((answer,))}, utc_now())
        page = student.submit(attempt_id)
    assert re.search(r"Attempt 1: submitted .*, 1 out of / 3 \(this one counts\)", words(page))


def test_earlier_attempts_stay_in_reach(student: Student) -> None:
    quiz_id = student.quiz(attempts_allowed=2)
    first = student.start(quiz_id)
    student.submit(first)
    page = student.submit(student.start(quiz_id))
    assert f'href="/attempts/{first}/result"' in page
    assert "Attempt 1 of 2" in words(student.get(f"/attempts/{first}/result"))


def test_best_attempt_is_not_told_before_scores_are(student: Student) -> None:
    policy = FeedbackPolicy(when=When.AFTER_CLOSING)
    quiz_id = student.quiz(attempts_allowed=2, feedback=policy)
    student.submit(student.start(quiz_id))
    assert "this one counts" not in words(student.submit(student.start(quiz_id)))


def test_average_of_attempts_is_told(student: Student) -> None:
    quiz_id = student.quiz(attempts_allowed=2, counts=Counts.AVERAGE, **AS_WRITTEN)
    for answer in ("1", "0"):
        attempt_id = student.start(quiz_id)
        service.save_responses(student.id, attempt_id, {1: Given((answer,))}, utc_now())
        page = student.submit(attempt_id)
    assert "is the average of your attempts: 0.5 out of / 3." in words(page)


def test_result_says_when_it_comes(student: Student) -> None:
    policy = FeedbackPolicy(when=When.AT_TIME, at=utc_now() + HOUR)
    page = words(student.submit(student.start(student.quiz(feedback=policy))))
    assert re.search(r"Results on .*, here\.", page)


def test_result_that_never_comes_says_so(student: Student) -> None:
    policy = FeedbackPolicy(when=When.NEVER)
    page = words(student.submit(student.start(student.quiz(feedback=policy))))
    assert "This quiz shows no score here." in page


def test_result_page_takes_few_selects(student: Student) -> None:
    attempt_id = student.start(student.quiz(NINE_TYPES))
    student.submit(attempt_id)
    with statements() as found:
        student.get(f"/attempts/{attempt_id}/result")
    assert selects(found) <= 15  # six are about practice
