"""Drafts made by the real command line, each in a process whose time and memory are known."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from quizapp.banks.library import Library
from tests.generation.exported import Item, read_item

QUIZAPP = Path(sys.executable).parent / "quizapp"
ABOUT_BANKS = {"duplicate", "same-stem", "many-on-one-quote"}  # a pair's or a quote's, no item's
WITH_A_BAR_OF_ITS_OWN = "copied-stem"  # more of it is allowed than of all other flaws together


@dataclass(frozen=True)
class Run:
    """One finished process."""

    status: int
    seconds: float
    cpu: float  # seconds of computing, which other work on the machine doesn't stretch much
    megabytes: float  # the most it ever held
    output: str
    errors: str


@dataclass(frozen=True)
class Lint:
    """What the linter says about one bank."""

    by_item: Mapping[str, tuple[str, ...]]  # an item's id: the codes of its problems
    about_bank: tuple[str, ...]

    @property
    def flawed(self) -> int:
        """How many items have a problem other than a copied stem."""
        return sum(set(codes) != {WITH_A_BAR_OF_ITS_OWN} for codes in self.by_item.values())


@dataclass(frozen=True)
class Drafted:
    """A bank as it lies in a file."""

    path: Path
    run: Run
    rerun_is_alike: bool

    @property
    def tier(self) -> str:
        """Which tier the bank says it comes from."""
        named = re.search(r"\btier: (\w+)", self.path.read_text(encoding="utf-8"))
        return named[1] if named else "unknown"


class NoDraft(Exception):
    """The command made no bank; the text is what it said."""


def draft(article: Path, folder: Path, options: Sequence[str]) -> Drafted:
    """A bank in `folder` from the article, drafted twice."""
    first, run = _generate(article, folder / "first", options)
    second, _ = _generate(article, folder / "second", options)
    alike = first.read_bytes() == second.read_bytes()
    return Drafted(first, run, rerun_is_alike=alike)


def _generate(article: Path, folder: Path, options: Sequence[str]) -> tuple[Path, Run]:
    folder.mkdir(parents=True)
    copy = Path(shutil.copy(article, folder))
    path = folder / "questions" / f"{article.stem}.md"
    path.parent.mkdir()
    run = execute(["generate", str(copy), "-o", str(path), *options])
    if not path.exists():
        raise NoDraft(f"status {run.status}: {run.errors.strip()[-500:]}")
    return path, run


def list_items(path: Path) -> list[Item]:
    """The items of a bank as the command lists them."""
    listed = execute(["bank", "list", "--format", "json", str(path)])
    return [read_item(question) for bank in _parsed(listed) for question in bank["questions"]]


def lint_bank(path: Path) -> Lint:
    """The linter's findings, by the item that they stand under."""
    linted = execute(["bank", "lint", "--format", "json", str(path)])
    bank = Library(path.parent).load(path.stem).bank
    questions = bank.questions if bank else ()
    starts = [question.line for question in questions]
    by_item: dict[str, tuple[str, ...]] = {}
    about_bank: list[str] = []
    for problem in _parsed(linted):
        at, code = bisect_right(starts, problem["line"]) - 1, problem["code"]
        if at < 0 or code in ABOUT_BANKS:
            about_bank.append(code)
        else:
            by_item[questions[at].id] = (*by_item.get(questions[at].id, ()), code)
    return Lint(by_item, tuple(about_bank))


def execute(arguments: Sequence[str]) -> Run:
    """Run the command line to its end, in a folder and for a site of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = os.environ | {"QUIZAPP_INSTANCE": str(folder / "instance")}
        out, errors = folder / "out.txt", folder / "errors.txt"
        with out.open("w") as output, errors.open("w") as complaints:
            began = perf_counter()
            child = subprocess.Popen(
                [str(QUIZAPP), *arguments],
                cwd=folder,
                env=environment,
                stdout=output,
                stderr=complaints,
            )
            _, status, usage = os.wait4(child.pid, 0)
            seconds = perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        said = (out.read_text(encoding="utf-8"), errors.read_text(encoding="utf-8"))
    cpu = usage.ru_utime + usage.ru_stime
    return Run(child.returncode, seconds, cpu, usage.ru_maxrss / 1024, *said)


def _parsed(run: Run) -> Any:
    try:
        return json.loads(run.output)
    except json.JSONDecodeError as error:
        raise NoDraft(f"status {run.status}: {run.errors.strip()[-500:]}") from error
