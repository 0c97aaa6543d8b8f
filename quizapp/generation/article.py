"""An article as it was read: its text, and where its sentences and sections stand in it."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from quizapp.errors import UserError


class UnfitArticle(UserError):
    """No questions can be drafted from it; the text says why, and what would help."""


@dataclass(frozen=True)
class Sentence:
    """One sentence; `text` is what stands between the offsets `start` and `end`."""

    text: str
    start: int
    end: int
    paragraph: int  # counted through the article, from 0
    section: int  # which of the article's sections


@dataclass(frozen=True)
class ArticleSection:
    """What stands under one heading; the first has no title unless the text begins with one."""

    title: str = ""


@dataclass(frozen=True)
class Article:
    """A text with what questions may rest on; clutter is in the text, but in no sentence.

    Offsets count characters of `text`, in which typographic quotes and spaces are plain ones, one
    for one; dashes stay as they are.
    """

    text: str
    sentences: tuple[Sentence, ...]
    sections: tuple[ArticleSection, ...]
    title: str = ""
    author: str = ""
    publisher: str = ""
    date: str = ""  # as it stands there
    original: str = ""  # the text before its marks became plain ones; as long as `text`

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def openings(self) -> frozenset[int]:
        """The sentences that begin a paragraph."""
        starts = {sentence.paragraph: at for at, sentence in reversed([*enumerate(self.sentences)])}
        return frozenset(starts.values())

    def sentence_at(self, offset: int) -> int | None:
        """Which sentence a character belongs to."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 and offset < self.sentences[at].end else None
