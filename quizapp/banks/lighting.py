"""Where the words that prove a key stand in their source, so that a page can light them up."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizapp.banks.evidence import fold, quote_parts, quoted_words

_PIECE = re.compile(
    r"(?P<lead>^[ \t]{0,3}>[ \t>]*)|(?P<space>\s+)"
    r"|(?P<plain>[!-_a-~]+(?![\u0300-\u036f]))|(?P<one>.[\u0300-\u036f]*)",
    re.MULTILINE,
)
_LONGEST_TITLE = 90
_CLOSING = ".!:;,…\"'”’)"
_GAP = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True)
class Run:
    """Some words of a paragraph, lit or not."""

    text: str
    is_lit: bool
    is_first: bool = False  # of all that are lit


@dataclass(frozen=True)
class Paragraph:
    """What stands between empty lines, in runs."""

    runs: tuple[Run, ...]

    @property
    def is_title(self) -> bool:
        """Whether it looks like a heading: a short line without a full stop."""
        text = "".join(run.text for run in self.runs).strip()
        return len(text) <= _LONGEST_TITLE and "\n" not in text and text[-1] not in _CLOSING


@dataclass(frozen=True)
class _Folded:
    """A text as `fold` makes it, and from which characters each of its own came."""

    text: str
    places: tuple[int, ...]


def light(text: str, quotes: Iterable[str]) -> tuple[Paragraph, ...]:
    """The paragraphs of a source, in which the words of the quotes are lit.

    `quotes` are Markdown as questions hold them. One that doesn't stand there lights nothing.
    """
    spans = sorted(span for quote in quotes for span in find_quote(quote, text))
    paragraphs = []
    is_first = True
    for start, end in _paragraphs(text):
        runs = tuple(_runs(text, (start, end), spans, is_first=is_first))
        is_first = is_first and not any(run.is_lit for run in runs)
        paragraphs.append(Paragraph(runs))
    return tuple(paragraphs)


def find_quote(quote: str, text: str) -> tuple[tuple[int, int], ...]:
    """From where to where a quote's parts stand in `text`; () unless all of them do."""
    words = quoted_words(quote)
    folded = _fold(text)
    found = []
    place = 0
    for part in quote_parts(words or ""):
        place = folded.text.find(part, place)
        if place < 0:
            return ()
        end = place + len(part)
        found.append((folded.places[place], folded.places[end - 1] + 1))
        place = end
    return tuple(found)


@lru_cache(maxsize=8)
def _fold(text: str) -> _Folded:
    parts: list[str] = []
    places: list[int] = []
    for match in _PIECE.finditer(text):
        if match.lastgroup == "plain":
            parts.append(match.group())
            places.extend(range(match.start(), match.end()))
        elif match.lastgroup == "one":
            folded = fold(match.group())
            parts.extend(folded)
            places.extend([match.start()] * len(folded))
        elif parts and parts[-1] != " ":
            parts.append(" ")
            places.append(match.start())
    return _Folded("".join(parts), tuple(places))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in [*_GAP.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            yield start, end
        start = gap.end() if gap else end


def _runs(
    text: str, paragraph: tuple[int, int], spans: list[tuple[int, int]], *, is_first: bool
) -> Iterator[Run]:
    place, stop = paragraph
    for start, end in spans:
        start, end = max(start, place), min(end, stop)
        if start >= end:
            continue
        if start > place:
            yield Run(text[place:start], is_lit=False)
        yield Run(text[start:end], is_lit=True, is_first=is_first)
        is_first = False
        place = end
    if place < stop:
        yield Run(text[place:stop], is_lit=False)
