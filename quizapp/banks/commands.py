"""quizapp bank: lint, list and format question banks."""

import difflib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from quizapp.banks.chips import SLUG
from quizapp.banks.formatter import format_text
from quizapp.banks.library import FileProblem, Library, LoadedBank
from quizapp.banks.reports import (
    Formatted,
    as_github,
    as_json,
    as_text,
    bank_lines,
    banks_github,
    banks_json,
    formatted_github,
    formatted_json,
)
from quizapp.config import load_settings

_FILES = click.argument("files", nargs=-1, type=click.Path(path_type=Path))
_FORM = click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text"
)
_REPORTS = {"text": as_text, "json": as_json, "github": as_github}


@dataclass(frozen=True)
class BankFile:
    """A file that a command was given, or found in the folder, and the library it belongs to."""

    path: Path
    library: Library

    def load(self) -> LoadedBank:
        """The bank in it."""
        return self.library.load(self.path.stem)


@click.group("bank")
def bank() -> None:
    """Question banks: check them, list them, add what they lack."""


@bank.command("lint")
@_FILES
@_FORM
@click.option("--strict", is_flag=True, help="Warnings count as errors for the exit status.")
def lint_command(files: tuple[Path, ...], form: str, strict: bool) -> None:
    """Say what is wrong with banks, and how to mend it."""
    found = list(_problems(files))
    report = _REPORTS[form](found)
    if report:
        click.echo(report)
    levels = [item.problem.level for item in found]
    errors, warnings = levels.count("error"), levels.count("warning")
    click.echo(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}.", err=True)
    sys.exit(1 if errors or (strict and warnings) else 0)


@bank.command("list")
@_FILES
@_FORM
def list_command(files: tuple[Path, ...], form: str) -> None:
    """List banks and their questions; the JSON holds the keys."""
    loaded = {str(item.path): item.load() for item in _progress(_bank_files(files))}
    banks = {path: item.bank for path, item in loaded.items() if item.bank is not None}
    if form == "json":
        click.echo(banks_json(banks.values()))
    for path, found in banks.items() if form != "json" else ():
        click.echo(bank_lines(found) if form == "text" else banks_github(path, found))
    broken = [item.name for item in loaded.values() if item.has_errors]
    if broken:
        sentence = f"Not all questions could be read; run quizapp bank lint: {', '.join(broken)}."
        click.echo(sentence, err=True)
    sys.exit(1 if broken else 0)


@bank.command("format")
@_FILES
@_FORM
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if something would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
def format_command(files: tuple[Path, ...], form: str, check: bool, diff: bool) -> None:
    """Add the ids and letters that are missing, and change nothing else."""
    dry = check or diff
    shows_diff = diff and form == "text"
    done = [
        _format(item, is_dry=dry, shows_diff=shows_diff) for item in _progress(_bank_files(files))
    ]
    if form != "text":
        click.echo(formatted_json(done) if form == "json" else formatted_github(done), nl=False)
    unreadable = sum(bool(item.refusal) for item in done)
    changed = sum(item.is_changed for item in done)
    click.echo(f"{_count(changed, 'file')} {'to change' if dry else 'changed'}.", err=True)
    sys.exit(1 if unreadable or (dry and changed) else 0)


def _format(item: BankFile, *, is_dry: bool, shows_diff: bool) -> Formatted:
    """Formats one file."""
    loaded, path = item.load(), str(item.path)
    if any(problem.code in ("not-utf8", "unreadable-file") for problem in loaded.problems):
        refusal = loaded.problems[0].message
        click.echo(f"{path}: not formatted: {refusal}", err=True)
        return Formatted(path, refusal=refusal)
    text = format_text(loaded.text, loaded.name)
    if text == loaded.text:
        return Formatted(path)
    if shows_diff:
        click.echo(_diff(item.path, loaded.text, text), nl=False)
    if not is_dry:
        item.library.save(loaded.name, text, loaded.digest)
    click.echo(f"{path}: {'would change' if is_dry else 'changed'}", err=True)
    return Formatted(path, is_changed=True)


def _diff(path: Path, before: str, after: str) -> str:
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), str(path), str(path)
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _problems(files: Sequence[Path]) -> Iterator[FileProblem]:
    banks = _bank_files(files)
    if not files:
        folder = _folder()
        for stray in Library(folder).misnamed():
            yield FileProblem(str(folder / stray.file), stray.problem)
    for item in _progress(banks):
        for problem in item.load().problems:
            yield FileProblem(str(item.path), problem)
    for path in files:
        yield from _misnamed(path)


def _misnamed(path: Path) -> Iterator[FileProblem]:
    library = Library(path.parent)
    for stray in library.misnamed():
        if stray.file == path.name:
            yield FileProblem(str(path), stray.problem)


def _bank_files(files: Sequence[Path]) -> list[BankFile]:
    """The files that were named, or all banks of the questions folder."""
    if not files:
        library = Library(_folder())
        return [BankFile(library.folder / f"{name}.md", library) for name in library.names()]
    libraries = {path.parent: Library(path.parent) for path in files}
    return [BankFile(path, libraries[path.parent]) for path in files if _is_bank(path)]


def _is_bank(path: Path) -> bool:
    """Whether a named file is a bank; one that isn't there or no Markdown is wrong use."""
    if path.suffix != ".md":
        raise click.BadParameter(f"{path} isn't a bank: its name doesn't end with .md.")
    if not os.path.lexists(path):
        raise click.BadParameter(f"{path} isn't there.")
    return SLUG.fullmatch(path.stem) is not None


def _folder() -> Path:
    return load_settings(os.environ).questions


def _progress(items: Iterable[BankFile]) -> Iterator[BankFile]:
    """The items, with a bar on stderr while they are worked through if it is a terminal."""
    listed = list(items)
    if len(listed) < 2 or not sys.stderr.isatty():
        yield from listed
        return
    with click.progressbar(listed, label="Reading banks", file=sys.stderr) as bar:
        yield from bar


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
