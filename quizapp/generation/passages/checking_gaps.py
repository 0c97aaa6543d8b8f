"""Whether a passage with gaps is sound: each gap's key stands in its evidence, and nowhere else."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from quizapp.banks.evidence import fold
from quizapp.banks.rules import Item, plain
from quizapp.generation.asking.saying import numbers_in
from quizapp.generation.figures.numbers import SCALES

_TOLERANCE = re.compile(r"\s*\+-.*$")


def doubts_about_gaps(item: Item, quotes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Codes and sentences; nothing about a question without gaps."""
    gaps = item.exported.get("gaps", ())
    if not gaps:
        return
    said, shown = " ".join(quotes), item.question.body.running_text()
    keys = [key for gap in gaps for key in _keys(gap)]
    for key in keys:
        if not _stands_in(key, said):
            yield "key-not-in-evidence", f'The gap for "{key}" isn\'t filled by the evidence.'
        elif _stands_in(key, plain(shown)):
            yield "answer-in-stem", f'The text around the gaps has "{key}".'
    if len({key.casefold() for key in keys}) < len(keys):
        yield "gaps-alike", "Two gaps have the same key."


def _keys(gap: Mapping[str, Any]) -> Iterator[str]:
    """What is right in a gap, in words."""
    yield from (plain(each["text"]) for each in gap.get("options", ()) if each["correct"])
    yield from (_TOLERANCE.sub("", each["text"]) for each in gap.get("answers", ()))


def _stands_in(key: str, text: str) -> bool:
    """Whether a text says it: a bare number perhaps in words, or in thousands or millions."""
    words = re.escape(fold(key).casefold())
    if re.search(rf"(?<![\w.,]){words}(?![\w%])(?![.,]\d)", fold(text).casefold()):
        return True
    wanted, known = numbers_in(key), numbers_in(text)
    if not wanted or re.search(r"[^\W\d_]", key):
        return False
    scales = (Decimal(1), *SCALES.values())
    return all(any(number * scale in known for scale in scales) for number in wanted)
