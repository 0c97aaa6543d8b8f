"""Kills while a bank is saved: `python -m tests.benchmarks.kill_saves --rounds 200`.

A process saves one bank without pause and is killed with -9 at a random moment, again and again.
After each kill the file must be one of the texts that were saved, whole. The last line is one JSON
object; the exit status is 1 if a file was half written.
"""

import argparse
import json
import random
import sys
import tempfile
from pathlib import Path

from tests.banks.saver import is_whole, kill_saver

LONGEST_LIFE = 0.2  # seconds of saving, enough for a few saves
START = "---\ntitle: T\n---\n"


def play(folder: Path, rounds: int) -> dict[str, int]:
    """How the file came out of each round."""
    path = folder / "planets.md"
    path.write_text(START)
    found = {"rounds": rounds, "half": 0, "changed": 0, "killed while writing": 0}
    for _ in range(rounds):
        before = path.read_text()
        kill_saver(folder, random.uniform(0, LONGEST_LIFE))
        after = path.read_text()
        found["changed"] += after != before
        found["half"] += after != START and not is_whole(after)
        found["killed while writing"] += any(folder.glob(".*.tmp"))
    return found


def main() -> None:
    """Play and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        found = play(Path(name), rounds)
    print(json.dumps(found))
    sys.exit(1 if found["half"] else 0)


if __name__ == "__main__":
    main()
