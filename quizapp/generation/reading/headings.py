"""Which short lines of an article are its headings; links to other articles look the same.

A heading stands right above its text, so of lines in a row only the last can be one. It is brief,
or its words come back in the text below; a link's don't.
"""

import re
from collections.abc import Sequence

from quizapp.generation.english.words import content_words, share_of
from quizapp.generation.reading.blocks import Block

_LONGEST = 16  # words
_BRIEF = 3  # content words
_LEAST_SHARE = 0.25  # of a longer heading's content words that come back in the text below
_INNER_END = re.compile(r"[a-z]{3}[.!?] ")  # the end of a sentence
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


def has_inner_end(text: str) -> bool:
    """Whether a sentence ends inside a line."""
    return _INNER_END.search(text) is not None


def looks_like_heading(text: str) -> bool:
    """Whether a line has the form of one: short, and no sentence that ends."""
    words = text.split()
    if not 0 < len(words) <= _LONGEST or has_inner_end(text):
        return False
    return text[-1] not in '.!;:,")' and not text[0].islower()


def find_headings(blocks: Sequence[Block], title: str) -> frozenset[int]:
    """Which of `blocks`, all of one article below its title, are headings."""
    said = frozenset(at for at, block in enumerate(blocks) if block.is_heading)
    if said or any(block.is_heading is False for block in blocks):
        return said  # the file says which
    lines = [at for at, block in enumerate(blocks) if looks_like_heading(block.text)]
    places = [at for at in lines if at + 1 not in lines and at + 1 < len(blocks)]
    shares = {at: _share(blocks, at, lines) for at in places}
    wanted = _counted(title)
    if wanted and len(places) >= wanted:
        return frozenset(sorted(places, key=lambda at: (_asks(blocks[at]), -shares[at]))[:wanted])
    return frozenset(at for at in places if shares[at] >= _LEAST_SHARE or _is_brief(blocks[at]))


def _asks(block: Block) -> bool:
    """As a closing "Will it last?" does, which is none of the promised parts."""
    return block.text.endswith("?")


def _is_brief(block: Block) -> bool:
    return len(content_words(block.text)) <= _BRIEF


def _share(blocks: Sequence[Block], at: int, lines: Sequence[int]) -> float:
    """How much of a line's words stand in the text below, up to the next text's heading."""
    below: list[str] = []
    for place in range(at + 1, len(blocks)):
        if place not in lines:
            below.extend(content_words(blocks[place].text))
        elif below:
            break
    return share_of(content_words(blocks[at].text), below)


def counts_parts(title: str) -> bool:
    """Whether a title promises so many parts, each of which has a heading: "Three reasons"."""
    return _counted(title) > 0


def _counted(title: str) -> int:
    """The N of "N reasons why"; 0 if the title promises no number of parts."""
    found = _COUNTED.search(title)
    if not found:
        return 0
    number = found.group("number").lower()
    return int(number) if number.isdigit() else _NUMBERS.index(number) + 2
