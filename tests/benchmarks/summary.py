"""What the scores page costs as attempts pile up: `tests/benchmarks/summary.py [ATTEMPTS ...]`.

For each number of attempts at a quiz of 20 questions on SQLite: the page's time, its queries and
the rows that they read, the time of one question's page, and what making the sums anew takes.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import exp
from pathlib import Path
from random import Random
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, insert

from quizapp.accounts import service as accounts
from quizapp.accounts.models import User
from quizapp.attempts.models import Attempt, Response
from quizapp.attempts.scoring import millionths
from quizapp.clock import utc_now
from quizapp.config import Settings
from quizapp.courses.models import Enrollment
from quizapp.extensions import db
from quizapp.insights import service
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.questions import load_slots
from quizapp.schema import upgrade_schema
from tests.attempts.builders import make_quiz
from tests.conftest import serving
from tests.factories import make_course, make_enrollment, make_user

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 9
AT_ONCE = 5_000
BEGAN = datetime(2026, 11, 2, 9, tzinfo=UTC)
WORDS = ("somebody", "Nobody", "no one", "anybody", "some body")


def bank() -> str:
    """Sixteen questions with one key, two with several, two to write."""
    one = "- (x) a) A\n- ( ) b) B\n- ( ) c) C\n- ( ) d) D\n"
    several = "- [x] a) A\n- [x] b) B\n- [x] c) C\n- [ ] d) D\n"
    written = "- = Somebody\n- = Nobody => 50%\n"
    answers = [one] * 16 + [several] * 2 + [written] * 2
    questions = (f"## Q{at}?\n`id: q{at}`\n\n{each}" for at, each in enumerate(answers, start=1))
    return "---\ntitle: Twenty\n---\n\n" + "\n".join(questions)


class Crowd:
    """Students who answer by their ability and the question's difficulty."""

    def __init__(self, quiz: Quiz, size: int) -> None:
        self.random, self.quiz = Random(size), quiz
        self.slots = load_slots(quiz.id, quiz.version)
        self.layout = [{"slot": slot.number, "order": ["a", "b", "c", "d"]} for slot in self.slots]
        self.grades: dict[tuple[int, tuple[str, ...]], int] = {}

    def write(self, start: int, size: int) -> None:
        """Store so many people and their attempts, past the service."""
        rows: dict[Any, list[dict[str, Any]]] = {
            User: [],
            Enrollment: [],
            Attempt: [],
            Response: [],
        }
        for number in range(start, start + size):
            self._person(f"u{number:025}", rows)
        for model, found in rows.items():
            db.session.execute(insert(model), found)
        db.session.commit()

    def _person(self, id: str, rows: dict[Any, list[dict[str, Any]]]) -> None:
        name = f"Person {id[-6:]}"
        rows[User].append({"id": id, "name": name, "login": id, "made_at": BEGAN})
        rows[Enrollment].append(
            {
                "course_id": self.quiz.course_id,
                "user_id": id,
                "role": "student",
                "time_percent": 100,
                "made_at": BEGAN,
            }
        )
        ability, saved_at, total = self.random.gauss(0, 1), BEGAN, 0
        for slot in self.slots:
            answer = self._answer(slot.number, ability)
            earned = self._earned(slot.number, answer)
            saved_at += timedelta(seconds=self.random.randrange(5, 120))
            total += earned
            rows[Response].append(
                {
                    "attempt_id": f"a{id[1:]}",
                    "slot": slot.number,
                    "answer": list(answer),
                    "saved_at": saved_at,
                    "earned": earned,
                }
            )
        rows[Attempt].append(
            {
                "id": f"a{id[1:]}",
                "quiz_id": self.quiz.id,
                "user_id": id,
                "number": 1,
                "version": 1,
                "seed": "",
                "layout": self.layout,
                "started_at": BEGAN,
                "submitted_at": saved_at,
                "earned": total,
                "possible": 20_000_000,
                "receipt": "",
            }
        )

    def _answer(self, number: int, ability: float) -> tuple[str, ...]:
        knows = self.random.random() < 1 / (1 + exp(number / 8 - 1 - ability))
        if number <= 16:
            return ("a",) if knows else (self.random.choice("abcd"),)
        if number <= 18:
            return ("a", "b", "c") if knows else tuple(self.random.sample("abcd", 2))
        return (WORDS[0] if knows else self.random.choice(WORDS),)

    def _earned(self, number: int, answer: tuple[str, ...]) -> int:
        key = (number, answer)
        if key not in self.grades:
            slot = self.slots[number - 1]
            self.grades[key] = millionths(slot.question.body.grade(answer).fraction * slot.points)
        return self.grades[key]


@dataclass
class Reads:
    """What the database was asked."""

    queries: int = 0
    rows: int = 0


@contextmanager
def counted_reads() -> Iterator[Reads]:
    """Counts queries, and the rows that come back."""
    found = Reads()

    def row(_cursor: sqlite3.Cursor, values: tuple[Any, ...]) -> tuple[Any, ...]:
        found.rows += 1
        return values

    def before(_connection: Any, cursor: Any, statement: str, *_rest: Any) -> None:
        found.queries += statement.startswith(("SELECT", "WITH"))
        cursor.row_factory = row

    event.listen(db.engine, "before_cursor_execute", before)
    try:
        yield found
    finally:
        event.remove(db.engine, "before_cursor_execute", before)


def milliseconds(client: FlaskClient, path: str) -> tuple[float, float]:
    """The medians of some visits: by the clock, and of the processor alone."""
    times, work = [], []
    for _ in range(ROUNDS):
        start, began = time.perf_counter(), time.process_time()
        assert client.get(path).status_code == 200
        times.append(time.perf_counter() - start)
        work.append(time.process_time() - began)
    return statistics.median(times) * 1000, statistics.median(work) * 1000


def measure(app: Flask, size: int) -> str:
    """A line of the table."""
    course = make_course()
    quiz = make_quiz(course, bank())
    instructor = make_user()
    make_enrollment(course, instructor, "instructor")
    crowd = Crowd(quiz, size)
    for start in range(0, size, AT_ONCE):
        crowd.write(start, min(AT_ONCE, size - start))
    start_time = time.process_time()
    service.recompute(quiz.id)
    rebuilt = time.process_time() - start_time
    client = app.test_client()
    client.set_cookie("signin", accounts.sign_in(instructor.id, accounts.Device(), utc_now()))
    page = f"/teach/quizzes/{quiz.id}/scores"
    client.get(page)
    with counted_reads() as reads:
        client.get(page)
    whole, work = milliseconds(client, page)
    question, _ = milliseconds(client, f"{page}/17")
    return (
        f"{size:>9,}  {whole:>8.1f}  {work:>6.1f}  {reads.queries:>7}  {reads.rows:>6,}"
        f"  {question:>12.1f}  {rebuilt:>13.2f}"
    )


def main(sizes: tuple[int, ...]) -> None:
    """Print the table, a fresh site for each size."""
    print(" attempts   page ms  CPU ms  queries    rows   question ms   rebuild CPU s")
    for size in sizes:
        with (
            tempfile.TemporaryDirectory() as folder,
            serving(Settings(instance=Path(folder))) as app,
        ):
            upgrade_schema()
            print(measure(app, size), flush=True)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
