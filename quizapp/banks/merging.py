"""Two texts that began as the same one, brought together; nothing of either is lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizapp.banks.difference import lines_of, runs


@dataclass(frozen=True)
class Clash:
    """A place that both changed: their lines stand there one after the other."""

    mine: range  # line numbers in the merged text, from 1
    theirs: range


@dataclass(frozen=True)
class Merged:
    """The text, and the places that a person must look at."""

    text: str
    clashes: tuple[Clash, ...]


def merge(base: str | None, mine: str, theirs: str) -> Merged:
    """Both texts in one; with the text that they began from, what only one changed is settled.

    Without it nobody can tell an addition from a deletion, so every line of both stays.
    """
    old, own, other = (lines_of(text) for text in (base or "", mine, theirs))
    if base is None:
        old = [own[number] for run in runs(own, other) if run.is_same for number in run.old]
    lines: list[str] = []
    clashes = []
    for before, left, right in _pieces(old, own, other):
        if left == right or right == before:
            lines += left
        elif left == before:
            lines += right
        else:
            middle = len(lines) + len(left)
            places = range(len(lines) + 1, middle + 1), range(middle + 1, middle + len(right) + 1)
            clashes.append(Clash(*places))
            lines += left + right
    return Merged("\n".join(lines), tuple(clash for clash in clashes if clash.mine or clash.theirs))


Piece = tuple[list[str], list[str], list[str]]


def _pieces(old: Sequence[str], own: Sequence[str], other: Sequence[str]) -> Iterator[Piece]:
    """The three texts cut at the lines that all have: such lines, and what stands between."""
    left, right = _places(old, own), _places(old, other)
    common = [(at, left[at], right[at]) for at in range(len(old)) if at in left and at in right]
    ends = [(-1, -1, -1), *common, (len(old), len(own), len(other))]
    for (a, c, e), (b, d, f) in pairwise(ends):
        yield list(old[a + 1 : b]), list(own[c + 1 : d]), list(other[e + 1 : f])
        if b < len(old):
            yield [old[b]], [own[d]], [other[f]]


def _places(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Where lines of `old` stand in `new`."""
    same = (run for run in runs(old, new) if run.is_same)
    return {i: j for run in same for i, j in zip(run.old, run.new, strict=True)}
