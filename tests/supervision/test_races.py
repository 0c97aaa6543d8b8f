"""Races at the deadline: whatever the threads do, nothing is lost, doubled or both late and not."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.accounts import service as accounts
from quizapp.attempts import late_decisions, saving
from quizapp.attempts import service as attempts
from quizapp.attempts.late_decisions import Decider
from quizapp.attempts.models import AnswerLog, LateAnswer
from quizapp.attempts.rules import AttemptClosed, TimeIsUp
from quizapp.attempts.saving_json import Sent, SentAnswer
from quizapp.extensions import db
from quizapp.quizzes.rules import Extras, FeedbackPolicy, When
from quizapp.supervision import service
from tests.attempts.builders import (
    AS_WRITTEN,
    get_attempt,
    given,
    make_quiz,
    make_student,
    stored_answers,
)
from tests.factories import NOON, make_course, make_user

THREADS = 8
EACH = 25
MINUTE = timedelta(minutes=1)
END = NOON + 31 * MINUTE  # deadline and grace
# A save of each thread and step has an answer of its own, around the last instant of grace.
AROUND = [END + timedelta(milliseconds=offset) for offset in range(-100, 101, 8)][:EACH]
SHORT = """\
---
title: Who
---

## Who?
`id: who`

- = nobody
"""


@dataclass(frozen=True)
class Race:
    """An attempt that many threads act on."""

    app: Flask
    quiz_id: str
    student_id: str
    token: str
    id: str

    def run(self, act: Callable[[int], str]) -> list[str]:
        """What `act` gives in each of the threads, which begin in the same moment."""
        barrier = Barrier(THREADS)

        def begin(number: int) -> str:
            with self.app.app_context():
                barrier.wait()
                try:
                    return act(number)
                finally:
                    db.session.remove()

        with ThreadPoolExecutor(THREADS) as pool:
            return list(pool.map(begin, range(THREADS)))

    def autosave(self, device: int, step: int) -> str:
        """What a script on this device sends at this step: in time or late."""
        answer = SentAnswer(1, (f"{device} {step}",), step + 1)
        sent = Sent(f"device{device}", 0, (answer,))
        if saving.save(self.token, self.id, sent, AROUND[step]):
            return "in time"
        assert isinstance(saving.keep_late(self.student_id, self.id, sent, AROUND[step]), TimeIsUp)
        return "late"

    def save(self, text: str, now: object) -> str:
        """In time, late, or refused because its student has submitted."""
        try:
            attempts.save_responses(self.student_id, self.id, given({1: (text,)}), now)  # type: ignore[arg-type]
        except TimeIsUp:
            return "late"
        except AttemptClosed:
            return "refused"
        return "in time"


@pytest.fixture
def race(any_app: Flask) -> Race:
    course = make_course()
    policy = FeedbackPolicy(when=When.NEVER)
    quiz_id = make_quiz(course, SHORT, time_limit=30 * MINUTE, feedback=policy, **AS_WRITTEN).id
    student_id = make_student(course).id
    token = accounts.sign_in(student_id, accounts.Device("a test", False, None), NOON)
    return Race(any_app, quiz_id, student_id, token, attempts.start(student_id, quiz_id, NOON))


def rows(model: type[AnswerLog] | type[LateAnswer]) -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def test_saves_around_the_end_are_each_in_time_or_late_and_none_is_lost(race: Race) -> None:
    results: list[str] = []

    def act(number: int) -> str:
        results.extend(race.save(f"{number} {step}", AROUND[step]) for step in range(EACH))
        return ""

    race.run(act)
    late = results.count("late")
    assert late + results.count("in time") == THREADS * EACH
    assert (rows(AnswerLog), rows(LateAnswer)) == (THREADS * EACH, late)


def test_autosaves_around_the_end_are_each_in_time_or_late_and_none_is_lost(race: Race) -> None:
    results: list[str] = []
    race.run(
        lambda device: str(results.extend(race.autosave(device, step) for step in range(EACH)))
    )
    late = results.count("late")
    assert late + results.count("in time") == THREADS * EACH
    assert (rows(AnswerLog), rows(LateAnswer)) == (THREADS * EACH, late)


def test_saves_and_submits_around_the_end_leave_one_receipt(race: Race) -> None:
    results: list[str] = []
    receipts: set[str] = set()

    def act(number: int) -> str:
        for step in range(EACH):
            if number % 2:
                receipts.add(attempts.submit(race.student_id, race.id, AROUND[step]))
            else:
                results.append(race.save(f"{number} {step}", AROUND[step]))
        return ""

    race.run(act)
    kept = len(results) - results.count("refused")
    assert (len(receipts), rows(AnswerLog)) == (1, kept)
    assert rows(LateAnswer) == results.count("late")


def test_extension_while_saving_loses_nothing_and_ends_open(race: Race) -> None:
    decider = Decider(make_user().id, END + MINUTE)
    results: list[str] = []

    def act(number: int) -> str:
        if number == 0:
            extras = Extras(extra=60 * MINUTE)
            service.extend(race.quiz_id, race.student_id, extras, "ill", decider)
            return ""
        results.extend(race.save(f"{number} {step}", END + MINUTE) for step in range(10))
        return ""

    race.run(act)
    late = results.count("late")
    db.session.rollback()
    decided = list(db.session.scalars(select(LateAnswer.decision)))
    assert (rows(AnswerLog), len(decided)) == (10 * (THREADS - 1), late)
    assert None not in decided
    assert get_attempt(race.id).submitted_at is None
    assert stored_answers(race.id)[1] != []


def test_settling_in_eight_threads_settles_once(race: Race) -> None:
    counts = race.run(lambda _: str(attempts.settle(race.quiz_id, END + MINUTE)))
    assert sorted(counts) == ["0"] * (THREADS - 1) + ["1"]


def test_accepting_in_eight_threads_counts_once(race: Race) -> None:
    race.save("nobody", END + MINUTE)
    decider = Decider(make_user().id, END + 2 * MINUTE)

    def accept(_number: int) -> str:
        try:
            service.accept_late(race.quiz_id, race.id, 1, decider)
        except late_decisions.NothingToDecide:
            return "decided already"
        return "accepted"

    results = race.run(accept)
    assert results.count("accepted") == 1
    score = get_attempt(race.id).score
    assert score is not None
    assert score.earned == 1


def test_extension_given_many_times_at_once_is_one(any_app: Flask) -> None:
    course = make_course()
    quiz_id, student_id = make_quiz(course, SHORT).id, make_student(course).id
    decider = Decider(make_user().id, NOON)

    def extend() -> bool:
        with any_app.app_context():
            try:
                return service.extend(quiz_id, student_id, Extras(extra=MINUTE), "ill", decider)
            finally:
                db.session.remove()

    with ThreadPoolExecutor(THREADS) as pool:
        assert [*pool.map(lambda _: extend(), range(THREADS))] == [False] * THREADS
