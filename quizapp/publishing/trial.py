"""What the form of a preview sends: answers that nobody stores travel with it from page to page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from werkzeug.datastructures import MultiDict

from quizapp.attempts.answers import Given
from quizapp.attempts.forms import find_number, read_answers
from quizapp.attempts.taking_page import TakingPage

ATTEMPT = "preview"  # stands for the id of an attempt
NEXT = "next"  # the quiz as it would be published now
CHECK, RELEASED = "check", "released"
FIELD = re.compile(rf"q([1-9][0-9]{{0,3}})-{ATTEMPT[:6]}(-revisit)?", re.ASCII)
SEED = re.compile(r"[0-9a-f]{32}", re.ASCII)


@dataclass(frozen=True)
class Trial:
    """A preview under way."""

    seed: str  # what is drawn and shuffled by it stays so from page to page
    is_next: bool  # else as it is published
    go: str = ""
    given: Mapping[int, Given] = field(default_factory=dict)
    sent: tuple[tuple[str, str], ...] = ()  # every answer as it arrived

    @property
    def number(self) -> int | None:
        """The question asked for; None: the first."""
        return find_number(self.go)

    @property
    def wants_result(self) -> bool:
        """Whether it ends here."""
        return self.go in (CHECK, RELEASED)

    @property
    def is_released(self) -> bool:
        """Whether the result is to be shown as when everything shows."""
        return self.go == RELEASED

    def carried(self, page: TakingPage) -> tuple[tuple[str, str], ...]:
        """The answers to questions that the page doesn't show."""
        shown = {str(page.number)} if page.number else None
        if shown is None:
            return ()
        return tuple(
            (name, value) for name, value in self.sent if _number(name, value) not in shown
        )


def _number(name: str, value: str) -> str:
    match = FIELD.fullmatch(name)
    return match[1] if match else value


def read_trial(form: MultiDict[str, str]) -> Trial:
    """What was sent, as far as it can be meant."""
    seed = form.get("seed", "")
    sent = tuple(
        (name, value)
        for name, value in form.items(multi=True)
        if name == "seen" or FIELD.fullmatch(name)
    )
    return Trial(
        seed=seed if SEED.fullmatch(seed) else "0" * 32,
        is_next=form.get("of") == NEXT,
        go=form.get("go", ""),
        given=read_answers(form, ATTEMPT),
        sent=sent,
    )
