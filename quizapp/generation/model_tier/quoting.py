"""Where words that somebody claims to quote stand in an article, if they do."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from quizapp.banks.evidence import fold, quote_parts
from quizapp.generation.article import Article

FEWEST_WORDS = 4
FEWEST_WORDS_OF_A_PART = 5
MOST_WORDS = 60
MOST_PARTS = 2


@dataclass(frozen=True)
class Found:
    """A quote that stands in the article."""

    words: str  # of the article, folded; parts apart by an ellipsis
    sentences: tuple[int, ...]  # that it touches, in order


@dataclass(frozen=True)
class _Paragraph:
    """The folded sentences of a paragraph, with single spaces between them."""

    text: str
    sentences: tuple[int, ...]
    starts: tuple[int, ...]  # of the sentences in `text`

    def touched(self, start: int, end: int) -> tuple[int, ...]:
        """The sentences that hold some of the text from `start` to `end`."""
        return self.sentences[bisect_right(self.starts, start) - 1 : bisect_left(self.starts, end)]


class Quotable:
    """An article's sentences, ready to be searched."""

    def __init__(self, article: Article) -> None:
        self._paragraphs = tuple(_paragraphs(article))

    def find(self, quote: str) -> Found | None:
        """Where the quote stands, letter by letter, typography and spaces aside.

        An ellipsis may leave words out between two parts of one paragraph.
        """
        folded = fold(quote)
        if not FEWEST_WORDS <= len(folded.split()) <= MOST_WORDS:
            return None
        parts = tuple(quote_parts(quote))
        can_part = 1 < len(parts) <= MOST_PARTS and all(
            len(part.split()) >= FEWEST_WORDS_OF_A_PART for part in parts
        )
        for paragraph in self._paragraphs:
            if found := _find_in(paragraph, (folded,)):
                return found
            if can_part and (found := _find_in(paragraph, parts)):
                return found
        return None


def _find_in(paragraph: _Paragraph, parts: tuple[str, ...]) -> Found | None:
    place = 0
    touched: set[int] = set()
    for part in parts:
        match = _whole_words(part).search(paragraph.text, place) if part in paragraph.text else None
        if match is None:
            return None
        touched.update(paragraph.touched(*match.span()))
        place = match.end()
    return Found(" ... ".join(parts), tuple(sorted(touched)))


def _whole_words(part: str) -> re.Pattern[str]:
    """The part where neither a word nor a number goes on at its ends."""
    before = r"(?<!\d[.,])(?<![^\W_])" if part[0].isalnum() else ""
    after = r"(?![^\W_])(?![.,]\d)" if part[-1].isalnum() else ""
    return re.compile(before + re.escape(part) + after)


def _paragraphs(article: Article) -> Iterator[_Paragraph]:
    numbered = enumerate(article.sentences)
    for _, group in groupby(numbered, key=lambda pair: pair[1].paragraph):
        pairs = list(group)
        texts = [fold(sentence.text) for _, sentence in pairs]
        starts = [0]
        for text in texts[:-1]:
            starts.append(starts[-1] + len(text) + 1)
        yield _Paragraph(" ".join(texts), tuple(at for at, _ in pairs), tuple(starts))
