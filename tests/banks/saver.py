"""A process that saves a bank without pause, and what its file is after it was killed."""

import signal
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 6  # of the test; tests/benchmarks/kill_saves.py plays 200
NUMBERS = 400_000  # lines of a saved text, all alike
SAVER = f"""
import sys
from pathlib import Path
from quizapp.banks.saving import digest_of, write_bank
folder = Path(sys.argv[1])
before = (folder / "planets.md").read_bytes()
print("ready", flush=True)
for number in range(1_000_000):
    text = "---\\ntitle: T\\n---\\n" + f"{{number}}\\n" * {NUMBERS}
    write_bank(folder, "planets", text.encode(), digest_of(before))
    before = text.encode()
"""


def kill_saver(folder: Path, seconds: float) -> None:
    """Save `planets` in `folder` for some seconds, then die at whatever line that is."""
    command = [sys.executable, "-c", SAVER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)


def is_whole(text: str) -> bool:
    """Whether a text is all of what the saver saved at once."""
    return text.count("\n") == NUMBERS + 3 and len(set(text.split("\n")[3:-1])) == 1
