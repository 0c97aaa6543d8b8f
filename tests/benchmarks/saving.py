"""What a save costs beside a bare Flask hello: `python tests/benchmarks/saving.py`, CPU in us.

Both run in one process, in batches that alternate, with every switch as in production: the token
is checked, and each save is on disk before its reply.
"""

import json
import statistics
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import text
from werkzeug.test import EnvironBuilder

from quizapp.accounts import service as accounts
from quizapp.app import create_app
from quizapp.attempts import service as attempts
from quizapp.clock import utc_now
from quizapp.config import Settings
from quizapp.extensions import db
from tests.attempts.builders import TWO_CHOICES, make_quiz, make_student
from tests.factories import make_course

BATCH, WARM_UP, ROUNDS = 25, 80, 60
Environ = dict[str, Any]
numbers = count(1)


class Student:
    """A browser on the taking page."""

    def __init__(self, app: Flask, path: str, sign_in: str) -> None:
        self.path = path
        client = app.test_client()
        client.set_cookie("signin", sign_in)
        page = client.get(self.path).text
        self.token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
        names = ("signin", "session")
        cookies = [(name, client.get_cookie(name)) for name in names]
        self.cookies = "; ".join(f"{name}={cookie.value}" for name, cookie in cookies if cookie)

    def save(self, n: int) -> Environ:
        """The request of a page whose reader has changed one answer."""
        answer = {"slot": 1 + n % 2, "values": [str(n // 2 % 2)], "n": n}
        return EnvironBuilder(
            f"{self.path}/responses",
            method="POST",
            headers={"Cookie": self.cookies, "X-CSRFToken": self.token},
            content_type="application/json",
            data=json.dumps({"answers": [answer], "revision": 10**6, "device": "benchmark"}),
        ).get_environ()


def microseconds(app: Flask, environs: list[Environ]) -> float:
    """The CPU time of one of these requests."""
    statuses: list[str] = []

    def note(status: str, *_rest: object) -> Any:
        statuses.append(status)

    start = time.process_time()
    for environ in environs:
        b"".join(app.wsgi_app(environ, note))
    spent = time.process_time() - start
    assert all(status.startswith("200") for status in statuses), statuses
    return spent / len(environs) * 1e6


def bare_hello() -> Flask:
    """Flask and nothing else."""
    app = Flask("hello")
    app.add_url_rule("/hello", view_func=lambda: "hello, world")
    return app


def hellos() -> list[Environ]:
    """A batch of requests that do nothing."""
    return [EnvironBuilder("/hello").get_environ() for _ in range(BATCH)]


def students(app: Flask) -> list[Student]:
    """Everybody in one course, taking one quiz."""
    with app.app_context():
        course = make_course()
        quiz_id = make_quiz(course, TWO_CHOICES).id
        ids = [make_student(course).id for _ in range(BATCH)]
        started = [
            (
                f"/attempts/{attempts.start(user_id, quiz_id, utc_now())}",
                accounts.sign_in(user_id, accounts.Device(), utc_now()),
            )
            for user_id in ids
        ]
    return [Student(app, path, sign_in) for path, sign_in in started]


def batches(people: list[Student]) -> Iterator[list[Environ]]:
    """Saves that each change something, without end."""
    for n in numbers:
        yield [student.save(2 * n) for student in people]


def main() -> None:
    """Prints the medians and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        app = create_app(Settings(instance=Path(name) / "instance", questions=Path(name)))
        with app.app_context():
            upgrade()
        bare, saves = bare_hello(), batches(students(app))
        for _ in range(
            WARM_UP
        ):  # past the first checkpoint: the log is then overwritten, not grown
            microseconds(app, next(saves))
        hello, save = [], []
        for _ in range(ROUNDS):
            batch = next(saves)
            hello.append(microseconds(bare, hellos()))
            save.append(microseconds(app, batch))
        print(f"hello        {statistics.median(hello):8.0f}")
        print(f"save         {statistics.median(save):8.0f}")
        print(f"save / hello {statistics.median(save) / statistics.median(hello):8.2f}")
        with app.app_context():
            logged = db.session.execute(text("SELECT count(*) FROM answer_log")).scalar()
            print(f"log rows     {logged:8}")


if __name__ == "__main__":
    main()
