"""The scores as JSON, raw: nothing is made safe for spreadsheets, and answers are lists."""

import json
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any

from quizapp.downloads.codebook import key_of, stem
from quizapp.downloads.figures import Summary
from quizapp.downloads.queries import Scope
from quizapp.downloads.records import AskedQuestion, GivenAnswer, TakenAttempt
from quizapp.downloads.tables import iso


def json_pieces(
    scope: Scope,
    questions: Sequence[AskedQuestion],
    attempts: Iterable[TakenAttempt],
    summary: Summary,
) -> Iterator[bytes]:
    """The file, an attempt a piece."""
    asked = json.dumps([_question(question) for question in questions], ensure_ascii=False)
    yield f'{{"quiz": "{scope.quiz_id}", "attempts": "{scope.which}",\n'.encode()
    yield f'"statistics": {json.dumps(summary)},\n'.encode()
    yield f'"questions": {asked},\n"rows": ['.encode()
    before = "\n"
    for attempt in attempts:
        yield (before + json.dumps(_row(attempt), ensure_ascii=False)).encode()
        before = ",\n"
    yield b"\n]}\n"


def _question(asked: AskedQuestion) -> dict[str, Any]:
    slot, body = asked.slot, asked.slot.question.body
    return {
        "id": asked.id,
        "number": slot.number if asked.is_asked else None,
        "versions": list(asked.versions),
        "type": body.name,
        "points": float(slot.points),
        "text": stem(asked),
        "key": body.key(),
        "correction": asked.ruling
        and {
            "kind": asked.ruling.kind,
            "keys": [key_of(judge) for judge in asked.ruling.judges],
        },
        **body.export(),
    }


def _row(attempt: TakenAttempt) -> dict[str, Any]:
    taker = attempt.taker
    names = {"login": taker.login, "student_number": taker.student_number} if taker.login else {}
    return {
        "student": taker.name,
        **names,
        "in_course": taker.in_course,
        "attempt": attempt.number,
        "counts": attempt.counts,
        "started": iso(attempt.started_at),
        "submitted": iso(attempt.submitted_at),
        "seconds": attempt.seconds,
        "ran_out": attempt.ran_out,
        "score": _number(attempt.earned),
        "possible": _number(attempt.possible),
        "unmarked": _number(attempt.unmarked),
        "answers": [_answer(answer) for answer in attempt.answers],
    }


def _answer(given: GivenAnswer) -> dict[str, Any]:
    return {
        "question": given.question_id,
        "answer": list(given.answer),
        "fraction": _number(given.fraction),
        "points": _number(given.earned),
        "max_points": _number(given.possible),
        "seconds": given.seconds,
    }


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)
