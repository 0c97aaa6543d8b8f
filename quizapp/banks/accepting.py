"""Adds a student's answer to what a question's file accepts, and changes no other character."""

from collections.abc import Iterator
from dataclasses import replace

from quizapp.banks.encoding import LINE_END
from quizapp.banks.model import Bank, Question, Section
from quizapp.banks.reader import Pieces, parse, read_pieces
from quizapp.banks.writer import write_question
from quizapp.errors import UserError
from quizapp.question_types.base import Answer
from quizapp.question_types.block import AnswerBlock, GappedText, Item, MarkedList

Edit = tuple[int, int, str]  # from where to where in the text, and what takes its place


class CannotAccept(UserError):
    """The file can't say it; the text says why."""


def accept_in_text(text: str, question_id: str, answer: Answer) -> str:
    """`text` of a bank with `answer` accepted by a question; raises CannotAccept."""
    bank, section, question = _find(text, question_id)
    body = question.body.accepting(answer)
    if body is None:
        raise CannotAccept(
            f"A question of the type {question.body.label.lower()} can't say in its file that this "
            "answer is right too."
        )
    before, after = (
        _block(write_question(bank, section, each))
        for each in (question, replace(question, body=body))
    )
    pieces = read_pieces(text)
    edits = list(_edits(text, pieces, question_id, (before, after)))
    changed = _edited(text, edits)
    _ensure_only_that(text, changed, replace(question, body=body))
    return changed


def _find(text: str, question_id: str) -> tuple[Bank, Section, Question]:
    bank = parse(text, "bank").bank
    for section in bank.sections if bank else ():
        for question in section.questions:
            if question.id == question_id and bank:
                return bank, section, question
    raise CannotAccept("The file doesn't have the question any more, or it has errors there.")


def _block(content: str) -> AnswerBlock | None:
    """The answer block of a file of one question."""
    (read,) = read_pieces(content).questions.values()
    return read.block


def _edits(
    text: str, pieces: Pieces, question_id: str, blocks: tuple[AnswerBlock | None, ...]
) -> Iterator[Edit]:
    """What to change where; `blocks`: before and after, as the writer has them."""
    (here,) = [read.block for read in pieces.questions.values() if read.id == question_id]
    before, after = blocks
    starts = _line_starts(text)
    if isinstance(here, GappedText) and isinstance(before, GappedText):
        assert isinstance(after, GappedText)
        for at, gap in enumerate(here.gaps):
            if before.gaps[at].source != after.gaps[at].source:
                start = starts[gap.line - 1] + gap.column + 1  # behind the brackets
                line = pieces.lines[gap.line - 1]
                yield _gap_edit(text, start, gap.source, after.gaps[at].source, line)
    if isinstance(here, MarkedList) and isinstance(before, MarkedList):
        assert isinstance(after, MarkedList)
        yield from _list_edits(text, starts, (here, before, after))


def _gap_edit(text: str, start: int, old: str, new: str, line: str) -> Edit:
    if line.lstrip().startswith("|"):  # in a table
        old, new = old.replace("|", "\\|"), new.replace("|", "\\|")
    if not text.startswith(f"{old}]]", start):
        raise CannotAccept("The gap in the file is written in a way that this can't add to.")
    return start, start + len(old), new


def _list_edits(
    text: str, starts: list[int], lists: tuple[MarkedList, MarkedList, MarkedList]
) -> Iterator[Edit]:
    here, before, after = lists
    if len(after.items) == len(before.items):
        for item, old, new in zip(here.items, before.items, after.items, strict=True):
            if old.mark != new.mark:
                start = starts[item.line - 1] + item.column - 1
                yield start, start + len(item.mark), new.mark
        return
    place = next(
        at
        for at, item in enumerate(after.items)
        if at == len(before.items) or _said(item) != _said(before.items[at])
    )
    yield _line_edit(text, starts, here, (place, after.items[place]))


def _said(item: Item) -> tuple[str, str]:
    return item.mark, item.text


def _line_edit(text: str, starts: list[int], here: MarkedList, new: tuple[int, Item]) -> Edit:
    """A line more in a list of values, led in as its neighbor is."""
    place, item = new
    neighbor = here.items[min(place, len(here.items) - 1)]
    start = starts[neighbor.line - 1]
    lead = text[start : start + neighbor.column - 1]
    found = LINE_END.search(text, start)
    end = found.group() if found else "\n"
    line = f"{lead}{item.mark} {item.text}"
    if place < len(here.items):
        return start, start, line + end
    behind = _end_of_item(text, starts, neighbor.line)
    return behind, behind, end + line


def _end_of_item(text: str, starts: list[int], line: int) -> int:
    """Behind the last character of an item: its line and those that are indented under it."""
    last = line
    while last < len(starts) and text[starts[last] : starts[last] + 1] in (" ", "\t"):
        if not text[starts[last] :].partition("\n")[0].strip():
            break
        last += 1
    found = LINE_END.search(text, starts[last - 1])
    return found.start() if found else len(text)


def _line_starts(text: str) -> list[int]:
    first = 1 if text.startswith("\ufeff") else 0
    return [first, *(match.end() for match in LINE_END.finditer(text))]


def _edited(text: str, edits: list[Edit]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _ensure_only_that(text: str, changed: str, wanted: Question) -> None:
    """Whatever the file holds beside the question has to stay as it is."""
    before, after = parse(text, "bank"), parse(changed, "bank")
    assert before.bank is not None
    expected = [wanted if each.id == wanted.id else each for each in before.bank.questions]
    if (
        after.bank is None
        or list(after.bank.questions) != expected
        or len(after.problems) > len(before.problems)
    ):
        raise CannotAccept("The file is written in a way that this can't add to. Open it yourself.")
