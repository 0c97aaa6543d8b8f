"""Attempts as rows of cells: wide, a row an attempt; long, a row an answer."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from quizapp.downloads.records import GivenAnswer, TakenAttempt, Taker
from quizapp.question_types.base import Answer
from quizapp.spreadsheet import Cell

PERSON = ("name", "login", "student_number")
WIDE = (
    "in_course",
    "attempt",
    "counts",
    "started",
    "submitted",
    "seconds",
    "ran_out",
    "score",
    "possible",
    "unmarked",
)
LONG = (
    "attempt",
    "student",
    "question",
    "answer",
    "fraction",
    "points",
    "max_points",
    "seconds",
)
BETWEEN = "; "  # the values of an answer that has several


def wide_header(question_ids: Sequence[str], *, hides_names: bool) -> list[Cell]:
    """The names of the columns."""
    return [*person_columns(hides_names=hides_names), *WIDE, *map(column_of, question_ids)]


def person_columns(*, hides_names: bool) -> tuple[str, ...]:
    """Those that say who it is."""
    return ("student",) if hides_names else PERSON


def column_of(question_id: str) -> str:
    """The question's id; no id has a colon, so no two columns share a name."""
    is_taken = question_id in (*PERSON, *WIDE, "student")
    return f"question:{question_id}" if is_taken else question_id


def wide_rows(
    attempts: Iterable[TakenAttempt], question_ids: Sequence[str]
) -> Iterator[list[Cell]]:
    """Points for each question; empty where it wasn't asked or isn't marked yet."""
    for attempt in attempts:
        points = {answer.question_id: answer.earned for answer in attempt.answers}
        yield [*_person(attempt.taker), *_about(attempt), *map(points.get, question_ids)]


def long_rows(attempts: Iterable[TakenAttempt]) -> Iterator[list[Cell]]:
    """A row for each question that an attempt had, answered or not; without the header."""
    for attempt in attempts:
        for answer in attempt.answers:
            yield [attempt.number, attempt.taker.key, *_answer(answer)]


def written(answer: Answer) -> str:
    """An answer in one cell."""
    return BETWEEN.join(answer)


def iso(instant: datetime) -> str:
    """In UTC, to the second."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _person(taker: Taker) -> list[Cell]:
    if not taker.login:
        return [taker.name]
    return [taker.name, taker.login, taker.student_number]


def _about(attempt: TakenAttempt) -> list[Cell]:
    return [
        int(attempt.taker.in_course),
        attempt.number,
        int(attempt.counts),
        iso(attempt.started_at),
        iso(attempt.submitted_at),
        attempt.seconds,
        int(attempt.ran_out),
        attempt.earned,
        attempt.possible,
        attempt.unmarked,
    ]


def _answer(given: GivenAnswer) -> list[Cell]:
    return [
        given.question_id,
        written(given.answer),
        given.fraction,
        given.earned,
        given.possible,
        given.seconds,
    ]
