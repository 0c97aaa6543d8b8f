"""What differs between two texts, line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from quizapp.banks.encoding import LINE_END

CONTEXT = 3  # lines alike that are shown on each side of a change
_MOST_WORK = 1_000_000  # pairs of lines; past it difflib looks for no line that is everywhere


@dataclass(frozen=True)
class ComparedLine:
    """A line of either text; its numbers count from 1, None where the text doesn't have it."""

    kind: Literal["kept", "removed", "added"]
    text: str
    old: int | None
    new: int | None


@dataclass(frozen=True)
class Change:
    """Lines around one place that changed."""

    lines: tuple[ComparedLine, ...]
    skipped: int  # lines alike that are left out before it


@dataclass(frozen=True)
class Difference:
    """All that differs between two texts; false if no line does."""

    changes: tuple[Change, ...]
    added: int  # lines
    removed: int

    def __bool__(self) -> bool:
        return bool(self.changes)


@dataclass(frozen=True)
class Run:
    """Lines `old` of one text stand where lines `new` of the other do; one of them may be empty."""

    old: range
    new: range
    is_same: bool


def lines_of(text: str) -> list[str]:
    """The lines of a text without their ends and without a byte order mark."""
    return LINE_END.split(text.removeprefix("\ufeff"))


def difference(old: str, new: str) -> Difference:
    """What differs, with a few lines around it; how lines end doesn't count."""
    compared = compare(_shown(old), _shown(new))
    changed = [place for place, line in enumerate(compared) if line.kind != "kept"]
    return Difference(
        changes=tuple(_changes(compared, changed)),
        added=sum(line.kind == "added" for line in compared),
        removed=sum(line.kind == "removed" for line in compared),
    )


def compare(old: Sequence[str], new: Sequence[str]) -> list[ComparedLine]:
    """Every line of both, those that were removed before those that stand in their place."""
    compared = []
    for run in runs(old, new):
        if run.is_same:
            pairs = zip(run.old, run.new, strict=True)
            compared += [ComparedLine("kept", new[j], i + 1, j + 1) for i, j in pairs]
            continue
        compared += [ComparedLine("removed", old[i], i + 1, None) for i in run.old]
        compared += [ComparedLine("added", new[j], None, j + 1) for j in run.new]
    return compared


def runs(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    """The lines of both in order, in runs that are the same and runs that aren't."""
    before = _alike(old, new)
    after = _alike(old[before:][::-1], new[before:][::-1])
    if before:
        yield Run(range(before), range(before), is_same=True)
    old_end, new_end = len(old) - after, len(new) - after
    yield from _middle(old[before:old_end], new[before:new_end], before)
    if after:
        yield Run(range(old_end, len(old)), range(new_end, len(new)), is_same=True)


def _middle(old: Sequence[str], new: Sequence[str], start: int) -> Iterator[Run]:
    is_large = len(old) * len(new) > _MOST_WORK
    matcher = SequenceMatcher(None, old, new, autojunk=is_large)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        places = range(start + i, start + i_end), range(start + j, start + j_end)
        yield Run(*places, is_same=tag == "equal")


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many lines are the same at the start of both."""
    pairs = zip(old, new, strict=False)
    different = (count for count, (one, other) in enumerate(pairs) if one != other)
    return next(different, min(len(old), len(new)))


def _shown(text: str) -> list[str]:
    """Lines without the empty one that follows the last line's end."""
    lines = lines_of(text)
    return lines[:-1] if lines[-1] == "" else lines


def _changes(compared: Sequence[ComparedLine], changed: Sequence[int]) -> Iterator[Change]:
    shown = 0  # all lines before this place were shown or skipped
    for place, last in _groups(changed):
        start = max(place - CONTEXT, shown)
        end = min(last + CONTEXT + 1, len(compared))
        yield Change(tuple(compared[start:end]), skipped=start - shown)
        shown = end


def _groups(changed: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last place of changes so close together that they are shown as one."""
    first = last = None
    for place in changed:
        if first is None or last is None:
            first = last = place
        elif place - last <= 2 * CONTEXT + 1:
            last = place
        else:
            yield first, last
            first = last = place
    if first is not None and last is not None:
        yield first, last
