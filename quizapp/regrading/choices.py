"""What the form of a correction says: how, by which key, for which versions; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from quizapp.question_types.base import Posted
from quizapp.quizzes.rulings import Kind

KEY = "key"  # the form's name for the fields of the key
MOST_VALUES = 200
LONGEST_VALUE = 500
LONGEST_ID = 64


class How(StrEnum):
    """The ways to correct a question, as the form names them."""

    FILE = "file"  # the key that the bank's file has by now
    ANSWER = "answer"  # a student's answer, accepted too
    NEW = "new"
    BOTH = "both"
    FULL = "full"
    OUT = "out"

    @property
    def kind(self) -> Kind:
        """What is stored of it."""
        return KINDS[self]


KINDS = {
    How.FILE: Kind.NEW_KEY,
    How.ANSWER: Kind.ACCEPT_BOTH,
    How.NEW: Kind.NEW_KEY,
    How.BOTH: Kind.ACCEPT_BOTH,
    How.FULL: Kind.FULL_POINTS,
    How.OUT: Kind.LEFT_OUT,
}


class Sent(Protocol):
    """The part of an address behind its question mark."""

    def get(self, name: str, default: str) -> str:
        """One value."""

    def getlist(self, name: str) -> list[str]:
        """All values of that name."""


@dataclass(frozen=True)
class Choice:
    """What was chosen so far."""

    question_id: str = ""
    how: How | None = None  # None: nothing yet
    posted: Posted = ()  # the fields of the key; () before there was a form
    nobody_loses: bool = False
    versions: frozenset[int] | None = None
    note_id: str = ""  # whose answer is to be accepted
    page: int = 1  # of the list of students

    @property
    def address(self) -> dict[str, Any]:
        """What leads back to it, as the names and values of an address."""
        said: dict[str, Any] = {
            "question": self.question_id,
            "how": self.how or "",
            KEY: list(self.posted),
            "nobody": "1" if self.nobody_loses else "",
            "version": [str(version) for version in sorted(self.versions or ())],
            "note": self.note_id,
        }
        return {name: value for name, value in said.items() if value}


def read_choice(sent: Sent) -> Choice:
    """The choice in an address; what makes no sense is as if it weren't there."""
    versions = [int(value) for value in sent.getlist("version") if _is_number(value)]
    how = sent.get("how", "")
    page = sent.get("page", "")
    return Choice(
        question_id=_fit_id(sent.get("question", "")),
        how=How(how) if how in list(How) else None,
        posted=_fit(sent.getlist(KEY)),
        nobody_loses=sent.get("nobody", "") == "1",
        versions=frozenset(versions) if versions else None,
        note_id=_fit_id(sent.get("note", "")),
        page=max(int(page), 1) if _is_number(page) else 1,
    )


def _fit(values: Sequence[str]) -> Posted:
    return tuple(value.replace("\0", "")[:LONGEST_VALUE] for value in values[:MOST_VALUES])


def _fit_id(value: str) -> str:
    return value.replace("\0", "")[:LONGEST_ID]


def _is_number(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) <= 6
