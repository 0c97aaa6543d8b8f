"""Banks with all nine types, published quizzes, students in them, and browsers for them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, select

from quizapp.accounts import service as accounts
from quizapp.accounts.models import User
from quizapp.attempts.answers import Given
from quizapp.attempts.models import AnswerLog, Attempt, Response
from quizapp.banks.library import LoadedBank, check
from quizapp.clock import utc_now
from quizapp.courses.models import Course
from quizapp.extensions import db
from quizapp.quizzes import service as quizzes
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.rules import QuizSettings
from tests.factories import make_course, make_enrollment, make_user

AS_WRITTEN = {"shuffle_questions": False, "shuffle_options": False}

# Whatever holds "ZqXj" is secret until it is released; 73519 is the number nobody would guess.
NINE_TYPES = """\
---
title: All nine
language: en
sources:
  notes: {title: "Notes, page 41"}
---

Read carefully.

# Choices

A passage that these questions share.

## Which planet is closest to the sun?
`id: choice`

- ( ) a) Venus
  > ZqXj-second
- (x) b) Mercury
  > ZqXj-first
- ( ) c) Mars

> **Hint:** ZqXj-hint

> **Explanation:** ZqXj-explained

> **Source notes:** "ZqXj-evidence"

## Which are rocky? Choose all that apply.
`id: several` `points: 2`

- [x] a) Earth
- [x] b) Mars
- [ ] c) Jupiter
- [ ] d) Saturn

## The moon shines by its own light.
`id: truth`

- ( ) True
  > ZqXj-reflects
- (x) False

# Writing

## How many soldiers are there?
`id: number` `points: 2` `unit: soldiers`

- = 73,519 +- 500
- = 70,000 .. 80,000 => 50%
  > ZqXj-close
- ! 7,351
  > ZqXj-zero

## Who has led it since 1994?
`id: short`

- = ZqXjleader
- ! somebody
  > ZqXj-nobody

## Fill the gaps.
`id: gaps` `points: 2`

The [[= ZqXjgap]] agreement is with [[( ) Ukraine | (x) Russia]].

## Explain it.
`id: essay` `points: 5`

____ (10-30 words)

| Rubric | Points |
|---|---:|
| ZqXj-criterion | 5 |

# Arranging

## Match each event with its year.
`id: pairs` `points: 2`

| Event | Year |
|---|---|
| a) Union | 1999 |
| b) Protests | 2020 |
| | 2014 |

## Put these in order, earliest first.
`id: order` `points: 3`

1. a) Printing press
2. b) Steam engine
3. c) Telephone
4. d) Transistor
"""

TWO_CHOICES = """\
---
title: Two choices
---

## One?
`id: one`

- ( ) a) First
- (x) b) Second

## Two?
`id: two` `points: 2`

- (x) a) Third
- ( ) b) Fourth
"""


def load(text: str, name: str = "week-03") -> LoadedBank:
    """A bank that isn't in a file."""
    loaded = check(text, name, {})
    assert not loaded.has_errors, [problem.message for problem in loaded.problems]
    return loaded


def make_quiz(course: Course, text: str = TWO_CHOICES, **settings: Any) -> Quiz:
    """A quiz published from `text`, open and without limits unless `settings` say more."""
    return quizzes.create_quiz(course.id, load(text), QuizSettings(**settings), utc_now())


def make_student(course: Course, **given: Any) -> User:
    """A student in `course`."""
    user = make_user(name="Ada Obi")
    make_enrollment(course, user, **given)
    return user


def sitting(text: str = TWO_CHOICES, **settings: Any) -> tuple[Quiz, User]:
    """A quiz and a student who may take it."""
    course = make_course()
    return make_quiz(course, text, **settings), make_student(course)


def browser_of(app: Flask, user: User) -> FlaskClient:
    """A browser in which `user` is signed in."""
    device = accounts.Device(name="a test", is_shared=False, old_token=None)
    client = app.test_client()
    client.set_cookie("signin", accounts.sign_in(user.id, device, utc_now()))
    return client


def get_attempt(attempt_id: str) -> Attempt:
    """The attempt as it is stored now."""
    db.session.rollback()
    attempt = db.session.get(Attempt, attempt_id, populate_existing=True)
    assert attempt is not None
    return attempt


def stored_answers(attempt_id: str) -> dict[int, list[str]]:
    """The answers as they are stored now, by slot."""
    db.session.rollback()
    rows = db.session.query(Response).filter_by(attempt_id=attempt_id).populate_existing()
    return {row.slot: row.answer for row in rows}


def close(quiz_id: str, closes_at: datetime) -> None:
    """Move the closing time of a quiz."""
    db.session.rollback()
    db.session.get_one(Quiz, quiz_id).closes_at = closes_at
    db.session.commit()


@contextmanager
def statements() -> Iterator[list[str]]:
    """The SQL that runs meanwhile; an executemany counts once."""
    found: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        found.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


def selects(found: list[str]) -> int:
    """How many of these statements read."""
    return sum(sql.startswith("SELECT") for sql in found)


def given(posted: dict[int, tuple[str, ...]]) -> dict[int, Given]:
    """What a form sends, without marks to revisit."""
    return {number: Given(values) for number, values in posted.items()}


def logged() -> list[tuple[int, int, list[str]]]:
    """The answer log as it is stored now: slot, number of the save, answer."""
    db.session.rollback()
    rows = db.session.execute(
        select(AnswerLog.slot, AnswerLog.number, AnswerLog.answer).order_by(
            AnswerLog.number, AnswerLog.slot
        )
    )
    return [(slot, number, answer) for slot, number, answer in rows]
