"""The kept counts agree exactly with what the stored attempts make, whatever happened to them."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from fractions import Fraction
from random import Random

import pytest
from flask import Flask
from sqlalchemy import delete, select

from quizapp.attempts import service, sums, tally_tables
from quizapp.attempts.late_decisions import Decider
from quizapp.attempts.models import Attempt, LateAnswer, Response
from quizapp.attempts.sum_service import refresh
from quizapp.attempts.tallies import MarkKey, ScoreKey, Tally
from quizapp.attempts.tally_models import MarkTally, PendingTally, QuizTally
from quizapp.errors import UserError
from quizapp.extensions import db, transaction
from quizapp.marking import service as marking
from quizapp.marking.queries import find_answer
from quizapp.marking.rules import Judgment
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import Counts, Extras, FeedbackPolicy, When
from quizapp.supervision import service as supervision
from tests.attempts.builders import AS_WRITTEN, given, make_quiz, make_student, sitting
from tests.factories import NOON, make_course, make_user

MINUTE = timedelta(minutes=1)
MIXED = """\
---
title: Mixed
---

# Drawn

## One?
`id: one`

- ( ) a) First
- (x) b) Second
- ( ) c) Third

## Several?
`id: several` `points: 2`

- [x] a) A
- [x] b) B
- [ ] c) C

## Who?
`id: who` `points: 3`

- = Somebody
- = Nobody => 30%

# Written

## Pairs?
`id: pairs`

| Left | Right |
|---|---|
| a) x | 1 |
| b) y | 2 |
| c) z | 3 |

## Why?
`id: why` `points: 4`

