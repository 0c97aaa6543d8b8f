"""What the bank commands print: problems for people, for programs and for a forge, and banks."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from quizapp.banks.evidence import quoted_words
from quizapp.banks.library import FileProblem
from quizapp.banks.model import Bank, Question
from quizapp.banks.writer import decimal

_WIDTH = 100  # characters of a quoted line


def as_text(found: Iterable[FileProblem]) -> str:
    """Each problem with its line quoted and a caret under the column."""
    return "\n".join(_text(item) for item in found)


def as_json(found: Iterable[FileProblem]) -> str:
    """An array of objects with stable names."""
    return json.dumps(
        [
            {
                "file": item.file,
                "line": item.problem.line,
                "column": item.problem.column,
                "code": item.problem.code,
                "level": item.problem.level,
                "message": item.problem.message,
            }
            for item in found
        ],
        ensure_ascii=False,
        indent=2,
    )


def as_github(found: Iterable[FileProblem]) -> str:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""
    return "\n".join(
        f"::{item.problem.level} file={_property(item.file)},line={item.problem.line},"
        f"col={item.problem.column},title={_property(item.problem.code)}"
        f"::{_escaped(item.problem.message)}"
        for item in found
    )


@dataclass(frozen=True)
class Formatted:
    """What became, or would become, of a file; `refusal`: why it was left alone."""

    file: str
    is_changed: bool = False
    refusal: str = ""


def formatted_json(done: Iterable[Formatted]) -> str:
    """An array of objects with stable names."""
    return json.dumps([asdict(item) for item in done], ensure_ascii=False, indent=2) + "\n"


def formatted_github(done: Iterable[Formatted]) -> str:
    """Workflow commands about the files that lack something or can't be read."""
    sentence = "Questions or options lack an id or a letter, which quizapp bank format adds."
    return "".join(
        f"::{'error' if item.refusal else 'warning'} file={_property(item.file)},title=format"
        f"::{_escaped(item.refusal or sentence)}\n"
        for item in done
        if item.refusal or item.is_changed
    )


def banks_github(file: str, bank: Bank) -> str:
    """Workflow commands that name each question at its line."""
    return "\n".join(
        f"::notice file={_property(file)},line={question.line},"
        f"title={_property(question.body.name)}::{_escaped(f'{question.id}: {question.heading}')}"
        for question in bank.questions
    )


def bank_lines(bank: Bank) -> str:
    """A bank in one line for people, and its questions in one line each."""
    status = f" ({bank.status})" if bank.status else ""
    count = len(bank.questions)
    size = "1 question" if count == 1 else f"{count} questions"
    lines = [f"{bank.name}: {bank.title}{status}, {size}"]
    lines += [f"  {q.id or '-'}  {q.body.label}  {q.heading}" for q in bank.questions]
    return "\n".join(lines)


def banks_json(banks: Iterable[Bank]) -> str:
    """Banks with their keys, for instructors and tools."""
    exported = [_bank(bank) for bank in banks]
    return json.dumps(exported, ensure_ascii=False, indent=2, default=float)


def _bank(bank: Bank) -> dict[str, Any]:
    return {
        "name": bank.name,
        "title": bank.title,
        "status": bank.status,
        "questions": [_question(question) for question in bank.questions],
    }


def _question(question: Question) -> dict[str, Any]:
    asked = (question.heading, question.text, question.body.running_text())
    exported = question.body.export()
    return {
        "id": question.id,
        "type": question.body.name,
        "stem": "\n\n".join(filter(None, asked)),
        "points": float(decimal(question.points)),
        "tags": list(question.tags),
        "explanation": question.explanation,
        "evidence": [
            {"source": said.source, "quote": quoted_words(said.quote) or said.quote}
            for said in question.evidence
        ],
        **exported,
        **_filled(exported.get("gaps", ())),
    }


def _filled(gaps: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What belongs in the gaps as one list, for those who don't go through them one by one."""
    right = [
        {"text": each["text"], "fraction": each.get("fraction", 1.0), "gap": number}
        for number, gap in enumerate(gaps, start=1)
        for each in (*gap.get("options", ()), *gap.get("answers", ()))
        if each.get("correct", True)
    ]
    return {"answers": right} if right else {}


def _text(item: FileProblem) -> str:
    problem = item.problem
    first = f"{item.file}:{problem.line}:{problem.column}: {problem.level} {problem.code}"
    lines = [first, f"  {problem.message}"]
    if problem.quoted.strip():
        start = max(0, problem.column - 1 - _WIDTH // 2) if len(problem.quoted) > _WIDTH else 0
        quoted = "".join(map(_visible, problem.quoted[start : start + _WIDTH]))
        lines += [f"  | {quoted}", "  | " + " " * (problem.column - 1 - start) + "^"]
    return "\n".join(lines)


def _visible(character: str) -> str:
    """A character that can't move the cursor or turn the text around."""
    return character if character.isprintable() else " "


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
