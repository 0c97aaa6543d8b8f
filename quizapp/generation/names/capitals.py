"""Runs of capitalized words: what can be a name, with the titles before it taken off."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quizapp.generation.article import Article
from quizapp.generation.english.first_names import FIRST_NAMES, MONTH_NAMES
from quizapp.generation.english.month_names import is_first_name
from quizapp.generation.english.name_words import (
    COUNTRIES,
    DIRECTIONS,
    KEPT_TITLES,
    LONG_HEADS,
    MONTHS,
    NATIONALITIES,
    NOT_NAMES,
    ORGANIZATION_HEADS,
    PARTICLES,
    PEOPLES,
    PLACE_HEADS,
    PLACES_OF_TWO,
    SEASONS,
    STARTERS,
    TITLES,
    WEEKDAYS,
    WEEKDAYS_PLURAL,
    WORK_HEADS,
)
from quizapp.generation.english.words import FUNCTION_WORDS, word_set

_WORD = re.compile(r"[^\W_]+(?:['&.-][^\W_]+)*")
_PREFIXED = re.compile(r"(?:al|el|as|ash|at|ad|an|bin|d|l)['-][A-Z]")  # al-Idrisi, d'Orsay
_DOTTED = TITLES | word_set("St. Inc. Corp. Ltd. Co. Jr. Sr. Mt. Ft.")
_NEVER = MONTHS | WEEKDAYS | WEEKDAYS_PLURAL | NOT_NAMES | PEOPLES | SEASONS
_BETWEEN = word_set("of for on and the") | PARTICLES
_ABOUT = word_set(
    "Commission Committee Council Panel Conference Center Centre Convention Institute"
)
_OFFICES = word_set(
    "President Governor Gov. Minister Secretary Mayor Senator Sen. Chancellor Premier Director "
    "Chairman Chief Professor Prof. Captain"
)
_DEPARTMENTS = ("Secretary of ", "Minister of ")
HEADS = ORGANIZATION_HEADS | PLACE_HEADS | WORK_HEADS
_MOST_WORDS = 12  # of a name; what is longer is a line in capitals
FUNCTION_CAPITALS = frozenset(word.capitalize() for word in FUNCTION_WORDS)
_ORDINARY_ENDINGS = ("ing", "ly", "ed")


@dataclass(frozen=True)
class Word:
    """A word of a sentence, without its 's; offsets are those of the article."""

    text: str
    start: int
    end: int
    is_first: bool = False  # of the sentence, or of what stands in quotes or behind a colon
    is_possessive: bool = False
    is_first_name: bool = False  # where it could be a month too

    @property
    def is_capital(self) -> bool:
        """Whether it can be part of a name, as far as its own letters tell."""
        if not self.text[0].isupper():
            return _PREFIXED.match(self.text) is not None
        return self.is_first_name or self.text not in _NEVER


@dataclass(frozen=True)
class Run:
    """A name as one place of the text has it; `title` is what stood before it."""

    text: str
    start: int
    end: int
    title: str = ""


def words_of(text: str, offset: int = 0) -> list[Word]:
    """The words of a sentence that starts at `offset`."""
    found: list[Word] = []
    end_before = 0
    for match in _WORD.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        if text[end : end + 1] == "." and end + 1 < len(text) and _takes_point(word):
            end += 1
        is_possessive = word.endswith("'s") or text[end : end + 2] == "' "
        if word.endswith("'s"):
            end -= 2
        gap = text[end_before:start]
        if text[start - 1 : start] == "@":
            continue
        is_open = gap not in (" ", " (") and any(mark in gap for mark in '":(—')
        found.append(
            Word(text[start:end], offset + start, offset + end, not found or is_open, is_possessive)
        )
        end_before = match.end()
    return _with_first_names(found, text, offset)


