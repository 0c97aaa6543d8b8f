"""Measures previewing, making and undoing a correction of a quiz with many attempts.

Run it with `python -m tests.benchmarks.regrading 1000 10000`.
"""

import sys
import tempfile
from pathlib import Path
from time import perf_counter

from sqlalchemy import insert

from quizapp.accounts.models import User
from quizapp.attempts.models import Attempt, Response
from quizapp.clock import utc_now
from quizapp.columns import MILLION, random_id
from quizapp.config import Settings
from quizapp.extensions import db, transaction
from quizapp.quizzes.rulings import Kind
from quizapp.regrading import service
from quizapp.regrading.wishes import Wish
from quizapp.schema import upgrade_schema
from tests.conftest import serving
from tests.factories import NOON
from tests.regrading.builders import Scene, make_scene

QUESTIONS = 20


def make_bank() -> str:
    questions = (
        f"## Question {n}?\n`id: q{n}`\n\n- (x) a) One\n- ( ) b) Two\n- ( ) c) Three\n"
        for n in range(1, QUESTIONS + 1)
    )
    return "---\ntitle: Many\n---\n\n" + "\n".join(questions)


@transaction
def fill(scene: Scene, count: int) -> None:
    """Submitted attempts in which each option was chosen as often."""
    people = [random_id() for _ in range(count)]
    attempts = [random_id() for _ in range(count)]
    db.session.execute(
        insert(User),
        [
            {"id": id, "name": f"Person {at}", "login": f"p{at}@example.org", "made_at": NOON}
            for at, id in enumerate(people)
        ],
    )
    layout = [{"slot": slot, "order": ["a", "b", "c"]} for slot in range(1, QUESTIONS + 1)]
    db.session.execute(
        insert(Attempt),
        [
            {
                "id": attempts[at], "quiz_id": scene.quiz_id, "user_id": people[at], "number": 1,
                "version": 1, "seed": "0", "layout": layout, "started_at": NOON,
                "possible": QUESTIONS * MILLION, "submitted_at": NOON, "receipt": "7ZET-T27X",
                "earned": MILLION * sum((at + slot) % 3 == 0 for slot in range(1, QUESTIONS + 1)),
            }
            for at in range(count)
        ],
    )  # fmt: skip
    db.session.execute(
        insert(Response),
        [
            {
                "attempt_id": id, "slot": slot, "answer": ["abc"[(at + slot) % 3]],
                "earned": MILLION * ((at + slot) % 3 == 0), "needs_marking": False,
            }
            for at, id in enumerate(attempts)
            for slot in range(1, QUESTIONS + 1)
        ],
    )  # fmt: skip


def measure(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Settings(instance=Path(folder) / "instance", questions=Path(folder))
        with serving(site):
            upgrade_schema()
            scene = make_scene(make_bank(), closes_at=NOON)
            fill(scene, count)
            print(f"{count} attempts of {QUESTIONS} questions", flush=True)
            wish = Wish("q1", Kind.NEW_KEY, key=("b",))
            began = perf_counter()
            plan = service.preview(scene.quiz_id, wish, utc_now())
            print(f"  preview {perf_counter() - began:.2f} s, {plan.effect.changed} change")
            order = service.Order(random_id(), wish, plan.fingerprint)
            began = perf_counter()
            service.apply(scene.quiz_id, order, scene.maker)
            print(f"  apply   {perf_counter() - began:.2f} s")
            began = perf_counter()
            scene.undo(order.id)
            print(f"  undo    {perf_counter() - began:.2f} s", flush=True)


if __name__ == "__main__":
    for size in sys.argv[1:] or ["1000"]:
        measure(int(size))
