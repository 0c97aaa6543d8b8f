"""Of what could be a wrong option the first few that don't give the key away."""

import re
from collections.abc import Iterable, Sequence

COUNT = 3
_ABSOLUTE = re.compile(r"\b(?:always|never|only)\b", re.IGNORECASE)
_LONGER = 1.5  # times as long as all others the key may not be, nor they as the key


def pick_wrong(key: str, candidates: Iterable[str]) -> list[str]:
    """Up to three, in their order; fewer where no more would do."""
    fitting: list[str] = []
    for text in dict.fromkeys(candidates):
        is_told = _ABSOLUTE.search(text) and not _ABSOLUTE.search(key)
        if not is_told and not any(_is_part(text, other) for other in (key, *fitting)):
            fitting.append(text)
    first, others = fitting[:COUNT], fitting[COUNT:]
    if len(first) < COUNT or _are_fair(key, first):
        return first
    swapped = ([*first[:-1], other] for other in others)
    return next((texts for texts in swapped if _are_fair(key, texts)), [])


def _is_part(one: str, other: str) -> bool:
    """Whether one of the two holds the other."""
    short, long = sorted((one.lower().strip(), other.lower().strip()), key=len)
    return f" {short} " in f" {long} "


def _are_fair(key: str, texts: Sequence[str]) -> bool:
    sizes = [len(text) for text in texts]
    return len(key) <= _LONGER * max(sizes) and min(sizes) <= _LONGER * len(key)
