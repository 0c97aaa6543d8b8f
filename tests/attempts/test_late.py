"""Tests of quizapp.attempts.late: what arrives after the end, by the form or otherwise."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.attempts import late, queries, service
from quizapp.attempts.late import Arrival
from quizapp.attempts.models import AnswerLog, LateAnswer
from quizapp.attempts.rules import AlreadySubmitted, TimeIsUp
from quizapp.extensions import db, transaction
from quizapp.quizzes.rules import FeedbackPolicy, When
from tests.attempts.builders import (
    AS_WRITTEN,
    TWO_CHOICES,
    get_attempt,
    given,
    sitting,
    stored_answers,
)
from tests.factories import NOON

MINUTE = timedelta(minutes=1)
IN_GRACE = NOON + 31 * MINUTE
LATE = IN_GRACE + timedelta(microseconds=1)


def send_late(student_id: str, attempt_id: str, *values: str, at: Any = LATE) -> None:
    """Send a form with answers to the first questions after the end."""
    posted = {number: (value,) for number, value in enumerate(values, 1)}
    with pytest.raises(TimeIsUp):
        service.save_responses(student_id, attempt_id, given(posted), at)


def late_answers() -> list[tuple[int, list[str], bool, str | None]]:
    """What is kept as late: slot, answer, key visible, decision."""
    db.session.rollback()
    rows = db.session.scalars(select(LateAnswer).order_by(LateAnswer.number, LateAnswer.slot))
    return [(row.slot, row.answer, row.key_visible, row.decision) for row in rows]


def begin(**settings: Any) -> tuple[str, str]:
    """A student and their attempt of thirty minutes, begun at noon."""
    quiz, student = sitting(TWO_CHOICES, time_limit=30 * MINUTE, **AS_WRITTEN, **settings)
    student_id, quiz_id = student.id, quiz.id
    return student_id, service.start(student_id, quiz_id, NOON)


def test_what_a_form_sends_after_the_end_is_kept_as_late(begun: tuple[str, str]) -> None:
    send_late(*begun, "1", "0")
    assert [(slot, answer) for slot, answer, _, _ in late_answers()] == [(1, ["b"]), (2, ["a"])]


def test_late_answer_counts_for_nothing(begun: tuple[str, str]) -> None:
    send_late(*begun, "1")
    assert (get_attempt(begun[1]).earned, stored_answers(begun[1])[1]) == (0, [])


def test_late_answer_settles_the_attempt(begun: tuple[str, str]) -> None:
    send_late(*begun, "1")
    assert get_attempt(begun[1]).ran_out


def test_answer_in_the_last_instant_of_grace_is_in_time(begun: tuple[str, str]) -> None:
    service.save_responses(*begun, given({1: ("1",)}), IN_GRACE)
    assert (stored_answers(begun[1]), late_answers()) == ({1: ["b"]}, [])


def test_answer_is_in_time_when_the_servers_clock_was_set_back(begun: tuple[str, str]) -> None:
    student_id, attempt_id = begun
    service.save_responses(student_id, attempt_id, given({1: ("1",)}), NOON - timedelta(hours=2))
    assert stored_answers(attempt_id)[1] != []


def test_late_answer_stands_in_the_log_too(begun: tuple[str, str]) -> None:
    send_late(*begun, "1")
    db.session.rollback()
    rows = db.session.scalars(select(AnswerLog)).all()
    assert [(row.answer, row.arrived_at) for row in rows] == [(["b"], LATE)]


def test_form_sent_twice_after_the_end_is_kept_once(begun: tuple[str, str]) -> None:
    send_late(*begun, "1")
    send_late(*begun, "1")
    assert len(late_answers()) == 1


def test_form_as_it_was_stored_is_not_late(begun: tuple[str, str]) -> None:
    service.save_responses(*begun, given({1: ("1",)}), NOON)
    send_late(*begun, "1")
    assert late_answers() == []


def test_late_answer_taken_back_late_is_the_newest(begun: tuple[str, str]) -> None:
    service.save_responses(*begun, given({1: ("0",)}), NOON)
    send_late(*begun, "1")
    send_late(*begun, "0", at=LATE + MINUTE)
    assert [answer for _, answer, _, _ in late_answers()] == [["b"], ["a"]]


def test_what_comes_after_submitting_by_hand_is_not_late(begun: tuple[str, str]) -> None:
    service.submit(*begun, NOON)
    with pytest.raises(AlreadySubmitted):
        service.save_responses(*begun, given({1: ("1",)}), LATE)
    assert late_answers() == []


def test_late_answer_is_marked_when_its_student_could_see_the_key(begun: tuple[str, str]) -> None:
    send_late(*begun, "1")
    assert [key_visible for _, _, key_visible, _ in late_answers()] == [True]


def test_late_answer_is_not_marked_while_the_key_is_kept_back(any_app: Flask) -> None:
    later = FeedbackPolicy(when=When.AT_TIME, at=LATE + MINUTE)
    begun = begin(feedback=later)
    send_late(*begun, "1")
    send_late(*begun, "0", at=LATE + MINUTE)
    assert [key_visible for _, _, key_visible, _ in late_answers()] == [False, True]


def keep(begun: tuple[str, str], *arrivals: Arrival) -> int:
    """Store late answers of a script."""

    @transaction
    def store() -> int:
        found = queries.find_sitting(*begun, lock=True)
        return late.store(found, arrivals, LATE)

    return store()


def test_repeated_save_of_a_device_is_kept_once(begun: tuple[str, str]) -> None:
    sent = Arrival(1, ("b",), "phone", 7)
    assert [keep(begun, sent) for _ in range(2)] == [1, 0]


def test_repeat_of_what_was_stored_in_time_is_not_late(begun: tuple[str, str]) -> None:
    service.save_responses(*begun, given({1: ("1",)}), NOON)
    service.save_responses(*begun, given({1: ("0",)}), NOON)
    assert keep(begun, Arrival(1, ("b",), service.FORM, 1)) == 0
