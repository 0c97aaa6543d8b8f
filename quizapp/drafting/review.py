"""Deciding on a draft's questions, one at a time; the verbs of `revisions` write.

A decision names the text that it was made on. So two people, or two tabs, may decide on different
questions at once, and nobody decides on a text that they haven't seen.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from quizapp.authoring.editing import Sheet, check_text
from quizapp.banks import reviewing
from quizapp.banks.formatter import without_draft_status
from quizapp.banks.library import BankNotFound
from quizapp.banks.reviewing import Drafted, DraftQuestion, UnfitQuestion, read_drafted
from quizapp.banks.saving import BankChanged, digest_of
from quizapp.banks.untouched import shown_text
from quizapp.drafting import left_out
from quizapp.errors import Conflict
from quizapp.extensions import TRIES
from quizapp.question_types.base import Problem
from quizapp.revisions.queries import find_before, find_made, find_revision
from quizapp.revisions.rules import Kind
from quizapp.revisions.service import Edit, notice, save_bank

Change = Callable[[str], str]


class QuestionChanged(Conflict):
    """The question isn't what it was when the page was made, or it is gone."""


class HasErrors(UnfitQuestion):
    """The question can't be shown to students; `problems` has at least one error."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("The question has an error, so it wasn't saved. Your text stands below.")
        self.problems = problems


@dataclass(frozen=True)
class Decision:
    """Which question somebody decided on."""

    key: str
    seen: str  # digest of its text as they saw it; "" for one that they know is gone


@dataclass(frozen=True)
class Typed:
    """What somebody wrote in a question's place."""

    text: str
    accepts: bool  # and keeps it, in one step


@dataclass(frozen=True)
class Undo:
    """The decision that can be taken back: what the file holds came about by it."""

    what: str  # accepted, edited or dropped
    key: str
    heading: str
    number: int  # of the text before it, in the history


def accept(sheet: Sheet, decision: Decision, now: datetime) -> None:
    """Keep the question; raises QuestionChanged, HasErrors and NotSaved."""

    def change(text: str) -> str:
        question = read_drafted(text).find(decision.key)
        if question and reviewing.is_same_but_accepted(question, decision.seen):
            return text  # the same was sent twice
        question = _as_seen(text, decision)
        _ensure_right(sheet, text, question)
        return reviewing.accept(text, question)

    _change(sheet, change, now)


def drop(sheet: Sheet, decision: Decision, now: datetime) -> None:
    """Take the question out of the file; raises QuestionChanged and NotSaved."""

    def change(text: str) -> str:
        is_gone = read_drafted(text).find(decision.key) is None
        return text if is_gone else reviewing.drop(text, _as_seen(text, decision))

    _change(sheet, change, now)


def rewrite(sheet: Sheet, decision: Decision, typed: Typed, now: datetime) -> str:
    """Put a person's text in the question's place and return its key; "" if that isn't known.

    Raises QuestionChanged, UnfitQuestion, HasErrors and NotSaved.
    """
    keys: list[str] = []

    def change(text: str) -> str:
        question = _as_seen(text, decision) if decision.seen else None
        changed = reviewing.rewrite(text, question, typed.text)
        line = question.line if question else 0
        found = next((each for each in read_drafted(changed).questions if each.line == line), None)
        keys[:] = [found.key if found else ""]
        if found is None:
            return changed
        _ensure_right(sheet, changed, found)
        return reviewing.accept(changed, found) if typed.accepts else changed

    _change(sheet, change, now)
    return keys[0]


def finish(sheet: Sheet, base: str, now: datetime) -> None:
    """Make a bank of the draft; raises BankChanged if it isn't the file that somebody saw."""
    if waiting := read_drafted(shown_text(sheet.raw())).progress.waiting:
        raise Conflict(f"{waiting} of the questions aren't reviewed yet. Decide on them first.")
    text = without_draft_status(shown_text(sheet.raw()))
    save_bank(sheet.library, sheet.name, Edit(text, base, sheet.user_id), now)
    left_out.forget(sheet.library.folder, sheet.name)


def find_undo(sheet: Sheet) -> Undo | None:
    """The decision by which the file came to hold what it holds, if that is how it came."""
    made = find_made(sheet.name, sheet.digest(), Kind.REVIEWED)
    before = find_before(sheet.name, made.number) if made else None
    if before is None:
        return None
    then, now = (read_drafted(shown_text(raw)) for raw in (before.content, sheet.raw()))
    changed = ((question, now.find(question.key)) for question in then.questions)
    for old, new in changed:
        if new is None or new.text != old.text:
            return Undo(_what(old, new, then, now), old.key, old.heading, before.number)
    return None


def undo(sheet: Sheet, base: str, now: datetime) -> str:
    """Take the last decision back and return the question's key.

    `base` names the file that somebody saw it in; raises Conflict if it holds another text by now.
    """
    last = find_undo(sheet) if base == sheet.digest() else None
    before = find_revision(sheet.name, last.number) if last else None
    if last is None or before is None:
        raise Conflict("The file changed after you opened this page, so nothing was undone.")
    edit = Edit(before.content, base, sheet.user_id, Kind.RESTORED)
    save_bank(sheet.library, sheet.name, edit, now)
    return last.key


def problems_of(sheet: Sheet, text: str, question: DraftQuestion) -> tuple[Problem, ...]:
    """What is wrong with one question of the bank's text, errors first."""
    found = check_text(sheet, text).problems
    own = (each for each in found if question.line <= each.line < question.end)
    return tuple(sorted(own, key=lambda problem: (problem.level != "error", problem)))


def _what(old: DraftQuestion, new: DraftQuestion | None, then: Drafted, now: Drafted) -> str:
    if new is None:
        return "dropped" if len(now.questions) < len(then.questions) else "edited"
    return "accepted" if new.is_accepted and not old.is_accepted else "edited"


def _ensure_right(sheet: Sheet, text: str, question: DraftQuestion) -> None:
    problems = problems_of(sheet, text, question)
    if any(problem.level == "error" for problem in problems):
        raise HasErrors(problems)


def _as_seen(text: str, decision: Decision) -> DraftQuestion:
    question = read_drafted(text).find(decision.key)
    if question is None:
        raise QuestionChanged(
            "The question isn't in the file any more, so nothing was done. Somebody dropped it, "
            "or gave it another id."
        )
    if question.digest != decision.seen:
        raise QuestionChanged(
            "The question was changed after you opened it, so nothing was done. "
            "Look at it as it stands now."
        )
    return question


def _change(sheet: Sheet, change: Change, now: datetime) -> None:
    """Write what `change` makes of the file's text; again if the file changed meanwhile."""
    for remaining in reversed(range(TRIES)):
        raw = notice(sheet.library, sheet.name, now)
        if raw is None:
            raise BankNotFound
        edit = Edit(change(shown_text(raw)), digest_of(raw), sheet.user_id, Kind.REVIEWED)
        with suppress(BankChanged):
            save_bank(sheet.library, sheet.name, edit, now)
            return
        if not remaining:
            raise Conflict("The file keeps changing. Try again in a minute.")
