"""Reads what the pages of an attempt send; its fields are made by the question types' macros."""

import re
from collections.abc import Iterator

from werkzeug.datastructures import MultiDict
from wtforms import StringField

from quizapp.attempts.answers import ChosenReading, Given
from quizapp.attempts.check_page import READING
from quizapp.attempts.taking_page import REVISIT, field_name
from quizapp.tokens import Form

NUMBER = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)
READING_FIELD = re.compile(READING.format(number=r"([1-9]\d{0,3})", part=r"(\d{1,3})"), re.ASCII)
MOST_QUESTIONS = 1000
MOST_VALUES = 1000  # of one question: more than any type can have


class StartForm(Form):
    """The word that lets a student start, where a quiz asks for one."""

    code = StringField("Access code")

    def refuse(self, sentence: str) -> "StartForm":
        """Say what is wrong with it."""
        self.code.errors = [sentence]
        return self


def find_number(text: str) -> int | None:
    """The number of a question on the page; None for anything that is none."""
    return int(text) if NUMBER.fullmatch(text) else None


def read_answers(form: MultiDict[str, str], attempt_id: str) -> dict[int, Given]:
    """What was sent for each question that the page showed, by its number there."""
    return {number: _read_answer(form, attempt_id, number) for number in _seen(form)}


def _read_answer(form: MultiDict[str, str], attempt_id: str, number: int) -> Given:
    field = field_name(attempt_id, number)
    values = tuple(form.getlist(field)[:MOST_VALUES])
    return Given(values, is_to_revisit=field + REVISIT in form)


def _seen(form: MultiDict[str, str]) -> Iterator[int]:
    """An empty question sends nothing of its own; what was shown says so in a hidden field."""
    for text in form.getlist("seen")[:MOST_QUESTIONS]:
        if NUMBER.fullmatch(text):
            yield int(text)


def read_readings(form: MultiDict[str, str]) -> list[ChosenReading]:
    """The readings chosen on the check page."""
    found = ((READING_FIELD.fullmatch(name), reading) for name, reading in form.items())
    return [
        ChosenReading(int(match[1]), int(match[2]), reading) for match, reading in found if match
    ]