def _with_first_names(words: list[Word], text: str, offset: int) -> list[Word]:
    """Where "April" is somebody, not a month."""
    for at, word in enumerate(words):
        if word.text not in MONTH_NAMES or text[word.end - offset :][:1] != " ":
            continue
        before = words[at - 1].text if at and not word.is_first else ""
        after = [each.text for each in words[at + 1 : at + 3]]
        if is_first_name(word.text, before, after, is_first=word.is_first):
            words[at] = replace(word, is_first_name=True)
    return words


def _takes_point(word: str) -> bool:
    return word + "." in _DOTTED or "." in word or (len(word) == 1 and word.isupper())


class Capitals:
    """The runs of an article, which tells by its other places what a first word is."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.sentences = [words_of(each.text, each.start) for each in article.sentences]
        words = [word for sentence in self.sentences for word in sentence]
        self.small = {word.text for word in words if word.text[0].islower()}
        self.attested = Counter(
            word.text for word in words if word.is_capital and not word.is_first
        )

    def runs(self) -> Iterator[Run]:
        """All of them, in the order of the text."""
        for words in self.sentences:
            at = 0
            while at < len(words):
                if not words[at].is_capital:
                    at += 1
                    continue
                end = self._end(words, at)
                yield from self._names(words[at:end])
                at = end

    def _end(self, words: Sequence[Word], start: int) -> int:
        """Behind the last word of the run that begins at `start`."""
        end = start + 1
        while following := self._next(words, start, end):
            end = following
        return end

    def _next(self, words: Sequence[Word], start: int, end: int) -> int | None:
        """Behind the next word of the run, if there is one."""
        if end - start >= _MOST_WORDS:
            return None
        between: list[str] = []
        at = end
        while at < len(words) and words[at].text in _BETWEEN and len(between) < 2:
            between.append(words[at].text)
            at += 1
        if at == len(words) or not self._are_joined(words[end - 1 : at + 1]):
            return None
        if words[end - 1].is_possessive and not self._is_odd_head(words, start, end):
            return None
        if not between and _is_number_of_name(words[at]):
            return at + 1 if self._ends_phrase(words[at]) else None
        if not words[at].is_capital:
            return None
        head = {word.text for word in words[start:end]}
        return at + 1 if may_join(between, head, words[at].text) else None

    def _are_joined(self, words: Sequence[Word]) -> bool:
        """Whether nothing but a space stands between them, or the sign for "and"."""
        return all(
            self.text[before.end : after.start] in (" ", " & ", "'s ", "' ")
            for before, after in pairwise(words)
        )

    def _is_odd_head(self, words: Sequence[Word], start: int, end: int) -> bool:
        """Whether an 's belongs to the name, as in Heart's Content: nobody is called Heart."""
        owner = words[start].text
        is_headed = words[end].text in ORGANIZATION_HEADS | WORK_HEADS | {"Church", "Hall"}
        if is_headed and (owner == "St." or self.text[words[end - 1].end - 1] == "s"):
            return True  # the Miners' Union, St. Mark's Church
        if end > start + 1 or owner in COUNTRIES or owner in FIRST_NAMES:
            return False
        return owner.lower() in self.small or self.attested[owner] == 1

    def _ends_phrase(self, word: Word) -> bool:
        return self.text[word.end : word.end + 1] in tuple(".,;:)?!")

    def _names(self, words: list[Word]) -> Iterator[Run]:
        words = self._without_first(words)
        if len(words) > 1 and self.text[: words[0].start].endswith(_DEPARTMENTS):
            words = words[1:]  # Secretary of State Jane Roe
        offices = [
            at
            for at in range(1, len(words) - 1)
            if words[at].text in _OFFICES and words[at + 1].is_capital
        ]
        if offices:
            yield from self._names(words[: offices[0]])
            words = words[offices[0] :]
        ordinary = [at for at, word in enumerate(words) if at and word.text in FUNCTION_CAPITALS]
        words = words[: ordinary[0]] if ordinary else words
        title, words = _without_titles(_without_nationality(words))
        if not words or _is_torn(words):
            return
        if len(words) > 1 and words[0].text == "U.S." and words[-1].text in _OFFICES:
            return
        if len(words) == 1 and words[0].text in NATIONALITIES | DIRECTIONS | FUNCTION_CAPITALS:
            return
        if len(words) == 1 and len(words[0].text.rstrip(".")) == 1:
            return  # vitamin C
        if len(words) == 1 and self._is_once_capital(words[0].text):
            return
        start, end = words[0].start, words[-1].end
        yield Run(self.text[start:end], start, end, title)

    def _is_once_capital(self, word: str) -> bool:
        """Whether an ordinary word of the article has a capital only once, as in a title."""
        return word.lower() in self.small and self.attested[word] == 1

    def _without_first(self, words: list[Word]) -> list[Word]:
        """Without a first word that is only capitalized because a sentence begins with it."""
        if not words or not words[0].is_first or words[0].text in TITLES:
            return words
        if words[0].is_first_name:
            return words
        first, rest = words[0].text, words[1:]
        times = self.attested[first] - (first.lower() in self.small)
        is_known = first in COUNTRIES or first in FIRST_NAMES or times > 0
        if is_known and first.lower() not in FUNCTION_WORDS:
            return words
        if f"{first} {rest[0].text if rest else ''}" in PLACES_OF_TWO:
            return words
        small = first.lower()
        is_ordinary = small in FUNCTION_WORDS | STARTERS or small in self.small
        if is_ordinary or not rest or small.endswith(_ORDINARY_ENDINGS):
            return rest[next((at for at, word in enumerate(rest) if word.is_capital), 0) :]
        return words


def may_join(between: Sequence[str], head: set[str], following: str) -> bool:
    """Whether a name goes on over `between`: University of, but not President of."""
    if not between:
        return True
    if all(word in PARTICLES for word in between):
        return True
    if between[0] == "on":
        return bool(head & _ABOUT)
    if between[0] == "and":
        return bool(head & {"of", "for"}) and following not in COUNTRIES
    if between[0] == "of" and head & {"Duke", "Duchess", "Prince", "Princess", "Earl"}:
        return True
    return between[0] in ("of", "for") and bool(head & LONG_HEADS)


def _is_number_of_name(word: Word) -> bool:
    """As in Local 118."""
    return word.text.isdigit() and len(word.text) <= 3


def _without_nationality(words: list[Word]) -> list[Word]:
    """Polish President Jane Roe is called Jane Roe; the English Channel is not."""
    while len(words) > 1 and words[0].text in NATIONALITIES:
        rest = words[1:]
        is_body = rest[0].text in ORGANIZATION_HEADS and len(rest) > 1
        is_name = is_body or (rest[-1].text in HEADS and rest[0].text not in TITLES)
        if is_name or " ".join(word.text for word in words[:2]) in PLACES_OF_TWO:
            return words
        words = rest if rest[0].is_capital else []
    return words


def _without_titles(words: list[Word]) -> tuple[str, list[Word]]:
    at = 0
    while at < len(words) and words[at].text in TITLES:
        at += 1
    rest = words[at:]
    title = " ".join(word.text for word in words[:at])
    if not rest or not at:
        return title, rest
    if rest[-1].text in HEADS and words[at - 1].text in KEPT_TITLES:
        return "", words[at - 1 :]  # King Charles Island
    is_short = len(rest) == 1 or not rest[0].is_capital  # Lord Kelvin, Duke of Wellington
    if is_short and words[at - 1].text in KEPT_TITLES:
        return "", words[at - 1 :]
    return (title, rest) if rest[0].is_capital else ("", [])


def _is_torn(words: Sequence[Word]) -> bool:
    """Whether the name goes on where capitals don't show it: Institute for Polish, European ..."""
    return len(words) > 2 and words[-1].text in NATIONALITIES and not words[-2].is_capital
