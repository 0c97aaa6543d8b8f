"""A served site with a quiz of 15 questions, for the benchmarks, and a look into its database."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

QUIZAPP = Path(sys.executable).parent / "quizapp"
QUESTION = """
## Which of these numbers is {number} times 7?
`id: times-{number}` `points: 1`

- ( ) a) {low}
  > That is too low.
- (x) b) {key}
- ( ) c) {high}
  > That is too high.
- ( ) d) {higher}

> **Explanation:** {number} times 7 is {key}.
"""


def write_bank(folder: Path, questions: int = 15) -> None:
    """A bank of multiple choice questions in `folder`/questions."""
    parts = ["---\ntitle: Times seven\n---\n"]
    for number in range(1, questions + 1):
        key = number * 7
        values = {"low": key - 5, "key": key, "high": key + 3, "higher": key + 9}
        parts.append(QUESTION.format(number=number, **values))
    (folder / "questions").mkdir()
    (folder / "questions" / "times.md").write_text("".join(parts), encoding="utf-8")


@dataclass
class Server:
    """`quizapp serve` in a folder of its own; start it as often as it is killed."""

    folder: Path
    port: int = 0
    join_path: str = ""
    process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Serve, and return once it says where."""
        self.process = subprocess.Popen(
            [QUIZAPP, "serve", "--port", str(self.port)],
            cwd=self.folder,
            env={name: os.environ[name] for name in os.environ if not name.startswith("QUIZAPP_")},
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stderr
        for line in self.process.stderr:
            if found := re.search(r"http://127\.0\.0\.1:(\d+)(/join/\S+)", line):
                self.port, self.join_path = int(found[1]), found[2]
            if "Ctrl+C" in line:
                return
        raise SystemExit("The server did not start.")

    def kill(self) -> None:
        """As a power cut would: no warning."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """As a service manager does."""
        self._end(signal.SIGTERM)

    def cpu_seconds(self) -> float:
        """What the process has used so far, user and system."""
        assert self.process
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _end(self, number: int) -> None:
        assert self.process and self.process.stderr
        self.process.send_signal(number)
        self.process.wait()
        self.process.stderr.close()


def find_lost(folder: Path, acknowledged: dict[str, dict[int, tuple[int, str]]]) -> list[str]:
    """What students were told is saved and isn't, by attempt; also a damaged database.

    `acknowledged`: attempt id -> number on the page -> the save's number and the option's position.
    """
    with sqlite3.connect(folder / "instance" / "quizapp.sqlite3") as database:
        state = database.execute("PRAGMA integrity_check").fetchone()[0]
        lost = [] if state == "ok" else [f"integrity: {state}"]
        layouts = dict(database.execute("SELECT id, layout FROM attempt"))
        stored = {
            (attempt, slot): json.loads(answer)
            for attempt, slot, answer in database.execute(
                "SELECT attempt_id, slot, answer FROM response"
            )
        }
    for attempt, answers in acknowledged.items():
        layout = json.loads(layouts[attempt])
        for number, (_, position) in answers.items():
            place = layout[number - 1]
            letter = place["order"][int(position)]
            if stored.get((attempt, place["slot"])) != [letter]:
                lost.append(f"{attempt} question {number}: {position}")
    return lost
