"""Reads what the pages of practice send; a question's fields are made by its type's macro."""

import re
from collections.abc import Mapping

from werkzeug.datastructures import MultiDict

from quizapp.practice.question_page import NUMBER, field_name
from quizapp.practice.service import Checked, Scope

DIGITS = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)
MOST_VALUES = 1000  # more than any type can have


def read_scope(quiz_id: str, args: Mapping[str, str]) -> Scope:
    """What an address asks to practice."""
    return Scope(quiz_id, only_missed="missed" in args)


def read_number(form: Mapping[str, str]) -> int:
    """Which step the form makes; 0, which none is, if it doesn't say."""
    text = form.get(NUMBER, "")
    return int(text) if DIGITS.fullmatch(text) else 0


def read_checked(form: MultiDict[str, str], quiz_id: str) -> Checked:
    """The answer to the question that the form showed."""
    number = read_number(form)
    return Checked(number, tuple(form.getlist(field_name(quiz_id, number))[:MOST_VALUES]))
