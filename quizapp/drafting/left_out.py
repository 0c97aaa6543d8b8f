"""What a draft left out and why: a file beside its source, until the review is finished."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from quizapp.banks.files import Unreadable, read_file, stamp_of
from quizapp.banks.rules import RULES
from quizapp.banks.saving import NotSaved
from quizapp.banks.shelf import SOURCES, add_source, remove_source
from quizapp.generation.generator import Draft
from quizapp.generation.model_tier.verification import Refusal
from quizapp.generation.proposals import Dropped

MOST = 200  # that are named for one reason


@dataclass(frozen=True)
class LeftOut:
    """Questions, and what a model said, that one reason kept out of a draft."""

    why: str  # a sentence
    count: int
    named: tuple[str, ...]  # the first of them, in the order of the article

    @property
    def unnamed(self) -> int:
        """How many more there are."""
        return self.count - len(self.named)


def find_left_out(draft: Draft) -> list[LeftOut]:
    """By reason, the commonest first."""
    ordered = sorted(draft.dropped, key=lambda each: each.proposal.sentence)
    said = [(_why(each), each.proposal.stem) for each in ordered]
    said += [(_why(each), each.about) for each in draft.refused]
    by_reason: dict[str, dict[str, None]] = {}
    for why, about in said:
        by_reason.setdefault(why, {})[" ".join(about.split()) or "(nothing)"] = None
    found = [LeftOut(why, len(all), tuple(all)[:MOST]) for why, all in by_reason.items()]
    return sorted(found, key=lambda each: -each.count)


def _why(each: Dropped | Refusal) -> str:
    """In the linter's general words where its finding quotes the question."""
    rule = RULES.get(each.reason) if '"' in each.sentence else None
    return rule.why if rule else each.sentence


def keep(folder: Path, name: str, draft: Draft) -> None:
    """Write it down; a draft is none the worse where that can't be."""
    found = [asdict(each) for each in find_left_out(draft)]
    if not found:
        return
    with suppress(NotSaved):
        add_source(folder, _file(name), json.dumps(found, indent=1).encode())


def forget(folder: Path, name: str) -> None:
    """Take the file away, if it is there."""
    if is_kept(folder, name):
        with suppress(NotSaved):
            remove_source(folder, _file(name))


def is_kept(folder: Path, name: str) -> bool:
    """Whether there is something to show."""
    return stamp_of(folder, f"{SOURCES}/{_file(name)}") is not None


def load(folder: Path, name: str) -> tuple[LeftOut, ...]:
    """What was kept; () for nothing, and for a file that somebody has changed beyond reading."""
    try:
        raw = read_file(folder, f"{SOURCES}/{_file(name)}").raw
        return tuple(_read(json.loads(raw)))
    except (OSError, Unreadable, ValueError, LookupError, TypeError):
        return ()


def _read(found: Iterable[dict[str, object]]) -> Iterable[LeftOut]:
    for each in found:
        named = each["named"]
        if not isinstance(named, list) or not isinstance(each["count"], int):
            raise TypeError
        yield LeftOut(str(each["why"]), each["count"], tuple(map(str, named)))


def _file(name: str) -> str:
    return f"{name}.left-out.json"
