"""Which short lines of an article are its headings; links to other articles look the same.

A heading's words come back in the text below it, a link's don't.
"""

import re
from collections.abc import Sequence

from quizapp.generation.blocks import Block
from quizapp.generation.words import content_words, share_of

_LONGEST = 16  # words
_LEAST_SHARE = 0.2  # of a heading's content words that come back in the text below
_LEAST_BESIDE_ANOTHER = 0.34  # of two in a row one is likely a link
_NUMBERS = (
    *("two", "three", "four", "five", "six", "seven"),
    *("eight", "nine", "ten", "eleven", "twelve"),
)
_COUNTED = re.compile(
    r"\b(?P<number>\d{1,2}|" + "|".join(_NUMBERS) + r")\s+(?:\w+\s){0,2}"
    r"(?:reasons|ways|things|lessons|facts|factors|causes|steps|myths|questions|takeaways|rules"
    r"|points|signs|challenges|risks|problems|benefits|arguments)\b",
    re.IGNORECASE,
)


def looks_like_heading(text: str) -> bool:
    """Whether a line has the form of one: short, and no sentence that ends."""
    words = text.split()
    return 0 < len(words) <= _LONGEST and text[-1] not in '.!;:,"' and not text[0].islower()


def find_headings(blocks: Sequence[Block], title: str) -> frozenset[int]:
    """Which of `blocks`, all of one article below its title, are headings."""
    said = frozenset(at for at, block in enumerate(blocks) if block.is_heading)
    if said or any(block.is_heading is False for block in blocks):
        return said  # the file says which
    places = [at for at, block in enumerate(blocks) if looks_like_heading(block.text)]
    shares = {at: _share(blocks, at, places) for at in places}
    wanted = _counted(title)
    if wanted and len(places) >= wanted:
        best = sorted(places, key=lambda at: -shares[at])[:wanted]
        if min(shares[at] for at in best) > 0:
            return frozenset(best)
    return frozenset(at for at in places if shares[at] >= _least(at, places))


def _share(blocks: Sequence[Block], at: int, places: Sequence[int]) -> float:
    """How much of a line's words stand in the text below, up to the next text's heading."""
    below: list[str] = []
    for place in range(at + 1, len(blocks)):
        if place not in places:
            below.extend(content_words(blocks[place].text))
        elif below:
            break
    return share_of(content_words(blocks[at].text), below)


def _least(at: int, places: Sequence[int]) -> float:
    beside = at - 1 in places or at + 1 in places
    return _LEAST_BESIDE_ANOTHER if beside else _LEAST_SHARE


def _counted(title: str) -> int:
    """The N of "N reasons why"; 0 if the title promises no number of parts."""
    found = _COUNTED.search(title)
    if not found:
        return 0
    number = found.group("number").lower()
    return int(number) if number.isdigit() else _NUMBERS.index(number) + 2
