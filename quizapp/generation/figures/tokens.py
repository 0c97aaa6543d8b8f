"""A sentence as a row of numbers, words and marks, each with its place in the article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

# Every part is read once and never given back, so that no text takes long.
TOKEN = re.compile(
    r"[0-9]{1,3}(?: [0-9]{3}(?![0-9]))+"
    r"|[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*|[^\w\s]|\S"
)
HYPHENS = frozenset("-\u2010\u2011\u2013")


@dataclass(frozen=True, slots=True)
class Token:
    """A number in digits, a word or a single mark; `start` and `end` count from the article's."""

    text: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        return "0" <= self.text[0] <= "9"

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()


@dataclass(frozen=True)
class Tokens:
    """The tokens of a stretch of text; beyond either end there are empty words."""

    text: str
    offset: int = 0  # of `text` in the article

    @cached_property
    def all(self) -> tuple[Token, ...]:
        return tuple(self._read())

    def _read(self) -> Iterator[Token]:
        for match in TOKEN.finditer(self.text):
            yield Token(match[0], match.start() + self.offset, match.end() + self.offset)

    def __len__(self) -> int:
        return len(self.all)

    def at(self, index: int) -> Token | None:
        """The token there; None beyond the ends."""
        return self.all[index] if 0 <= index < len(self.all) else None

    def raw(self, index: int) -> str:
        """The text of a token as it stands there; "" beyond the ends."""
        return self.all[index].text if 0 <= index < len(self.all) else ""

    def word(self, index: int) -> str:
        """The text of a token in small letters; "" beyond the ends."""
        return self.raw(index).lower()

    def is_glued(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before it."""
        here, before = self.at(index), self.at(index - 1)
        return here is not None and before is not None and here.start == before.end

    def is_hyphen(self, index: int) -> bool:
        """Whether a hyphen joins what stands before and after it."""
        return self.raw(index) in HYPHENS and self.is_glued(index) and self.is_glued(index + 1)

    def between(self, first: int, end: int) -> str:
        """The text from one token up to another, which isn't part of it."""
        start, stop = self.all[first].start - self.offset, self.all[end - 1].end - self.offset
        return self.text[start:stop]
