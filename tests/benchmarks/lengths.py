"""What long articles cost: `PYTHONPATH=. python tests/benchmarks/lengths.py --tier parser`.

Drafts a bank by the real command line from texts of 1,000 to 20,000 words, and prints time and
memory of each process. `growth` is the seconds of computing that a thousand words more took,
against those of the step before: where it stays near 1, the time is in proportion to the length.
"""

import argparse
import tempfile
from pathlib import Path

from tests.benchmarks.drafting import OPTIONS
from tests.benchmarks.drafts import Run, execute
from tests.generation.bad_inputs import LONG, long_text

LENGTHS = (1_000, 5_000, 10_000, LONG)


def draft(words: int, tier: str) -> Run:
    """One draft of so many words, in a process of its own."""
    with tempfile.TemporaryDirectory() as name:
        article = Path(name) / "article.txt"
        article.write_text(long_text(words), encoding="utf-8")
        run = execute(["generate", str(article), "-o", str(Path(name) / "bank.md"), *OPTIONS[tier]])
    if run.status:
        raise SystemExit(f"{words:,} words: status {run.status}: {run.errors.strip()[-500:]}")
    return run


def main() -> None:
    """Draft each length once, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tier", choices=OPTIONS, default="light")
    tier = parser.parse_args().tier
    runs = {words: draft(words, tier) for words in LENGTHS}
    print(f"{'words':>7} {'seconds':>8} {'cpu':>6} {'MB':>5} {'growth':>7}")
    slope_before = 0.0
    for before, words in zip((0, *LENGTHS), LENGTHS, strict=False):
        run, shorter = runs[words], runs.get(before)
        slope = (run.cpu - shorter.cpu) / (words - before) if shorter else 0.0
        growth = f"{slope / slope_before:.2f}" if slope_before else "-"
        print(f"{words:>7,} {run.seconds:>8.1f} {run.cpu:>6.1f} {run.megabytes:>5.0f} {growth:>7}")
        slope_before = slope


if __name__ == "__main__":
    main()
