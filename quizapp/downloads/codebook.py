"""The codebook: what every column of the files holds, and what its values mean."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from quizapp.display import format_points
from quizapp.downloads import figures
from quizapp.downloads.records import AskedQuestion
from quizapp.downloads.tables import BETWEEN, LONG, PERSON, WIDE, column_of, written
from quizapp.markdown import to_html, to_plain
from quizapp.quizzes.slots import PublishedSlot
from quizapp.spreadsheet import Cell

HEADER = (
    "table",
    "column",
    "number",
    "versions",
    "type",
    "points",
    "text",
    "key",
    "correction",
    "values",
)
PEOPLE = {
    "name": "The student's name.",
    "login": "The email or username the student signs in with; no two people share one.",
    "student_number": "As the roster has it; empty if there is none.",
    "student": "A number in place of the name. The same person has the same number in every file "
    "of this quiz made with names hidden, as long as the same people have submitted.",
}
ABOUT = {
    "in_course": "1: the student is in the course. 0: has left it since; the attempt still counts "
    "in the summary.",
    "attempt": "Which of the student's attempts at this quiz, from 1.",
    "counts": "1: this attempt makes the student's score, alone or with others by the quiz's rule. "
    "0: it doesn't.",
    "started": "When the attempt began: date and time in UTC (ISO 8601).",
    "submitted": "When it was submitted or its time ran out, in UTC (ISO 8601).",
    "seconds": "From start to end.",
    "ran_out": "1: the clock submitted it. 0: the student did.",
    "score": "Points earned so far, not rounded beyond millionths.",
    "possible": "Points that all questions of this attempt are worth.",
    "unmarked": "Points that a person has still to decide about. Attempts with any aren't in the "
    "averages of the summary.",
}
ANSWERS = {
    "attempt": ABOUT["attempt"],
    "student": "The login, or a number where names are hidden.",
    "question": "The question's id: the name of its column in the wide table, and its row below.",
    "answer": f"The answer as it is stored; several values stand with “{BETWEEN.strip()}” between "
    "them. Empty: left blank. What values mean stands in the question's row; behind the values may "
    "stand how a number was read: grouped (1,234 is 1234) or decimal.",
    "fraction": "The share of the question's points, from 0 to 1; empty until it is marked.",
    "points": "Points earned; empty until it is marked, or if the question was left out.",
    "max_points": "Points the question is worth in this attempt; 0 if it was left out afterwards.",
    "seconds": "An estimate from the log of arriving answers: the time since the answer before, to "
    "whatever question, or since the start goes to the question answered next, and adds up if it "
    "is answered again. Answers that arrive together share it. Reading ahead and pauses are in it. "
    "Empty: never answered.",
}
POINTS = "Points earned. Empty: not asked in this attempt, left out since, or not marked yet."


def codebook_rows(questions: Sequence[AskedQuestion], *, hides_names: bool) -> Iterator[list[Cell]]:
    """Header, the fixed columns of all tables, and every question."""
    yield list(HEADER)
    for name in ("student",) if hides_names else PERSON:
        yield _fixed("wide", name, PEOPLE[name])
    for name in WIDE:
        yield _fixed("wide", name, ABOUT[name])
    for name in LONG:
        yield _fixed("long", name, ANSWERS[name])
    for name, meaning in figures.MEANINGS.items():
        yield _fixed("figures", name, meaning)
    for asked in questions:
        yield _question(asked)


def _fixed(table: str, name: str, meaning: str) -> list[Cell]:
    return [table, name, None, None, None, None, meaning, None, None, None]


def _question(asked: AskedQuestion) -> list[Cell]:
    slot, body = asked.slot, asked.slot.question.body
    return [
        "wide, long",
        column_of(asked.id),
        slot.number if asked.is_asked else None,
        ", ".join(map(str, asked.versions)),
        body.label,
        slot.points,
        stem(asked),
        key_of(slot),
        correction_of(asked),
        f"{POINTS} {values_of(body.export())}".strip(),
    ]


def stem(asked: AskedQuestion) -> str:
    """The question as plain text; gaps stand as their author wrote them."""
    question = asked.slot.question
    parts = [to_plain(question.heading), to_html(question.text).striptags()]
    if "gaps" in question.body.export():
        parts.append(" ".join(question.body.to_markdown().split()))
    return " ".join(part for part in parts if part)


def key_of(slot: PublishedSlot) -> str:
    """The key as answers are stored."""
    key = slot.question.body.key()
    return "A person marks it." if key is None else written(key)


def correction_of(asked: AskedQuestion) -> str:
    """What was corrected since, with the keys that count instead; "" if nothing was."""
    if asked.ruling is None:
        return ""
    keys = " or ".join(key_of(judge) for judge in asked.ruling.judges)
    return f"{asked.ruling.kind}: {keys}" if keys else str(asked.ruling.kind)


def values_of(exported: Mapping[str, Any]) -> str:
    """What the values of an answer mean, from what `quizapp bank list` says of the type."""
    return " ".join(
        sentence
        for name, describe in DESCRIPTIONS.items()
        if name in exported and (sentence := describe(exported))
    )


def _options(exported: Mapping[str, Any]) -> str:
    options = [f"{option['id']}: {to_plain(option['text'])}" for option in exported["options"]]
    return f"Values: {BETWEEN.join(options)}."


def _answers(exported: Mapping[str, Any]) -> str:
    accepted = [
        f"{answer['text']} ({format_points(Fraction(str(answer['fraction'])) * 100)}%)"
        for answer in exported["answers"]
    ]
    return f"The text as it was typed. Accepted: {BETWEEN.join(accepted)}."


def _pairs(exported: Mapping[str, Any]) -> str:
    rows = [
        f"{pair['id']}: {to_plain(pair['left'])} = {to_plain(pair['right'])}"
        for pair in exported["pairs"]
    ]
    wrong = [f"-{at}: {to_plain(text)}" for at, text in enumerate(exported["distractors"], 1)]
    return f"Row=choice, named by the rows: {BETWEEN.join([*rows, *wrong])}."


def _items(exported: Mapping[str, Any]) -> str:
    items = [f"{item['id']}: {to_plain(item['text'])}" for item in exported["items"]]
    return f"Item=place. Items: {BETWEEN.join(items)}."


def _gaps(exported: Mapping[str, Any]) -> str:
    gaps = [f"Gap {at}: {values_of(gap)}" for at, gap in enumerate(exported["gaps"], 1)]
    return "A value a gap. " + " ".join(gaps)


def _rubric(exported: Mapping[str, Any]) -> str:
    lines = [
        f"{to_plain(line['text'])} ({format_points(Fraction(str(line['points'])))} points)"
        for line in exported["rubric"]
    ]
    return f"The text as it was typed. Rubric: {BETWEEN.join(lines)}." if lines else ""


DESCRIPTIONS = {
    "options": _options,
    "answers": _answers,
    "pairs": _pairs,
    "items": _items,
    "gaps": _gaps,
    "rubric": _rubric,
}
