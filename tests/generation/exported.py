"""Items as scores look at them, from what `quizapp bank list --format json` prints."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_TOLERANCE = re.compile(r"\s*(?:\+-|\+/-|±).*$")


@dataclass(frozen=True)
class Item:
    """One exported question."""

    id: str
    type: str
    stem: str
    keys: tuple[str, ...]  # what is right, in words; of a statement, the statement or nothing
    distractors: tuple[str, ...]
    options: tuple[tuple[str, bool], ...]  # in the file's order, whether right; () for statements
    is_true: bool | None  # of a true-or-false statement; None for other types
    explanation: str  # with the feedback of options, where a correction may stand
    quotes: tuple[str, ...]

    @property
    def key(self) -> str:
        """All that is right, in one text."""
        return " ; ".join(self.keys)

    @property
    def whole(self) -> str:
        """Stem and options."""
        return " ; ".join((self.stem, *self.keys, *self.distractors))


def read_item(exported: Mapping[str, Any]) -> Item:
    """The item of one exported question."""
    options = exported.get("options", ())
    truth = _truth(options)
    stem = exported["stem"]
    right, wrong = _sides(exported) if truth is None else ((stem,) if truth else (), ())
    feedback = [each.get("feedback", "") for each in options]
    return Item(
        id=exported["id"],
        type=exported["type"],
        stem=stem,
        keys=tuple(right),
        distractors=tuple(wrong),
        options=() if truth is not None else tuple((o["text"], o["correct"]) for o in options),
        is_true=truth,
        explanation=" ".join(filter(None, [exported["explanation"], *feedback])),
        quotes=tuple(each["quote"] for each in exported["evidence"]),
    )


def _truth(options: Any) -> bool | None:
    if {str(each["text"]).casefold() for each in options} != {"true", "false"}:
        return None
    return any(each["correct"] and each["text"].casefold() == "true" for each in options)


def _sides(exported: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Right and wrong texts of any type; the order of items is no text, so ordering has none."""
    gaps = exported.get("gaps", ())
    chosen = [*exported.get("options", ()), *(o for gap in gaps for o in gap.get("options", ()))]
    typed = [a for part in gaps or (exported,) for a in part.get("answers", ())]
    pairs = [f"{pair['left']} {pair['right']}" for pair in exported.get("pairs", ())]
    mistakes = [each["text"] for each in exported.get("mistakes", ())]
    right = [each["text"] for each in chosen if each["correct"]]
    unit = exported.get("unit") or ""
    numbers = (_TOLERANCE.sub("", each["text"]) for each in typed if each["fraction"] == 1)
    right += [f"{number} {unit}".strip() for number in numbers]
    wrong = [each["text"] for each in chosen if not each["correct"]]
    return right + pairs, wrong + mistakes + list(exported.get("distractors", ()))
