"""Measures how long each file of a quiz takes, and how much memory, by the number of attempts.

Run it with `python -m tests.benchmarks.exporting 1000 10000`.
"""

import shutil
import sys
import tempfile
import tracemalloc
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from time import perf_counter

from sqlalchemy import insert, select

from quizapp.attempts.models import AnswerLog, Response
from quizapp.clock import utc_now
from quizapp.config import Settings
from quizapp.downloads.queries import Scope
from quizapp.downloads.service import Asker, Form, export
from quizapp.extensions import db, transaction
from quizapp.insights.statistics import Which
from quizapp.schema import upgrade_schema
from tests.benchmarks.regrading import fill, make_bank
from tests.conftest import serving
from tests.factories import NOON
from tests.regrading.builders import make_scene


@transaction
def log_every_answer() -> None:
    """An arrival for each response, a minute after the one before."""
    rows = db.session.execute(select(Response.attempt_id, Response.slot, Response.answer)).all()
    logged = [
        {
            "attempt_id": row.attempt_id,
            "slot": row.slot,
            "device": "",
            "number": row.slot,
            "answer": row.answer,
            "arrived_at": NOON - timedelta(minutes=20 - row.slot),
        }
        for row in rows
    ]
    db.session.execute(insert(AnswerLog), logged)


def measure(count: int) -> None:
    folder = Path(tempfile.mkdtemp())
    with serving(Settings(instance=folder / "instance", questions=folder)):
        upgrade_schema()
        scene = make_scene(make_bank(), closes_at=NOON)
        fill(scene, count)
        log_every_answer()
        print(f"{count} attempts of 20 questions", flush=True)
        for form in Form:
            report(Scope(scene.quiz_id, Which.FIRST), form)
    shutil.rmtree(folder)


def report(scope: Scope, form: Form) -> None:
    """Time without, then memory with the allocations watched."""
    asker = Asker(None, utc_now())
    began = perf_counter()
    size = drain(export(scope, form, asker))
    seconds = perf_counter() - began
    tracemalloc.start()
    drain(export(scope, form, asker))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(
        f"  {form:9} {seconds:6.2f} s, {size / 1e6:7.2f} MB, peak {peak / 1e6:6.2f} MB", flush=True
    )


def drain(pieces: Iterator[bytes]) -> int:
    """How many bytes there are, none of them kept."""
    return sum(len(piece) for piece in pieces)


if __name__ == "__main__":
    for size in sys.argv[1:] or ["1000"]:
        measure(int(size))