____ (50 words)
"""
POSTED = {
    "one": [("0",), ("1",), ("2",), ()],
    "several": [("0",), ("0", "1"), ("0", "2"), ()],
    "who": [("somebody",), (" SOMEBODY",), ("nobody",), ("me\0",), ("",)],
    "pairs": [("0", "1", "2"), ("1", "1", ""), ("", "", "")],
    "why": [("Because.",), ("",), ("",)],
}


@transaction
def rebuild(quiz_id: str) -> None:
    sums.rebuild_sums(quiz_id)


def kept(quiz_id: str) -> Tally:
    db.session.rollback()
    return tally_tables.load(quiz_id)


def ensure_they_agree(quiz_id: str) -> None:
    """What is kept, once read, is what a count from nothing finds."""
    assert kept(quiz_id) == sums.tally_from_scratch(quiz_id)


class History:
    """A class that does at random what people do with a quiz."""

    def __init__(self, seed: int, counts: Counts) -> None:
        self.random, self.now = Random(seed), NOON
        course = make_course()
        self.quiz_id = make_quiz(
            course,
            MIXED,
            counts=counts,
            attempts_allowed=3,
            draw={0: 2},
            time_limit=30 * MINUTE,
            feedback=FeedbackPolicy(when=When.NEVER),
        ).id
        self.students = [make_student(course).id for _ in range(4)]
        self.staff = make_user().id

    def attempts(self, *, submitted: bool) -> list[Attempt]:
        db.session.rollback()
        every = db.session.scalars(select(Attempt).where(Attempt.quiz_id == self.quiz_id))
        found = [each for each in every if (each.submitted_at is not None) == submitted]
        return sorted(found, key=lambda each: (self.students.index(each.user_id), each.number))

    def step(self) -> None:
        act = self.random.choice(
            [self.start, self.start, self.save, self.save, self.save, self.submit, self.wait]
            + [self.mark, self.mark, self.mark, self.late, self.late, self.extend]
        )
        with suppress(UserError):  # a person may not do that now
            act()
        self.now += timedelta(seconds=self.random.randrange(200))

    def start(self) -> None:
        service.start(self.random.choice(self.students), self.quiz_id, self.now)

    def save(self) -> None:
        attempt = self.random.choice(
            self.attempts(submitted=False) or self.attempts(submitted=True)
        )
        ids = {1: "one", 2: "several", 3: "who", 4: "pairs", 5: "why"}
        posted = {
            number: self.random.choice(POSTED[ids[place["slot"]]])
            for number, place in enumerate(attempt.layout, 1)
            if self.random.random() < 0.5
        }
        service.save_responses(attempt.user_id, attempt.id, given(posted), self.now)

    def submit(self) -> None:
        attempt = self.random.choice(self.attempts(submitted=False))
        service.submit(attempt.user_id, attempt.id, self.now)

    def wait(self) -> None:
        self.now += 20 * MINUTE
        service.settle(self.quiz_id, self.now)

    def mark(self) -> None:
        attempt = self.random.choice(self.attempts(submitted=True))
        found = find_answer(self.quiz_id, 5, attempt.id)
        seen = marking.Seen(self.quiz_id, 5, attempt.id, found.state)
        points = Fraction(self.random.randrange(9), 2)
        marking.mark(self.staff, seen, Judgment((points,), ""), self.now)

    def late(self) -> None:
        db.session.rollback()
        late = select(LateAnswer).where(LateAnswer.decision.is_(None))
        rows = db.session.scalars(late.order_by(LateAnswer.arrived_at, LateAnswer.slot)).all()
        answer = self.random.choice(rows)
        decider = Decider(self.staff, self.now)
        supervision.accept_late(self.quiz_id, answer.attempt_id, answer.slot, decider)

    def extend(self) -> None:
        minutes = timedelta(minutes=self.random.randrange(300))
        extras, decider = Extras(extra=minutes), Decider(self.staff, self.now)
        student = self.random.choice(self.students)
        supervision.extend(self.quiz_id, student, extras, "", decider)

    def run(self, steps: int, then: Callable[[], None]) -> None:
        for _ in range(steps):
            with suppress(IndexError):  # nothing there to choose from
                self.step()
            then()


@pytest.mark.parametrize("counts", Counts)
@pytest.mark.parametrize("seed", [3, 4])
def test_counts_agree_after_every_step_of_a_random_history(
    app: Flask, seed: int, counts: Counts
) -> None:
    history = History(seed, counts)
    history.run(60, then=lambda: ensure_they_agree(history.quiz_id))
    assert len(history.attempts(submitted=True)) > 2


@pytest.mark.parametrize("counts", [Counts.BEST, Counts.AVERAGE])
def test_counts_agree_once_folded(any_app: Flask, counts: Counts) -> None:
    history = History(4, counts)
    history.run(25, then=lambda: None)
    refresh(history.quiz_id)
    history.run(35, then=lambda: None)
    refresh(history.quiz_id)
    ensure_they_agree(history.quiz_id)
    assert db.session.scalars(select(PendingTally)).all() == []


@pytest.fixture
def quiz_id(any_app: Flask) -> str:
    """A quiz of two questions with one submitted attempt: the first right, the second left out."""
    quiz, student = sitting(**AS_WRITTEN)
    quiz_id, student_id = quiz.id, student.id
    take(quiz_id, student_id, NOON)
    return quiz_id


def take(quiz_id: str, student_id: str, now: datetime) -> None:
    attempt_id = service.start(student_id, quiz_id, now)
    service.save_responses(student_id, attempt_id, given({1: ("1",)}), now + MINUTE)
    service.submit(student_id, attempt_id, now + 2 * MINUTE)


def test_an_attempt_is_counted_by_its_points(quiz_id: str) -> None:
    refresh(quiz_id)
    tally = kept(quiz_id)
    assert tally[ScoreKey(3, 3_000_000, 1_000_000)].n == 1
    assert tally[MarkKey(3, "two", 2_000_000, 3_000_000, 0, 33)] == (1, 10**6, 10**12)


def test_rebuilding_mends_what_was_spoilt(quiz_id: str) -> None:
    refresh(quiz_id)
    db.session.execute(delete(MarkTally))
    db.session.commit()
    rebuild(quiz_id)
    ensure_they_agree(quiz_id)


def test_rebuilding_follows_erased_attempts(quiz_id: str) -> None:
    db.session.execute(delete(Attempt))
    db.session.commit()
    rebuild(quiz_id)
    assert kept(quiz_id) == {}


def test_rebuilding_follows_points_that_changed(quiz_id: str) -> None:
    refresh(quiz_id)
    db.session.query(Response).filter_by(slot=2).update({"earned": 2_000_000})
    db.session.query(Attempt).update({"earned": 3_000_000})
    db.session.commit()
    rebuild(quiz_id)
    assert kept(quiz_id)[ScoreKey(3, 3_000_000, 3_000_000)].n == 1


def test_counts_follow_when_other_attempts_count(quiz_id: str) -> None:
    refresh(quiz_id)
    db.session.get_one(Quiz, quiz_id).counts = Counts.AVERAGE
    db.session.commit()
    assert sums.list_stale([quiz_id]) == [quiz_id]
    refresh(quiz_id)
    assert sums.list_stale([quiz_id]) == []
    assert db.session.get_one(QuizTally, quiz_id).counts == Counts.AVERAGE


def test_attempts_that_were_there_before_the_counts_are_counted(quiz_id: str) -> None:
    for table in (QuizTally, PendingTally, MarkTally):
        db.session.execute(delete(table))
    db.session.commit()
    student_id = make_student(db.session.get_one(Quiz, quiz_id).course).id
    take(quiz_id, student_id, NOON)
    assert sums.list_stale([quiz_id]) == [quiz_id]
    refresh(quiz_id)
    ensure_they_agree(quiz_id)


def test_counts_move_in_the_transaction_that_submits(app: Flask) -> None:
    quiz, student = sitting(**AS_WRITTEN)
    take(quiz.id, student.id, NOON)
    assert sums.list_stale([quiz.id]) == []
    ensure_they_agree(quiz.id)
