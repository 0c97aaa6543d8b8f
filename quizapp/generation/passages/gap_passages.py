"""Sentences in a row that can be read by themselves, so that gaps can be left in them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.generation.article import Article
from quizapp.generation.clauses.pronouns import is_settled, pronouns
from quizapp.generation.findings import Findings
from quizapp.generation.passages.openings import explains, is_prose, opening, points_far, strip

_MOST_SENTENCES = 5
_MOST_WORDS = 110


@dataclass(frozen=True)
class Passage:
    """Consecutive sentences as they are shown; the first one's pronouns may be named."""

    first: int  # of the article's sentences
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(self.texts)

    @property
    def sentences(self) -> range:
        """Their numbers."""
        return range(self.first, self.first + len(self.texts))

    def until(self, sentence: int) -> "Passage":
        """The same without what follows that sentence."""
        return replace(self, texts=self.texts[: sentence - self.first + 1])

    def without(self, start: int, end: int) -> str:
        """Its text around a gap."""
        return f"{self.text[:start]} {self.text[end:]}"

    def offset(self, sentence: int) -> int:
        """Where one of its sentences begins in its text."""
        return sum(len(text) + 1 for text in self.texts[: sentence - self.first])


def passages(findings: Findings) -> Iterator[Passage]:
    """All that somebody understands who knows what the article is about, but not its words."""
    article = findings.article
    for first in range(len(article.sentences)):
        text = opening(findings, first, is_first=not is_next(article, first))
        if text is None:
            continue
        passage = Passage(first, (text,))
        yield passage
        for number in range(first + 1, min(len(article.sentences), first + _MOST_SENTENCES)):
            text = _following(findings, number, passage)
            if text is None:
                break
            passage = Passage(first, (*passage.texts, text))
            if len(passage.text.split()) > _MOST_WORDS:
                break
            yield passage


def is_next(article: Article, number: int) -> bool:
    """Whether a sentence stands in one paragraph with the one before."""
    return number > 0 and (
        article.sentences[number - 1].paragraph == article.sentences[number].paragraph
    )


def _following(findings: Findings, number: int, passage: Passage) -> str | None:
    """The next sentence; None unless the passage explains what it leans on.

    It may be the first of the next paragraph if it does lean on this one.
    """
    article = findings.article
    text = article.sentences[number].text
    if not is_prose(text):
        text = strip(text)  # of "on Tuesday"
    if not is_prose(text) or (is_next(article, passage.first) and points_far(text, passage.text)):
        return None
    if not is_next(article, number):
        before = article.sentences[number - 1]
        is_joined = before.section == article.sentences[number].section
        if not is_joined or opening(findings, number, is_first=True) is not None:
            return None
    is_explained = all(
        (role != "object" and is_settled(word, text, findings.names))
        or explains(word.text.lower(), passage.text, findings)
        for word, role in pronouns(text)
    )
    return text if is_explained else None
