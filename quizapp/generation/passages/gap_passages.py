"""Sentences of one paragraph that can be read by themselves, so that gaps can be left in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from quizapp.generation.article import Article
from quizapp.generation.asking.saying import has_address
from quizapp.generation.clauses.dangling import is_dangling, is_of_its_day
from quizapp.generation.clauses.definite import ends_phrase
from quizapp.generation.clauses.pronouns import PERSONAL, PLURAL, is_settled, people_in, pronouns
from quizapp.generation.clauses.references import is_topic, resolve
from quizapp.generation.clauses.subjects import is_plural_noun
from quizapp.generation.english.connectives import strip_connectives
from quizapp.generation.english.name_words import ROLES
from quizapp.generation.findings import Findings
from quizapp.generation.names.capital_words import words_of
from quizapp.generation.per_article import once_per_article

MOST_SENTENCES = 3
_SHORTEST, _LONGEST = 5, 45  # words of a sentence
_MOST_WORDS = 75
_DATELINE = re.compile(r"[^a-z]{4,40}[,(—–-]")
_BARE = re.compile(r"\b[Tt]he (?P<noun>[a-z-]+)(?P<owner>'s)?(?=[\s.,;)]|$)")
_LONE = re.compile(r'"|(?:One|Another|Both|Each|All|Either|Neither|Such) (?!of\b|in\b)')
_LATELY = 4  # sentences


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

    def offset(self, sentence: int) -> int:
        """Where one of its sentences begins in its text."""
        return sum(len(text) + 1 for text in self.texts[: sentence - self.first])


def paragraphs(article: Article) -> Iterator[range]:
    """The numbers of the sentences of each paragraph."""
    numbered = enumerate(article.sentences)
    for _, group in groupby(numbered, key=lambda pair: pair[1].paragraph):
        numbers = [number for number, _ in group]
        yield range(numbers[0], numbers[-1] + 1)


def passages(findings: Findings, paragraph: range) -> Iterator[Passage]:
    """All that somebody understands who knows what the article is about, but not its words."""
    for first in paragraph:
        text = _opening(findings.article, first, is_first=first == paragraph.start)
        if text is None:
            continue
        passage = Passage(first, (text,))
        yield passage
        for number in range(first + 1, min(paragraph.stop, first + MOST_SENTENCES)):
            if not _may_follow(findings, number, passage, is_first=first == paragraph.start):
                break
            passage = Passage(first, (*passage.texts, findings.article.sentences[number].text))
            if len(passage.text.split()) > _MOST_WORDS:
                break
            yield passage


def _opening(article: Article, number: int, *, is_first: bool) -> str | None:
    """A sentence as it can stand first; inside a paragraph it may have no pronoun at all."""
    text = article.sentences[number].text
    if not _is_prose(text) or _LONE.match(text):
        return None
    said = resolve(text, article, number)
    if said is None or (not is_first and any(pronouns(said))):
        return None
    begins = _BARE.match(said)
    if not is_first and begins is not None and not is_topic(begins["noun"], article):
        return None
    return None if _leans(said, article, number) else said


def _leans(said: str, article: Article, number: int) -> bool:
    """Whether it says "the division" of one that only the sentences before tell of."""
    every = _words(article)
    lately = frozenset().union(*every[max(0, number - _LATELY) : number])
    for match in _BARE.finditer(said):
        noun = match["noun"]
        forms = {noun, f"{noun}s", noun.removesuffix("s")}
        is_alone = match["owner"] or ends_phrase(said[match.end() :].strip())
        if not is_alone or not forms & lately or noun in said[: match.start()].lower():
            continue
        if f"{noun}s" in _all_words(article) or not is_topic(noun, article):
            return True
    return False


@once_per_article
def _all_words(article: Article) -> frozenset[str]:
    return frozenset().union(*_words(article))


@once_per_article
def _words(article: Article) -> tuple[frozenset[str], ...]:
    """The words of each sentence, in small letters."""
    return tuple(
        frozenset(word.text.lower() for word in words_of(sentence.text))
        for sentence in article.sentences
    )


def _is_prose(text: str) -> bool:
    """Whether it is a whole sentence that says the same on any day."""
    is_paired = text.count('"') % 2 == 0 and text.count("(") == text.count(")")
    is_whole = is_paired and text.rstrip('"').endswith(".")
    if not is_whole or not _SHORTEST <= len(text.split()) <= _LONGEST:
        return False
    return not (is_of_its_day(text) or has_address(text) or "@" in text or _DATELINE.match(text))


def _may_follow(findings: Findings, number: int, passage: Passage, *, is_first: bool) -> bool:
    """Whether the passage explains what the next sentence leans on."""
    text = findings.article.sentences[number].text
    if not _is_prose(text) or (not is_first and is_dangling(strip_connectives(text))):
        return False
    return all(
        (role != "object" and is_settled(word, text, findings.names))
        or _explains(word.text.lower(), passage.text, findings)
        for word, role in pronouns(text)
    )


def _explains(pronoun: str, text: str, findings: Findings) -> bool:
    """Whether something in the text before can be what a pronoun stands for."""
    words = re.findall(r"[\w-]+", text)
    if pronoun in PERSONAL | {"him", "hers", "he's", "she's"}:
        return bool(people_in(text, findings.names)) or any(word in ROLES for word in words)
    if pronoun in PLURAL | {"them", "theirs", "they're"}:
        return any(is_plural_noun(word.lower()) for word in words)
    return True
