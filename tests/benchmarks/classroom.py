"""A class takes a quiz at once: `python tests/benchmarks/classroom.py --students 200 --pace 0`.

Serves a new site, lets simulated students join, start, save 15 answers, submit and read their
result, and compares every acknowledged save with the database. `--pace` is the pause in seconds
between a student's saves; students then begin spread over a minute. 0: all at once. The last line
is one JSON object.
"""

import argparse
import asyncio
import json
import random
import tempfile
import time
from pathlib import Path

from served import Server, find_lost, write_bank
from students import Browser, Student, Tally, percentile

ARRIVAL_SECONDS = 60


async def take_quiz(student: Student, pace: float) -> None:
    """The whole way of one student; what goes wrong is counted."""
    pick = random.Random(student.number)
    try:
        await asyncio.sleep(pick.uniform(0, ARRIVAL_SECONDS) if pace else 0)
        await student.join()
        await student.start()
        for number in student.questions:
            await asyncio.sleep(pick.uniform(0, 2 * pace))
            await student.answer(number, pick)
        await student.submit()
    except Exception as error:  # noqa: BLE001  a benchmark counts whatever happens
        student.tally.errors.append(f"student {student.number}: {error!r}")


async def run_class(server: Server, count: int, pace: float) -> tuple[list[Student], Tally]:
    """`count` students at once."""
    tally = Tally()
    students = [
        Student(number, Browser("127.0.0.1", server.port), server.join_path, tally)
        for number in range(1, count + 1)
    ]
    await asyncio.gather(*(take_quiz(student, pace) for student in students))
    return students, tally


def print_steps(tally: Tally) -> None:
    """A line a step: how many, and how long in milliseconds."""
    print(f"{'step':<12} {'n':>6} {'p50':>8} {'p95':>8} {'p99':>8} {'max':>8}  ms")
    for step, values in tally.durations.items():
        figures = [percentile(values, share) * 1000 for share in (0.5, 0.95, 0.99, 1)]
        print(f"{step:<12} {len(values):>6} " + " ".join(f"{figure:8.1f}" for figure in figures))
    for error in tally.errors[:10]:
        print("error:", error)


def main() -> None:
    """Serve, run, compare, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=200)
    parser.add_argument("--pace", type=float, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_bank(folder)
        server = Server(folder)
        server.start()
        before, began = server.cpu_seconds(), time.perf_counter()
        students, tally = asyncio.run(run_class(server, given.students, given.pace))
        seconds, cpu = time.perf_counter() - began, server.cpu_seconds() - before
        server.stop()
        told = {s.attempt.rpartition("/")[2]: s.acknowledged for s in students if s.acknowledged}
        lost = find_lost(folder, told)
    print_steps(tally)
    saves = tally.durations["save"]
    print(
        json.dumps(
            {
                "students": given.students,
                "errors": len(tally.errors),
                "lost": len(lost),
                "students_per_s": round(tally.finished / seconds, 2),
                "save_p50_ms": round(percentile(saves, 0.5) * 1000, 1),
                "save_p99_ms": round(percentile(saves, 0.99) * 1000, 1),
                "cpu_s_per_student": round(cpu / max(1, tally.finished), 4),
            }
        )
    )


if __name__ == "__main__":
    main()
