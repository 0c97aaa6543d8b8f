"""The save endpoint as a script on the taking page calls it, and what it leaves behind."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, select
from werkzeug.test import TestResponse

from quizapp.attempts import service
from quizapp.attempts.models import AnswerLog
from quizapp.clock import utc_now
from quizapp.extensions import db
from tests.attempts.builders import AS_WRITTEN, TWO_CHOICES, browser_of, sitting

Entry = dict[str, Any]
PHONE, LAPTOP = "phone", "laptop"


class Page:
    """What a script on the taking page does, without the taking."""

    def __init__(self, app: Flask, text: str = TWO_CHOICES, **settings: Any) -> None:
        quiz, student = sitting(text, **{**AS_WRITTEN, **settings})
        self.quiz_id, self.student_id = quiz.id, student.id
        self.client: FlaskClient = browser_of(app, student)
        self.attempt_id = service.start(self.student_id, self.quiz_id, utc_now())

    def send(self, *answers: Entry, device: str = PHONE, revision: int = 0) -> TestResponse:
        return self.post({"answers": answers, "revision": revision, "device": device})

    def post(self, sent: Any) -> TestResponse:
        return self.client.post(f"/attempts/{self.attempt_id}/responses", json=sent)


def entry(slot: int, *values: str, n: int = 1, **more: Any) -> Entry:
    return {"slot": slot, "values": list(values), "n": n, **more}


def log() -> list[tuple[str, int, int, list[str]]]:
    """Device, slot, number and answer of everything that arrived, in the order of numbers."""
    db.session.rollback()
    rows = db.session.execute(
        select(AnswerLog.device, AnswerLog.slot, AnswerLog.number, AnswerLog.answer).order_by(
            AnswerLog.number, AnswerLog.slot
        )
    )
    return [(device, slot, number, answer) for device, slot, number, answer in rows]


@contextmanager
def boundaries() -> Iterator[list[str]]:
    """The beginnings and ends of transactions meanwhile."""
    found: list[str] = []
    hooks = {name: _noting(name, found) for name in ("begin", "commit", "rollback")}
    for name, hook in hooks.items():
        event.listen(db.engine, name, hook)
    yield found
    for name, hook in hooks.items():
        event.remove(db.engine, name, hook)


def _noting(name: str, found: list[str]) -> Callable[[object], None]:
    return lambda _connection: found.append(name)
