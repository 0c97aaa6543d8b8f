"""Power cuts in mid-quiz: `python tests/benchmarks/crash.py --kills 50`.

Students save answers without pause while the server is killed with -9 at random moments and started
again. What was acknowledged must be in the database at the end. The last line is one JSON object.
"""

import argparse
import asyncio
import json
import random
import tempfile
from pathlib import Path

from served import Server, find_lost, write_bank
from students import Browser, Student, Tally, percentile

STUDENTS = 50
LONGEST_LIFE = 1.5  # seconds between a start and the next kill


async def save_on(student: Student, over: asyncio.Event) -> int:
    """Answer one question after the other until the end; how many saves were acknowledged."""
    pick = random.Random(student.number)
    await student.join()
    await student.start()
    count = 0
    while not over.is_set():
        await student.answer(pick.choice(student.questions), pick)
        count += 1
        await asyncio.sleep(pick.uniform(0, 0.1))
    return count


async def kill_often(server: Server, kills: int, over: asyncio.Event) -> list[float]:
    """Kill and start the server; how long each start took, in seconds."""
    starts = []
    await asyncio.sleep(5)  # let everybody join first
    for _ in range(kills):
        await asyncio.sleep(random.uniform(0, LONGEST_LIFE))
        await asyncio.to_thread(server.kill)
        began = asyncio.get_running_loop().time()
        await asyncio.to_thread(server.start)
        starts.append(asyncio.get_running_loop().time() - began)
    await asyncio.sleep(1)
    over.set()
    return starts


async def run(server: Server, kills: int) -> tuple[list[Student], list[int], list[float]]:
    """Savers and killer side by side."""
    over, tally = asyncio.Event(), Tally()
    students = [
        Student(number, Browser("127.0.0.1", server.port), server.join_path, tally, patient=True)
        for number in range(1, STUDENTS + 1)
    ]
    killer = asyncio.create_task(kill_often(server, kills, over))
    counts = await asyncio.gather(*(save_on(student, over) for student in students))
    return students, counts, await killer


def main() -> None:
    """Serve, kill, compare, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_bank(folder)
        server = Server(folder)
        server.start()
        students, counts, starts = asyncio.run(run(server, given.kills))
        server.stop()
        told = {student.attempt.rpartition("/")[2]: student.acknowledged for student in students}
        lost = find_lost(folder, told)
    for line in lost[:10]:
        print("lost:", line)
    print(f"up again after {percentile(starts, 0.5):.2f} s, at most {percentile(starts, 1):.2f} s")
    print(json.dumps({"kills": given.kills, "acknowledged": sum(counts), "lost": len(lost)}))


if __name__ == "__main__":
    main()
